use super::{Failure, Outcome};
use crate::disk;
use crate::export::SchemaFile;
use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;
use std::io::{self, Write};

/// Write the JSON Schema of every file below `content/`, by which editors complete and check.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych schema --out .vscode/schema")]
pub struct Arguments {
    /// The folder to write into; below the root where it is not absolute.
    #[arg(long, value_name = "DIR", default_value = ".vscode/schema")]
    out: Utf8PathBuf,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let folder = root.join(&arguments.out);
    disk::make_folder(&folder)?;
    for file in SchemaFile::all() {
        let path = folder.join(file.name());
        if disk::write(&path, file.text().as_bytes())? {
            writeln!(io::stderr(), "wrote `{path}`")?;
        }
    }
    Ok(Outcome::Fine)
}
