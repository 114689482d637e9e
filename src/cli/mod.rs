//! The command line: the only place that prints. One file a command.
//!
//! Exit status: 0 fine, 1 the content has errors (or warnings, when denied), 2 the machine failed or
//! the call is wrong. Reports go to standard error, data to standard output.

mod build;
mod check;
mod completions;
mod diff;
mod explain;
mod export;
mod import;
mod init;
mod locate;
mod lsp;
mod man;
mod new;
mod pin;
mod progress;
mod rename;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod stats;
mod tally;

use crate::corpus::Corpus;
use crate::diagnostic::did_you_mean;
use crate::disk::{self, TakenBack};
use crate::source::Sources;
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Parser, Subcommand};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Compiles hand-curated annotations of documents into a site that lays the sides of an argument next
/// to each other.
#[derive(Debug, Parser)]
#[command(name = "diptych", version, about, max_term_width = 100)]
#[command(
    after_help = "Example: diptych init widgets --title Widgets --sides \"The North,The South\""
)]
struct Arguments {
    /// The folder that holds `content/` and, where the site has its own, `templates/` and `static/`.
    #[arg(long, value_name = "DIR", default_value = ".", global = true)]
    root: Utf8PathBuf,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Arguments),
    Check(check::Arguments),
    Completions(completions::Arguments),
    Diff(diff::Arguments),
    Explain(explain::Arguments),
    Export(export::Arguments),
    Import(import::Arguments),
    Init(init::Arguments),
    Locate(locate::Arguments),
    Lsp(lsp::Arguments),
    Man(man::Arguments),
    New(new::Arguments),
    Pin(pin::Arguments),
    Rename(rename::Arguments),
    Schema(schema::Arguments),
    #[cfg(feature = "serve")]
    Serve(serve::Arguments),
    Stats(stats::Arguments),
}

/// How a command ended.
enum Outcome {
    /// All is well.
    Fine,
    /// The content has errors.
    Faulty,
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let result = take_up(&arguments.root).and_then(|()| arguments.command.run(&arguments.root));
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Faulty) => ExitCode::from(1),
        // A reader such as `head` has seen enough.
        Err(error) if is_broken_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

impl Command {
    fn run(&self, root: &Utf8Path) -> Result<Outcome, Failure> {
        match self {
            Command::Build(own) => build::run(root, own),
            Command::Check(own) => check::run(root, own),
            Command::Completions(own) => completions::run(own),
            Command::Diff(own) => diff::run(root, own),
            Command::Explain(own) => explain::run(own),
            Command::Export(own) => export::run(root, own),
            Command::Import(own) => import::run(root, own),
            Command::Init(own) => init::run(root, own),
            Command::Locate(own) => locate::run(root, own),
            Command::Lsp(own) => lsp::run(root, own),
            Command::Man(_) => man::run(),
            Command::New(own) => new::run(root, own),
            Command::Pin(own) => pin::run(root, own),
            Command::Rename(own) => rename::run(root, own),
            Command::Schema(own) => schema::run(root, own),
            #[cfg(feature = "serve")]
            Command::Serve(own) => serve::run(root, own),
            Command::Stats(own) => stats::run(root, own),
        }
    }
}

/// Takes back what a command that was killed had begun in a root, and says so.
fn take_up(root: &Utf8Path) -> Result<(), Failure> {
    let taken = disk::take_up(root)?;
    let mut out = io::stderr();
    for file in &taken {
        match file {
            TakenBack::Restored(path) => writeln!(out, "took back the change of `{path}`")?,
            TakenBack::Kept(path) => writeln!(out, "kept `{path}`, which was changed since")?,
            TakenBack::Foreign(path) => writeln!(
                out,
                "left `{path}` alone, which you did not begin here; look who brought it, then remove it"
            )?,
        }
    }
    if !taken.iter().all(|it| matches!(it, TakenBack::Foreign(_))) {
        writeln!(
            out,
            "a command was stopped before it had written all; run it again"
        )?;
    }
    Ok(())
}

/// The date, in the time zone of all.
fn today() -> String {
    const DAY: u64 = 24 * 60 * 60;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = now.unwrap_or(Duration::ZERO).as_secs() / DAY;
    let first = jiff::civil::date(1970, 1, 1);
    let days = jiff::Span::new().days(i64::try_from(days).unwrap_or(0));
    first.checked_add(days).unwrap_or(first).to_string()
}

/// What a command that reads source texts says where there are none.
const NO_TEXT: &str = "no source text is at hand; put `<document>.txt` into `sources/`, or name a folder with `--sources`";

/// "3 documents".
fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

type Failure = Box<dyn std::error::Error>;

fn is_broken_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Whether standard error takes colour: on a terminal, unless `NO_COLOR` is set.
fn colour() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !refused
}

/// Says why a command cannot use a document.
fn no_document(name: &str, corpus: &Corpus, content: &Sources) -> Failure {
    let record = format!("content/documents/{name}/document.yaml");
    if content.find(&record).is_some() {
        return format!("the record of `{name}` has faults; `diptych check` tells which").into();
    }
    let known = corpus.documents.iter().map(|it| it.id.as_str());
    let help = did_you_mean(name, known);
    let help = help.unwrap_or_else(|| "make it first with `diptych new document`".to_owned());
    format!("there is no document `{name}`; {help}").into()
}
