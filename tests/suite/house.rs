//! The rules of the house, held against the source: which room may know which.
//!
//! What stands below `src/` is read as text. A rule that a machine can see is a test here; each is shown
//! a line that it has to refuse.

use crate::built::root;
use crate::overlay::files;
use std::fs;

/// Every room with its level; a room imports only rooms of a lower one.
const LEVELS: &[(&str, u8)] = &[
    ("source", 0),
    ("diagnostic", 1),
    ("vocabulary", 1),
    ("yaml", 2),
    ("record", 3),
    ("corpus", 3),
    ("resolve", 4),
    ("quote", 4),
    ("prose", 4),
    ("language", 4),
    ("translation", 4),
    ("compare", 4),
    ("citation", 4),
    ("site", 5),
    ("check", 6),
    ("view", 6),
    ("render", 7),
    ("export", 7),
    ("compile", 8),
    ("naming", 8),
    ("difference", 9),
    ("draft", 9),
    ("disk", 9),
    ("starter", 10),
    ("serve", 10),
    ("lsp", 10),
    ("cli", 11),
    ("lib", 12),
    ("main", 12),
];

/// Words that only some rooms may write.
const CONFINED: &[(&[&str], &[&str])] = &[
    (&["tera::"], &["render"]),
    (
        &["std::fs", "std::os", "rustix::", "tempfile::", "walkdir::"],
        &["disk"],
    ),
    (
        &[
            "print!",
            "println!",
            "eprint!",
            "eprintln!",
            "dbg!",
            "io::stdout",
            "io::stderr",
        ],
        &["cli"],
    ),
    (&["serde_yaml", "saphyr_parser"], &["yaml"]),
    (&["Corpus {"], &["resolve"]),
    (&["fluent_bundle", "fluent_syntax"], &["language"]),
    (&["pulldown_cmark"], &["prose", "quote"]),
    (&["ammonia", "syntect"], &["prose"]),
    (&["hayagriva", "biblatex::"], &["citation"]),
    (&["axum::", "hyper", "notify::", "tokio::"], &["serve"]),
    (
        &["std::env", "std::time", "SystemTime"],
        &["disk", "serve", "lsp", "cli"],
    ),
];

/// Names under which things gather that belong nowhere.
const NAMELESS: [&str; 5] = ["utils", "helpers", "common", "types", "prelude"];

const LONGEST: usize = 400;

/// Files that may be longer.
const LONG: [&str; 0] = [];

#[test]
fn the_house_is_in_order() {
    let faults: Vec<String> = house()
        .iter()
        .flat_map(|(path, text)| faults(path, text))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A line planted in a copy of a file is refused; each breaks one rule.
#[test]
fn disorder_is_noticed() {
    for (path, line) in [
        ("source/span.rs", "use crate::diagnostic::Report;"),
        ("vocabulary/mod.rs", "use crate::diagnostic::Code;"),
        ("corpus/mod.rs", "use crate::record::Claim;"),
        ("record/mod.rs", "use crate::corpus::Claim;"),
        (
            "compare/row.rs",
            "fn none() -> Option<crate::resolve::Owner> { None }",
        ),
        ("language/mod.rs", "use crate::{source::Span, view::Scene};"),
        ("check/mod.rs", "use crate::{\n    source,\n    view,\n};"),
        ("site/plan.rs", "pub use crate::check::Evidence;"),
        ("view/mod.rs", "type Renderer = crate::render::Renderer;"),
        ("compile.rs", "use crate::disk;"),
        ("disk/read.rs", "use crate::cli;"),
        ("diagnostic/human.rs", "use crate::nowhere::Thing;"),
        ("view/card.rs", "use tera::Context;"),
        ("citation/mod.rs", "use crate::prose::Html;"),
        ("view/cite.rs", "use hayagriva::archive::ArchivedStyle;"),
        ("export/references/bib.rs", "use biblatex::Entry;"),
        ("export/assets.rs", "let bytes = std::fs::read(path);"),
        ("cli/build.rs", "use std::fs;"),
        ("compile.rs", "println!(\"{pages}\");"),
        ("disk/publish.rs", "eprintln!(\"{path}\");"),
        ("diagnostic/human.rs", "let out = std::io::stdout();"),
        ("resolve/site.rs", "use serde_yaml::Value;"),
        ("record/claim.rs", "use saphyr_parser::Event;"),
        ("compile.rs", "let corpus = Corpus { site };"),
        ("compare/row.rs", "let start = std::time::Instant::now();"),
        ("cli/build.rs", "use tokio::net::TcpListener;"),
        ("resolve/utils.rs", ""),
        ("common/mod.rs", ""),
        ("attic/mod.rs", ""),
        ("compare/mod.rs", &"\n".repeat(LONGEST)),
    ] {
        let house = house();
        let kept = house.iter().find(|(kept, _)| kept == path);
        let kept = kept.map_or("", |(_, text)| text);
        // What is wrong with the file already is told by the other test.
        let before = faults(path, kept).len();
        let after = if kept.is_empty() { 1 } else { before + 1 };
        let found = faults(path, &format!("{kept}\n{line}\n"));
        assert_eq!(found.len(), after, "{path}: {line}: {found:?}");
    }
}

/// What a comment says, and what a room says of itself, is no import.
#[test]
fn order_is_not_mistaken_for_disorder() {
    for (path, line) in [
        (
            "corpus/mod.rs",
            "//! Only [`resolve`](crate::resolve) makes one.",
        ),
        ("corpus/mod.rs", "let id = 1; // never `crate::record`"),
        ("view/mod.rs", "use crate::view::Scene;"),
        ("view/mod.rs", "use crate::{corpus::Corpus, site::Route};"),
        ("compile.rs", "fn corpus() -> Corpus {"),
        ("compile.rs", "impl Index<ThemeId> for Corpus {"),
        ("corpus/mod.rs", "pub struct Corpus {"),
        ("cli/build.rs", "writeln!(io::stdout())?;"),
    ] {
        assert_eq!(
            faults(path, &format!("{line}\n")),
            Vec::<String>::new(),
            "{path}: {line}"
        );
    }
}

/// The map in the crate's own words has the same levels.
#[test]
fn the_map_is_the_house() {
    let house = house();
    let (_, map) = house.iter().find(|(path, _)| path == "lib.rs").unwrap();
    let drawn: Vec<(String, u8)> = map
        .lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix("//! | ")?.split(" | ");
            let level = cells.next()?.parse().ok()?;
            let room = cells.next()?.strip_prefix("[`")?.strip_suffix("`]")?;
            Some((room.to_owned(), level))
        })
        .collect();
    let declared: Vec<&str> = map
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(drawn.len(), declared.len(), "{drawn:?}");
    for (room, at) in &drawn {
        assert!(declared.contains(&room.as_str()), "there is no room {room}");
        assert_eq!(level(room), Some(*at), "{room}");
    }
}

