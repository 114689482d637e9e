use super::{Failure, Outcome};
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::{self, Write};

/// Print the script by which a shell completes commands and options.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: diptych completions bash > ~/.local/share/bash-completion/completions/diptych"
)]
pub struct Arguments {
    /// The shell.
    shell: Shell,
}

pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    let mut command = super::Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "diptych", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Outcome::Fine)
}
