use std::fmt::Write as _;

/// The address of a text that lies elsewhere, with a text fragment made of the words of a passage as printed, after the
/// draft <https://wicg.github.io/scroll-to-text-fragment/>: a browser goes to them and marks them. Nothing where there are
/// no words.
pub fn passage_address(url: &str, parts: &[impl AsRef<str>]) -> Option<String> {
    let words = match parts {
        [only] => encoded(only.as_ref()),
        [first, .., last] => format!("{},{}", encoded(first.as_ref()), encoded(last.as_ref())),
        [] => return None,
    };
    let separator = match url.split_once('#') {
        None => "#:~:",
        // An address may name a passage already; a browser marks both.
        Some((_, fragment)) if fragment.contains(":~:") => "&",
        Some(_) => ":~:",
    };
    Some(format!("{url}{separator}text={words}"))
}

/// Words percent-encoded for a text fragment, in which hyphens, commas and ampersands have a meaning, or for a query.
pub(super) fn encoded(words: &str) -> String {
    words.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_follow_what_the_address_has_already() {
        for (url, parts, address) in [
            (
                "https://a.example/b",
                &["one, two"][..],
                "https://a.example/b#:~:text=one%2C%20two",
            ),
            (
                "https://a.example/#c",
                &["one-two"],
                "https://a.example/#c:~:text=one%2Dtwo",
            ),
            (
                "https://a.example/#:~:text=c",
                &["one"],
                "https://a.example/#:~:text=c&text=one",
            ),
            (
                "https://a.example/",
                &["一", "two", "three"],
                "https://a.example/#:~:text=%E4%B8%80,three",
            ),
        ] {
            assert_eq!(passage_address(url, parts).as_deref(), Some(address));
        }
        assert_eq!(passage_address("https://a.example/", &[""; 0]), None);
    }
}
