use super::csl::kind;
use super::filled::filled;
use super::style::is_chinese;
use super::trim::trim;
use super::{Reference, Style, Work, item};
use hayagriva::archive::{ArchivedStyle, LOCALES};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{self, FontStyle, IndependentStyle, Locale, LocaleCode};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren,
};
use memchr::memmem::Finder;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// A work as a manual cites it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// Its text, in pieces.
    pub runs: Vec<Run>,
}

/// A piece of a citation, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether it is set in italics, the only distinction that the styles make.
    pub italic: bool,
}

/// A work as a style cites it in its list of references. Takes about half a millisecond.
pub fn cite(reference: &Reference, style: Style) -> Citation {
    cite_by(&PRESS.manuals_for(kind(reference.work)), reference, style)
}

fn cite_by(manuals: &[IndependentStyle; 3], reference: &Reference, style: Style) -> Citation {
    let manual = &manuals[style.index()];
    let locale = locale(reference, style);
    let entry = entry(reference, style);
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::new(
        vec![CitationItem::with_entry(&entry)],
        manual,
        Some(locale.clone()),
        &PRESS.locales,
        None,
    ));
    let request = BibliographyRequest::new(manual, Some(locale), &PRESS.locales);
    let bibliography = driver.finish(request).bibliography;
    let mut citation = Citation::default();
    for entry in bibliography.iter().flat_map(|it| &it.items) {
        citation.take(&entry.content);
    }
    // APA asks when a page without a date was retrieved; nobody knows.
    if let Some(url) = &reference.url {
        citation.replace(&format!("Retrieved {url}"), url);
    }
    citation.mended()
}

impl Citation {
    /// The citation with words in the place of letters that stand for them.
    pub(super) fn with(&self, words: &[(char, &str)]) -> Self {
        let runs = self.runs.iter().map(|run| Run {
            text: filled(&run.text, words),
            italic: run.italic,
        });
        let runs = runs.collect();
        Self { runs }.mended()
    }

    fn replace(&mut self, old: &str, new: &str) {
        for run in self.runs.iter_mut().filter(|run| run.text.contains(old)) {
            run.text = run.text.replace(old, new);
        }
    }

    /// Takes text and slope out of what the library made; its own HTML escapes nothing.
    fn take(&mut self, children: &ElemChildren) {
        for child in &children.0 {
            match child {
                ElemChild::Text(words) | ElemChild::Link { text: words, .. } => {
                    let italic = words.formatting.font_style == FontStyle::Italic;
                    self.push(&words.text, italic);
                }
                ElemChild::Elem(elem) => self.take(&elem.children),
                ElemChild::Markup(words) => self.push(words, false),
                ElemChild::Transparent { .. } => {}
            }
        }
    }

    fn push(&mut self, words: &str, italic: bool) {
        match self.runs.last_mut() {
            Some(last) if last.italic == italic => last.text.push_str(words),
            _ => self.runs.push(Run {
                text: words.to_owned(),
                italic,
            }),
        }
    }

    /// Mends what the library gets wrong: a comma before a date that is only a year, a full stop after a title
    /// that ends with a mark of its own, and a quotation within one.
    fn mended(mut self) -> Self {
        // Most have none of it.
        const FIRST_OF_QUOTATION_MARK: u8 = 0xe2;
        const FIRST_OF_WIDE_MARK: u8 = 0xef;
        let is_concerned = |run: &Run| {
            let mut before = b' ';
            run.text.bytes().any(|byte| {
                let is_stop_after_comma = byte == b'.' && before == b',';
                before = byte;
                let marks = [b'?', b'!', FIRST_OF_QUOTATION_MARK, FIRST_OF_WIDE_MARK];
                is_stop_after_comma || marks.contains(&byte)
            })
        };
        if !self.runs.iter().any(is_concerned) {
            return self;
        }
        let mut before = ' ';
        let mut depth = 0;
        for run in &mut self.runs {
            let mut text = String::with_capacity(run.text.len());
            for letter in run.text.replace(",.", ".").chars() {
                let doubled = letter == '.' && matches!(before, '?' | '!' | '？' | '！');
                if doubled {
                    continue;
                }
                before = letter;
                let opened = depth;
                match letter {
                    '“' => depth += 1,
                    '”' if depth > 0 => depth -= 1,
                    _ => {}
                }
                text.push(match letter {
                    '“' if opened == 1 => '‘',
                    '”' if opened == 2 => '’',
                    _ => letter,
                });
            }
            run.text = text;
        }
        self
    }
}

