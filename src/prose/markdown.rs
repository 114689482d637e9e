use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};

use super::bounds::{divided, shallow};
use super::footnote::gather_footnotes;
use super::heading::{level_headings, name_headings};
use super::html::Html;
use super::link::safe_links;
use super::neutral::neutral;
use super::sanitizer::sanitize;
use super::table::aligned_tables;

/// What a page's Markdown may hold beside `CommonMark`.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// Makes a page's Markdown to markup: `CommonMark` with tables, footnotes and strikethrough.
///
/// Tags are shown as the text they are, images as their description. Headings stand one level lower than written, below
/// the page's own title, and carry ids made of their words; footnotes stand at the end. Ids are unique within one text, so
/// one page can hold one such text.
#[must_use]
pub fn markdown(text: &str) -> Html {
    signed_markdown(&neutral(text))
}

/// Makes a note's Markdown to markup, as that of a page, but without anything that needs an id: several notes may stand
/// on one page.
#[must_use]
pub fn note(text: &str) -> Html {
    let text = neutral(text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    written(level_headings(aligned_tables(events(&text, options))))
}

/// A page's Markdown in which signs of this room may stand.
pub(super) fn signed_markdown(text: &str) -> Html {
    let events = level_headings(aligned_tables(events(text, OPTIONS)));
    written(gather_footnotes(name_headings(events)))
}

/// What the text holds, nothing of it markup of its author; whoever takes it from here may add markup of ours.
fn events(text: &str, options: Options) -> impl Iterator<Item = Event<'_>> {
    shallow(safe_links(Parser::new_ext(text, options).map(tags_as_text)))
}

fn written(events: Vec<Event<'_>>) -> Html {
    let mut markup = String::new();
    html::push_html(&mut markup, divided(events));
    sanitize(&markup)
}

fn tags_as_text(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(tag) | Event::InlineHtml(tag) => Event::Text(tag),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        // The name of a code block's language would become a class that the author chooses.
        Event::Start(Tag::CodeBlock(_)) => Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sanitiser is not asked: each of the two guards is to hold without the other.
    #[test]
    fn what_is_written_has_nothing_of_its_author() {
        let all = Options::all();
        for text in [
            "```evil onclick=x\nx\n```",
            "<b class=evil>x</b>",
            "<script>x</script>",
            "<!-- x -->\n\n<div onclick=x>\n",
            "![x](https://evil.example/x.png)",
            "[x](javascript:evil)",
            "<javascript:evil>",
        ] {
            let mut markup = String::new();
            html::push_html(&mut markup, events(text, all));
            for wrong in ["class", "<b", "<script", "<!", "<div", "<img", "href", "<a"] {
                let tags = markup.replace("class=evil", "");
                assert!(!tags.contains(wrong), "{text:?} became {markup:?}");
            }
        }
    }
}
