use super::{Failure, Outcome, colour};
use crate::compile::{Analysis, Options, analyse};
use crate::diagnostic::{Report, Severity, did_you_mean, human};
use crate::disk::{self, Amendment, NewText};
use crate::naming::{FileIndex, Kind, Named, Renaming, Shapes, Symbol, rename};
use crate::quote::{Format, Texts, sides};
use crate::source::{Contents, SourceFile, Sources};
use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;
use std::io::{self, Write};
use std::ops::Range;

/// Give a record another id, in every file that names it. The old id of what has a page stays as an alias, so that no link
/// breaks.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych rename example/share-by-2030 half-by-2030")]
pub struct Arguments {
    /// The id as it is: a claim's is `<document>/<claim>`, a question's `<theme>/<question>`.
    old: String,

    /// The new id.
    new: String,

    /// What has the id, where several records have it: `voice`, `document` …
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Option<Kind>,

    /// The folder of source texts, whose names follow their documents; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,
}

fn kind(word: &str) -> Result<Kind, String> {
    let known = Kind::ALL.iter().map(|kind| kind.word());
    let found = Kind::ALL.into_iter().find(|kind| kind.word() == word);
    found.ok_or_else(|| did_you_mean(word, known).unwrap_or_default())
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let content = disk::read(root)?.content;
    let shapes = Shapes::all();
    let files: Vec<&SourceFile> = content.iter().map(|(_, file)| file).collect();
    let is_read =
        |file: &SourceFile| matches!(file.contents(), Contents::Text(_) | Contents::Missing);
    if let Some(file) = files.iter().find(|file| !is_read(file)) {
        let path = file.path();
        return Err(
            format!("`{path}` cannot be read; mend it first, so that no place is missed").into(),
        );
    }
    let indexes: Vec<FileIndex> = files
        .iter()
        .map(|file| FileIndex::new(file.path(), file.text(), &shapes))
        .collect();
    let named = files.iter().zip(&indexes);
    let named: Vec<Named<'_>> = named
        .map(|(file, index)| Named {
            path: file.path(),
            text: file.text(),
            index,
        })
        .collect();
    let symbol = find(&named, &arguments.old, arguments.kind)?;
    let new = own_id(&symbol, &arguments.new)?;
    let mut texts = disk::texts(root, arguments.sources.as_deref())?;
    let Analysis { report, world } = analyse(&content, &texts, &Options::default());
    let sides = world.map(|world| sides(&world.corpus)).unwrap_or_default();
    let renaming = rename(&named, &symbol, new, &sides)?;
    let mut amendment = amendment(root, &content, &renaming);
    if symbol.kind == Kind::Document {
        let folder = disk::texts_folder(root, arguments.sources.as_deref());
        amendment
            .moves
            .extend(copy(&folder, &texts, &symbol.id, new));
        if let Some(text) = texts.remove(&symbol.id) {
            texts.insert(new.to_owned(), text);
        }
    }
    let renamed = renamed(&content, &renaming);
    let after = analyse(&renamed, &texts, &Options::default()).report;
    let caused = caused(&report, &after);
    if caused.errors() > 0 {
        let words = human(&caused, &renamed, colour());
        io::stderr().write_all(words.as_bytes())?;
        return Err(format!("with the id `{new}` this would be wrong; nothing was changed").into());
    }
    disk::amend(root, &amendment)?;
    said(&symbol, new, &renaming)?;
    Ok(Outcome::Fine)
}

