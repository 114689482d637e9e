use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// A stretch that the parser refused, told in an editor's words where those of the parser would help
/// only somebody who knows how it works.
pub fn syntax(refusal: &str, span: Span) -> Diagnostic {
    let has = |parts: &[&str]| parts.iter().any(|part| refusal.contains(part));
    let (code, message, help) = if has(&[" anchor"]) {
        (
            Code::YamlAnchor,
            "a value that begins with `&` or `*`".to_owned(),
            ANCHOR_HELP,
        )
    } else if has(&[" tag"]) {
        (
            Code::YamlTag,
            "a value that begins with `!`".to_owned(),
            TAG_HELP,
        )
    } else if has(&["mapping values are not allowed"]) {
        (
            Code::YamlSyntax,
            "a colon where no key can stand".to_owned(),
            "put quotation marks around text that holds a colon, or indent the line as its neighbours are",
        )
    } else if has(&["simple key expect"]) {
        (
            Code::YamlSyntax,
            "a line before this one is neither a key with a value nor an item".to_owned(),
            "write `key: value`, or indent the line to join it to the text above",
        )
    } else if has(&["quoted scalar, found", "indentation in quoted"]) {
        (
            Code::YamlSyntax,
            "quoted text that is not closed, or whose next line is not indented".to_owned(),
            "close the quotation mark, and indent every line of the text",
        )
    } else if is_about_tab(refusal) {
        (
            Code::YamlSyntax,
            "a tab where only spaces can stand".to_owned(),
            "write spaces",
        )
    } else if has(&["flow", "bracket", "placement of ':'", "node content"]) {
        (
            Code::YamlSyntax,
            "brackets that do not match".to_owned(),
            "close every `[` and `{`; text that holds a bracket needs quotation marks",
        )
    } else if let Some(character) = refusal.strip_prefix("unexpected character: `") {
        (
            Code::YamlSyntax,
            format!(
                "text cannot begin with `{}`",
                character.trim_end_matches('\'')
            ),
            "put quotation marks around the text",
        )
    } else {
        (
            Code::YamlSyntax,
            format!("not valid YAML: {refusal}"),
            "check this line and the one above: indentation, quotation marks, colons inside text",
        )
    };
    Diagnostic::new(code, span, message).help(help)
}

/// Whether a parser refused a tab.
pub fn is_about_tab(refusal: &str) -> bool {
    let words = ["a tab", "tab cannot", "tabs", "valid YAML whitespace"];
    words.iter().any(|part| refusal.contains(part))
}

/// What to do about an anchor or an alias.
pub const ANCHOR_HELP: &str =
    "write the value out; text that begins with `&` or `*` needs quotation marks";

/// What to do about a tag.
pub const TAG_HELP: &str = "remove the tag; text that begins with `!` needs quotation marks";
