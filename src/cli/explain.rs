use super::{Failure, Outcome};
use crate::diagnostic::{Code, did_you_mean};
use clap::Args;
use std::io::{self, Write};

/// Tell what a fault means, with an example of it and of its mend.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych explain quote-not-found")]
pub struct Arguments {
    /// The code, as reports print it; without one, every code is listed.
    code: Option<String>,
}

pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let mut out = io::stdout();
    let Some(name) = &arguments.code else {
        for code in Code::ALL {
            writeln!(out, "{code} ({})", code.severity())?;
        }
        return Ok(Outcome::Fine);
    };
    let Ok(code) = name.parse::<Code>() else {
        let help = did_you_mean(name, Code::ALL.iter().map(|code| code.name()));
        let help = help.unwrap_or_else(|| "run `diptych explain` for the list".to_owned());
        return Err(format!("there is no code `{name}`; {help}").into());
    };
    out.write_all(code.explanation().as_bytes())?;
    Ok(Outcome::Fine)
}
