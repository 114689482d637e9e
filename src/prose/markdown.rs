use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};

use super::footnote::gather_footnotes;
use super::heading::name_headings;
use super::html::Html;
use super::link::safe_links;
use super::sanitizer::sanitize;
use super::table::aligned_tables;

/// Makes a page's Markdown to markup: `CommonMark` with tables, footnotes and strikethrough.
///
/// Tags are shown as the text they are, images as their description. Headings stand one level lower than written, below
/// the page's own title, and carry ids made of their words; footnotes stand at the end. Ids are unique within one text, so
/// one page can hold one such text.
#[must_use]
pub fn markdown(text: &str) -> Html {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events = safe_links(Parser::new_ext(text, options).map(tags_as_text));
    // From here on events hold markup of our own, so tags have become text before.
    let events = gather_footnotes(name_headings(aligned_tables(events)));
    let mut markup = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut markup, events.into_iter());
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
