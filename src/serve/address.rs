/// What a request asks for, by the path of its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A file of the site, by its path below the root.
    File(String),
    /// Not a path that any site could have.
    Malformed,
}

/// Decodes the path of an address once. That a file exists is for the site to say, which knows its own files and no
/// others, so a path that climbs leads nowhere; it is refused all the same.
pub fn asked(path: &str) -> Asked {
    let Some(decoded) = path.strip_prefix('/').and_then(decode) else {
        return Asked::Malformed;
    };
    let climbs = |part: &str| part == "." || part == "..";
    if decoded.contains(['\\', '\0']) || decoded.split('/').any(climbs) {
        return Asked::Malformed;
    }
    if decoded.is_empty() || decoded.ends_with('/') {
        return Asked::File(format!("{decoded}index.html"));
    }
    Asked::File(decoded)
}

/// The text behind `%` and two digits; nothing where the digits are none, or the text is not UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once() {
        for (path, file) in [
            ("/", "index.html"),
            ("/themes/", "themes/index.html"),
            ("/claims/a/b.html", "claims/a/b.html"),
            ("/claims/%61/b%2Ehtml", "claims/a/b.html"),
            ("/%E4%B8%80", "一"),
            ("/%252e%252e/x", "%2e%2e/x"),
        ] {
            assert_eq!(asked(path), Asked::File(file.to_owned()), "{path}");
        }
        for path in [
            "",
            "*",
            "x",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "/a%00b",
            "/../x",
            "/a/./b",
            "/%2e%2e/x",
            "/%2E./x",
            "/a/..%2fx",
            "/..%5cx",
            "/a\\b",
            "/+%2",
        ] {
            assert_eq!(asked(path), Asked::Malformed, "{path}");
        }
    }
}