/// Every source file, by its path below `src/`.
fn house() -> Vec<(String, String)> {
    let folder = root().join("src");
    let paths = files(&folder)
        .into_iter()
        .filter(|path| path.ends_with(".rs"));
    paths
        .map(|path| {
            let text = fs::read_to_string(folder.join(&path)).unwrap();
            (path, text)
        })
        .collect()
}

fn level(room: &str) -> Option<u8> {
    let found = LEVELS.iter().find(|(name, _)| *name == room)?;
    Some(found.1)
}

/// The room of a file: the first folder of its path, or its own stem.
fn room(path: &str) -> &str {
    let first = path.split('/').next().unwrap();
    first.strip_suffix(".rs").unwrap_or(first)
}

/// What is wrong with a file.
fn faults(path: &str, text: &str) -> Vec<String> {
    let own = room(path);
    let code: Vec<&str> = text.lines().map(without_comment).collect();
    let mut faults = Vec::new();
    for part in path
        .split('/')
        .map(room)
        .filter(|part| NAMELESS.contains(part))
    {
        faults.push(format!("{path}: `{part}` says nothing of what is inside"));
    }
    match level(own) {
        None if faults.is_empty() => faults.push(format!("{path}: the room `{own}` has no level")),
        None => {}
        Some(at) => {
            let others = imports(&code.join("\n"))
                .into_iter()
                .filter(|other| other != own);
            for other in others.filter(|other| level(other).is_none_or(|level| level >= at)) {
                faults.push(format!("{path}: `{own}` may not know `{other}`"));
            }
        }
    }
    for (words, rooms) in CONFINED {
        let is_inside = rooms.contains(&own);
        for line in code.iter().filter(|line| !is_inside && writes(line, words)) {
            faults.push(format!("{path}: `{}` belongs into {rooms:?}", line.trim()));
        }
    }
    let lines = code.len();
    if lines > LONGEST && !LONG.contains(&path) {
        faults.push(format!(
            "{path}: {lines} lines, and at most {LONGEST} are easy to read"
        ));
    }
    faults
}

/// A line without the comment at its end; `//` in an address is none.
fn without_comment(line: &str) -> &str {
    let mut starts = line.match_indices("//").map(|(at, _)| at);
    let start = starts.find(|&at| !line[..at].ends_with(':'));
    start.map_or(line, |at| &line[..at])
}

/// The rooms that some code names: `crate::room` and `crate::{room, other::…}`.
fn imports(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for rest in code.split("crate::").skip(1) {
        if let Some(group) = rest.strip_prefix('{') {
            rooms.extend(heads(group));
        } else {
            rooms.extend(name(rest));
        }
    }
    rooms.sort_unstable();
    rooms.dedup();
    rooms
}

/// The first names of the entries of a group of imports.
fn heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut heads = Vec::new();
    let mut entry = true;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => entry = true,
            _ if letter.is_whitespace() => {}
            _ if entry => {
                heads.extend(name(&group[at..]));
                entry = false;
            }
            _ => {}
        }
    }
    heads
}

/// The name with which some code begins; a macro that stands in the crate's root is no room.
fn name(code: &str) -> Option<String> {
    let end = code.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let name = &code[..end.unwrap_or(code.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether a line writes one of these words, where a value begins and no longer name ends.
fn writes(line: &str, words: &[&str]) -> bool {
    let declares = ["struct ", "impl ", "-> ", "for "];
    words.iter().any(|word| {
        line.match_indices(word).any(|(at, _)| {
            let before = &line[..at];
            let is_part =
                before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
            let is_declared =
                word.ends_with(" {") && declares.iter().any(|it| before.ends_with(it));
            !is_part && !is_declared
        })
    })
}
