use super::line::one_line;
use super::token::{Token, tokens};
use std::collections::HashMap;

/// Tokens after repairs.
#[derive(Debug)]
pub struct Repaired {
    /// All tokens; those that a repair reads have the bytes of what is printed.
    pub tokens: Vec<Token>,
    /// Those that a repair reads, as it writes them.
    pub read: HashMap<usize, String>,
    /// To which token each printed one has come; nothing where none has moved.
    moved: Option<Vec<usize>>,
}

impl Repaired {
    /// Where a printed token is now.
    pub fn now(&self, printed: usize) -> usize {
        self.moved.as_ref().map_or(printed, |moved| moved[printed])
    }
}

/// A misprint: its first token and the whole of it as printed on one line, and how it is read.
struct Repair<'a> {
    first: &'a str,
    printed: String,
    count: usize,
    read: &'a str,
}

/// Makes repairs; of several that fit at one place, the one of the most tokens.
pub fn repair(text: &str, printed: Vec<Token>, repairs: &[(String, String)]) -> Repaired {
    // By their first tokens, since a text has far more tokens than fit any repair.
    let mut declared: HashMap<&str, Vec<Repair<'_>>> = HashMap::new();
    for repair in repairs.iter().filter_map(read_repair) {
        declared.entry(repair.first).or_default().push(repair);
    }
    if declared.is_empty() {
        return Repaired {
            tokens: printed,
            read: HashMap::new(),
            moved: None,
        };
    }
    for repairs in declared.values_mut() {
        repairs.sort_by_key(|repair| std::cmp::Reverse(repair.count));
    }
    let mut now: Vec<Token> = Vec::with_capacity(printed.len());
    let mut moved = Vec::with_capacity(printed.len());
    let mut read = HashMap::new();
    while let Some(token) = printed.get(moved.len()) {
        let rest = &printed[moved.len()..];
        let mut fitting = declared
            .get(&text[token.start..token.end])
            .into_iter()
            .flatten();
        let Some(repair) = fitting.find(|repair| repair.fits(text, rest)) else {
            moved.push(now.len());
            now.push(token.clone());
            continue;
        };
        moved.extend(std::iter::repeat_n(now.len(), repair.count));
        let (start, end) = (token.start, rest[repair.count - 1].end);
        for token in tokens(repair.read) {
            read.insert(now.len(), repair.read[token.start..token.end].to_owned());
            now.push(Token {
                start,
                end,
                ..token
            });
        }
    }
    Repaired {
        tokens: now,
        read,
        moved: Some(moved),
    }
}

fn read_repair((printed, read): &(String, String)) -> Option<Repair<'_>> {
    let tokens = tokens(printed);
    let (first, last) = (tokens.first()?, tokens.last()?);
    Some(Repair {
        first: &printed[first.start..first.end],
        printed: one_line(&printed[first.start..last.end]),
        count: tokens.len(),
        read,
    })
}

impl Repair<'_> {
    fn fits(&self, text: &str, rest: &[Token]) -> bool {
        let words = |from: &Token, to: &Token| &text[from.start..to.end];
        rest.get(self.count - 1)
            .is_some_and(|last| one_line(words(&rest[0], last)) == self.printed)
    }
}
