use super::progress::Progress;
use super::tally::Tally;
use super::{Failure, Outcome, colour, counted};
use crate::compile::{Made, Options, analyse, fingerprint, hand_out};
use crate::corpus::{Corpus, base_address, is_address};
use crate::diagnostic::{did_you_mean, human};
use crate::disk::publish::{Digest, Publication, PublishError, Published, Strategy};
use crate::disk::{self, LastBuild};
use crate::source::Inputs;
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
    /// The folder that the site is written to, below the root where it is not absolute; it has to be new, empty or written by
    /// Diptych.
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
    let fingerprint = disk::program().map(|it| fingerprint(&it, &inputs, &texts, &options));
    if let Some((last, published)) = fingerprint.as_ref().and_then(|it| done(root, &out, it)) {
        drop(reading);
        let report = &last.reports[usize::from(colour())];
        io::stderr().write_all(report.as_bytes())?;
        return tell(&last, &out, &published, start);
    }
    let analysis = analyse(&inputs.content, &texts, &options);
    drop(reading);
    let reports = [false, true].map(|it| human(&analysis.report, &inputs.content, it));
    io::stderr().write_all(reports[usize::from(colour())].as_bytes())?;
    let sound = analysis.report.errors() == 0;
    let Some(world) = analysis.world.filter(|_| sound) else {
        return Ok(Outcome::Faulty);
    };
    let misplaced = |error: PublishError| format!("{error}; {}", error.help());
    let publication = Publication::begin(Strategy::default(), &out).map_err(misplaced)?;
    let unused = unused_templates(&inputs);
    let (tally, digest) = (Tally::default(), Digest::default());
    let making = Progress::begin("files made", start);
    hand_out(inputs, &world, &options, &|path, made| {
        let size = match made {
            Made::Whole(bytes) => {
                publication.add(path, bytes);
                digest.add(path, bytes);
                bytes.len() as u64
            }
            Made::InParts(write) => {
                let mut size = 0;
                publication.add_in_parts(path, |publish| {
                    digest.add_in_parts(path, |sum| {
                        write(&mut |part| {
                            publish(part);
                            sum(part);
                            size += part.len() as u64;
                        });
                    });
                });
                size
            }
        };
        tally.count(path, size);
        making.add();
    })?;
    let published = publication.finish().map_err(misplaced)?;
    drop(making);
    let last = LastBuild {
        fingerprint: fingerprint.unwrap_or_default(),
        digest: digest.text(),
        reports,
        warnings: unused.into_iter().chain(tally.warnings()).collect(),
        contents: contents(&world.corpus),
        pages: tally.pages(),
    };
    if !last.fingerprint.is_empty() {
        last.keep(root, &out);
    }
    tell(&last, &out, &published, start)
}

/// Own templates that stand in the place of no other and that no other takes in: their names or folders are not those that
/// were meant.
fn unused_templates(inputs: &Inputs) -> Vec<String> {
    let built_in = disk::built_in_templates();
    let is_named = |name: &str| {
        let mut texts = inputs.templates.iter().map(|template| &template.text);
        let names = ['"', '\''].map(|mark| format!("{mark}{name}{mark}"));
        texts.any(|text| names.iter().any(|name| text.contains(name)))
    };
    let names = inputs
        .templates
        .iter()
        .map(|template| template.name.as_str());
    let unused = names.filter(|name| {
        !built_in.contains_key(*name) && !name.starts_with("i18n/") && !is_named(name)
    });
    let warnings = unused.map(|name| {
        let meant = did_you_mean(name, built_in.keys().map(String::as_str));
        let help = meant.unwrap_or_else(|| {
            "give it the name of the one that it replaces, or `include` it in one".to_owned()
        });
        format!("no page is made with `templates/{name}`; {help}")
    });
    warnings.collect()
}

/// The last build, where it was the same and its site stands as it left it.
fn done(root: &Utf8Path, out: &Utf8Path, fingerprint: &str) -> Option<(LastBuild, Published)> {
    let last = LastBuild::recall(root, out)?;
    if last.fingerprint != fingerprint {
        return None;
    }
    let publication = Publication::begin(Strategy::default(), out).ok()?;
    let published = publication.holds(&last.digest)?;
    Some((last, published))
}

/// Says what a build came to.
fn tell(
    build: &LastBuild,
    out: &Utf8Path,
    published: &Published,
    start: Instant,
) -> Result<Outcome, Failure> {
    for warning in &build.warnings {
        writeln!(io::stderr(), "warning: {warning}")?;
    }
    for path in &published.remains {
        writeln!(
            io::stderr(),
            "warning: `{}` looks like the old site of a build that was killed, and holds files that diptych did not \
             write; move what is yours to `{out}`, and remove the folder",
            path.display()
        )?;
    }
    writeln!(
        io::stdout(),
        "{} in {out}: {} pages, {} files written, {} unchanged, {} removed, in {:.2} s",
        build.contents,
        build.pages,
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
    if !is_address(given) {
        return Err(format!(
            "`{given}` is not an address on the web; write it whole, beginning with `https://`"
        ));
    }
    base_address(given).ok_or_else(|| {
        format!("no page can lie below `{given}`; write it without a user, `?` and `#`")
    })
}
