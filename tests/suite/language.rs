use diptych::corpus::Date;
use diptych::language::{
    Argument, Arguments, Direction, FaultKind, Language, LanguageError, MessageError,
    MessageProblem,
};

const ENGLISH: &str = "
# A comment.
-brand = Diptych
site = { -brand } compares
share = { $share } of { $total }
claims =
    { $count ->
        [0] no statements
        [one] { $count } statement
       *[other] { $count } statements
    }
place = word { $word } of { $words } ({ $title })
nested = see { site }
year = { NUMBER($year, useGrouping: \"false\") }
ratio = { NUMBER($ratio, minimumFractionDigits: 1, maximumFractionDigits: 1) }
rank = { NUMBER($rank, type: \"ordinal\") ->
    [one] { $rank }st
    [two] { $rank }nd
    [few] { $rank }rd
   *[other] { $rank }th
 }
loop = { pool }
pool = { loop }
";

const CHINESE: &str = "
claims =
    { $count ->
        [one] 从不
       *[other] { $count } 条表述
    }
percent = 百分之{ $number }
";

fn english() -> Language {
    Language::new("en", ENGLISH).expect("the messages are legal")
}

fn chinese() -> Language {
    Language::new("zh-Hans", CHINESE).expect("the messages are legal")
}

fn date(text: &str) -> Date {
    text.parse().expect("the date is legal")
}

fn faults(messages: &str) -> Vec<(usize, FaultKind)> {
    match Language::new("en", messages) {
        Err(LanguageError::Messages { faults, .. }) => {
            for fault in &faults {
                assert!(
                    messages.get(fault.span.clone()).is_some(),
                    "{fault} has no place in the text"
                );
                assert!(
                    !fault.help().is_empty() && !fault.to_string().ends_with('.'),
                    "{fault}"
                );
            }
            faults
                .into_iter()
                .map(|fault| (fault.line, fault.kind))
                .collect()
        }
        other => panic!("{messages:?} gave {other:?}"),
    }
}

#[test]
fn a_language_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let language = english();
    shared(&language);
    std::thread::scope(|scope| {
        for count in 0_u32..4 {
            let language = &language;
            scope.spawn(move || {
                let words =
                    language.message("claims", &Arguments::new().with("count", count * 1000 + 2));
                assert_eq!(
                    words.unwrap(),
                    format!(
                        "{} statements",
                        language.number(f64::from(count * 1000 + 2))
                    )
                );
            });
        }
    });
}

#[test]
fn messages_are_written_with_their_variables() {
    let none = Arguments::new;
    let count = |count: usize| Arguments::new().with("count", count);
    for (id, arguments, expected) in [
        ("site", none(), "Diptych compares"),
        ("nested", none(), "see Diptych compares"),
        ("claims", count(0), "no statements"),
        ("claims", count(1), "1 statement"),
        ("claims", count(2), "2 statements"),
        ("claims", count(1234), "1,234 statements"),
        (
            "place",
            none()
                .with("word", 812_u32)
                .with("words", 2914_u32)
                .with("title", "“A” <b>"),
            "word 812 of 2,914 (“A” <b>)",
        ),
        (
            "share",
            none().with("share", 0.5).with("total", String::from("all")),
            "0.5 of all",
        ),
        ("year", none().with("year", 2025_u32), "2025"),
        ("year", none().with("year", "MMXXV"), "MMXXV"),
        ("ratio", none().with("ratio", 2.0), "2.0"),
        ("ratio", none().with("ratio", 1234.56), "1,234.6"),
        ("rank", none().with("rank", 1_u32), "1st"),
        ("rank", none().with("rank", 2_u32), "2nd"),
        ("rank", none().with("rank", 13_u32), "13th"),
        ("rank", none().with("rank", 23_u32), "23rd"),
        ("site", none().with("unused", "x"), "Diptych compares"),
        (
            "year",
            none().with("year", "first").with("year", "second"),
            "second",
        ),
    ] {
        assert_eq!(
            english().message(id, &arguments).as_deref(),
            Ok(expected),
            "{id} with {arguments:?}"
        );
    }
    // Chinese has one plural form, so 1 is not singled out.
    assert_eq!(
        chinese().message("claims", &count(1)).as_deref(),
        Ok("1 条表述")
    );
    let collected: Arguments<'_> = [("count", Argument::Number(3.0))].into_iter().collect();
    assert_eq!(
        english().message("claims", &collected).as_deref(),
        Ok("3 statements")
    );
}

#[test]
fn what_a_message_lacks_is_an_error_that_names_it() {
    let language = english();
    let problem = |id: &str, arguments: Arguments<'_>| {
        let error: MessageError = language.message(id, &arguments).expect_err(id);
        assert_eq!((error.tag.as_str(), error.id.as_str()), ("en", id));
        assert!(error.to_string().contains(&format!("`{id}`")), "{error}");
        assert!(!error.help().is_empty());
        error.problem
    };
    let lacks = |reasons: &[&str]| {
        MessageProblem::Unresolved(reasons.iter().map(ToString::to_string).collect())
    };
    let count = |number: f64| Arguments::new().with("count", number);
    let uncountable = MessageProblem::Uncountable("count".to_owned());
    assert_eq!(
        problem("nothing", Arguments::new()),
        MessageProblem::Missing
    );
    assert_eq!(problem("-brand", Arguments::new()), MessageProblem::Missing);
    assert_eq!(problem("brand", Arguments::new()), MessageProblem::Missing);
    assert_eq!(problem("NUMBER", Arguments::new()), MessageProblem::Missing);
    assert_eq!(
        problem("claims", Arguments::new()),
        lacks(&["`$count` is not given"])
    );
    assert_eq!(
        problem("year", Arguments::new()),
        lacks(&["`$year` is not given"])
    );
    assert_eq!(
        problem("share", Arguments::new().with("share", "x")),
        lacks(&["`$total` is not given"])
    );
    assert_eq!(
        problem("loop", Arguments::new()),
        lacks(&["it refers to itself"])
    );
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e15, -1e300] {
        assert_eq!(problem("claims", count(number)), uncountable, "{number}");
    }
    for number in [-1.0, 0.1, 1e-300, 5e-324, 999_999_999_999_999.0] {
        assert!(
            language.message("claims", &count(number)).is_ok(),
            "{number}"
        );
    }
}

