use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// The class of a reference in the text.
pub(super) const REFERENCE: &str = "footnote";

/// The class of the section at the end.
pub(super) const SECTION: &str = "footnotes";

/// Moves footnotes to a section at the end of the text, numbered by their first reference; one that nothing refers to comes
/// last. A colon in the ids keeps them apart from those of headings.
pub(super) fn gather_footnotes(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut footnotes = Footnotes::default();
    let mut text = Vec::with_capacity(events.len());
    // A footnote may hold another; each is put aside when its end is reached.
    let mut open: Vec<(String, Vec<Event<'_>>)> = Vec::new();
    for event in events {
        let event = match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                open.push((key(&label), Vec::new()));
                continue;
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, body)) = open.pop() {
                    footnotes.bodies.push((label, body));
                }
                continue;
            }
            Event::FootnoteReference(label) => footnotes.refer(&label),
            other => other,
        };
        open.last_mut()
            .map_or(&mut text, |(_, body)| body)
            .push(event);
    }
    footnotes.append_to(&mut text);
    text
}

/// The footnotes of one text: the numbers of those referred to, and the words of those defined.
#[derive(Default)]
struct Footnotes<'a> {
    numbers: HashMap<String, usize>,
    bodies: Vec<(String, Vec<Event<'a>>)>,
}

impl<'a> Footnotes<'a> {
    fn refer(&mut self, label: &CowStr<'a>) -> Event<'a> {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(key(label)).or_insert(next);
        // Of several references the first is the one that the footnote leads back to.
        let id = if number == next {
            format!(" id=\"footnote:{number}:from\"")
        } else {
            String::new()
        };
        let markup = format!(
            "<sup class=\"{REFERENCE}\"><a href=\"#footnote:{number}\"{id}>{number}</a></sup>"
        );
        Event::InlineHtml(markup.into())
    }

    fn append_to(mut self, text: &mut Vec<Event<'a>>) {
        if self.bodies.is_empty() {
            return;
        }
        self.bodies
            .sort_by_key(|(label, _)| self.numbers.get(label).copied().unwrap_or(usize::MAX));
        text.push(Event::Html(
            format!("<section class=\"{SECTION}\"><ol>\n").into(),
        ));
        for (label, body) in self.bodies {
            // Of several of one label the first is the one that is referred to.
            let Some(number) = self.numbers.remove(&label) else {
                text.push(Event::Html("<li>".into()));
                text.extend(body);
                text.push(Event::Html("</li>\n".into()));
                continue;
            };
            text.push(Event::Html(format!("<li id=\"footnote:{number}\">").into()));
            text.extend(body);
            text.push(Event::Html(
                format!("<a href=\"#footnote:{number}:from\">↩</a></li>\n").into(),
            ));
        }
        text.push(Event::Html("</ol></section>\n".into()));
    }
}

/// Labels are the same whatever their case.
fn key(label: &CowStr<'_>) -> String {
    label.to_lowercase()
}
