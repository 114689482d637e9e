use super::{Failure, Outcome};
use crate::compile::{Analysis, Options, World, analyse, build};
use crate::diagnostic::Report;
use crate::difference::{State, compare, markdown};
use crate::disk;
use crate::quote::Texts;
use crate::site::Bundle;
use crate::source::{Inputs, Sources};
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use std::io::{self, Write};

/// Say what a change means: statements, cells whose state turns, balance, figures, and links that would die.
///
/// Ends with 1 where an id is gone without an alias: permalinks never die.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych diff main HEAD --format json")]
pub struct Arguments {
    /// The state before: a folder that holds `content/`, or a revision of git.
    old: String,

    /// The state after; by default the content as it is now.
    new: Option<String>,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For a reviewer to read.
    Markdown,
    /// One object.
    Json,
}

/// One state, read and analysed.
struct Read {
    name: String,
    content: Sources,
    world: World,
    report: Report,
    site: Option<Bundle>,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let own = disk::read(root)?;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let old = read(root, &own, &arguments.old, &texts)?;
    let new = arguments.new.as_deref().unwrap_or(root.as_str());
    let new = read(root, &own, new, &texts)?;
    let (old, new) = (old.state(), new.state());
    let difference = compare(&old, &new);
    let mut out = io::stdout();
    match arguments.format {
        Format::Markdown => write!(out, "{}", markdown(&difference))?,
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(&difference)?)?,
    }
    if !difference.breaks_links() {
        return Ok(Outcome::Fine);
    }
    let number = difference.vanished.len();
    let gone = if number == 1 {
        "id is gone"
    } else {
        "ids are gone"
    };
    let help = if difference.whole {
        "`diptych rename` leaves one"
    } else {
        "where a record is only faulty, mend it: `diptych check` tells which; else `diptych rename` leaves one"
    };
    writeln!(
        io::stderr(),
        "error: {number} {gone} without an alias; {help}"
    )?;
    Ok(Outcome::Faulty)
}

/// Reads a folder or a revision; templates and static files are those of the root, so that only content differs.
fn read(root: &Utf8Path, own: &Inputs, name: &str, texts: &Texts) -> Result<Read, Failure> {
    let content = disk::content_of(root, name)?;
    let options = Options {
        // Pages of two states differ only where their words do.
        base_url: Some("https://example.org/".to_owned()),
        drafts: false,
        // Nobody reviews it.
        no_search: true,
    };
    let Analysis { world, report } = analyse(&content, texts, &options);
    let world = world.ok_or_else(|| format!("the site of `{name}` cannot be read"))?;
    let inputs = Inputs {
        content,
        templates: own.templates.clone(),
        statics: own.statics.clone(),
    };
    let is_sound = report.errors() == 0;
    let site = is_sound
        .then(|| build(&inputs, &world, &options))
        .transpose()?;
    Ok(Read {
        name: name.to_owned(),
        content: inputs.content,
        world,
        report,
        site,
    })
}

impl Read {
    fn state(&self) -> State<'_> {
        State {
            name: &self.name,
            content: &self.content,
            world: &self.world,
            report: &self.report,
            site: self.site.as_ref(),
        }
    }
}
