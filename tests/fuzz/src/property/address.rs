use super::PARTING;
use diptych::corpus::Date;
use diptych::draft::slug;
use diptych::site::passage_address;

/// A date is written as it was read, and of two at most one is later.
pub fn dates(text: &str) {
    let read = |words: &str| words.parse::<Date>().ok();
    let dates: Vec<(&str, Date)> = text
        .split(' ')
        .filter_map(|words| Some((words, read(words)?)))
        .collect();
    for (words, date) in &dates {
        assert_eq!(date.to_string(), *words);
        assert_eq!(date.first_day().len(), 10);
        assert!(read(&date.first_day()).is_some());
        for (_, other) in &dates {
            assert!(!(date.is_after(*other) && other.is_after(*date)));
        }
    }
}

/// An address begins with the one that was given and holds the words, and nothing of them has a meaning in it.
pub fn addresses(input: &str) {
    let mut pieces = input.split(PARTING);
    let url = pieces.next().unwrap_or_default();
    let parts: Vec<&str> = pieces.collect();
    let id = slug(input);
    assert!(
        id.len() <= 64
            && id
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    );
    let Some(address) = passage_address(url, &parts) else {
        assert!(parts.is_empty());
        return;
    };
    let rest = address.strip_prefix(url).expect("the address stays");
    let (_, words) = rest.split_once("text=").expect("words follow");
    let words: Vec<String> = words.split(',').map(decoded).collect();
    let ends = [parts.first(), parts.last()].into_iter().flatten();
    let wanted: Vec<&str> = ends.copied().take(parts.len()).collect();
    assert_eq!(words, wanted);
}

fn decoded(encoded: &str) -> String {
    let mut bytes = Vec::new();
    let mut pieces = encoded.split('%');
    bytes.extend(pieces.next().unwrap_or_default().bytes());
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).expect("two digits follow"));
        bytes.extend(piece[2..].bytes());
    }
    String::from_utf8(bytes).expect("whole letters")
}
