//! Files that other programs read, each as its readers read it.

use super::marks::{Leeway, Marks};
use super::page::Findings;
use biblatex::{Bibliography, ChunksExt};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

/// How many documents the corpus has.
const DOCUMENTS: usize = 4;

impl Findings {
    /// Looks at every cell, which no spreadsheet may take for a formula.
    pub fn csv(&mut self, bytes: &[u8], marks: &Marks) {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut rows = csv::Reader::from_reader(bytes);
        for row in rows.records() {
            let row = match row {
                Ok(row) => row,
                Err(error) => return self.faults.push(error.to_string()),
            };
            for cell in &row {
                let is_number = cell.parse::<f64>().is_ok();
                if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !is_number {
                    self.faults.push(format!("a formula: {cell:?}"));
                }
                self.words("cell", cell, Leeway::None, marks);
            }
        }
    }

    /// Looks at the words of a feed, which may have only the elements of feeds and only allowed characters.
    pub fn xml(&mut self, text: &str, marks: &Marks) {
        const ELEMENTS: &str = " feed id title subtitle link updated published author name uri entry summary content category \
            generator rights icon urlset url loc lastmod sitemapindex sitemap xhtml:link ";
        if let Some(found) = text.chars().find(|it| !is_xml(*it)) {
            self.faults.push(format!("{found:?} cannot stand in XML"));
        }
        let mut reader = Reader::from_str(text);
        let mut words = String::new();
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(Event::Start(tag) | Event::Empty(tag)) => {
                    let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                    if !ELEMENTS.contains(&format!(" {name} ")) {
                        self.faults.push(format!("<{name}> is of nobody's making"));
                    }
                    for attribute in tag.attributes() {
                        match attribute
                            .map(|it| it.unescape_value().map(std::borrow::Cow::into_owned))
                        {
                            Ok(Ok(value)) => self.words(&name, &value, Leeway::Blanks, marks),
                            other => self.faults.push(format!("<{name}>: {other:?}")),
                        }
                    }
                }
                Ok(Event::Text(text)) => words.push_str(&text.decode().unwrap()),
                Ok(Event::GeneralRef(entity)) => match entity.resolve_char_ref() {
                    Ok(Some(character)) => words.push(character),
                    _ => match resolve_predefined_entity(&entity.decode().unwrap()) {
                        Some(resolved) => words.push_str(resolved),
                        None => self.faults.push(format!("{entity:?} is no entity")),
                    },
                },
                Ok(Event::End(_) | Event::Decl(_)) => {}
                Ok(other) => self.faults.push(format!("{other:?} is of nobody's making")),
                Err(error) => return self.faults.push(error.to_string()),
            }
        }
        self.words("feed", &words, Leeway::Blanks, marks);
    }

    /// Looks at a bibliography, which has one entry for each document.
    pub fn bibliography(&mut self, text: &str, marks: &Marks) {
        self.bib(text, marks);
        let count = Bibliography::parse(text).map_or(0, |it| it.len());
        if count != DOCUMENTS {
            self.faults.push(format!("{count} entries"));
        }
    }

    /// Looks at entries of a bibliography.
    pub fn bib(&mut self, text: &str, marks: &Marks) {
        let entries = match Bibliography::parse(text) {
            Ok(entries) => entries.into_vec(),
            Err(error) => return self.faults.push(error.to_string()),
        };
        for entry in entries {
            for (name, chunks) in &entry.fields {
                self.words(name, &chunks.format_verbatim(), Leeway::Blanks, marks);
            }
        }
    }

    /// Looks at every line, which is a tag with a value or empty.
    pub fn ris(&mut self, text: &str, marks: &Marks) {
        for line in text.lines().filter(|line| !line.is_empty()) {
            match line.split_once("  -") {
                Some((tag, value)) if tag.len() == 2 => {
                    self.words(tag, value, Leeway::Blanks, marks);
                }
                _ => self
                    .faults
                    .push(format!("a line without a tag: {line:.60}")),
            }
        }
        let ends = text
            .lines()
            .filter(|line| line.starts_with("ER  -"))
            .count();
        if ends != DOCUMENTS {
            self.faults.push(format!("{ends} entries"));
        }
    }
}

/// What XML 1.0 calls a character.
fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
