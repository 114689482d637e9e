//! Words that stand in for a translation that nobody wrote. A reader has to see, and a screen reader to
//! say, that they are in another language; views and templates need not know.

/// Stands before borrowed words until a page is finished. A private-use character, as for
/// [`ROOT`](super::ROOT).
const FIRST: char = '\u{e001}';
/// Stands behind them.
const LAST: char = '\u{e002}';

/// Elements whose content is text alone.
const TEXT_ONLY: [&str; 5] = ["option", "script", "style", "textarea", "title"];

/// Words of the site's first language on a page in another.
pub fn borrow(words: &str) -> String {
    format!("{FIRST}{words}{LAST}")
}

/// Names the language of borrowed words in a finished page, by an element around them or on the title or
/// option that they are; in attributes and in the midst of other text alone they cannot be told apart.
pub fn own_up(markup: String, tag: &str) -> String {
    if !markup.contains(FIRST) {
        return markup;
    }
    let mut finished = String::with_capacity(markup.len() + markup.len() / 8);
    let mut rest = markup.as_str();
    while let Some(start) = rest.find('<') {
        let (text, after) = rest.split_at(start);
        finished += &marked(text, tag);
        let end = after.find('>').map_or(after.len(), |end| end + 1);
        let element = &after[..end];
        rest = &after[end..];
        let mut names = TEXT_ONLY.iter();
        let holds_text = |name: &&&str| {
            let after = element
                .strip_prefix('<')
                .and_then(|it| it.strip_prefix(**name));
            after.is_some_and(|after| after.starts_with([' ', '>', '\n']))
        };
        let Some(name) = names.find(holds_text) else {
            finished += &give_back(element);
            continue;
        };
        let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
        let (words, after) = rest.split_at(end);
        let is_spoken = matches!(*name, "option" | "title");
        if is_spoken && words.starts_with(FIRST) && words.ends_with(LAST) {
            let open = element.trim_end_matches('>');
            finished += &give_back(&format!("{open} lang=\"{tag}\">"));
        } else {
            finished += &give_back(element);
        }
        finished += &give_back(words);
        rest = after;
    }
    finished + &marked(rest, tag)
}

/// The words alone.
pub fn give_back(text: &str) -> String {
    text.replace([FIRST, LAST], "")
}

fn marked(text: &str, tag: &str) -> String {
    let text = text.replace(FIRST, &format!("<span lang=\"{tag}\">"));
    text.replace(LAST, "</span>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borrowed_words_name_their_language() {
        let word = borrow("Tolls");
        let page = format!(
            "<title>{word} – site</title><a title=\"{word}\">{word} &amp; more</a><script>{word}</script><option>{word}</option>{word}"
        );
        let span = "<span lang=\"en\">Tolls</span>";
        assert_eq!(
            own_up(page, "en"),
            format!(
                "<title>Tolls – site</title><a title=\"Tolls\">{span} &amp; more</a><script>Tolls</script><option lang=\"en\">Tolls</option>{span}"
            )
        );
    }
}
