use ammonia::Url;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// The schemes that a link may have.
pub(super) const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Any address of a site; the top-level domain is reserved for names that are never registered (RFC 2606).
const SITE: &str = "https://site.invalid/folder/page.html";

/// Addresses and titles above this size, in bytes, are no reader's; the sanitiser takes the square of it for each.
const LONGEST: usize = 4096;

/// Drops the tags of links that lead nowhere a reader can safely be sent, and those of all images; the words between the
/// tags stay.
pub(super) fn safe_links<'a>(
    events: impl Iterator<Item = Event<'a>>,
) -> impl Iterator<Item = Event<'a>> {
    let mut kept = Vec::new();
    events.filter(move |event| match event {
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => false,
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            ..
        }) => {
            let is_short = dest_url.len() <= LONGEST && title.len() <= LONGEST;
            let keep = is_short && (*link_type == LinkType::Email || is_safe(dest_url));
            kept.push(keep);
            keep
        }
        Event::End(TagEnd::Link) => kept.pop().unwrap_or_default(),
        _ => true,
    })
}

/// Whether an address leads to the web, to a mail address or to another page of the same site, read as a browser reads it:
/// control characters skipped, backslashes taken for slashes, and `//host` taken for another site that hides its scheme.
fn is_safe(address: &str) -> bool {
    if let Ok(absolute) = Url::parse(address) {
        return SCHEMES.contains(&absolute.scheme());
    }
    let Ok(site) = Url::parse(SITE) else {
        return false;
    };
    site.join(address)
        .is_ok_and(|resolved| resolved.origin() == site.origin())
}