/// The record that has an id.
fn find(files: &[Named<'_>], id: &str, kind: Option<Kind>) -> Result<Symbol, Failure> {
    let all = files.iter().flat_map(|file| &file.index.definitions);
    let all: Vec<&Symbol> = all.map(|definition| &definition.symbol).collect();
    let of_kind = |symbol: &&Symbol| kind.is_none_or(|kind| symbol.kind == kind);
    let mut found: Vec<&Symbol> = all.iter().copied().filter(of_kind).collect();
    found.retain(|symbol| symbol.id == id);
    match found.as_slice() {
        [symbol] => Ok((*symbol).clone()),
        [] => {
            let known: Vec<&str> = all
                .iter()
                .copied()
                .filter(of_kind)
                .map(|it| it.id.as_str())
                .collect();
            let help = did_you_mean(id, known);
            let help = help.unwrap_or_else(|| {
                "write a claim as `<document>/<claim>`, a question as `<theme>/<question>`"
                    .to_owned()
            });
            Err(format!("nothing has the id `{id}`; {help}").into())
        }
        several => {
            let kinds: Vec<&str> = several.iter().map(|it| it.kind.word()).collect();
            let kinds = kinds.join(" and a ");
            let first = several[0].kind.word();
            Err(format!("`{id}` is a {kinds}; say which is meant, such as `--kind {first}`").into())
        }
    }
}

/// The last part of a new id; what stands before it has to be as it was.
fn own_id<'a>(symbol: &Symbol, new: &'a str) -> Result<&'a str, Failure> {
    let Some((home, own)) = new.rsplit_once('/') else {
        return Ok(new);
    };
    if symbol.with_own_id(own).id == new {
        return Ok(own);
    }
    let kind = symbol.kind.word();
    Err(format!("a {kind} cannot move to `{home}`; write its new id alone").into())
}

fn replaced(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    for (bytes, words) in edits {
        out += &text[kept..bytes.start];
        out += words;
        kept = bytes.end;
    }
    out + &text[kept..]
}

/// The content as it will be.
fn renamed(content: &Sources, renaming: &Renaming<'_>) -> Sources {
    let files = content.iter().map(|(_, file)| {
        let path = file.path();
        let contents = match renaming.edits.get(path) {
            Some(edits) => Contents::Text(replaced(file.text(), edits)),
            None => file.contents().clone(),
        };
        let moved = renaming.moves.iter().find_map(|(old, new)| {
            let rest = path.strip_prefix(old.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{new}{rest}"))
        });
        SourceFile::new(moved.unwrap_or_else(|| path.to_owned()), contents)
    });
    Sources::new(files.collect())
}

fn amendment(root: &Utf8Path, content: &Sources, renaming: &Renaming<'_>) -> Amendment {
    let texts = renaming.edits.iter().filter_map(|(path, edits)| {
        let old = content.file(content.find(path)?).text();
        Some(NewText {
            path: root.join(path),
            old: Some(old.to_owned()),
            new: replaced(old, edits),
        })
    });
    let moves = renaming.moves.iter();
    Amendment {
        texts: texts.collect(),
        moves: moves
            .map(|(old, new)| (root.join(old), root.join(new)))
            .collect(),
        ..Amendment::default()
    }
}

/// The private copy of a document's text, with the name that it will have.
fn copy(
    folder: &Utf8Path,
    texts: &Texts,
    old: &str,
    new: &str,
) -> Option<(Utf8PathBuf, Utf8PathBuf)> {
    let end = match texts.get(old)?.0 {
        Format::Plain => "txt",
        Format::Markdown => "md",
    };
    let path = |id: &str| folder.join(format!("{id}.{end}"));
    Some((path(old), path(new)))
}

fn said(symbol: &Symbol, new: &str, renaming: &Renaming<'_>) -> io::Result<()> {
    let mut out = io::stdout();
    let (kind, old) = (symbol.kind.word(), &symbol.id);
    writeln!(
        out,
        "the {kind} `{old}` is now `{}`",
        symbol.with_own_id(new).id
    )?;
    for (path, edits) in &renaming.edits {
        let places = if edits.len() == 1 { "place" } else { "places" };
        writeln!(out, "  {path}: {} {places}", edits.len())?;
    }
    for (old, new) in &renaming.moves {
        writeln!(out, "  {old} is now {new}")?;
    }
    Ok(())
}

/// What is at fault with the new id and was not before, where there is more of it.
fn caused(before: &Report, after: &Report) -> Report {
    let mut caused = Report::default();
    if after.errors() <= before.errors() {
        return caused;
    }
    for fault in after.diagnostics() {
        let mut known = before.diagnostics().iter();
        let is_known = known.any(|it| (it.code, &it.message) == (fault.code, &fault.message));
        if fault.severity == Severity::Error && !is_known {
            caused.push(fault.clone());
        }
    }
    caused
}
