//! A comparison of any size that has the shape of a real one: documents with their texts, in which every quotation is
//! found, voices of both sides and of none, themes, figures and relations. The same size gives the same bytes.

use crate::random::Random;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// Claims of one document.
const A_DOCUMENT: usize = 20;
const THEMES: usize = 12;
const QUESTIONS: usize = 5;
const SIDES: [&str; 2] = ["north", "south"];
const KINDS: [&str; 6] = [
    "assessment",
    "fact",
    "measure",
    "assessment",
    "risk",
    "recommendation",
];

const SITE: &str = "\
title: North and South
description: A comparison that nobody wrote.
base_url: https://example.org/compared/
languages: [en]
licence: CC-BY-4.0
sides:
  - {id: north, name: The North, short: N}
  - {id: south, name: The South, short: S}
";

/// Writes the content of so many claims below a folder.
pub fn write(claims: usize, root: &Path) -> io::Result<()> {
    for (path, text) in files(claims) {
        let path = root.join("content").join(path);
        fs::create_dir_all(path.parent().expect("it lies below the root"))?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// Every file below `content/`, by its path.
fn files(claims: usize) -> Vec<(String, String)> {
    let documents = claims.div_ceil(A_DOCUMENT);
    let voices = (documents / 4).max(6);
    let mut random = Random::new(11);
    let mut files = vec![("site.yaml".to_owned(), SITE.to_owned())];
    for theme in 0..THEMES {
        files.push((
            format!("themes/theme-{theme}.yaml"),
            self::theme(theme, &mut random),
        ));
    }
    for voice in 0..voices {
        files.push((
            format!("voices/voice-{voice}.yaml"),
            self::voice(voice, &mut random),
        ));
    }
    for number in 0..documents {
        let size = A_DOCUMENT.min(claims - number * A_DOCUMENT);
        let folder = format!("documents/document-{number}");
        let (claims, text) = self::claims(number, size, voices, &mut random);
        let document = self::document(number, voices, &mut random);
        files.push((format!("{folder}/document.yaml"), document));
        files.push((format!("{folder}/claims.yaml"), claims));
        files.push((format!("{folder}/text.md"), text));
    }
    files
}

fn theme(number: usize, random: &mut Random) -> String {
    let mut text = format!(
        "title: Theme {number} {}\ndefinition: {}.\nquestions:\n",
        words(3, random),
        words(12, random)
    );
    for question in 0..QUESTIONS {
        let asks = words(7, random);
        let compare = match question {
            4 => "voice\n    proposition: It will be so.",
            _ => "about\n    poles: {positive: open, negative: closed}",
        };
        let _ = writeln!(
            text,
            "  - id: question-{question}\n    asks: {asks}?\n    compare: {compare}"
        );
    }
    text
}

/// One in seven speaks for no side.
fn voice(number: usize, random: &mut Random) -> String {
    let side = match number % 7 {
        6 => "none",
        other => SIDES[other % 2],
    };
    let kind = ["body", "person"][number % 2];
    let (name, role) = (words(2, random), words(5, random));
    format!(
        "name: Voice {number} {name}\nkind: {kind}\nside: {side}\nsector: academia\nrole: {role}\n"
    )
}

fn document(number: usize, voices: usize, random: &mut Random) -> String {
    let author = number % voices;
    let (year, month, day) = (2015 + number % 11, 1 + number % 12, 1 + number % 28);
    format!(
        "title: Report {number} {}\nkind: report\nauthors: [voice-{author}]\npublisher: voice-{}\n\
         published: {year}-{month:02}-{day:02}\nadded: 2026-{month:02}-{day:02}\nlanguage: en\n\
         url: https://example.org/reports/{number}\nrights: {{licence: CC-BY-4.0, publish: full}}\nsummary: {}.\n",
        words(6, random),
        (author + 1) % voices,
        words(30, random),
    )
}

/// The claims of a document, and the text that holds their quotations in order.
fn claims(document: usize, count: usize, voices: usize, random: &mut Random) -> (String, String) {
    let (mut claims, mut text) = (String::new(), format!("# Report {document}\n"));
    for number in 0..count {
        let quote = words(9, random);
        let side = random.below(SIDES.len());
        let theme = random.below(THEMES);
        let question = random.below(QUESTIONS);
        let kind = KINDS[random.below(KINDS.len())];
        let figure = random.below(6) == 0;
        let amount = 1000 + random.below(9000);
        let measured = format!("{amount} widgets");
        let _ = write!(
            text,
            "\n{}: {quote}{}{}; {}.\n",
            words(25, random),
            if figure { " " } else { "" },
            if figure { &measured } else { "" },
            words(25, random)
        );
        let _ = write!(
            claims,
            "- id: claim-{number}\n  says: {}{}{}.\n  quote: {quote}{}{}\n  about: {}\n  answers: theme-{theme}/question-{question}\n  kind: {kind}\n",
            words(16, random),
            if figure { " " } else { "" },
            if figure { &measured } else { "" },
            if figure { " " } else { "" },
            if figure { &measured } else { "" },
            SIDES[side],
        );
        if kind == "recommendation" {
            let _ = writeln!(claims, "  addressee: [{}]", SIDES[side]);
        }
        match (question, random.below(3)) {
            (_, 2) => {}
            (4, 0) => claims += "  stance: for\n",
            (4, _) => claims += "  stance: against\n",
            (_, 0) => claims += "  stance: positive\n",
            (_, _) => claims += "  stance: negative\n",
        }
        if random.below(3) > 0 {
            let _ = writeln!(
                claims,
                "  voice: voice-{}\n  mode: paraphrased\n  via: [voice-{}]",
                random.below(voices),
                document % voices
            );
        }
        if figure {
            let _ = writeln!(
                claims,
                "  figures:\n    - {{measures: widgets {}, value: {amount}, unit: widgets, of: all widgets, part: made, \
                 scope: [{}], as_of: {}, producer: voice-{}, verbatim: {measured}}}",
                words(3, random),
                SIDES[side],
                2015 + random.below(10),
                random.below(voices),
            );
        }
        if random.below(8) == 0 && (document > 0 || number > 0) {
            let other = match document {
                0 => format!("claim-{}", random.below(number)),
                _ => format!(
                    "document-{}/claim-{}",
                    random.below(document),
                    random.below(A_DOCUMENT)
                ),
            };
            let _ = writeln!(
                claims,
                "  relations:\n    - {{type: qualifies, claim: {other}, note: {}}}",
                words(6, random)
            );
        }
        if random.below(4) == 0 {
            let _ = writeln!(
                claims,
                "  note: {} *{}* {}.",
                words(10, random),
                words(2, random),
                words(10, random)
            );
        }
    }
    (claims, text)
}

/// So many words in a line.
fn words(count: usize, random: &mut Random) -> String {
    let text = random.text(count);
    let plain = text.replace(['.', ','], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
