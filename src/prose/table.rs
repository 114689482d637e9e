use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

/// The classes of aligned cells; the parser's own writer would use style attributes, which pages forbid.
pub(super) const CLASSES: [&str; 3] = ["align-left", "align-center", "align-right"];

/// Writes the cells of tables with classes for their alignment.
pub(super) fn aligned_tables<'a>(
    events: impl Iterator<Item = Event<'a>>,
) -> impl Iterator<Item = Event<'a>> {
    let mut alignments = Vec::new();
    let mut column = 0;
    let mut in_head = false;
    events.map(move |event| {
        let markup = match &event {
            Event::Start(Tag::Table(columns)) => {
                alignments.clone_from(columns);
                "<table>".to_owned()
            }
            Event::Start(Tag::TableHead) => {
                (column, in_head) = (0, true);
                "<thead><tr>".to_owned()
            }
            Event::Start(Tag::TableRow) => {
                (column, in_head) = (0, false);
                "<tr>".to_owned()
            }
            Event::Start(Tag::TableCell) => {
                let alignment = alignments.get(column).copied().unwrap_or(Alignment::None);
                column += 1;
                let name = if in_head { "th" } else { "td" };
                class_of(alignment).map_or_else(
                    || format!("<{name}>"),
                    |class| format!("<{name} class=\"{class}\">"),
                )
            }
            Event::End(TagEnd::TableCell) => if in_head { "</th>" } else { "</td>" }.to_owned(),
            Event::End(TagEnd::TableRow) => "</tr>\n".to_owned(),
            Event::End(TagEnd::TableHead) => "</tr></thead><tbody>\n".to_owned(),
            Event::End(TagEnd::Table) => "</tbody></table>\n".to_owned(),
            _ => return event,
        };
        Event::Html(markup.into())
    })
}

fn class_of(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::None => None,
        Alignment::Left => Some(CLASSES[0]),
        Alignment::Center => Some(CLASSES[1]),
        Alignment::Right => Some(CLASSES[2]),
    }
}
