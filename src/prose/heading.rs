use std::collections::HashMap;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

/// The id of a heading without a letter or digit.
const NAMELESS: &str = "section";

/// Puts headings below the title of the page, with no level left out.
pub(super) fn level_headings<'a>(events: impl Iterator<Item = Event<'a>>) -> Vec<Event<'a>> {
    let mut levelled: Vec<Event<'a>> = events.collect();
    let mut open = Vec::new();
    let mut start = None;
    for at in 0..levelled.len() {
        match &levelled[at] {
            Event::Start(Tag::Heading { .. }) => start = Some(at),
            Event::End(TagEnd::Heading(level)) => {
                let level = settled(&mut open, *level);
                levelled[at] = Event::End(TagEnd::Heading(level));
                if let Some(start) = start.take() {
                    levelled[start] = heading(level, None);
                }
            }
            _ => {}
        }
    }
    levelled
}

/// Gives each heading an id made of its words.
pub(super) fn name_headings(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut taken = HashMap::new();
    let mut words = String::new();
    let mut start = None;
    for at in 0..events.len() {
        match &events[at] {
            Event::Start(Tag::Heading { .. }) => {
                start = Some(at);
                words.clear();
            }
            Event::Text(text) | Event::Code(text) if start.is_some() => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Heading(level)) => {
                let level = *level;
                if let Some(start) = start.take() {
                    events[start] = heading(level, Some(free_name(&mut taken, &slug(&words))));
                }
            }
            _ => {}
        }
    }
    events
}

fn heading<'a>(level: HeadingLevel, id: Option<String>) -> Event<'a> {
    Event::Start(Tag::Heading {
        level,
        id: id.map(Into::into),
        classes: Vec::new(),
        attrs: Vec::new(),
    })
}

/// The level of the next heading, by the headings under which it stands: a page may begin with any level.
fn settled(open: &mut Vec<HeadingLevel>, level: HeadingLevel) -> HeadingLevel {
    open.retain(|&above| above < level);
    open.push(level);
    match open.len() {
        1 => HeadingLevel::H2,
        2 => HeadingLevel::H3,
        3 => HeadingLevel::H4,
        4 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

/// The words in lower case, joined by `-`; a word is a run of letters and digits of any script.
fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<_> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        NAMELESS.to_owned()
    } else {
        words.join("-")
    }
}

fn free_name(taken: &mut HashMap<String, usize>, slug: &str) -> String {
    let mut name = slug.to_owned();
    // How often the slug was given tells which numbers it has used up, so that many equal headings stay cheap.
    let mut number = taken.get(slug).copied().unwrap_or_default();
    while taken.contains_key(&name) {
        number += 1;
        name = format!("{slug}-{number}");
    }
    taken.insert(slug.to_owned(), number.max(1));
    taken.entry(name.clone()).or_insert(1);
    name
}
