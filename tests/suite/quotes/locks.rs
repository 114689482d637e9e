//! A lock attests what the text proves.
//!
//! `tests/quotes/corpus` holds documents with every fault that a quotation can have: one with its text, two with
//! texts in `sources`, one without claims.

use super::corpus::{Content, Findings, SECRETS};
use diptych::diagnostic::Code;
use diptych::quote::{Failure, Lock, Proof, StaleProblem};

/// Faults that only a text can show; without it they are quotations that nobody has found.
const OF_THE_TEXT: [Code; 4] = [
    Code::QuoteNotFound,
    Code::QuoteAmbiguous,
    Code::QuoteOutOfOrder,
    Code::QuoteAlteredNumber,
];

#[test]
fn the_corpus_has_every_fault() {
    let found = Content::read().check();
    let codes = [
        Code::QuoteTooShort,
        Code::QuoteTooLong,
        Code::QuoteInBrackets,
        Code::LockMissing,
        Code::SectionNotFound,
        Code::ElisionHides,
        Code::NotInQuotationMarks,
        Code::FigureNotInQuote,
    ];
    for code in codes.iter().chain(&OF_THE_TEXT) {
        let without = Content::read().without_texts().check();
        assert!(found.has(*code) || without.has(*code), "{code}");
    }
    assert!(!found.has(Code::QuoteNotPinned) && !found.has(Code::LockStale));
}

#[test]
fn a_fresh_lock_finds_what_the_text_finds() {
    let pinned = Content::read().pinned();
    let with = pinned.check();
    let without = pinned.clone().without_texts().check();
    for ((document, one), (_, other)) in with.examinations().zip(without.examinations()) {
        assert_eq!(
            (one.words, &one.sections),
            (other.words, &other.sections),
            "{document}"
        );
        assert_eq!((&one.stale, &other.stale), (&vec![], &vec![]), "{document}");
        let claims = one.claims.iter().zip(&other.claims);
        for ((claim, found), (same, locked)) in claims {
            assert_eq!(claim, same);
            match (found, locked) {
                (Ok(pin), Ok(locked)) => assert_eq!(pin, locked),
                (
                    Err(Failure::TooShort { part, .. }),
                    Err(Failure::TooShort { part: other, .. }),
                ) => {
                    assert_eq!(part, other);
                }
                (Err(Failure::InBrackets { .. }), _) => assert_eq!(found, locked),
                _ if one.proof == Proof::Text && other.proof == Proof::Text => {
                    assert_eq!(found, locked);
                }
                (Err(found), Err(Failure::NotPinned)) => {
                    assert!(!matches!(
                        found,
                        Failure::TooShort { .. } | Failure::NotPinned
                    ));
                }
                other => panic!("{document}: {other:?}"),
            }
        }
    }
    let of_the_text = |code: Code| OF_THE_TEXT.contains(&code);
    let not_pinned = |code: Code| code == Code::QuoteNotPinned;
    // The document with its text has its faults in both.
    let open = |findings: &Findings| {
        findings
            .lines(of_the_text)
            .into_iter()
            .filter(|it| it.contains("/open/"))
            .count()
    };
    let found = with.lines(of_the_text).len() - open(&with);
    assert_eq!(without.lines(not_pinned).len(), found);
    assert_eq!(open(&with), open(&without));
    let rest = |code: Code| !of_the_text(code) && !not_pinned(code);
    assert_eq!(with.lines(rest), without.lines(rest));
}

#[test]
fn equal_input_gives_equal_bytes() {
    let content = Content::read();
    let locks = content.clone().pinned().locks();
    assert_eq!(locks.len(), 3, "{:?}", locks.keys());
    assert_eq!(content.clone().pinned().pinned().locks(), locks);
    let line_ends = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(
        content.clone().with_texts(line_ends).pinned().locks(),
        locks
    );
    let decomposed = |text: &str| text.replace('é', "e\u{301}");
    assert_eq!(content.with_texts(decomposed).pinned().locks(), locks);
}

