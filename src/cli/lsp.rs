use super::{Failure, Outcome};
use crate::disk::real_path;
use crate::lsp;
use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;
use lsp_server::Connection;

/// Answer an editor that speaks the Language Server Protocol, over standard input and output.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych lsp --sources ../texts")]
pub struct Arguments {
    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let sources = arguments.sources.as_deref().map(real_path).transpose()?;
    let (connection, threads) = Connection::stdio();
    let served = lsp::serve(&connection, root, sources.as_deref());
    // The thread that writes ends when nobody can send any more.
    drop(connection);
    served.map_err(|failure| -> Failure { failure })?;
    threads.join()?;
    Ok(Outcome::Fine)
}
