use super::{Failure, Outcome, no_document};
use crate::citation::{read_bib, read_csl};
use crate::compile::{Options, World, analyse};
use crate::diagnostic::{Code, short};
use crate::disk::{self, Amendment, NewText};
use crate::draft::{
    Form, Known, Remark, Stubs, Values, document_at, document_of, judge, place, read_hypothesis,
    read_web_annotations, slug,
};
use crate::naming::Kind;
use crate::quote::Texts;
use crate::source::Sources;
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Take over what other programs wrote: passages that were marked become claims to fill in, works of a bibliography
/// documents.
///
/// Tags become the questions, sides and kinds that have their names, comments stand above the claim. Whatever has no
/// place is listed, and nothing that is there is changed.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: diptych import hypothesis annotations.json --document widgets-2030"
)]
pub struct Arguments {
    /// What the file is.
    format: Format,

    /// The file.
    file: Utf8PathBuf,

    /// The document that was annotated; by default the one whose `url` is that of the annotation.
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,

    /// When documents joined the site; by default today.
    #[arg(long, value_name = "DATE")]
    added: Option<String>,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// The answer of the search of the Hypothesis API, as JSON.
    Hypothesis,
    /// Annotations of the W3C model, as JSON-LD.
    WebAnnotation,
    /// `BibTeX` or `BibLaTeX`.
    Bibtex,
    /// CSL-JSON.
    CslJson,
}

/// What was made and what was not, in the order of the file.
#[derive(Default)]
struct Told {
    made: Vec<String>,
    left: Vec<String>,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let content = disk::read(root)?.content;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let world = analyse(&content, &texts, &Options::default()).world;
    let world = world.ok_or("the site cannot be read; `diptych check` says why")?;
    let file = &arguments.file;
    let text = disk::read_text(file)?;
    let unreadable = |error: String| format!("cannot read `{file}`: {error}");
    let mut told = Told::default();
    let after = match arguments.format {
        Format::Hypothesis | Format::WebAnnotation => {
            let remarks = match arguments.format {
                Format::Hypothesis => read_hypothesis(&text),
                _ => read_web_annotations(&text),
            };
            let remarks = remarks.map_err(unreadable)?;
            let named = arguments.document.as_deref();
            claims(&remarks, named, &content, &texts, &world, &mut told)?
        }
        Format::Bibtex | Format::CslJson => {
            let works = match arguments.format {
                Format::Bibtex => read_bib(&text),
                _ => read_csl(&text),
            };
            let works = works.map_err(unreadable)?;
            let added = arguments.added.clone().unwrap_or_else(super::today);
            documents(
                &works,
                &added,
                over(&content, &BTreeMap::new()),
                &texts,
                &world,
                &mut told,
            )
        }
    };
    write(root, &content, &after)?;
    let mut out = io::stdout();
    writeln!(out, "{} made", told.made.len())?;
    for line in &told.made {
        writeln!(out, "  {line}")?;
    }
    if !told.left.is_empty() {
        writeln!(out, "not taken over:")?;
        for line in &told.left {
            writeln!(out, "  {line}")?;
        }
    }
    if !told.made.is_empty() {
        writeln!(
            out,
            "then: diptych check, which names what is left to fill in"
        )?;
    }
    Ok(Outcome::Fine)
}

