use std::collections::HashMap;

use serde_json::json;
use syntect::parsing::syntax_definition::{
    Context, ContextReference, MatchOperation, MatchPattern, Pattern,
};
use syntect::parsing::{Scope, SyntaxDefinition, SyntaxSet, SyntaxSetBuilder};

/// The words of which patterns are made, each by the name that stands for it.
///
/// A plain scalar ends at a colon or a number sign that stands apart, in a flow collection also at a bracket or a comma.
const WORDS: [(&str, &str); 5] = [
    (
        "<plain>",
        r#"(?:[^\s#&*!|>'"%@`\[\]{},?:-]|[?:-]\S)(?:[^\s:]|:\S|\s+(?:[^\s#:]|:\S))*"#,
    ),
    (
        "<flow>",
        r#"(?:[^\s#&*!|>'"%@`\[\]{},?:-]|[?:-][^\s\[\]{},])(?:[^\s:\[\]{},]|:[^\s\[\]{},]|\s+(?:[^\s#:\[\]{},]|:[^\s\[\]{},]))*"#,
    ),
    ("<quoted>", r#""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'"#),
    (
        "<number>",
        r"[-+]?[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?",
    ),
    ("<constant>", r"true|false|null|~"),
];

/// The scope of the sign behind which the text of a block scalar begins.
pub(super) const HEADER: &str = "header";

/// Builds the grammar of YAML as editors write it, with scopes that the highlighter takes for classes.
///
/// The YAML syntax that comes with syntect knows rarer forms too, but looks ahead so much that a line takes some thirty
/// times as long. Block scalars are left to the highlighter: where they end depends on columns, which patterns count badly.
pub(super) fn yaml() -> SyntaxSet {
    let contexts = [
        // The parser begins in the context of this name.
        ("__start", block()),
        ("flow", flow()),
        ("double", quoted(r"(\\.)", r#"(")"#)),
        ("single", quoted("('')", "(')")),
    ];
    let mut builder = SyntaxSetBuilder::new();
    builder.add(SyntaxDefinition {
        name: "YAML".to_owned(),
        file_extensions: Vec::new(),
        scope: scopes("yaml")[0],
        first_line_match: None,
        hidden: false,
        variables: HashMap::new(),
        contexts: contexts
            .map(|(name, context)| (name.to_owned(), context))
            .into(),
    });
    builder.build()
}

/// Nodes outside brackets. The pattern that matches first in a line counts, of several at one place the one listed first.
fn block() -> Context {
    let mut patterns = vec![
        rule(r"^(---|\.\.\.)\s*$", &["punctuation"], MatchOperation::None),
        rule(r"^(%.*)", &["constant"], MatchOperation::None),
        rule(
            r"([|>][0-9+-]*)(\s+#.*)?\s*$",
            &[HEADER, "comment"],
            MatchOperation::None,
        ),
        rule(r"([-?:])(?:\s+|$)", &["punctuation"], MatchOperation::None),
        rule(
            r"(<plain>)(\s*:)(?:\s|$)",
            &["key", "punctuation"],
            MatchOperation::None,
        ),
        rule(
            r"(<number>)(\s+#.*)?\s*$",
            &["number", "comment"],
            MatchOperation::None,
        ),
        rule(
            r"(<constant>)(\s+#.*)?\s*$",
            &["constant", "comment"],
            MatchOperation::None,
        ),
    ];
    patterns.extend(nodes());
    patterns.push(rule(r"(<plain>)", &["string"], MatchOperation::None));
    context(patterns)
}

/// Nodes between brackets.
fn flow() -> Context {
    let mut patterns = vec![
        rule(r"([\]}])", &["punctuation"], MatchOperation::Pop),
        rule(r"(,|[?:](?:\s|$))", &["punctuation"], MatchOperation::None),
        rule(
            r"(<flow>)(\s*:)(?:\s|$)",
            &["key", "punctuation"],
            MatchOperation::None,
        ),
        rule(
            r"(<number>)(?=\s*(?:[,\]}]|$))",
            &["number"],
            MatchOperation::None,
        ),
        rule(
            r"(<constant>)(?=\s*(?:[,\]}]|$))",
            &["constant"],
            MatchOperation::None,
        ),
    ];
    patterns.extend(nodes());
    patterns.push(rule(r"(<flow>)", &["string"], MatchOperation::None));
    context(patterns)
}

/// What begins alike inside and outside of brackets.
fn nodes() -> [Pattern; 6] {
    [
        rule(r"(#.*)", &["comment"], MatchOperation::None),
        rule(
            r"(<quoted>)(\s*:)(?:\s|$)",
            &["key", "punctuation"],
            MatchOperation::None,
        ),
        rule(r#"(")"#, &["string"], push("double")),
        rule(r"(')", &["string"], push("single")),
        rule(r"([\[{])", &["punctuation"], push("flow")),
        rule(r"([&*!][^\s\[\]{},]*)", &["constant"], MatchOperation::None),
    ]
}

/// The inside of a quoted scalar, up to the quotation mark at its end.
fn quoted(escape: &str, end: &str) -> Context {
    let escape = rule(escape, &["constant"], MatchOperation::None);
    let end = rule(end, &["string"], MatchOperation::Pop);
    Context {
        meta_content_scope: scopes("string"),
        ..context(vec![escape, end])
    }
}

fn context(patterns: Vec<Pattern>) -> Context {
    Context {
        patterns,
        ..Context::new(false)
    }
}

/// A pattern, and the scopes of its groups in their order.
fn rule(pattern: &str, groups: &[&str], operation: MatchOperation) -> Pattern {
    let pattern = WORDS
        .iter()
        .fold(pattern.to_owned(), |pattern, (name, word)| {
            pattern.replace(name, word)
        });
    let captures = groups
        .iter()
        .enumerate()
        .map(|(at, group)| (at + 1, scopes(group)))
        .collect();
    Pattern::Match(MatchPattern::new(
        false,
        pattern,
        Vec::new(),
        Some(captures),
        operation,
        None,
    ))
}

fn push(name: &str) -> MatchOperation {
    // References cannot be constructed outside of syntect, only read.
    let reference = serde_json::from_value::<ContextReference>(json!({ "Named": name }));
    MatchOperation::Push(reference.into_iter().collect())
}

fn scopes(name: &str) -> Vec<Scope> {
    Scope::new(name)
        .into_iter()
        .filter(|scope| !scope.is_empty())
        .collect()
}
