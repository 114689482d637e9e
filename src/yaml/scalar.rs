use serde_json::Value;

/// Words as a YAML value on one line: plain where that is safe, else in double quotation marks.
pub fn scalar(words: &str) -> String {
    let plain_start = words.starts_with(char::is_alphabetic);
    let plain_end = words.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '.' | ')'));
    let safe = !words.contains(": ") && !words.contains(" #") && !words.contains(char::is_control);
    let is_word = matches!(words.to_lowercase().as_str(), "true" | "false" | "null");
    if plain_start && plain_end && safe && !is_word {
        words.to_owned()
    } else {
        quoted(words)
    }
}

/// Words as an item of a list in brackets, in which commas and brackets have a meaning.
pub fn item(words: &str) -> String {
    if words.contains([',', '[', ']', '{', '}']) {
        quoted(words)
    } else {
        scalar(words)
    }
}

/// A string of JSON, which YAML reads as JSON does.
fn quoted(words: &str) -> String {
    Value::from(words).to_string()
}

#[cfg(test)]
mod tests {
    use super::{item, scalar};

    #[test]
    fn words_come_back_as_they_were() {
        let all = [
            "plain words",
            "57 per cent",
            "“so” he said",
            "a: b",
            "a #b",
            "- a",
            "true",
            "NULL",
            "two\nlines\tand a tab",
            "'a'",
            "back\\slash",
            "a \"b\"",
            "50%",
            "ends:",
            "中文",
            "null",
            "0x1F",
            "x, [y]",
            "no",
        ];
        for words in all {
            let yaml = format!("quote:\n  - {}\n", scalar(words));
            let read: std::collections::BTreeMap<String, Vec<String>> =
                serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{yaml}: {error}"));
            assert_eq!(read["quote"], [words]);
        }
        let yaml = format!("quote: [{}]\n", all.map(item).join(", "));
        let read: std::collections::BTreeMap<String, Vec<String>> =
            serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{yaml}: {error}"));
        assert_eq!(read["quote"], all);
    }
}
