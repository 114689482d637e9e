use super::markdown::OPTIONS;
use ammonia::Url;
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use std::ops::Range;

/// The schemes that a link may have.
pub(super) const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Any address of a site, which lies in a folder of its host; the top-level domain is reserved for names that are never
/// registered (RFC 2606).
const ROOT: &str = "https://site.invalid/folder/";

/// Addresses and titles above this size, in bytes, are no reader's; the sanitiser takes the square of it for each.
const LONGEST: usize = 4096;

/// Where a link in the Markdown of a page leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Nowhere, since it shows a picture.
    Picture,
    /// Nowhere, since no reader can safely be sent there.
    Unsafe,
    /// To this file of the site, by its path below the root.
    Inside(String),
    /// Out of the site, by an address that says nothing of its host.
    Above,
}

/// The links of a page's Markdown that stand and fall with the site, each with its place and with the address as written;
/// `file` is that of the page, relative to the root of the site.
pub fn links(text: &str, file: &str) -> Vec<(Range<usize>, String, Goal)> {
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    let links = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::Image { dest_url, .. }) => {
            Some((range, dest_url.into_string(), Goal::Picture))
        }
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            ..
        }) if link_type != LinkType::Email => {
            let goal = goal(&dest_url, file)?;
            Some((range, dest_url.into_string(), goal))
        }
        _ => None,
    });
    links.collect()
}

fn goal(address: &str, file: &str) -> Option<Goal> {
    if address.len() > LONGEST || !is_safe(address) {
        return Some(Goal::Unsafe);
    }
    if Url::parse(address).is_ok() || address.starts_with('#') {
        return None;
    }
    let page = Url::parse(&format!("{ROOT}{file}")).ok()?;
    let goal = page.join(address).ok()?;
    Some(match goal.as_str().strip_prefix(ROOT) {
        None => Goal::Above,
        Some(path) => {
            let end = path.find(['?', '#']).unwrap_or(path.len());
            Goal::Inside(path[..end].to_owned())
        }
    })
}

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
    let Ok(site) = Url::parse(ROOT) else {
        return false;
    };
    site.join(address)
        .is_ok_and(|resolved| resolved.origin() == site.origin())
}