#[test]
fn a_lock_holds_nothing_that_nobody_quoted() {
    let locks = Content::read().pinned().locks();
    for lock in locks.values() {
        for secret in SECRETS {
            assert!(!lock.contains(secret), "{secret}");
        }
    }
    // The misprint is shown as it is printed, the rest as it is quoted.
    let report = &locks["report"];
    assert_eq!(report.matches("printed").count(), 1);
    assert!(report.contains("\"printed\":[\"The Al of the mills does not\"]"));
}

#[test]
fn a_document_with_its_text_needs_no_lock() {
    let content = Content::read().without_texts();
    let found = content.check();
    let missing = found.lines(|code| code == Code::LockMissing);
    let documents: Vec<bool> = missing
        .iter()
        .map(|line| line.contains("/open/") || line.contains("/empty/"))
        .collect();
    assert_eq!(documents, [false; 3]);
    assert_eq!(found.proof("open"), Proof::Text);
    assert_eq!(found.proof("empty"), Proof::Nothing);
    assert!(!content.clone().pinned().locks().contains_key("open"));
    let stray = content.with_lock("open", "not a lock");
    assert!(!stray.check().has(Code::LockStale));
}

#[test]
fn what_a_quotation_needs_no_text_for_is_said_without_a_lock() {
    let found = Content::read().without_texts().check();
    for code in [
        Code::LockMissing,
        Code::QuoteTooShort,
        Code::QuoteInBrackets,
        Code::QuoteTooLong,
    ] {
        assert!(found.has(code), "{code}");
    }
    assert!(!found.has(Code::SectionNotFound) && !found.has(Code::QuoteNotPinned));
}

#[test]
fn a_changed_quotation_is_not_pinned() {
    let pinned = Content::read().pinned();
    for (from, to) in [
        (
            "counts 1,500 mills in the North",
            "counts 1,500 mills in the South",
        ),
        (
            "counts 1,500 mills in the North",
            "The board counts 1,500 mills",
        ),
        ("prefix: The guild", "prefix: guild"),
        ("prefix: The guild", "suffix: The miller"),
        (
            "    - prefer wool to hemp\n  about",
            "    - prefer wool to\n  about",
        ),
    ] {
        let changed = pinned
            .clone()
            .with_edit("documents/report/claims.yaml", from, to);
        let fresh = changed.clone().without_texts().check();
        let before = pinned.clone().without_texts().check();
        let not_pinned =
            |findings: &Findings| findings.lines(|code| code == Code::QuoteNotPinned).len();
        assert_eq!(not_pinned(&fresh), not_pinned(&before) + 1, "{to}");
        // With the text it is not pinned, or not there.
        let with = changed.check();
        assert_eq!(with.faults(), pinned.check().faults() + 1, "{to}");
    }
}

#[test]
fn a_claim_more_or_less_is_noticed() {
    let pinned = Content::read().pinned();
    let more = "- id: later\n  says: Something.\n  quote: hum all day, said the guild\n  about: north\n  answers: mills/number\n  kind: fact\n\n- id: counts\n";
    let more = pinned
        .clone()
        .with_edit("documents/report/claims.yaml", "- id: counts\n", more);
    for content in [more.clone(), more.without_texts()] {
        let found = content.check();
        let lines = found.lines(|code| code == Code::QuoteNotPinned);
        assert_eq!(
            lines.iter().filter(|line| line.contains(":3:")).count(),
            1,
            "{lines:?}"
        );
        assert!(!found.has(Code::LockStale));
    }
    let less = pinned.with_edit("documents/brief/claims.yaml", "id: board-owns", "id: owner");
    for content in [less.clone(), less.without_texts()] {
        let found = content.check();
        let unknown = StaleProblem::UnknownClaim("board-owns".to_owned());
        assert_eq!(found.stale("brief"), [(2, unknown)]);
        assert!(found.has(Code::QuoteNotPinned));
    }
}

#[test]
fn a_claim_that_could_not_be_read_is_not_unknown() {
    let broken = Content::read().pinned().with_edit(
        "documents/brief/claims.yaml",
        "quote: The board of the upper valley owns\n  about: north",
        "quote: The board of the upper valley owns\n  about: nobody",
    );
    for content in [broken.clone(), broken.without_texts()] {
        let found = content.check();
        assert!(found.has(Code::UnknownSide));
        assert_eq!(found.stale("brief"), []);
    }
}

