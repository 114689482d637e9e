/// A style sheet without what only its authors read: comments, indentation, and spaces that part nothing.
pub fn squeeze(style: &str) -> String {
    let mut squeezed = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '"' | '\'' => quoted(rest, letter),
            '/' if rest.starts_with("/*") => comment(rest),
            _ => letter.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        if letter.is_whitespace() || piece.starts_with("/*") {
            if !squeezed.is_empty() && !squeezed.ends_with(parts) {
                squeezed.push(' ');
            }
            continue;
        }
        if matches!(letter, '{' | '}' | ';' | ',') && squeezed.ends_with(' ') {
            squeezed.pop();
        }
        if letter == '}' && squeezed.ends_with(';') {
            squeezed.pop();
        }
        squeezed.push_str(piece);
    }
    squeezed.truncate(squeezed.trim_end().len());
    squeezed
}

/// After these a space means nothing. Before a colon it would: `a :hover` is not `a:hover`.
fn parts(letter: char) -> bool {
    matches!(letter, '{' | '}' | ';' | ',' | ':' | ' ')
}

/// The length of a string in quotation marks at the start of a text.
fn quoted(text: &str, mark: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if letter == mark => return at + mark.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// The length of a comment at the start of a text.
fn comment(text: &str) -> usize {
    const END: &str = "*/";
    let end = text[2..].find(END);
    end.map_or(text.len(), |at| 2 + at + END.len())
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn only_what_means_nothing_is_left_out() {
        for (style, expected) in [
            (
                "a {\n  color: red;\n  margin: 0 1px;\n}\n",
                "a{color:red;margin:0 1px}",
            ),
            ("/* why */\na , b > c { d: e }", "a,b > c{d:e}"),
            ("a :hover { }", "a :hover{}"),
            ("a/**/b{}", "a b{}"),
            (
                "a { content: \" /* ; \\\"  } \"; }",
                "a{content:\" /* ; \\\"  } \"}",
            ),
            ("a { content: '“  \"'; }", "a{content:'“  \"'}"),
            ("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
            (
                "@media (min-width: 1px) and (x) { a { b: c } }",
                "@media (min-width:1px) and (x){a{b:c}}",
            ),
            ("a { b: \"c", "a{b:\"c"),
            ("a /* b", "a"),
        ] {
            assert_eq!(squeeze(style), expected);
            assert_eq!(squeeze(expected), expected);
        }
    }
}
