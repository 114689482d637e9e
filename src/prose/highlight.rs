use std::fmt;
use std::sync::LazyLock;

use syntect::Error;
use syntect::parsing::{ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxSet};

use super::grammar;
use super::html::{Html, push_escaped};

/// The classes of tokens, and the scopes that the grammar gives them.
const CLASSES: [(&str, &str); 7] = [
    ("comment", "y-comment"),
    ("constant", "y-constant"),
    (grammar::HEADER, "y-punctuation"),
    ("key", "y-key"),
    ("number", "y-number"),
    ("punctuation", "y-punctuation"),
    ("string", "y-string"),
];

/// The class of the text of block scalars.
const TEXT: &str = "y-string";

/// The longest line that is marked, in bytes: a line without end can take time that grows with its square.
const LONGEST_LINE: usize = 4096;

/// Marks the tokens of YAML with a few classes; the grammar is built when it is first used.
pub struct Highlighter {
    grammar: LazyLock<Grammar>,
}

impl Highlighter {
    /// A highlighter that can be shared between threads.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            grammar: LazyLock::new(Grammar::new),
        }
    }

    /// The markup of each line of YAML, without its line end.
    ///
    /// Each line is complete in itself, also where a token spans several, so that lines can be wrapped and left out as one
    /// likes. The classes are `y-key`, `y-string`, `y-number`, `y-constant`, `y-punctuation` and `y-comment`. A line that the
    /// grammar cannot read, or of more than 4096 bytes, stays plain.
    #[must_use]
    pub fn yaml_lines(&self, source: &str) -> Vec<Html> {
        let grammar = &*self.grammar;
        let state = ParseState::new(&grammar.syntaxes.syntaxes()[0]);
        let mut reader = Reader {
            grammar,
            state,
            scopes: ScopeStack::new(),
            text: None,
        };
        source
            .lines()
            .map(|line| reader.read(line).unwrap_or_else(|_| Html::escape(line)))
            .collect()
    }
}

impl Default for Highlighter {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Highlighter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Highlighter")
            .finish_non_exhaustive()
    }
}

struct Grammar {
    syntaxes: SyntaxSet,
    classes: Vec<(Scope, &'static str)>,
    header: Option<Scope>,
}

impl Grammar {
    fn new() -> Self {
        let classes = CLASSES
            .iter()
            .filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class)))
            .collect();
        Self {
            syntaxes: grammar::yaml(),
            classes,
            header: Scope::new(grammar::HEADER).ok(),
        }
    }

    /// The class of the innermost scope.
    fn class(&self, scopes: &ScopeStack) -> Option<&'static str> {
        let innermost = scopes.as_slice().last()?;
        self.classes
            .iter()
            .find(|(scope, _)| scope == innermost)
            .map(|(_, class)| *class)
    }
}

/// The reading of one text, line by line.
struct Reader<'a> {
    grammar: &'a Grammar,
    state: ParseState,
    scopes: ScopeStack,
    /// The least indentation of the block scalar's text, while inside one.
    text: Option<usize>,
}

impl Reader<'_> {
    fn read(&mut self, line: &str) -> Result<Html, Error> {
        let mut marked = Line::default();
        if self
            .text
            .is_some_and(|least| line.trim().is_empty() || indentation(line) >= least)
        {
            marked.push(line, Some(TEXT));
            return Ok(marked.finish());
        }
        self.text = None;
        if line.len() > LONGEST_LINE {
            return Ok(Html::escape(line));
        }
        let changes = self
            .state
            .parse_line(&format!("{line}\n"), &self.grammar.syntaxes)?;
        let mut start = 0;
        for (at, change) in changes {
            let at = at.clamp(start, line.len());
            marked.push(&line[start..at], self.grammar.class(&self.scopes));
            start = at;
            if matches!(change, ScopeStackOp::Push(scope) if Some(scope) == self.grammar.header) {
                self.text = Some(least_indentation(line));
            }
            self.scopes.apply(&change)?;
        }
        marked.push(&line[start..], self.grammar.class(&self.scopes));
        Ok(marked.finish())
    }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The least indentation of the text that belongs to a block scalar which begins in this line: deeper than its key, or than
/// its dash where it has no key.
fn least_indentation(line: &str) -> usize {
    let mut column = indentation(line);
    let mut dash = None;
    while let Some(rest) = line[column..].strip_prefix("- ") {
        dash = Some(column);
        column += 2 + indentation(rest);
    }
    if line[column..].starts_with(['|', '>']) {
        dash.map_or(0, |dash| dash + 1)
    } else {
        column + 1
    }
}

/// A line being written; neighbours of one class share an element.
#[derive(Default)]
struct Line {
    markup: String,
    open: Option<&'static str>,
}

impl Line {
    fn push(&mut self, text: &str, class: Option<&'static str>) {
        if text.is_empty() {
            return;
        }
        // Blanks look alike in every class.
        if class != self.open && !text.trim().is_empty() {
            self.close();
            if let Some(class) = class {
                self.markup.push_str("<span class=\"");
                self.markup.push_str(class);
                self.markup.push_str("\">");
            }
            self.open = class;
        }
        push_escaped(&mut self.markup, text);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.markup.push_str("</span>");
        }
    }

    fn finish(mut self) -> Html {
        self.close();
        Html::trusted(self.markup)
    }
}
