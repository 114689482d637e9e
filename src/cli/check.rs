use super::{Failure, Outcome, colour};
use crate::compile::{Options, analyse};
use crate::diagnostic::{human, json};
use crate::disk;
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use std::io::{self, Write};

/// Find every fault in the content.
#[derive(Debug, Args)]
pub struct Arguments {
    /// How the report is written: for people on standard error, for programs on standard output.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,

    /// Treat warnings as errors.
    #[arg(long)]
    deny_warnings: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Human,
    Json,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let inputs = disk::read(root)?;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let analysis = analyse(&inputs.content, &texts, &Options::default());
    let report = &analysis.report;
    match arguments.format {
        Format::Human => {
            let words = human(report, &inputs.content, colour());
            io::stderr().write_all(words.as_bytes())?;
        }
        Format::Json => writeln!(io::stdout(), "{}", json(report, &inputs.content))?,
    }
    let denied = arguments.deny_warnings && report.warnings() > 0;
    Ok(if report.errors() > 0 || denied {
        Outcome::Faulty
    } else {
        Outcome::Fine
    })
}
