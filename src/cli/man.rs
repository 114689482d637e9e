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
    man.render_extra_section(page)?;
    each(program, "diptych", page)?;
    man.render_version_section(page)
}

/// What each command below another adds.
fn each(above: &Command, name: &str, page: &mut Vec<u8>) -> io::Result<()> {
    let own = above
        .get_subcommands()
        .filter(|command| command.get_name() != "help");
    for command in own {
        let name = format!("{name} {}", command.get_name());
        writeln!(page, ".SH \"{}\"", name.to_uppercase())?;
        let section = Man::new(command.clone());
        section.render_synopsis_section(page)?;
        section.render_description_section(page)?;
        section.render_options_section(page)?;
        section.render_extra_section(page)?;
        each(command, &name, page)?;
    }
    Ok(())
}
