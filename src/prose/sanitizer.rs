use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::html::Html;
use super::{footnote, link, table};

/// Every tag that this room writes.
const TAGS: [&str; 26] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// What a link may tell the place it leads to: nothing.
const RELATION: &str = "noopener noreferrer";

/// Takes from markup whatever is not on the list of what this room writes. Events are made safe before they are written;
/// this guard holds where that goes wrong, and closes what is open.
pub(super) fn sanitize(markup: &str) -> Html {
    static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(sanitizer);
    Html::trusted(SANITIZER.clean(markup).to_string())
}

fn sanitizer() -> Builder<'static> {
    let mut attributes = HashMap::from([
        ("a", HashSet::from(["href", "id", "title"])),
        ("li", HashSet::from(["id"])),
        ("ol", HashSet::from(["start"])),
    ]);
    attributes
        .extend(["h2", "h3", "h4", "h5", "h6"].map(|heading| (heading, HashSet::from(["id"]))));
    let classes = HashMap::from([
        ("section", HashSet::from([footnote::SECTION])),
        ("sup", HashSet::from([footnote::REFERENCE])),
        ("td", HashSet::from(table::CLASSES)),
        ("th", HashSet::from(table::CLASSES)),
    ]);
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(TAGS))
        .tag_attributes(attributes)
        .generic_attributes(HashSet::new())
        .allowed_classes(classes)
        .url_schemes(HashSet::from(link::SCHEMES))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some(RELATION));
    builder
}