#[test]
fn what_an_editor_declares_makes_a_lock_stale() {
    let pinned = Content::read().pinned();
    for (file, from, to, problem) in [
        (
            "documents/report/document.yaml",
            "read: AI",
            "read: A",
            StaleProblem::Settings,
        ),
        (
            "documents/report/document.yaml",
            "printed: Al",
            "printed: A1",
            StaleProblem::Settings,
        ),
        (
            "documents/report/document.yaml",
            "[MILL LETTERS]",
            "[MILL]",
            StaleProblem::Settings,
        ),
        (
            "documents/report/document.yaml",
            "starts: 2 The looms",
            "starts: 2 The",
            StaleProblem::Settings,
        ),
        ("site.yaml", "short: South", "short: S", StaleProblem::Sides),
        (
            "site.yaml",
            "in_text: the North",
            "in_text: the other",
            StaleProblem::Sides,
        ),
        (
            "site.yaml",
            "name: The North",
            "name: North",
            StaleProblem::Sides,
        ),
    ] {
        let changed = pinned.clone().with_edit(file, from, to);
        for content in [changed.clone(), changed.without_texts()] {
            let found = content.check();
            assert_eq!(found.stale("report"), [(1, problem.clone())], "{to}");
            assert!(found.has(Code::LockStale));
        }
    }
    // What readers are told of a repair, and how a section is called, is not what it does.
    for (from, to) in [
        ("because: the scan", "because: a scan"),
        ("label: First", "label: One"),
    ] {
        let same = pinned
            .clone()
            .with_edit("documents/report/document.yaml", from, to);
        assert_eq!(same.check().stale("report"), []);
        assert_eq!(same.without_texts().check().stale("report"), []);
    }
}

#[test]
fn another_text_makes_a_lock_stale() {
    let pinned = Content::read().pinned();
    let changed = pinned
        .clone()
        .with_texts(|text| text.replace("wool may be", "hemp may be"));
    assert_eq!(changed.check().stale("report"), [(1, StaleProblem::Source)]);
    assert_eq!(changed.check().stale("brief"), []);
    let same = pinned.with_texts(|text| format!("\u{feff}{}", text.replace('\n', "\r")));
    assert_eq!(same.check().stale("report"), []);
}

/// An edit by hand, and what has to be found with the text at hand and without it.
struct Edit {
    name: &'static str,
    make: fn(&mut Lock),
    with: Noticed,
    without: Noticed,
}

/// By what an edit is noticed.
#[derive(Debug, PartialEq)]
enum Noticed {
    /// The lock, at a line.
    Stale(usize, StaleProblem),
    /// The lock, because it cannot be read.
    Unreadable(usize),
    /// The claim, which is not pinned.
    NotPinned,
    /// Every claim, none of which is pinned.
    NonePinned,
    /// Nothing: who has no text takes a lock at its word.
    Not,
}

