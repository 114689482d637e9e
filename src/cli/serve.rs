use super::build::base_url;
use super::{Failure, Outcome, colour, counted};
use crate::compile::Options;
use crate::diagnostic::human;
use crate::disk::real_path;
use crate::serve::{Editor, Said, Say, Settings, serve};
use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

/// Show the site while you write: each save is seen at once, and what is wrong is laid over the page.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych serve --open --drafts")]
pub struct Arguments {
    /// The port; where it is taken, the next one that is free.
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    port: u16,

    /// The name or the number at which the server listens; other machines reach it only if this is no
    /// loopback address.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,

    /// Open the site in the browser.
    #[arg(long)]
    open: bool,

    /// Show drafts.
    #[arg(long)]
    drafts: bool,

    /// Where the site will lie, in place of `base_url` in `content/site.yaml`.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,

    /// Where a click on a place of the report leads: `vscode`, `vscodium`, `zed`, `idea`, or an address with
    /// `{path}`, `{line}` and `{column}` in it.
    #[arg(long, value_name = "EDITOR", default_value = "vscode")]
    editor: Editor,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let settings = Settings {
        root: real_path(root)?,
        sources: arguments.sources.as_deref().map(real_path).transpose()?,
        host: arguments.host.clone(),
        port: arguments.port,
        options: Options {
            base_url: arguments.base_url.as_deref().map(base_url).transpose()?,
            drafts: arguments.drafts,
            no_search: false,
        },
        editor: arguments.editor.clone(),
    };
    let opens = arguments.open;
    let last_report = Mutex::new(String::new());
    let say = move |said: Said<'_>| {
        let last_report = last_report.lock();
        let mut last_report = last_report.unwrap_or_else(PoisonError::into_inner);
        // Where nobody reads what is said, the pages still show it.
        let _ = tell(said, &mut last_report);
        if let Said::Serving { address, .. } = said
            && opens
        {
            open(address);
        }
    };
    let say: Say = Arc::new(say);
    serve(&settings, &say)?;
    Ok(Outcome::Fine)
}

/// Says what happened; a report is not said twice in a row.
fn tell(said: Said<'_>, last_report: &mut String) -> io::Result<()> {
    match said {
        Said::Serving { address, taken } => {
            if let Some(port) = taken {
                writeln!(
                    io::stderr(),
                    "port {port} is taken, so it is the next one that is free"
                )?;
            }
            writeln!(io::stdout(), "serving {address}, until Ctrl-C")?;
            io::stdout().flush()
        }
        Said::Found(report, sources) => {
            let words = human(report, sources, colour());
            if *last_report != words {
                io::stderr().write_all(words.as_bytes())?;
                *last_report = words;
            }
            Ok(())
        }
        Said::Made {
            documents,
            claims,
            time,
        } => {
            let documents = counted(documents, "document");
            let claims = counted(claims, "claim");
            let time = time.as_secs_f64() * 1000.0;
            writeln!(io::stderr(), "{documents}, {claims}, in {time:.0} ms")
        }
        Said::Failed(message) => {
            last_report.clear();
            writeln!(io::stderr(), "error: {message}")
        }
    }
}

/// Opens an address in the browser of the desktop, where there is one.
fn open(address: &str) {
    let mut command = if cfg!(target_os = "windows") {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    };
    let command = command.arg(address).stdin(Stdio::null());
    let started = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if let Err(error) = started {
        let _ = writeln!(
            io::stderr(),
            "cannot open a browser: {error}; open {address} yourself"
        );
    }
}
