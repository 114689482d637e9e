/// A script without what only its authors read: comments that fill their lines, and indentation.
///
/// A text that goes over several lines could hold lines that look like comments, so that a script with one stays as it is.
pub fn squeeze(script: &str) -> String {
    if script.lines().any(goes_on) {
        return script.to_owned();
    }
    let mut squeezed = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        let begins = !in_comment && line.starts_with("/*");
        if in_comment || begins {
            let from = if begins { "/*".len() } else { 0 };
            let end = line[from..].find(END);
            in_comment = end.is_none();
            let behind = end.map_or("", |end| line[from + end + END.len()..].trim_start());
            push(&mut squeezed, behind);
        } else if !line.starts_with("//") {
            push(&mut squeezed, line);
        }
    }
    squeezed
}

const END: &str = "*/";

/// Whether a text may begin or end on a line and stand on others too.
fn goes_on(line: &str) -> bool {
    line.matches('`').count() % 2 == 1 || line.ends_with('\\')
}

/// A line stays a line, since its end can end a statement.
fn push(squeezed: &mut String, line: &str) {
    if !line.is_empty() {
        squeezed.push_str(line);
        squeezed.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn only_what_means_nothing_is_left_out() {
        for (script, expected) in [
            ("// why\nconst a = 1; // kept\n", "const a = 1; // kept\n"),
            (
                "/** What it does.\n * @param {string} b\n */\nfunction a(b) {\n  return b;\n}\n",
                "function a(b) {\nreturn b;\n}\n",
            ),
            ("/* one */ a();\n\n/* two\n*/ b();", "a();\nb();\n"),
            ("a('/* no comment */');", "a('/* no comment */');\n"),
            ("a(`${b} // c`);", "a(`${b} // c`);\n"),
            ("a(`\n  // words\n`);", "a(`\n  // words\n`);"),
            ("a('b\\\n// c');", "a('b\\\n// c');"),
            ("/*/ not yet the end */ a();", "a();\n"),
            ("/* without end", ""),
        ] {
            assert_eq!(squeeze(script), expected);
            assert_eq!(squeeze(expected), expected);
        }
    }
}
