//! A style without what works of a kind never need. The library walks through a style again and again, at every level to
//! the bottom, and most of a style is branches by kind and variables that nothing here has.
//!
//! The rules are those by which the library itself tells what an element prints, and they follow the specification of CSL
//! 1.0.2: a group, or a macro, that asks for variables is left out where all of them are empty. So where elements that
//! print nothing are left out, one that asks for a variable stays in their place.

use hayagriva::citationberg::taxonomy::{
    DateVariable, Kind, NameVariable, NumberVariable, StandardVariable, Variable,
};
use hayagriva::citationberg::{
    Affixes, Choose, ChooseBranch, ChooseMatch, CslMacro, Formatting, IndependentStyle,
    LayoutRenderingElement as Element, Names, NamesChild, Text, TextTarget,
};
use std::collections::BTreeMap;
use std::mem::take;

/// Leaves out of a style what works of other kinds need, and what only needs variables that no item has.
pub(super) fn trim(style: &mut IndependentStyle, kind: Kind) {
    let Some(bibliography) = &mut style.bibliography else {
        return;
    };
    // A list of one needs no order.
    bibliography.sort = None;
    style.citation.sort = None;
    let whole = take(&mut style.macros).into_iter();
    let mut trimmer = Trimmer {
        kind,
        whole: whole.map(|it| (it.name, it.children)).collect(),
        trimmed: BTreeMap::new(),
    };
    trimmer.trim_all(&mut bibliography.layout.elements);
    let needed = trimmer.trimmed.into_iter().filter_map(|(name, it)| {
        it.silence.is_none().then_some(CslMacro {
            name,
            children: it.children,
        })
    });
    style.macros = needed.collect();
}

/// Why something prints nothing, whatever the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Silence {
    /// Whether it asks for a variable, which matters to the group that it stands in.
    asks: bool,
}

/// A macro after trimming.
struct Trimmed {
    children: Vec<Element>,
    silence: Option<Silence>,
}

struct Trimmer {
    kind: Kind,
    /// The macros that nobody has called yet.
    whole: BTreeMap<String, Vec<Element>>,
    /// The macros that were called.
    trimmed: BTreeMap<String, Trimmed>,
}

impl Trimmer {
    /// Trims elements that stand next to each other; tells of their silence, where none of them prints anything.
    fn trim_all(&mut self, elements: &mut Vec<Element>) -> Option<Silence> {
        let mut asks = false;
        let mut printing = Vec::with_capacity(elements.len());
        for mut element in take(elements) {
            match self.trim(&mut element) {
                None => printing.push(element),
                Some(silence) => asks |= silence.asks,
            }
        }
        let is_silent = printing.is_empty();
        printing.extend(asks.then(question));
        *elements = printing;
        is_silent.then_some(Silence { asks })
    }

    fn trim(&mut self, element: &mut Element) -> Option<Silence> {
        match element {
            Element::Text(text) => match &text.target {
                TextTarget::Variable { var, .. } if is_empty(*var) => Some(Silence { asks: true }),
                TextTarget::Macro { name } => self.call(name),
                _ => None,
            },
            Element::Number(number) if is_empty(number.variable.into()) => {
                Some(Silence { asks: true })
            }
            Element::Label(label) if is_empty(label.variable.into()) => {
                Some(Silence { asks: false })
            }
            Element::Date(date) if date.variable.is_some_and(|it| is_empty(it.into())) => {
                Some(Silence { asks: true })
            }
            Element::Names(names) => self.trim_names(names),
            Element::Group(group) => self.trim_all(&mut group.children),
            Element::Choose(choose) => self.trim_choose(choose),
            Element::Number(_) | Element::Label(_) | Element::Date(_) => None,
        }
    }

    /// Trims a macro when it is first called.
    fn call(&mut self, name: &str) -> Option<Silence> {
        if let Some(mut children) = self.whole.remove(name) {
            let silence = self.trim_all(&mut children);
            let trimmed = Trimmed { children, silence };
            self.trimmed.insert(name.to_owned(), trimmed);
        }
        self.trimmed.get(name)?.silence
    }

    fn trim_names(&mut self, names: &mut Names) -> Option<Silence> {
        let is_silent = names.variable.iter().all(|&it| is_empty(it.into()));
        let mut instead = Some(Silence { asks: false });
        for child in &mut names.children {
            if let NamesChild::Substitute(substitute) = child {
                instead = self.trim_all(&mut substitute.children);
            }
        }
        instead.filter(|_| is_silent)
    }

