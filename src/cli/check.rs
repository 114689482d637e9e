use super::{Failure, Outcome, colour};
use crate::compile::{Options, analyse};
use crate::diagnostic::{github, human, json, sarif, short};
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
    /// With the lines and what to do, in words.
    Human,
    /// One line a fault: `file:line:column: severity[code]: message`.
    Short,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub Actions, which become annotations.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let inputs = disk::read(root)?;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let analysis = analyse(&inputs.content, &texts, &Options::default());
    let (report, content) = (&analysis.report, &inputs.content);
    match arguments.format {
        Format::Human => {
            let words = human(report, content, colour());
            io::stderr().write_all(words.as_bytes())?;
        }
        Format::Short => write!(io::stdout(), "{}", short(report, content, root.as_str()))?,
        Format::Json => writeln!(io::stdout(), "{}", json(report, content))?,
        Format::Github => write!(io::stdout(), "{}", github(report, content, root.as_str()))?,
        Format::Sarif => writeln!(io::stdout(), "{}", sarif(report, content, root.as_str()))?,
    }
    let denied = arguments.deny_warnings && report.warnings() > 0;
    Ok(if report.errors() > 0 || denied {
        Outcome::Faulty
    } else {
        Outcome::Fine
    })
}