/// Puts a claim for every passage into the content.
fn claims(
    remarks: &[Remark],
    named: Option<&str>,
    content: &Sources,
    texts: &Texts,
    world: &World,
    told: &mut Told,
) -> Result<Sources, Failure> {
    let corpus = &world.corpus;
    let named = named.map(|name| {
        let found = corpus.documents.iter().find(|document| document.id == name);
        found.ok_or_else(|| no_document(name, corpus, content))
    });
    let named = named.transpose()?;
    let mut stubs: BTreeMap<&str, (Stubs<'_>, Vec<String>)> = BTreeMap::new();
    for (number, remark) in (1..).zip(remarks) {
        let what = if remark.id.is_empty() {
            format!("annotation {number}")
        } else {
            remark.id.clone()
        };
        let Some(exact) = &remark.exact else {
            let comments = remark.comments.join("; ");
            let colon = if comments.is_empty() { "" } else { ": " };
            let source = &remark.source;
            told.left.push(format!(
                "{what}: it marks no words of {source}{colon}{comments}"
            ));
            continue;
        };
        let Some(document) = named.or_else(|| document_at(corpus, &remark.source)) else {
            told.left.push(format!(
                "{what}: no document has the `url` {}; name one with `--document`, for “{exact}”",
                remark.source
            ));
            continue;
        };
        let (stubs, made) = stubs.entry(&document.id).or_insert_with(|| {
            let stubs = Stubs::new(document, content, texts, world);
            (stubs, Vec::new())
        });
        if stubs.quotes(exact) {
            told.left.push(format!(
                "{what}: a claim of `{}` quotes “{exact}” already",
                document.id
            ));
            continue;
        }
        let stub = stubs.add(remark, exact);
        made.push(format!("{} “{exact}”", stub.id));
        let tags = stub.unknown.into_iter();
        told.left.extend(
            tags.map(|tag| {
                format!("{what}: the tag `{tag}`, which names no question, side or kind")
            }),
        );
    }
    let mut after = content.clone();
    for (stubs, made) in stubs.into_values() {
        let Some(draft) = stubs.draft() else {
            continue;
        };
        let verdict = judge(&draft, &after, texts);
        let found = verdict.wrong.diagnostics().iter();
        // What is wrong in a new claim, such as a quotation that is too long, is named by the next check.
        let mut broken = found.filter(|fault| {
            fault.code == Code::YamlSyntax || !draft.holds(fault.span, &verdict.content)
        });
        if let Some(fault) = broken.next() {
            told.left.push(format!(
                "no claim can be added to `{}` as it is written: {}",
                draft.path, fault.message
            ));
            continue;
        }
        after = verdict.content;
        told.made.extend(made);
    }
    Ok(after)
}

/// Puts a document for every work into the content, and the voices that it needs.
fn documents(
    works: &[crate::citation::Foreign],
    added: &str,
    mut content: Sources,
    texts: &Texts,
    world: &World,
    told: &mut Told,
) -> Sources {
    let mut known = Known::new(&world.corpus);
    let form = Form::of(Kind::Document);
    for work in works {
        let title = work.title.as_deref().unwrap_or_default();
        let mut ids = [&work.key, title].map(slug).into_iter();
        let Some(id) = ids.find(|id| !id.is_empty()) else {
            let line = format!("{}: no id can be made of its key or its title", work.key);
            told.left.push(line);
            continue;
        };
        let before = known.new.len();
        let mut values: Values = document_of(work, &mut known);
        values.insert("added".to_owned(), vec![added.to_owned()]);
        let draft = place(
            Kind::Document,
            &id,
            &form.write(&id, &values),
            None,
            &content,
            texts,
            world,
        );
        if draft.is_there {
            told.left
                .push(format!("{}: there is a document `{id}` already", work.key));
            known.forget_after(before);
            continue;
        }
        let mut laid = BTreeMap::new();
        for (voice, record) in &known.new[before..] {
            laid.insert(format!("content/voices/{voice}.yaml"), record.clone());
        }
        let with_voices = over(&content, &laid);
        let verdict = judge(&draft, &with_voices, texts);
        if verdict.wrong.errors() > 0 {
            let report = short(&verdict.wrong, &verdict.content, ".");
            told.left
                .push(format!("{}: {}", work.key, report.trim_end()));
            known.forget_after(before);
            continue;
        }
        content = verdict.content;
        told.made.push(format!("{id} “{title}”"));
        let voices = known.new[before..].iter();
        told.made
            .extend(voices.map(|(voice, _)| {
                format!("{voice}, a speaker that is not placed on any side yet")
            }));
        let rest = work.rest.iter();
        told.left
            .extend(rest.map(|(key, words)| format!("{}: {key}: {words}", work.key)));
    }
    content
}

/// Content with other files laid over it.
fn over(content: &Sources, files: &BTreeMap<String, String>) -> Sources {
    use crate::source::{Contents, SourceFile};
    let own = content
        .iter()
        .filter(|(_, file)| !files.contains_key(file.path()));
    let own = own.map(|(_, file)| SourceFile::new(file.path().to_owned(), file.contents().clone()));
    let new = files.iter();
    let new = new.map(|(path, text)| SourceFile::new(path.clone(), Contents::Text(text.clone())));
    Sources::new(own.chain(new).collect())
}

/// Writes every file that is new or another one.
fn write(root: &Utf8Path, before: &Sources, after: &Sources) -> Result<(), Failure> {
    let new = after.iter().filter_map(|(_, file)| {
        let old = before.find(file.path()).map(|id| before.file(id).text());
        (old != Some(file.text())).then(|| NewText {
            path: root.join(file.path()),
            old: old.map(str::to_owned),
            new: file.text().to_owned(),
        })
    });
    let amendment = Amendment {
        texts: new.collect(),
        ..Amendment::default()
    };
    Ok(disk::amend(root, &amendment)?)
}