    fn trim_choose(&mut self, choose: &mut Choose) -> Option<Silence> {
        let kind = self.kind;
        choose
            .else_if
            .retain(|branch| verdict(branch, kind) != Some(false));
        if verdict(&choose.if_, kind) == Some(false) {
            if choose.else_if.is_empty() {
                let otherwise = choose.otherwise.take();
                choose.if_.children = otherwise.map(|it| it.children).unwrap_or_default();
                free(&mut choose.if_);
            } else {
                choose.if_ = choose.else_if.remove(0);
            }
        }
        let taken = choose
            .branches()
            .position(|branch| verdict(branch, kind) == Some(true));
        if let Some(taken) = taken {
            choose.else_if.truncate(taken);
            choose.otherwise = None;
        }
        let mut ways = vec![self.trim_branch(&mut choose.if_)];
        for branch in &mut choose.else_if {
            ways.push(self.trim_branch(branch));
        }
        match &mut choose.otherwise {
            Some(otherwise) => ways.push(self.trim_all(&mut otherwise.children)),
            None if taken.is_none() => ways.push(Some(Silence { asks: false })),
            None => {}
        }
        let first = ways[0];
        first.filter(|_| ways.iter().all(|&way| way == first))
    }

    /// Trims a branch that may be taken, and its condition.
    fn trim_branch(&mut self, branch: &mut ChooseBranch) -> Option<Silence> {
        if verdict(branch, self.kind).is_some() {
            free(branch);
        } else {
            // These tests decide nothing, or there would be a verdict.
            branch.type_ = None;
            branch.locator = None;
            branch.is_uncertain_date = None;
            for variables in [&mut branch.is_numeric, &mut branch.variable] {
                if let Some(asked) = variables {
                    asked.retain(|&it| !is_empty(it));
                }
                *variables = take(variables).filter(|it| !it.is_empty());
            }
        }
        self.trim_all(&mut branch.children)
    }
}

/// Takes all tests from a branch, which is always taken then.
fn free(branch: &mut ChooseBranch) {
    *branch = ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: None,
        variable: None,
        match_: ChooseMatch::All,
        children: take(&mut branch.children),
    };
}

/// What prints nothing and asks for a variable.
fn question() -> Element {
    let nothing = Variable::Standard(StandardVariable::Abstract);
    Element::Text(Text {
        target: nothing.into(),
        formatting: Formatting::default(),
        affixes: Affixes::default(),
        display: None,
        quotes: false,
        strip_periods: false,
        text_case: None,
    })
}

/// Whether no item has a variable, and the library does not make it up either.
fn is_empty(variable: Variable) -> bool {
    match variable {
        Variable::Standard(variable) => !matches!(
            variable,
            StandardVariable::Title
                | StandardVariable::ContainerTitle
                | StandardVariable::Publisher
                | StandardVariable::Genre
                | StandardVariable::URL
                | StandardVariable::Language
                | StandardVariable::CitationKey
                | StandardVariable::CitationLabel
                | StandardVariable::YearSuffix
        ),
        Variable::Number(variable) => !matches!(
            variable,
            NumberVariable::CitationNumber | NumberVariable::FirstReferenceNoteNumber
        ),
        Variable::Date(variable) => variable != DateVariable::Issued,
        Variable::Name(variable) => variable != NameVariable::Author,
        Variable::Page(_) => true,
    }
}

/// Whether a branch is taken for a kind; nothing where that depends on more than the kind.
fn verdict(branch: &ChooseBranch, kind: Kind) -> Option<bool> {
    let kinds = branch.type_.iter().flatten();
    let variables = branch.is_numeric.iter().chain(&branch.variable).flatten();
    let others = [
        branch.disambiguate.map(|_| None),
        branch.position.as_ref().map(|_| None),
        branch.locator.as_ref().map(|_| Some(false)),
        branch.is_uncertain_date.as_ref().map(|_| Some(false)),
    ];
    let mut tests = others
        .into_iter()
        .flatten()
        .chain(kinds.map(|it| Some(*it == kind)))
        .chain(variables.map(|it| is_empty(*it).then_some(false)));
    let (decisive, taken) = match branch.match_ {
        ChooseMatch::All => (false, false),
        ChooseMatch::Any => (true, true),
        ChooseMatch::None => (true, false),
    };
    let mut is_open = false;
    let is_decided = tests.any(|test| {
        is_open |= test.is_none();
        test == Some(decisive)
    });
    match (is_decided, is_open) {
        (true, _) => Some(taken),
        (false, true) => None,
        (false, false) => Some(!taken),
    }
}
