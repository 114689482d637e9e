use super::build::base_url;
use super::{Failure, Outcome, colour};
use crate::compile::{Options, analyse, has_messages};
use crate::diagnostic::{Mended, Report, github, human, json, mended, sarif, short};
use crate::disk::{self, Amendment, NewText};
use crate::source::Sources;
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use std::io::{self, Write};

/// Find every fault in the content.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych check --fix --deny-warnings")]
pub struct Arguments {
    /// How the report is written: for people on standard error, for programs on standard output.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,

    /// Where the site will lie, as it will be given to `build`.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,

    /// First mend what can be mended for certain: names of which only one can be meant, quotation marks,
    /// misspelt keys.
    #[arg(long)]
    fix: bool,

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

/// A mend can bring to light what can be mended behind it; no content needs as many rounds.
const ROUNDS: usize = 8;

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let options = Options {
        base_url: arguments.base_url.as_deref().map(base_url).transpose()?,
        ..Options::default()
    };
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let mut inputs = disk::read(root)?;
    let mut analysis = analyse(&inputs.content, &texts, &options);
    let mut rounds = if arguments.fix { ROUNDS } else { 0 };
    while rounds > 0 && mend(root, &analysis.report, &inputs.content)? {
        rounds -= 1;
        inputs = disk::read(root)?;
        analysis = analyse(&inputs.content, &texts, &options);
    }
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
    // A build would fail, after a check that found nothing.
    if let Some(world) = &analysis.world {
        has_messages(&inputs, &world.corpus.site)?;
    }
    let denied = arguments.deny_warnings && report.warnings() > 0;
    Ok(if report.errors() > 0 || denied {
        Outcome::Faulty
    } else {
        Outcome::Fine
    })
}

/// Writes every certain mend and says which; whether there was one.
fn mend(root: &Utf8Path, report: &Report, content: &Sources) -> Result<bool, Failure> {
    let files = mended(report, content);
    let texts = files.iter().map(|mended| {
        let file = content.file(mended.file);
        NewText {
            path: root.join(file.path()),
            old: Some(file.text().to_owned()),
            new: mended.text.clone(),
        }
    });
    let amendment = Amendment {
        texts: texts.collect(),
        ..Amendment::default()
    };
    disk::amend(root, &amendment)?;
    let mut out = io::stderr().lock();
    for Mended { file, changes, .. } in &files {
        let file = content.file(*file);
        for change in changes {
            let place = file.position(change.span.range().start);
            let old = content.text(change.span);
            let (path, line, column) = (file.path(), place.line, place.column);
            writeln!(
                out,
                "mended {path}:{line}:{column}: `{old}` is now `{}`",
                change.text
            )?;
        }
    }
    Ok(!files.is_empty())
}