/// The reference as the library reads it.
fn entry(reference: &Reference, style: Style) -> Item {
    let title = reference.sentence().to_owned();
    let reference = Reference {
        title,
        ..reference.clone()
    };
    let mut item = item(&reference);
    // The standard of China names who publishes an electronic resource (4.6), and no larger work that it is part of.
    if style == Style::GbT7714 && reference.work == Work::Statement {
        item.publisher = item.container_title.take();
    }
    let value = serde_json::to_value(item);
    let entry = value.and_then(serde_json::from_value);
    entry.expect("an item of CSL-JSON is one for the library too")
}

/// The standard of China abbreviates in Chinese where the work is Chinese, and else in English.
fn locale(reference: &Reference, style: Style) -> LocaleCode {
    let chinese = style == Style::GbT7714 && is_chinese(&reference.language);
    LocaleCode(if chinese { CHINESE } else { ENGLISH }.to_owned())
}

const ENGLISH: &str = "en-US";
const CHINESE: &str = "zh-CN";

/// The manuals, read once.
static PRESS: LazyLock<Press> = LazyLock::new(Press::new);

struct Press {
    manuals: [IndependentStyle; 3],
    /// The manuals as works of one type need them, by that type.
    trimmed: Mutex<BTreeMap<&'static str, Manuals>>,
    locales: Vec<Locale>,
}

type Manuals = Arc<[IndependentStyle; 3]>;

impl Press {
    fn new() -> Self {
        let locales = [ENGLISH, CHINESE].into_iter().filter_map(locale_of);
        Self {
            manuals: Style::ALL.map(manual),
            trimmed: Mutex::default(),
            locales: locales.collect(),
        }
    }

    fn manuals_for(&self, kind: &'static str) -> Manuals {
        let trimmed = self.trimmed.lock();
        let mut trimmed = trimmed.unwrap_or_else(PoisonError::into_inner);
        let manuals = trimmed.entry(kind).or_insert_with(|| {
            let mut manuals = self.manuals.clone();
            if let Ok(kind) = kind.parse() {
                for manual in &mut manuals {
                    trim(manual, kind);
                }
            }
            Arc::new(manuals)
        });
        Arc::clone(manuals)
    }
}

/// The words of one language; the library has them in sixty, and to read all takes longer than to build a small site.
fn locale_of(code: &str) -> Option<Locale> {
    let name = Finder::new(code);
    let candidates = LOCALES.iter().filter(|it| name.find(it).is_some());
    let mut read = candidates.filter_map(|&bytes| ciborium::from_reader::<Locale, _>(bytes).ok());
    read.find(|locale| locale.lang.as_ref().is_some_and(|lang| lang.0 == code))
}

fn manual(style: Style) -> IndependentStyle {
    let archived = match style {
        Style::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
        Style::Chicago => ArchivedStyle::ChicagoAuthorDate,
        Style::GbT7714 => ArchivedStyle::Gb77142015Numeric,
    };
    match archived.get() {
        citationberg::Style::Independent(mut manual) => {
            // The library also writes what stands in running text, several times over, and nobody reads it.
            manual.citation.layout.elements.clear();
            manual
        }
        citationberg::Style::Dependent(_) => unreachable!("{style:?} stands on its own"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Date;
    use crate::vocabulary::DocumentKind;
    use rayon::prelude::*;

    /// A work with and without each of what it may have; the bits of the number tell which.
    fn reference(work: Work, given: usize) -> Reference {
        let has = |bit: usize| given >> bit & 1 == 1;
        let authors = if has(3) { 4 } else { usize::from(has(4)) };
        let date = has(1).then(|| if has(4) { "2025-07-05" } else { "2025" });
        Reference {
            id: "id".to_owned(),
            work,
            title: "On Widgets: what is “fair”?".to_owned(),
            authors: (0..authors).map(|it| format!("Author {it}")).collect(),
            publisher: has(0).then(|| "Widget News".to_owned()),
            published: date.map(|it| it.parse::<Date>().expect("it is a date")),
            language: if has(4) { "zh" } else { "en" }.to_owned(),
            url: has(2).then(|| "https://example.org/widgets".to_owned()),
            foundation: None,
        }
    }

    #[test]
    fn trimming_changes_no_citation() {
        let documents = DocumentKind::ALL.iter().copied().map(Work::Document);
        let works: Vec<Work> = documents.chain([Work::Statement]).collect();
        let cases: Vec<(Work, usize)> = works
            .into_iter()
            .flat_map(|work| (0..32).map(move |given| (work, given)))
            .collect();
        cases.into_par_iter().for_each(|(work, given)| {
            let reference = reference(work, given);
            for style in Style::ALL {
                let whole = cite_by(&PRESS.manuals, &reference, style);
                assert_eq!(cite(&reference, style), whole, "{work:?} {given} {style:?}");
            }
        });
    }
}
