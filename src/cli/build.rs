use super::progress::Progress;
use super::tally::Tally;
use super::{Failure, Outcome, colour, counted};
use crate::compile::{Options, analyse, hand_out};
use crate::corpus::Corpus;
use crate::diagnostic::human;
use crate::disk;
use crate::disk::publish::{Publication, PublishError, Strategy};
use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;
use std::io::{self, Write};
use std::time::Instant;

/// Build the site.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: diptych build --out public --base-url https://example.org/widgets/"
)]
pub struct Arguments {
    /// The folder that the site is written to; it has to be new, empty or written by Diptych.
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: Utf8PathBuf,

    /// Where the site will lie, in place of `base_url` in `content/site.yaml`.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,

    /// How many threads work; by default as many as the machine has.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,

    /// Show drafts.
    #[arg(long)]
    drafts: bool,

    /// Leave the search out.
    #[arg(long)]
    no_search: bool,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let start = Instant::now();
    if let Some(jobs) = arguments.jobs {
        rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(jobs))
            .build_global()?;
    }
    let options = Options {
        base_url: arguments.base_url.as_deref().map(base_url).transpose()?,
        drafts: arguments.drafts,
        no_search: arguments.no_search,
    };
    let out = root.join(&arguments.out);
    disk::apart(root, arguments.sources.as_deref(), &out)?;
    let reading = Progress::begin("reading and checking", start);
    let inputs = disk::read(root)?;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let analysis = analyse(&inputs.content, &texts, &options);
    drop(reading);
    let report = human(&analysis.report, &inputs.content, colour());
    io::stderr().write_all(report.as_bytes())?;
    let sound = analysis.report.errors() == 0;
    let Some(world) = analysis.world.filter(|_| sound) else {
        return Ok(Outcome::Faulty);
    };
    let misplaced = |error: PublishError| format!("{error}; {}", error.help());
    let publication = Publication::begin(Strategy::default(), &out).map_err(misplaced)?;
    let (tally, making) = (Tally::default(), Progress::begin("files made", start));
    hand_out(&inputs, &world, &options, &|path, bytes| {
        publication.add(path, bytes);
        tally.count(path, bytes);
        making.add();
    })?;
    let published = publication.finish().map_err(misplaced)?;
    drop(making);
    for warning in tally.warnings() {
        writeln!(io::stderr(), "warning: {warning}")?;
    }
    let pages = tally.pages();
    writeln!(
        io::stdout(),
        "{} in {out}: {pages} pages, {} files written, {} unchanged, {} removed, in {:.2} s",
        contents(&world.corpus),
        published.written,
        published.unchanged,
        published.removed,
        start.elapsed().as_secs_f64(),
    )?;
    Ok(Outcome::Fine)
}

/// "3 documents, 250 claims".
fn contents(corpus: &Corpus) -> String {
    format!(
        "{}, {}",
        counted(corpus.documents.len(), "document"),
        counted(corpus.claims.len(), "claim")
    )
}

/// An absolute address that ends with a slash.
pub(super) fn base_url(given: &str) -> Result<String, String> {
    let rest = given
        .strip_prefix("https://")
        .or_else(|| given.strip_prefix("http://"));
    let has_host = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', ':']));
    let is_odd = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '?' | '#');
    if !has_host || given.contains(is_odd) {
        return Err(format!(
            "`{given}` is not an address on the web; write it whole, beginning with `https://`"
        ));
    }
    Ok(format!("{}/", given.trim_end_matches('/')))
}
