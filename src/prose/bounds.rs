use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// Lists, quotations and emphases stand within each other up to this deep; what is nested deeper stands at this depth. The
/// sanitiser looks through all that is open at each tag, so 20 000 levels would take it minutes.
const DEEPEST: usize = 32;

/// Bytes of text without a break. At each `&` in a run of text the sanitiser's reader looks through all the rest of the
/// run, so a megabyte of them would take it hours.
const LONGEST_RUN: usize = 512;

/// Divides a run of text and does not reach the page: the sanitiser drops comments.
const BREAK: &str = "<!---->";

/// Drops the tags of what is nested too deep; its words stay.
pub(super) fn shallow<'a>(
    events: impl Iterator<Item = Event<'a>>,
) -> impl Iterator<Item = Event<'a>> {
    let mut depth = 0;
    events.filter(move |event| match event {
        Event::Start(tag) if nests(tag) => {
            depth += 1;
            depth <= DEEPEST
        }
        Event::End(tag) if ends_nesting(*tag) => {
            depth -= 1;
            depth < DEEPEST
        }
        _ => true,
    })
}

/// Divides text that is very long.
pub(super) fn divided<'a>(
    events: impl IntoIterator<Item = Event<'a>>,
) -> impl Iterator<Item = Event<'a>> {
    let mut run = 0;
    events.into_iter().flat_map(move |event| {
        let text = match event {
            Event::Text(text) => text,
            Event::Code(text) if text.len() > LONGEST_RUN => text,
            other => {
                if matches!(
                    other,
                    Event::Start(_) | Event::End(_) | Event::Html(_) | Event::InlineHtml(_)
                ) {
                    run = 0;
                }
                return vec![other];
            }
        };
        run += text.len();
        if run <= LONGEST_RUN {
            return vec![Event::Text(text)];
        }
        run = 0;
        pieces(&text)
            .flat_map(|piece| {
                let text = Event::Text(CowStr::from(piece.to_owned()));
                [Event::InlineHtml(BREAK.into()), text]
            })
            .collect()
    })
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let at = rest.floor_char_boundary(LONGEST_RUN);
        let (piece, after) = rest.split_at(at);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

fn nests(tag: &Tag<'_>) -> bool {
    ends_nesting(tag.to_end())
}

fn ends_nesting(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::Parser;

    #[test]
    fn what_is_nested_stands_no_deeper_than_the_limit() {
        for unit in ["> ", "- ", "1. ", "> - ", "*a **b _c __d "] {
            let text = unit.repeat(20_000) + "x";
            let (mut depth, mut deepest) = (0, 0);
            for event in shallow(Parser::new(&text)) {
                match event {
                    Event::Start(tag) if nests(&tag) => depth += 1,
                    Event::End(tag) if ends_nesting(tag) => depth -= 1,
                    _ => {}
                }
                deepest = deepest.max(depth);
            }
            assert!(deepest <= DEEPEST && depth == 0, "{unit}: {deepest}");
        }
    }

    #[test]
    fn runs_of_text_are_short_and_whole() {
        for text in [
            "&".repeat(50_000),
            "« » ".repeat(9_000),
            format!("`{}`", "«&»".repeat(9_000)),
        ] {
            let (mut run, mut words) = (0, String::new());
            for event in divided(Parser::new(&text)) {
                match event {
                    Event::Text(part) | Event::Code(part) => {
                        run += part.len();
                        words.push_str(&part);
                    }
                    _ => run = 0,
                }
                assert!(run <= LONGEST_RUN, "{run}");
            }
            assert_eq!(words, text.trim_matches(['`', ' ']));
        }
    }
}
