//! However long a text is and however often it repeats itself, an answer comes: each of these would take hours where
//! the work grew with the square of the text, or with the number of ways to place parts.

use diptych::quote::{Failure, Format, Quotation, Search, Settings, SourceText, locate, search};

const MANY: usize = 40_000;

#[test]
fn one_word_without_end() {
    let text = "ab ".repeat(MANY);
    let source = source(&text);
    let ambiguous = |found: Result<(), Failure>| {
        assert!(
            matches!(found, Err(Failure::Ambiguous { places: 50, .. })),
            "{found:?}"
        );
    };
    ambiguous(find(&source, &["ab ab ab ab"]));
    ambiguous(find(&source, &["ab ab"; 40]));
    let prefixed = Quotation {
        parts: &["ab ab"; 40],
        prefix: Some("ab"),
        suffix: Some("ab ab"),
    };
    ambiguous(locate(&source, &prefixed).map(|_| ()));
    let Search::Found(found) = search(&source, "ab ab ab ab", &Settings::default()) else {
        panic!("nothing is found");
    };
    assert!(found.len() < 100);
}

#[test]
fn a_last_part_that_no_way_leads_to() {
    let text = format!("cd ef {}cd ef {}", "ab ".repeat(MANY), "xy ".repeat(200));
    let source = source(&text);
    let mut parts = vec!["ab ab"; 60];
    parts.push("xy cd");
    assert!(matches!(
        find(&source, &parts),
        Err(Failure::NotFound { part: 60, .. })
    ));
    parts[60] = "xy xy";
    assert!(matches!(
        find(&source, &parts),
        Err(Failure::Ambiguous { .. })
    ));
    parts.push("ab cd");
    assert!(matches!(
        find(&source, &parts),
        Err(Failure::OutOfOrder { .. })
    ));
}

#[test]
fn quotations_as_long_as_the_text() {
    let words: Vec<String> = (0..MANY).map(|at| format!("w{}", at % 997)).collect();
    let text = words.join(" ");
    let source = source(&text);
    assert!(find(&source, &[&text]).is_ok());
    let longer = format!("{text} end");
    assert!(matches!(
        find(&source, &[&longer]),
        Err(Failure::NotFound { nearest: None, .. })
    ));
}

#[test]
fn odd_texts() {
    for piece in [
        "a-\n",
        "a.",
        "1,",
        "+ ",
        "+",
        "< \n",
        "-",
        "a'",
        "\u{301}",
        "e\u{301}",
        "\u{ad}",
        "\n",
        " ",
        "百",
        "1 ",
        "1½",
        "per cent ",
        "57 per ",
        "and ",
        "\u{200b}",
        ".",
        "\"",
        "’",
        "[",
        "*a",
        "_",
        "> ",
        "- ",
        "`",
        "<",
        "<!--",
        "&amp;",
        "|",
        "a\n\n",
        "#",
        "A. ",
        ".8 ",
    ] {
        let text = piece.repeat(MANY / 4);
        let settings = Settings {
            repairs: vec![
                ("a a".to_owned(), "b".to_owned()),
                ("1".to_owned(), String::new()),
            ],
            furniture: vec![piece.to_owned()],
            sections: vec!["a a".to_owned(), "1 1 1".to_owned()],
        };
        for format in [Format::Plain, Format::Markdown] {
            let source = SourceText::new(&text, format, &settings);
            let _ = find(&source, &["a a a a", "百百百百", "1 ½ + 57 per cent"]);
            let _ = find(&source, &[&text[..text.floor_char_boundary(2000)]]);
        }
    }
}

fn source(text: &str) -> SourceText<'_> {
    SourceText::new(text, Format::Plain, &Settings::default())
}

fn find(source: &SourceText<'_>, parts: &[&str]) -> Result<(), Failure> {
    let quotation = Quotation {
        parts,
        prefix: None,
        suffix: None,
    };
    locate(source, &quotation).map(|_| ())
}
