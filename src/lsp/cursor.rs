use std::ops::Range;

/// What an editor is about to write, told from the lines above: a file that is being typed is rarely YAML.
#[derive(Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The keys in which the place lies, outermost first.
    pub path: Vec<String>,
    /// Whether a key may stand here.
    pub takes_key: bool,
    /// Whether a value may stand here.
    pub takes_value: bool,
    /// The bytes of the word under the cursor.
    pub word: Range<usize>,
}

/// A line of block YAML.
struct Line<'a> {
    /// Column of the first hyphen that begins an item.
    item: Option<usize>,
    /// Column of what follows the hyphens.
    column: usize,
    key: Option<&'a str>,
}

impl Cursor {
    /// Reads what stands at a byte of a text.
    pub fn new(text: &str, offset: usize) -> Self {
        let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let end = text[offset..]
            .find('\n')
            .map_or(text.len(), |at| offset + at);
        let line = &text[start..end];
        let parsed = Line::new(line);
        let column = parsed.column.min(line.len());
        let value = parsed.key.map(|key| column + key.len() + 1);
        let is_in_value = value.is_some_and(|at| start + at <= offset);
        let mut path = path_to(&text[..start], &parsed);
        if let Some(key) = parsed.key.filter(|_| is_in_value) {
            path.push(key.trim_matches(['"', '\'']).to_owned());
        }
        let from = start
            + if is_in_value {
                value.unwrap_or(column)
            } else {
                column
            };
        Self {
            path,
            takes_key: !is_in_value,
            takes_value: is_in_value || parsed.key.is_none(),
            word: word(text, from.min(offset)..end, offset),
        }
    }
}

impl<'a> Line<'a> {
    fn new(line: &'a str) -> Self {
        let mut column = line.len() - line.trim_start_matches(' ').len();
        let mut item = None;
        while line[column..].starts_with("- ") || &line[column..] == "-" {
            item = item.or(Some(column));
            let rest = &line[column + 1..];
            column += 1 + rest.len() - rest.trim_start_matches(' ').len();
        }
        let rest = &line[column..];
        let colon = rest.find(": ").or_else(|| {
            let end = rest.trim_end();
            end.ends_with(':').then(|| end.len() - 1)
        });
        let is_key = |key: &&str| {
            let key = key.trim_matches(['"', '\'']);
            let right = |letter: char| letter.is_alphanumeric() || "-_/".contains(letter);
            !key.is_empty() && key.chars().all(right)
        };
        let key = colon.map(|at| &rest[..at]).filter(is_key);
        Self { item, column, key }
    }
}

/// The keys in which a line lies, outermost first.
fn path_to(above: &str, line: &Line<'_>) -> Vec<String> {
    let mut keys = Vec::new();
    // The column of the mapping or, where it is a list, of the hyphens in which we are.
    let (mut column, mut is_list) = match line.item {
        Some(item) => (item, true),
        None => (line.column, false),
    };
    for line in above.lines().rev() {
        let plain = line.trim_start();
        if plain.is_empty() || plain.starts_with('#') || (column == 0 && !is_list) {
            continue;
        }
        let line = Line::new(line);
        let holds = line.column < column || (is_list && line.column == column);
        match (line.item, line.key) {
            (Some(item), _) if !is_list && line.column == column => {
                (column, is_list) = (item, true);
            }
            (Some(item), Some(key)) if line.column < column => {
                keys.push(key.trim_matches(['"', '\'']).to_owned());
                (column, is_list) = (item, true);
            }
            (None, Some(key)) if holds => {
                keys.push(key.trim_matches(['"', '\'']).to_owned());
                (column, is_list) = (line.column, false);
            }
            _ => {}
        }
    }
    keys.reverse();
    keys
}

/// The word around a byte: what stands between blanks, brackets, commas and quotation marks.
fn word(text: &str, within: Range<usize>, offset: usize) -> Range<usize> {
    let bounds = |letter: char| letter.is_whitespace() || "[],{}\"'".contains(letter);
    let before = &text[within.start..offset];
    let start = before.char_indices().rev().find(|(_, it)| bounds(*it));
    let start = start.map_or(within.start, |(at, it)| within.start + at + it.len_utf8());
    let after = &text[offset..within.end];
    let end = after.find(|letter| bounds(letter) || letter == ':');
    start..end.map_or(within.end, |at| offset + at)
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    /// The place of `|` in a text: its keys, whether keys and values may stand there, and the word.
    fn at(text: &str) -> (String, bool, bool, String) {
        let offset = text.find('|').unwrap();
        let text = text.replace('|', "");
        let cursor = Cursor::new(&text, offset);
        let word = text[cursor.word].to_owned();
        (
            cursor.path.join("."),
            cursor.takes_key,
            cursor.takes_value,
            word,
        )
    }

    #[test]
    fn places_are_told_from_the_lines_above() {
        let claim = "- id: a\n  about: north\n  relations:\n    - type: cites\n      ";
        for (text, path, takes_key, takes_value, word) in [
            ("na|", "", true, true, "na"),
            ("name: A\nki|nd: body", "", true, false, "kind"),
            ("side: no|", "side", false, true, "no"),
            ("side: |", "side", false, true, ""),
            ("poles:\n  pos|", "poles", true, true, "pos"),
            (
                "- id: a\n  answers: [x/y, z/|w]",
                "answers",
                false,
                true,
                "z/w",
            ),
            (
                "- id: a\n  answers:\n    - x/y\n    - z|",
                "answers",
                true,
                true,
                "z",
            ),
            (
                "- id: a\n  answers:\n  - x/y\n  - z|",
                "answers",
                true,
                true,
                "z",
            ),
            (&format!("{claim}cl|"), "relations", true, true, "cl"),
            (
                &format!("{claim}claim: b|"),
                "relations.claim",
                false,
                true,
                "b",
            ),
            (
                "- id: a\n  figures:\n    - of: x\n  # c\n\n  vo|",
                "",
                true,
                true,
                "vo",
            ),
            (
                "questions:\n  - id: a\n    compare: a|",
                "questions.compare",
                false,
                true,
                "a",
            ),
            (
                "summary:\n  sides:\n    north:\n      - text: 中\n        from: [a/b|]",
                "summary.sides.north.from",
                false,
                true,
                "a/b",
            ),
            ("stance: {a/b: x}\nquote: see: |", "quote", false, true, ""),
        ] {
            let wanted = (path.to_owned(), takes_key, takes_value, word.to_owned());
            assert_eq!(at(text), wanted, "{text}");
        }
    }
}
