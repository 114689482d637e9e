//! `new`: the beginning of a record, from options, from answers, from a bibliography or from an issue.

mod ask;
mod options;

use super::{Failure, Outcome, colour, no_document};
use crate::citation::{Foreign, read_bib, read_csl};
use crate::compile::{Options, World, analyse};
use crate::diagnostic::{did_you_mean, human};
use crate::disk::{self, Amendment, NewText};
use crate::draft::{
    Blank, Draft, Form, Known, Values, document_of, judge, place, read_issue, slug,
};
use crate::naming::Kind;
use crate::quote::Texts;
use crate::source::Sources;
use ask::Asker;
use camino::Utf8Path;
pub use options::Arguments;
use std::io::{self, Write};

/// Fields that are asked for although a record may do without them.
const ASKED: [(Kind, &str); 3] = [
    (Kind::Claim, "voice"),
    (Kind::Voice, "side"),
    (Kind::Document, "url"),
];

/// Everything that is known before the record is written.
struct Desk {
    content: Sources,
    texts: Texts,
    world: World,
    form: Form,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let content = disk::read(root)?.content;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let analysis = analyse(&content, &texts, &Options::default());
    let world = analysis.world;
    let world = world.ok_or("the site cannot be read; `diptych check` says why")?;
    let form = Form::of(arguments.kind);
    let mut known = Known::new(&world.corpus);
    let mut desk = Desk {
        content,
        texts,
        world,
        form,
    };
    let (mut id, mut values) = (arguments.id.clone(), Values::new());
    let mut rest = Vec::new();
    if let Some(file) = &arguments.from_issue {
        let issue = read_issue(&disk::read_text(file)?);
        id = id.or_else(|| issue_id(issue.document.as_deref()?, issue.id, &issue.values));
        values.extend(issue.values);
        rest.extend(issue.rest);
    }
    if let Some(file) = &arguments.from {
        let work = work(file, arguments.entry.as_deref())?;
        id = id.or_else(|| Some(slug(&work.key)).filter(|id| !id.is_empty()));
        values.extend(document_of(&work, &mut known));
        rest.extend(work.rest);
    }
    values.extend(arguments.values.clone());
    if arguments.kind == Kind::Document {
        let today = arguments.today.clone();
        values.entry("added".to_owned()).or_insert(vec![today]);
    }
    let mut asker = Asker::on_terminal();
    let id = match (id, &mut asker) {
        (Some(id), _) => id,
        (None, Some(asker)) => asker.id(&desk, &values)?,
        (None, None) => {
            let kind = desk.form.kind;
            let example = match kind {
                Kind::Claim => "yearbook/exports-grew",
                _ => "widget-institute",
            };
            return Err(format!(
                "name the record, such as `diptych new {} {example}`",
                kind.word()
            )
            .into());
        }
    };
    free(&desk, &id)?;
    for (voice, record) in &known.new {
        desk.content = voice_draft(voice, record).laid_over(&desk.content);
    }
    if let Some(asker) = &mut asker {
        fill(&desk, asker, &id, &mut values)?;
    }
    let draft = desk.draft(&id, &values);
    let verdict = judge(&draft, &desk.content, &desk.texts);
    if verdict.wrong.errors() > 0 {
        let report = human(&verdict.wrong, &verdict.content, colour());
        io::stderr().write_all(report.as_bytes())?;
        writeln!(io::stderr(), "nothing was written")?;
        return Ok(Outcome::Faulty);
    }
    let voices = known.new.iter();
    let voices: Vec<Draft> = voices.map(|(id, record)| voice_draft(id, record)).collect();
    write(root, &desk, voices.iter().chain([&draft]))?;
    for ((voice, _), Draft { path, .. }) in known.new.iter().zip(&voices) {
        writeln!(
            io::stdout(),
            "wrote `{voice}` into {path}:1, a speaker that is not placed on any side yet"
        )?;
    }
    said(&desk, &draft, &id, &values, &verdict.missing, &rest)?;
    let report = human(&verdict.doubtful, &verdict.content, colour());
    io::stderr().write_all(report.as_bytes())?;
    Ok(Outcome::Fine)
}

/// The id of a claim that somebody proposed, made of its statement where none is proposed.
fn issue_id(document: &str, id: Option<String>, values: &Values) -> Option<String> {
    let says = values.get("says").and_then(|says| says.first());
    let own = id.or_else(|| says.map(|says| slug(says)))?;
    Some(format!("{document}/{own}"))
}

/// A work of a bibliography: the one that is named, or the only one.
fn work(file: &Utf8Path, entry: Option<&str>) -> Result<Foreign, Failure> {
    let text = disk::read_text(file)?;
    let is_json = file.extension() == Some("json");
    let works = if is_json {
        read_csl(&text)
    } else {
        read_bib(&text)
    };
    let mut works = works.map_err(|error| format!("cannot read `{file}`: {error}"))?;
    let Some(entry) = entry else {
        return match works.len() {
            1 => Ok(works.remove(0)),
            number => Err(format!(
                "`{file}` has {number} entries; name one with `--entry`, or take them all with `diptych import`"
            )
            .into()),
        };
    };
    let keys: Vec<String> = works.iter().map(|work| work.key.clone()).collect();
    works.retain(|work| work.key == entry);
    let help = did_you_mean(entry, keys.iter().map(String::as_str)).unwrap_or_default();
    let found = works.into_iter().next();
    found.ok_or_else(|| format!("`{file}` has no entry `{entry}`; {help}").into())
}

fn voice_draft(id: &str, record: &str) -> Draft {
    Draft {
        path: format!("content/voices/{id}.yaml"),
        text: record.to_owned(),
        records: std::iter::once(0..record.len()).collect(),
        is_there: false,
    }
}

