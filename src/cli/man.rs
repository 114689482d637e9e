use super::{Failure, Outcome};
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;
use std::io::{self, Write};

/// Print the manual: one page that holds every command.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych man > ~/.local/share/man/man1/diptych.1")]
pub struct Arguments {}

pub fn run() -> Result<Outcome, Failure> {
    let mut command = super::Arguments::command();
    command.build();
    let mut page = Vec::new();
    whole(&command, &mut page)?;
    io::stdout().write_all(&page)?;
    Ok(Outcome::Fine)
}

/// The page of the program, and behind it what each command adds to it.
fn whole(program: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let man = Man::new(program.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    for command in program.get_subcommands() {
        if command.get_name() == "help" {
            continue;
        }
        writeln!(
            page,
            ".SH \"DIPTYCH {}\"",
            command.get_name().to_uppercase()
        )?;
        let command = Man::new(command.clone());
        command.render_synopsis_section(page)?;
        command.render_description_section(page)?;
        command.render_options_section(page)?;
        command.render_extra_section(page)?;
    }
    man.render_version_section(page)
}