#[test]
fn ids_are_those_of_messages_in_the_order_of_the_file() {
    let language = english();
    let ids: Vec<_> = language.ids().collect();
    assert_eq!(
        ids,
        [
            "site", "share", "claims", "place", "nested", "year", "ratio", "rank", "loop", "pool"
        ]
    );
    assert!(ids.iter().all(|id| language.has(id)));
    assert!(!language.has("brand") && !language.has("NUMBER") && !language.has(""));
}

#[test]
fn every_fault_of_the_messages_is_reported_at_its_line() {
    let name = str::to_owned;
    for (messages, expected) in [
        (
            "a = 1\nb = 2\na = 3\n",
            vec![(
                3,
                FaultKind::Duplicate {
                    name: name("a"),
                    first_line: 1,
                },
            )],
        ),
        (
            "a = 1\n-a = 2\n",
            vec![(
                2,
                FaultKind::Duplicate {
                    name: name("a"),
                    first_line: 1,
                },
            )],
        ),
        (
            "\r\na = { b }\r\n",
            vec![(2, FaultKind::UnknownReference(name("b")))],
        ),
        (
            "a = { -b }\n",
            vec![(1, FaultKind::UnknownReference(name("-b")))],
        ),
        (
            "a = 1\nb = { -a }\n",
            vec![(2, FaultKind::UnknownReference(name("-a")))],
        ),
        (
            "a = 1\nb = { a.c }\n",
            vec![(2, FaultKind::UnknownReference(name("a.c")))],
        ),
        (
            "a = { $x ->\n    [one] { b }\n   *[other] { $x ->\n       *[x] { c }\n    }\n  }\n",
            vec![
                (2, FaultKind::UnknownReference(name("b"))),
                (4, FaultKind::UnknownReference(name("c"))),
            ],
        ),
        (
            "a = 文 { DATE($x) }\n",
            vec![(1, FaultKind::UnknownFunction(name("DATE")))],
        ),
        ("a = { NUMBER() }\n", vec![(1, FaultKind::BadNumberCall)]),
        (
            "a = { NUMBER(\"one\") }\n",
            vec![(1, FaultKind::BadNumberCall)],
        ),
        (
            "a = { NUMBER($x, style: \"percent\") }\n",
            vec![(1, FaultKind::BadNumberOption(name("style")))],
        ),
        (
            "a = { NUMBER($x, minimumFractionDigits: 30) }\n",
            vec![(1, FaultKind::BadNumberOption(name("minimumFractionDigits")))],
        ),
        (
            "a = { 12345678901234567890 }\n",
            vec![(1, FaultKind::LongNumber(name("12345678901234567890")))],
        ),
        (
            "-a = about { $x }\n",
            vec![(1, FaultKind::VariableInTerm(name("$x")))],
        ),
        (
            "a =\n    .title = only\n",
            vec![(1, FaultKind::NoText(name("a")))],
        ),
        (
            "NUMBER = 1\n",
            vec![(1, FaultKind::Reserved(name("NUMBER")))],
        ),
    ] {
        assert_eq!(faults(messages), expected, "{messages:?}");
    }
}