/// Says why a record of this id cannot be written.
fn free(desk: &Desk, id: &str) -> Result<(), Failure> {
    if desk.form.kind == Kind::Claim {
        let Some((document, _)) = id.split_once('/') else {
            return Err(
                format!("write the id of a claim as `<document>/<claim>`, not `{id}`").into(),
            );
        };
        let corpus = &desk.world.corpus;
        if corpus.documents.iter().any(|it| it.id == document) {
            return Ok(());
        }
        return Err(no_document(document, corpus, &desk.content));
    }
    if desk.draft(id, &Values::new()).is_there {
        let kind = desk.form.kind.word();
        return Err(format!("there is a {kind} `{id}` already; choose another id").into());
    }
    Ok(())
}

impl Desk {
    fn draft(&self, id: &str, values: &Values) -> Draft {
        let own = id.rsplit('/').next().unwrap_or(id);
        let record = self.form.write(own, values);
        let quote = values.get("quote").and_then(|parts| parts.first());
        place(
            self.form.kind,
            id,
            &record,
            quote.map(String::as_str),
            &self.content,
            &self.texts,
            &self.world,
        )
    }
}

/// Asks for what nobody has said yet, and refuses at once what cannot be.
fn fill(desk: &Desk, asker: &mut Asker, id: &str, values: &mut Values) -> Result<(), Failure> {
    let mut passed: Vec<String> = Vec::new();
    loop {
        let needed = desk
            .form
            .needed(values)
            .into_iter()
            .map(|blank| (blank, true));
        let more = ASKED.iter().filter(|(kind, _)| *kind == desk.form.kind);
        let more = more.filter_map(|(_, key)| Some((desk.form.blank(key)?, false)));
        let of_voice = values.get("voice").and_then(|_| desk.form.blank("mode"));
        let more = more.chain(of_voice.map(|blank| (blank, false)));
        let is_open = |(blank, _): &(&Blank, bool)| {
            !values.contains_key(&blank.key) && !passed.contains(&blank.key)
        };
        let next = needed.chain(more).find(is_open);
        let Some((blank, is_needed)) = next else {
            return Ok(());
        };
        let Some(answer) = asker.answer(desk, blank, is_needed)? else {
            passed.push(blank.key.clone());
            continue;
        };
        let mut tried = values.clone();
        if answer == ask::NOT_GIVEN && desk.can_be_missing(&blank.key) {
            let not_given = tried.entry("not_given".to_owned()).or_default();
            not_given.push(blank.key.clone());
        } else {
            let one = || vec![answer.clone()];
            let several = || answer.split(',').map(|it| it.trim().to_owned()).collect();
            let is_list = blank.takes_several && blank.names.is_some();
            tried.insert(blank.key.clone(), if is_list { several() } else { one() });
        }
        let verdict = judge(&desk.draft(id, &tried), &desk.content, &desk.texts);
        if verdict.wrong.errors() > 0 {
            let report = human(&verdict.wrong, &verdict.content, colour());
            io::stderr().write_all(report.as_bytes())?;
        } else {
            *values = tried;
        }
    }
}

impl Desk {
    /// Whether a source may be said not to give a field.
    fn can_be_missing(&self, key: &str) -> bool {
        let words = self.form.blank("not_given").map(|blank| &blank.words);
        words.is_some_and(|words| words.iter().any(|(word, _)| word == key))
    }
}

/// Writes a record and the voices that it needs.
fn write<'a>(
    root: &Utf8Path,
    desk: &Desk,
    drafts: impl Iterator<Item = &'a Draft>,
) -> Result<(), Failure> {
    let texts = drafts.map(|draft| {
        // The voices are in this content before they are written.
        let old = desk.content.find(&draft.path).filter(|_| draft.is_there);
        NewText {
            path: root.join(&draft.path),
            old: old.map(|file| desk.content.file(file).text().to_owned()),
            new: draft.text.clone(),
        }
    });
    let amendment = Amendment {
        texts: texts.collect(),
        ..Amendment::default()
    };
    Ok(disk::amend(root, &amendment)?)
}

fn said(
    desk: &Desk,
    draft: &Draft,
    id: &str,
    values: &Values,
    missing: &[String],
    rest: &[(String, String)],
) -> io::Result<()> {
    let mut out = io::stdout();
    let above = draft.records.first().map_or(0, |record| record.start);
    let line = draft.text[..above].matches('\n').count() + 1;
    writeln!(out, "wrote `{id}` into {}:{line}", draft.path)?;
    let not_given = values.get("not_given").cloned().unwrap_or_default();
    let is_open = |blank: &&Blank| {
        let given = values.get(&blank.key);
        given.is_none_or(Vec::is_empty) && !not_given.contains(&blank.key)
    };
    let open: Vec<&Blank> = desk
        .form
        .needed(values)
        .into_iter()
        .filter(is_open)
        .collect();
    if !open.is_empty() || !missing.is_empty() {
        writeln!(out, "left to fill in:")?;
        let width = open.iter().map(|blank| blank.key.len()).max().unwrap_or(0);
        for lack in missing {
            writeln!(out, "  {lack}")?;
        }
        for blank in open {
            writeln!(out, "  {:width$}  {}", blank.key, blank.sentence())?;
        }
    }
    if !rest.is_empty() {
        writeln!(out, "not taken over, since there is no field for it:")?;
        for (key, words) in rest {
            writeln!(out, "  {key}: {words}")?;
        }
    }
    if desk.form.kind == Kind::Claim {
        let document = id.split('/').next().unwrap_or_default();
        writeln!(out, "then: diptych pin {document}")?;
    }
    Ok(())
}