#[test]
fn a_lock_edited_by_hand_is_noticed() {
    use Noticed::{NonePinned, Not, NotPinned, Stale, Unreadable};
    use StaleProblem::{Differs, Settings, Sides, Source, UnknownClaim, Version};
    let of_the_claim = || Differs(Some("counts".to_owned()));
    let edit = |name, make, with, without| Edit {
        name,
        make,
        with,
        without,
    };
    let edits = [
        edit(
            "format",
            |it| it.head.format += 1,
            Stale(1, Version),
            Stale(1, Version),
        ),
        edit(
            "normaliser",
            |it| it.head.normaliser += 1,
            Stale(1, Version),
            Stale(1, Version),
        ),
        edit(
            "source",
            |it| it.head.source.replace_range(..1, "x"),
            Stale(1, Source),
            NonePinned,
        ),
        edit(
            "settings",
            |it| it.head.settings.replace_range(..1, "x"),
            Stale(1, Settings),
            Stale(1, Settings),
        ),
        edit(
            "sides",
            |it| it.head.sides.replace_range(..1, "x"),
            Stale(1, Sides),
            Stale(1, Sides),
        ),
        edit(
            "words",
            |it| it.head.words += 1,
            Stale(1, Differs(None)),
            Not,
        ),
        edit(
            "no words",
            |it| it.head.words = 0,
            Unreadable(1),
            Unreadable(1),
        ),
        edit(
            "too many words",
            |it| it.head.words = usize::MAX,
            Unreadable(1),
            Unreadable(1),
        ),
        edit(
            "a section",
            |it| it.head.sections[0] = Some(2),
            Stale(1, Differs(None)),
            Not,
        ),
        edit(
            "a section found",
            |it| it.head.sections[1] = Some(2),
            Stale(1, Differs(None)),
            Not,
        ),
        edit(
            "a section lost",
            |it| it.head.sections[0] = None,
            Stale(1, Differs(None)),
            Not,
        ),
        edit(
            "a section beyond the end",
            |it| it.head.sections[0] = Some(9999),
            Unreadable(1),
            Unreadable(1),
        ),
        edit(
            "a section less",
            |it| it.head.sections.truncate(2),
            Stale(1, Differs(None)),
            Stale(1, Differs(None)),
        ),
        edit(
            "a section more",
            |it| it.head.sections.push(None),
            Stale(1, Differs(None)),
            Stale(1, Differs(None)),
        ),
        edit(
            "claim",
            |it| it.claims[0].claim.push('x'),
            Stale(2, UnknownClaim("countsx".to_owned())),
            Stale(2, UnknownClaim("countsx".to_owned())),
        ),
        edit(
            "a claim less",
            |it| drop(it.claims.remove(0)),
            NotPinned,
            NotPinned,
        ),
        edit(
            "a claim twice",
            |it| it.claims.insert(1, it.claims[0].clone()),
            Unreadable(3),
            Unreadable(3),
        ),
        edit("the order of claims", |it| it.claims.swap(0, 1), Not, Not),
        edit(
            "hash",
            |it| it.claims[0].hash.replace_range(..1, "x"),
            NotPinned,
            NotPinned,
        ),
        edit(
            "first word",
            |it| it.claims[0].pin.parts[0].0 += 1,
            Stale(2, of_the_claim()),
            Not,
        ),
        edit(
            "last word",
            |it| it.claims[0].pin.parts[0].1 += 1,
            Stale(2, of_the_claim()),
            Not,
        ),
        edit(
            "words out of order",
            |it| it.claims[0].pin.parts[0].0 += 50,
            Unreadable(2),
            Unreadable(2),
        ),
        edit(
            "no first word",
            |it| it.claims[0].pin.parts[0].0 = 0,
            Unreadable(2),
            Unreadable(2),
        ),
        edit(
            "no parts",
            |it| it.claims[0].pin.parts.clear(),
            Unreadable(2),
            Unreadable(2),
        ),
        edit(
            "a part more",
            |it| {
                it.claims[0].pin.parts[0].1 -= 1;
                let last = it.claims[0].pin.parts[0].1 + 1;
                it.claims[0].pin.parts.push((last, last));
            },
            Stale(2, of_the_claim()),
            NotPinned,
        ),
        edit(
            "beginning of the sentence",
            |it| it.claims[0].pin.sentence.0 += 1,
            Stale(2, of_the_claim()),
            Not,
        ),
        edit(
            "end of the sentence",
            |it| it.claims[0].pin.sentence.1 += 1,
            Stale(2, of_the_claim()),
            Not,
        ),
        edit(
            "a sentence elsewhere",
            |it| it.claims[0].pin.sentence = (1, 2),
            Unreadable(2),
            Unreadable(2),
        ),
        edit(
            "printed",
            |it| it.claims[0].pin.printed = vec!["counts 1,500 looms".to_owned()],
            Stale(2, of_the_claim()),
            Not,
        ),
        edit(
            "printed too often",
            |it| it.claims[0].pin.printed = vec![String::new(); 2],
            Unreadable(2),
            Unreadable(2),
        ),
        edit(
            "marks",
            |it| it.claims[0].pin.marks = true,
            Stale(2, of_the_claim()),
            Not,
        ),
        edit(
            "negation",
            |it| it.claims[0].pin.left_out.negation = true,
            Stale(2, of_the_claim()),
            Not,
        ),
        edit(
            "sides left out",
            |it| it.claims[0].pin.left_out.sides.push("south".to_owned()),
            Stale(2, of_the_claim()),
            Not,
        ),
    ];
    let pinned = Content::read().pinned();
    let lock = Lock::read(&pinned.locks()["report"]).unwrap();
    assert_eq!(lock.claims[0].claim, "counts");
    for edit in edits {
        let mut edited = lock.clone();
        (edit.make)(&mut edited);
        assert_ne!(edited, lock, "{}", edit.name);
        let content = pinned.clone().with_lock("report", &edited.write());
        let without = content.clone().without_texts();
        assert_eq!(
            noticed(&content, &pinned),
            edit.with,
            "{}, with the text",
            edit.name
        );
        let pinned = pinned.clone().without_texts();
        assert_eq!(
            noticed(&without, &pinned),
            edit.without,
            "{}, without the text",
            edit.name
        );
        // Pages can be made of whatever a lock may say.
        if edit.without == Noticed::Not {
            without.build();
        }
    }
}