#[test]
fn bad_syntax_is_reported_for_every_entry() {
    for (messages, lines) in [
        ("a = 1\nb\nc = 3\n= d\n", vec![2, 4]),
        ("a = { $x\n", vec![2]),
        ("a = }\n", vec![1]),
        ("a = 1\n文 = 2\n", vec![2]),
        ("a 文\n", vec![1]),
        ("a = { 文 }\n", vec![1]),
        ("a = { $文 }", vec![1]),
        ("a = { $x ->\n    [one] 1\n }\n", vec![3]),
        ("a = { \"open }\n", vec![1]),
    ] {
        let found = faults(messages);
        assert!(
            found
                .iter()
                .all(|(_, kind)| matches!(kind, FaultKind::Syntax(_))),
            "{found:?}"
        );
        assert_eq!(
            found.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
            lines,
            "{messages:?}"
        );
    }
    let error = Language::new("en", "a = { b }\na = 1\n").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the messages of `en` have faults: line 1: `b` is not defined; line 2: `a` is defined twice"
    );
    assert_eq!(error.help(), "define `b` in this file, or correct the name");
}

#[test]
fn choosing_by_a_variable_is_allowed_in_a_term() {
    let messages = "-side = { $case ->\n   *[subject] the North\n    [object] to the North\n }\na = { -side(case: \"object\") }, { -side }\n";
    let language = Language::new("en", messages).unwrap();
    assert_eq!(
        language.message("a", &Arguments::new()).as_deref(),
        Ok("to the North, the North")
    );
}

