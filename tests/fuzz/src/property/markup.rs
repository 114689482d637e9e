use diptych::prose::{self, Highlighter, Mark, passages};
use diptych::quote::{Format, Settings, SourceText};
use std::ops::Range;
use std::sync::LazyLock;

/// Markup has tags of ours alone, closed in order, and links lead where a reader can be sent.
pub fn markdown(text: &str) {
    is_sound(prose::markdown(text).as_str());
    let source = SourceText::new(text, Format::Markdown, &Settings::default());
    let end = source.tokens().len();
    if end < 2 {
        return;
    }
    let mark = |range: Range<usize>, number| Mark {
        range,
        href: "./claims/a/b.html".to_owned(),
        number,
        label: "a < b".to_owned(),
        anchor: Some(format!("passage-{number}")),
    };
    let ranges = [0..end / 2, end / 3..end, 0..end];
    let marks: Vec<Mark> = (1..)
        .zip(ranges)
        .map(|(number, range)| mark(source.bytes(range), number))
        .collect();
    is_sound(passages(text, &marks).as_str());
}

fn is_sound(markup: &str) {
    const ALONE: [&str; 2] = ["br", "hr"];
    const TAGS: [&str; 28] = [
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
        "mark",
        "ol",
        "p",
        "pre",
        "section",
        "span",
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
    const ATTRIBUTES: [&str; 8] = [
        "aria-label",
        "class",
        "href",
        "id",
        "rel",
        "start",
        "title",
        "data-passage",
    ];
    let mut open = Vec::new();
    for tag in markup.split('<').skip(1) {
        let (tag, _) = tag
            .split_once('>')
            .unwrap_or_else(|| panic!("a tag does not end: {markup}"));
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{markup}");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(TAGS.contains(&name), "`{name}` in {markup}");
        if !ALONE.contains(&name) {
            open.push(name);
        }
        for (at, part) in attributes
            .split('"')
            .enumerate()
            .filter(|(at, _)| at % 2 == 0)
        {
            let key = part.trim().trim_end_matches('=');
            assert!(
                key.is_empty() || ATTRIBUTES.contains(&key),
                "{at} `{key}` in {markup}"
            );
        }
        if let Some((_, rest)) = attributes.split_once("href=\"") {
            let address = rest.split('"').next().unwrap_or_default().trim();
            let scheme = address
                .split(['/', '?', '#'])
                .next()
                .and_then(|it| it.split_once(':'));
            let sends = |scheme: &str| ["http", "https", "mailto"].contains(&scheme);
            // Anything else before a colon is a part of a path.
            let is_scheme = |it: &str| {
                let is_sign =
                    |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
                it.starts_with(|letter: char| letter.is_ascii_alphabetic())
                    && it.chars().all(is_sign)
            };
            let scheme = scheme
                .map(|(it, _)| it.to_lowercase())
                .filter(|it| is_scheme(it));
            assert!(scheme.is_none_or(|it| sends(&it)), "{address}");
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "{markup}");
}

/// Each line is complete in itself, and says what it said.
pub fn highlighting(text: &str) {
    static HIGHLIGHTER: LazyLock<Highlighter> = LazyLock::new(Highlighter::new);
    let lines = HIGHLIGHTER.yaml_lines(text);
    assert_eq!(lines.len(), text.lines().count());
    for (line, markup) in text.lines().zip(&lines) {
        let mut words = String::new();
        for (at, piece) in markup.as_str().split('<').enumerate() {
            words += if at == 0 {
                piece
            } else {
                piece.split_once('>').expect("a tag ends").1
            };
        }
        let entities = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&amp;", "&"),
        ];
        let words = entities.iter().fold(words, |words, (entity, letter)| {
            words.replace(entity, letter)
        });
        assert_eq!(words, line);
        let tags = |tag: &str| markup.as_str().matches(tag).count();
        assert_eq!(tags("<span"), tags("</span>"));
    }
}
