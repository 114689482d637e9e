use super::build::base_url;
use super::{Failure, Outcome, colour};
use crate::compile::{Options, analyse, edition};
use crate::corpus::Corpus;
use crate::diagnostic::{did_you_mean, human};
use crate::disk;
use crate::export::{DataFile, Edition, TableFormat, comparison};
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use std::io::{self, Write};

/// Write one file of the data, or one question as a table.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych export table industry/standing --format csv")]
pub struct Arguments {
    /// A file below `data/`, such as `claims.json`, or the word `table`.
    name: String,

    /// The question that the table answers, `<theme>/<question>`.
    #[arg(required_if_eq("name", "table"))]
    question: Option<String>,

    /// How the table is written.
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,

    /// The file to write, below the root where it is not absolute; by default, and for `-`, standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<Utf8PathBuf>,

    /// Where the site will lie, in place of `base_url` in `content/site.yaml`.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,

    /// Export drafts.
    #[arg(long)]
    drafts: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Markdown,
    Csv,
    Html,
}

/// What stands for standard output in place of a file.
const STANDARD_OUTPUT: &str = "-";
/// The word that asks for a question in place of a file.
const TABLE: &str = "table";

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let options = Options {
        base_url: arguments.base_url.as_deref().map(base_url).transpose()?,
        drafts: arguments.drafts,
        ..Options::default()
    };
    if let Some(out) = &arguments.out {
        disk::apart(root, arguments.sources.as_deref(), &root.join(out))?;
    }
    let inputs = disk::read(root)?;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let analysis = analyse(&inputs.content, &texts, &options);
    let report = human(&analysis.report, &inputs.content, colour());
    io::stderr().write_all(report.as_bytes())?;
    let sound = analysis.report.errors() == 0;
    let Some(world) = analysis.world.filter(|_| sound) else {
        return Ok(Outcome::Faulty);
    };
    let edition = edition(&inputs.content, &world, &options);
    let bytes = match (&arguments.question, arguments.name.as_str()) {
        (Some(question), TABLE) => table(&edition, question, arguments.format)?,
        (Some(_), name) => {
            return Err(format!("`{name}` takes no question; only `{TABLE}` does").into());
        }
        (None, name) => file(&edition, name)?,
    };
    match &arguments.out {
        Some(out) if out != STANDARD_OUTPUT => {
            disk::write(&root.join(out), &bytes)?;
        }
        _ => io::stdout().write_all(&bytes)?,
    }
    Ok(Outcome::Fine)
}

fn file(edition: &Edition<'_>, name: &str) -> Result<Vec<u8>, Failure> {
    let files = DataFile::all(edition.corpus);
    let names: Vec<String> = files.iter().map(|it| it.name(edition.corpus)).collect();
    if let Some(index) = names.iter().position(|known| known == name) {
        return Ok(files[index].bytes(edition));
    }
    let known = names.iter().map(String::as_str).chain([TABLE]);
    let help = did_you_mean(name, known);
    let help = help.unwrap_or_else(|| "`datapackage.json` names every file".to_owned());
    Err(format!("there is no file `data/{name}`; {help}").into())
}

fn table(edition: &Edition<'_>, question: &str, format: Format) -> Result<Vec<u8>, Failure> {
    let corpus: &Corpus = edition.corpus;
    let questions = corpus.questions();
    let paths: Vec<_> = questions
        .map(|(id, _)| (corpus.question_path(id), id))
        .collect();
    let Some((_, id)) = paths.iter().find(|(path, _)| path == question) else {
        let help = did_you_mean(question, paths.iter().map(|(path, _)| path.as_str()));
        let help = help.unwrap_or_else(|| "write `<theme>/<question>`".to_owned());
        return Err(format!("there is no question `{question}`; {help}").into());
    };
    let format = match format {
        Format::Markdown => TableFormat::Markdown,
        Format::Csv => TableFormat::Csv,
        Format::Html => TableFormat::Html,
    };
    Ok(comparison(edition, *id, format))
}