#[test]
fn tags_follow_bcp_47() {
    for tag in [
        "",
        "x",
        "en_US",
        "english-language",
        "zh-Hans-u-nu-hans",
        "en ",
        "中文",
    ] {
        assert_eq!(
            Language::new(tag, "").unwrap_err(),
            LanguageError::Tag {
                tag: tag.to_owned()
            }
        );
    }
    for (tag, written) in [
        ("en", "en"),
        ("zh-hans", "zh-Hans"),
        ("PT-br", "pt-BR"),
        ("xx", "xx"),
    ] {
        assert_eq!(Language::new(tag, "").unwrap().tag(), written);
    }
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    let american = Language::new("en-US", "").unwrap();
    for (language, day, month, year) in [
        (&english(), "5 July 2025", "July 2025", "2025"),
        (&chinese(), "2025年7月5日", "2025年7月", "2025年"),
        (&american, "July 5, 2025", "July 2025", "2025"),
    ] {
        assert_eq!(language.date(date("2025-07-05")), day);
        assert_eq!(language.date(date("2025-07")), month);
        assert_eq!(language.date(date("2025")), year);
    }
    assert_eq!(english().date(date("1949-10-01")), "1 October 1949");
    assert_eq!(english().date(date("2024-02-29")), "29 February 2024");
}

#[test]
fn numbers_keep_every_digit() {
    let german = Language::new("de", "").unwrap();
    for (number, in_english, in_german) in [
        (0.0, "0", "0"),
        (1234.0, "1,234", "1.234"),
        (-1_234_567.25, "-1,234,567.25", "-1.234.567,25"),
        (0.1, "0.1", "0,1"),
        (57.126_489, "57.126489", "57,126489"),
        (1e15, "1,000,000,000,000,000", "1.000.000.000.000.000"),
    ] {
        assert_eq!(english().number(number), in_english);
        assert_eq!(german.number(number), in_german);
    }
    assert_eq!(english().count(10_000), "10,000");
    assert_eq!(english().count(usize::MAX).len(), 26);
    assert_eq!(english().number(f64::NAN), "NaN");
    assert_eq!(
        english()
            .number(1e300)
            .chars()
            .filter(|letter| *letter == '0')
            .count(),
        300
    );
}

#[test]
fn percentages_follow_the_language() {
    assert_eq!(english().percent(57.0), "57%");
    assert_eq!(english().percent(0.5), "0.5%");
    assert_eq!(english().percent(1234.0), "1,234%");
    assert_eq!(chinese().percent(57.5), "百分之57.5");
}

#[test]
fn lists_are_phrases() {
    let items = ["A", "B", "C"].map(str::to_owned);
    assert_eq!(english().list(&items), "A, B and C");
    assert_eq!(english().list(&items[..2]), "A and B");
    assert_eq!(english().list(&items[..1]), "A");
    assert_eq!(english().list::<String>(&[]), "");
    assert_eq!(chinese().list(&items), "A、B和C");
    assert_eq!(
        Language::new("en-US", "").unwrap().list(&["A", "B", "C"]),
        "A, B, and C"
    );
}

#[test]
fn names_are_in_the_order_of_the_language() {
    let sorted = |language: &Language, names: &[&'static str]| {
        let mut names = names.to_vec();
        language.arrange(&mut names, |name| name);
        names
    };
    let english = sorted(&english(), &["Zeta", "beta", "Älter", "alpha", "Beta 10"]);
    assert_eq!(english, ["alpha", "Älter", "beta", "Beta 10", "Zeta"]);
    // běi, rén, sì, zhōng: by sound, and not by code point or stroke.
    let chinese = sorted(&chinese(), &["中国", "四川", "“人才”", "北京"]);
    assert_eq!(chinese, ["北京", "“人才”", "四川", "中国"]);
}

#[test]
fn direction_is_that_of_the_script() {
    for (tag, direction) in [
        ("en", Direction::LeftToRight),
        ("zh-Hans", Direction::LeftToRight),
        ("ar", Direction::RightToLeft),
        ("he", Direction::RightToLeft),
        ("fa", Direction::RightToLeft),
        ("az-Arab", Direction::RightToLeft),
    ] {
        assert_eq!(
            Language::new(tag, "").unwrap().direction(),
            direction,
            "{tag}"
        );
    }
    assert_eq!(
        (
            Direction::LeftToRight.as_str(),
            Direction::RightToLeft.as_str()
        ),
        ("ltr", "rtl")
    );
}
