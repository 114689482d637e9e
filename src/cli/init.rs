use super::{Failure, Outcome};
use crate::disk::{self, Amendment, NewText};
use crate::source::one_line;
use crate::starter::{NewSide, starter};
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use std::io::{self, Write};

/// Begin a comparison of two sides or more, on any subject; or copy the built-in templates or static files out.
///
/// The new folder holds a worked example that checks clean and builds at once. No file is ever overwritten.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: diptych init widgets --title \"North and South on widgets\" --sides \"The North,The South\""
)]
pub struct Arguments {
    /// The folder of the comparison; it has to be new or empty.
    #[arg(
        value_name = "DIR",
        required_unless_present = "eject",
        conflicts_with = "eject"
    )]
    folder: Option<Utf8PathBuf>,

    /// The title of the site; by default the name of the folder.
    #[arg(long, value_parser = title)]
    title: Option<String>,

    /// The sides, in the order of their columns, each as `Name` or `id=Name`.
    #[arg(long, value_name = "SIDES", value_delimiter = ',', default_value = "The North,The South", value_parser = NewSide::read)]
    sides: Vec<NewSide>,

    /// Copy what is built in into the root, to be changed there.
    #[arg(long, value_name = "WHAT")]
    eject: Option<Ejected>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Ejected {
    /// Every template, and the words of the interface.
    Templates,
    /// Style sheets, scripts and pictures.
    Static,
}

fn title(written: &str) -> Result<String, String> {
    let title = one_line(written);
    if title.is_empty() {
        return Err("a site needs a title; write its words, or leave `--title` out".to_owned());
    }
    Ok(title)
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    match (&arguments.folder, arguments.eject) {
        (Some(folder), _) => begin(&root.join(folder), arguments),
        (None, what) => eject(root, what.unwrap_or(Ejected::Templates)),
    }
}

fn begin(folder: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let sides = &arguments.sides;
    if sides.len() < 2 {
        return Err(
            "a comparison has two sides or more; write `--sides \"The North,The South\"`".into(),
        );
    }
    for (at, side) in sides.iter().enumerate() {
        if sides[..at].iter().any(|other| other.id == side.id) {
            let id = &side.id;
            return Err(
                format!("two sides have the id `{id}`; write `id=Name` for one of them").into(),
            );
        }
    }
    super::take_up(folder)?;
    if !disk::is_free(folder)? {
        return Err(format!("`{folder}` is not empty; name a new folder").into());
    }
    let name = folder.file_name().unwrap_or("Comparison").replace('-', " ");
    let mut letters = name.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    let name = first.unwrap_or_default() + letters.as_str();
    let files = starter(arguments.title.as_deref().unwrap_or(&name), sides);
    let texts = files.iter().map(|(path, text)| NewText {
        path: folder.join(path),
        old: None,
        new: text.clone(),
    });
    let amendment = Amendment {
        texts: texts.collect(),
        ..Amendment::default()
    };
    disk::amend(folder, &amendment)?;
    let place = disk::real_path(folder)?;
    let mut above = place.ancestors();
    let top = above.find(|it| disk::is_there(&it.join(".git")));
    if let Some(top) = top.filter(|top| *top != place) {
        let below = place.strip_prefix(top).unwrap_or(&place);
        writeln!(
            io::stderr(),
            "note: GitHub looks for workflows at the top of a repository, which is `{top}`: move `{below}/.github` there, \
             give the commands of the workflow `--root {below}`, and upload `{below}/public`"
        )?;
    }
    let ids: Vec<String> = sides.iter().map(|side| format!("`{}`", side.id)).collect();
    writeln!(
        io::stdout(),
        "wrote a comparison of {} into `{folder}`: {} files; its README.md says what to replace first\n\
         then: diptych build --root {folder}",
        ids.join(", "),
        files.len(),
    )?;
    Ok(Outcome::Fine)
}

fn eject(root: &Utf8Path, what: Ejected) -> Result<Outcome, Failure> {
    let (name, files) = match what {
        Ejected::Templates => ("templates", disk::built_in_templates()),
        Ejected::Static => ("static", disk::built_in_statics()),
    };
    let folder = root.join(name);
    let mut written = 0;
    for (path, bytes) in &files {
        let target = folder.join(path);
        if disk::is_there(&target) {
            writeln!(io::stderr(), "kept `{target}`, which is there already")?;
        } else {
            disk::create(&target, bytes)?;
            written += 1;
        }
    }
    writeln!(
        io::stdout(),
        "wrote {written} of {} files into `{folder}`; remove those that you do not change, and they stay up to date",
        files.len()
    )?;
    Ok(Outcome::Fine)
}
