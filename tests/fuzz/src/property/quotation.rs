use super::PARTING;
use diptych::quote::{
    self, Format, Lock, Pin, Quotation, Settings, SourceText, TokenKind, locate, search,
};
use diptych::translation::Ledger;

/// Tokens stand in order at places that are there, and each is read again as it is.
pub fn tokens(text: &str) {
    let mut last = 0;
    for token in quote::tokens(text) {
        assert!(last <= token.start && token.start < token.end && !token.text.is_empty());
        assert!(text.get(token.start..token.end).is_some());
        last = token.end;
        // A sign is one by what stands beside it.
        if token.kind != TokenKind::Sign {
            let again = quote::tokens(&token.text);
            let again: Vec<&str> = again.iter().map(|token| token.text.as_str()).collect();
            assert_eq!(again, [token.text.as_str()]);
        }
    }
}

/// A quotation that is found stands there word for word, its parts in order.
pub fn quotations(input: &str) {
    let mut pieces = input.split(PARTING);
    let mut piece = || pieces.next().unwrap_or_default();
    let (text, quoted, prefix, suffix, repair) = (piece(), piece(), piece(), piece(), piece());
    let parts: Vec<&str> = quoted.lines().collect();
    let repairs = repair.split_once(' ').into_iter();
    let settings = Settings {
        repairs: repairs
            .map(|(printed, read)| (printed.to_owned(), read.to_owned()))
            .collect(),
        furniture: vec![prefix.to_owned()],
        sections: vec![suffix.to_owned()],
    };
    let quotation = Quotation {
        parts: if parts.is_empty() { &[""] } else { &parts },
        prefix: (!prefix.is_empty()).then_some(prefix),
        suffix: (!suffix.is_empty()).then_some(suffix),
    };
    for format in [Format::Plain, Format::Markdown] {
        for settings in [&settings, &Settings::default()] {
            let source = SourceText::new(text, format, settings);
            let _ = search(&source, quoted, settings);
            let Ok(location) = locate(&source, &quotation) else {
                continue;
            };
            assert_eq!(location.parts.len(), quotation.parts.len());
            assert!(
                location
                    .parts
                    .windows(2)
                    .all(|pair| pair[0].end <= pair[1].start)
            );
            for (range, part) in location.parts.iter().zip(quotation.parts) {
                let found = &source.tokens()[range.clone()];
                let wanted = quote::tokens(part);
                assert_eq!(found.len(), wanted.len());
                assert!(found.iter().zip(&wanted).all(|(one, other)| one.is(other)));
            }
            let pin = Pin::new(&source, &location, quotation.parts, &[]);
            assert!(pin.sentence.0 <= pin.start() && pin.end() <= pin.sentence.1);
            assert!(pin.sentence.1 <= source.words());
        }
    }
}

/// What is read of a lock is what would be written.
pub fn locks(text: &str) {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    if let Ok(lock) = Lock::read(text) {
        assert_eq!(lines(&lock.write()), lines(text));
    }
    // Who brings two branches together may leave lines in any order, or twice.
    if let Ok(ledger) = Ledger::read(text) {
        let mut read = lines(text);
        read[1..].sort();
        read.dedup();
        assert_eq!(lines(&ledger.write()), read);
    }
}
