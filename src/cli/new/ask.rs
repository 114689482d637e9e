use super::super::Failure;
use super::Desk;
use crate::compile::World;
use crate::draft::{Blank, Values, slug};
use crate::naming::Kind;
use std::io::{self, BufRead, IsTerminal, Write};

/// The answer that a source does not give something.
pub const NOT_GIVEN: &str = "-";

/// More ids than this are not listed.
const FEW: usize = 24;

/// Asks somebody at a terminal.
pub struct Asker(io::StdinLock<'static>);

impl Asker {
    /// Somebody to ask, where both ways go to a terminal.
    pub fn on_terminal() -> Option<Self> {
        let is_there = io::stdin().is_terminal() && io::stderr().is_terminal();
        is_there.then(|| Self(io::stdin().lock()))
    }

    /// Asks for the id of the record.
    pub fn id(&mut self, desk: &Desk, values: &Values) -> Result<String, Failure> {
        let named = ["says", "title", "name"]
            .iter()
            .find_map(|key| values.get(*key)?.first());
        let proposed = named.map(|words| slug(words)).unwrap_or_default();
        let mut err = io::stderr();
        if desk.form.kind == Kind::Claim {
            writeln!(
                err,
                "id, as `<document>/<claim>`: it says what the statement is about, and never changes"
            )?;
            offer(&offers(&desk.world, "document"))?;
        } else {
            writeln!(
                err,
                "id: small letters of a to z, digits and hyphens; it never changes"
            )?;
        }
        loop {
            let answer = self.line(&proposed)?;
            if !answer.is_empty() {
                return Ok(answer);
            }
        }
    }

    /// Asks for a field; nothing where it is left open.
    pub fn answer(
        &mut self,
        desk: &Desk,
        blank: &Blank,
        is_needed: bool,
    ) -> Result<Option<String>, Failure> {
        let several = if blank.takes_several && blank.names.is_some() {
            " (several with commas between them)"
        } else {
            ""
        };
        writeln!(
            io::stderr(),
            "\n{}: {}{several}",
            blank.option(),
            blank.sentence()
        )?;
        let mut known = blank.words.clone();
        known.extend(offers(
            &desk.world,
            blank.names.as_deref().unwrap_or_default(),
        ));
        if desk.can_be_missing(&blank.key) {
            known.push((
                NOT_GIVEN.to_owned(),
                "The source does not give it.".to_owned(),
            ));
        }
        known.push((
            "Enter".to_owned(),
            if is_needed {
                "Leave it open."
            } else {
                "Leave it out."
            }
            .to_owned(),
        ));
        offer(&known)?;
        let answer = self.line("")?;
        Ok((!answer.is_empty()).then_some(answer))
    }

    fn line(&mut self, proposed: &str) -> Result<String, Failure> {
        let mut err = io::stderr();
        let before = if proposed.is_empty() {
            String::new()
        } else {
            format!("[{proposed}] ")
        };
        write!(err, "{before}> ")?;
        err.flush()?;
        let mut line = String::new();
        if self.0.read_line(&mut line)? == 0 {
            return Err("there was no answer; nothing was written".into());
        }
        let answer = line.trim();
        Ok(if answer.is_empty() { proposed } else { answer }.to_owned())
    }
}

fn offer(known: &[(String, String)]) -> io::Result<()> {
    let mut err = io::stderr();
    let width = known
        .iter()
        .map(|(id, _)| id.chars().count())
        .max()
        .unwrap_or(0);
    for (id, meaning) in known {
        writeln!(err, "  {id:width$}  {meaning}")?;
    }
    Ok(())
}

/// The ids of a kind of record, with what each is called; none where they are many.
fn offers(world: &World, what: &str) -> Vec<(String, String)> {
    let corpus = &world.corpus;
    let pair = |id: &str, title: &str| (id.to_owned(), title.to_owned());
    let all: Vec<(String, String)> = match what {
        "side" => corpus
            .site
            .sides
            .values()
            .map(|it| pair(&it.id, it.name.first()))
            .collect(),
        "voice" => corpus
            .voices
            .iter()
            .map(|it| pair(&it.id, it.name.first()))
            .collect(),
        "term" => corpus
            .terms
            .iter()
            .map(|it| pair(&it.id, it.name.first()))
            .collect(),
        "document" => corpus
            .documents
            .iter()
            .map(|it| pair(&it.id, it.title.first()))
            .collect(),
        "question" => {
            let questions = corpus.questions();
            questions
                .map(|(id, it)| pair(&corpus.question_path(id), it.asks.first()))
                .collect()
        }
        _ => Vec::new(),
    };
    if all.len() > FEW { Vec::new() } else { all }
}