#[test]
fn a_lock_written_otherwise_is_noticed() {
    let pinned = Content::read().pinned();
    let text = &pinned.locks()["report"];
    for (name, edited, line) in [
        (
            "an unknown key",
            text.replacen("\"hash\"", "\"note\":1,\"hash\"", 1),
            2,
        ),
        (
            "an unknown key of the head",
            text.replacen("\"words\"", "\"note\":1,\"words\"", 1),
            1,
        ),
        (
            "a key twice",
            text.replacen("\"words\"", "\"words\":1,\"words\"", 1),
            1,
        ),
        (
            "an empty fact",
            text.replacen("]]", "]],\"marks\":false", 1),
            2,
        ),
        ("a space", text.replacen("\"claim\":", "\"claim\": ", 1), 2),
        ("an empty line", text.replacen("\n{", "\n\n{", 1), 2),
        (
            "an empty line at the end",
            format!("{text}\n"),
            text.lines().count() + 1,
        ),
        ("a mark of a merge", format!("<<<<<<< ours\n{text}"), 1),
        ("nothing", String::new(), 1),
        (
            "half a line",
            text[..text.len() - 9].to_owned(),
            text.lines().count(),
        ),
    ] {
        assert_ne!(edited, *text, "{name}");
        let content = pinned.clone().with_lock("report", &edited);
        for content in [content.clone(), content.without_texts()] {
            let found = content.check();
            let stale = found.stale("report");
            assert!(
                matches!(stale[..], [(at, StaleProblem::Unreadable(_))] if at == line),
                "{name}: {stale:?}"
            );
        }
    }
    // A checkout that changes ends of lines changes no lock.
    let content = pinned
        .clone()
        .with_lock("report", &text.replace('\n', "\r\n"));
    assert_eq!(content.check().stale("report"), []);
}

/// By what an edit of the lock of `report` is noticed.
fn noticed(edited: &Content, before: &Content) -> Noticed {
    let (found, before) = (edited.check(), before.check());
    let not_pinned =
        |findings: &Findings| findings.lines(|code| code == Code::QuoteNotPinned).len();
    let more = not_pinned(&found) - not_pinned(&before).min(not_pinned(&found));
    let stale = found.stale("report");
    let pinned = before
        .examination("report")
        .claims
        .iter()
        .filter(|it| it.1.is_ok())
        .count();
    match stale.as_slice() {
        [(line, StaleProblem::Unreadable(_))] => Noticed::Unreadable(*line),
        [(line, problem)] => Noticed::Stale(*line, problem.clone()),
        [] if more == 0 => Noticed::Not,
        [] if more == 1 => Noticed::NotPinned,
        [] if more == pinned => Noticed::NonePinned,
        other => panic!("{other:?}, {more} not pinned"),
    }
}
