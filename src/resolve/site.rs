use super::Names;
use super::owner::Owner;
use super::resolver::{Resolver, items};
use crate::corpus::{Editor, EditorId, PerSide, QuestionId, Side, SideId, Site, Thresholds};
use crate::diagnostic::{Code, Diagnostic, shown};
use crate::record::{self, File};
use crate::source::{Span, Spanned};
use crate::vocabulary::{NO_SIDE, WORLD};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Pages hold a place for every side, and in each the way to every other.
const MOST_SIDES: usize = 50;

/// Every page is made in each, and every text that one of them lacks is told.
const MOST_LANGUAGES: usize = 50;

/// What other records need to know of the site before it can be resolved itself.
pub struct Frame {
    pub languages: Vec<String>,
    pub sides: Names<SideId>,
    pub editors: Names<EditorId>,
    side_records: Vec<Side>,
    editor_records: Vec<Editor>,
}

/// Resolves languages, sides and editors; `None` where there are no sides to compare.
pub fn frame(resolver: &mut Resolver<'_>, file: &File<record::Site>) -> Option<Frame> {
    let record = &file.record;
    let owner = owner(file);
    resolver.required(&record.title, "title", &owner);
    resolver.required_list(&record.sides, "sides", &owner);
    let languages = languages(resolver, record, &owner)?;
    resolver.speak(&languages);
    let mut frame = Frame {
        languages,
        sides: Names::default(),
        editors: Names::default(),
        side_records: Vec::new(),
        editor_records: Vec::new(),
    };
    let sides = items(&record.sides);
    let help = "compare fewer, or join some to one side";
    if !resolver.is_within(sides, MOST_SIDES, "sides", help) {
        return None;
    }
    let mut spans: BTreeMap<&str, Span> = BTreeMap::new();
    for side in sides {
        let owner = Owner::new(side.span, "side");
        let name = resolver.required_text(&side.value.name, "name", &owner);
        let in_text = resolver.text(&side.value.in_text);
        let short = resolver.text(&side.value.short);
        let Some(id) = resolver.required(&side.value.id, "id", &owner) else {
            frame.sides.add_nameless();
            continue;
        };
        let sound = resolver.id(&id.value, id.span);
        if id.value == WORLD || id.value == NO_SIDE {
            let message = format!("`{}` cannot name a side", id.value);
            resolver
                .report
                .push(Diagnostic::new(Code::ReservedId, id.span, message).help(
                    "choose another id: where sides are named, this word has a meaning of its own",
                ));
            continue;
        }
        if let Some(&first) = spans.get(id.value.as_str()) {
            resolver.duplicate_id(&id.value, id.span, first);
            continue;
        }
        spans.insert(&id.value, id.span);
        let Some(name) = name.filter(|_| sound) else {
            frame.sides.add(&id.value, None);
            continue;
        };
        frame
            .sides
            .add(&id.value, Some(SideId::new(frame.side_records.len())));
        frame.side_records.push(Side {
            id: id.value.clone(),
            in_text: in_text.unwrap_or_else(|| name.clone()),
            short: short.unwrap_or_else(|| name.clone()),
            forms: words(items(&side.value.forms)),
            name,
        });
    }
    editors(resolver, record, &mut frame);
    let sides = record.sides.given()?;
    let count = sides.value.items.len();
    if sides.value.whole && count == 1 {
        let span = resolver.first_line(sides.span);
        let message = "the site has only one side to compare";
        resolver.report.push(
            Diagnostic::new(Code::MissingField, span, message)
                .help("add another: a comparison has two sides or more"),
        );
    }
    (count > 1).then_some(frame)
}

fn owner(file: &File<record::Site>) -> Owner<'static> {
    Owner::new(file.file.start(), "site")
}

fn languages(
    resolver: &mut Resolver<'_>,
    record: &record::Site,
    owner: &Owner<'_>,
) -> Option<Vec<String>> {
    resolver.required(&record.languages, "languages", owner);
    let given = record.languages.given()?;
    let help = "name those that readers of this site read";
    if !resolver.is_within(&given.value.items, MOST_LANGUAGES, "languages", help) {
        return None;
    }
    let mut languages: Vec<String> = Vec::new();
    let mut sound = given.value.whole;
    for tag in &given.value.items {
        if !is_language(&tag.value) {
            invalid_language(resolver, tag);
            sound = false;
        } else if languages.contains(&tag.value) {
            resolver.twice(tag);
        } else {
            languages.push(tag.value.clone());
        }
    }
    if given.value.items.is_empty() && sound {
        resolver.report.push(
            Diagnostic::new(Code::MissingField, given.span, "the site has no language")
                .help("write `languages: [en]`; the first one is the default"),
        );
        sound = false;
    }
    sound.then_some(languages)
}

/// Whether a tag is well-formed after BCP 47 and in its canonical letter case.
pub fn is_language(tag: &str) -> bool {
    canonical(tag).is_some_and(|canonical| canonical == tag)
}

/// The one way to write a tag; `None` for what is no tag at all.
fn canonical(tag: &str) -> Option<String> {
    let locale = icu_locale::Locale::try_from_str(tag).ok()?;
    Some(locale.to_string())
}

/// Reports a tag that is not a language.
pub fn invalid_language(resolver: &mut Resolver<'_>, tag: &Spanned<String>) {
    let message = format!("`{}` is not a language tag", shown(&tag.value));
    let fault = Diagnostic::new(Code::InvalidLanguage, tag.span, message);
    let fault = match canonical(&tag.value) {
        Some(canonical) if tag.span.range().len() == tag.value.len() => fault
            .help(format!("write it as `{canonical}`"))
            .certain_mend(canonical),
        Some(canonical) => fault.help(format!("write it as `{canonical}`")),
        None => fault.help("write a BCP 47 tag such as `en` or `zh-Hans`"),
    };
    resolver.report.push(fault);
}

fn editors(resolver: &mut Resolver<'_>, record: &record::Site, frame: &mut Frame) {
    let mut spans: BTreeMap<&str, Span> = BTreeMap::new();
    for editor in items(&record.editors) {
        let owner = Owner::new(editor.span, "editor");
        let name = resolver.required_text(&editor.value.name, "name", &owner);
        let Some(id) = resolver.required(&editor.value.id, "id", &owner) else {
            frame.editors.add_nameless();
            continue;
        };
        let sound = resolver.id(&id.value, id.span);
        if let Some(&first) = spans.get(id.value.as_str()) {
            resolver.duplicate_id(&id.value, id.span, first);
            continue;
        }
        spans.insert(&id.value, id.span);
        let resolved = name.filter(|_| sound).map(|name| {
            frame.editor_records.push(Editor {
                id: id.value.clone(),
                name,
            });
            EditorId::new(frame.editor_records.len() - 1)
        });
        frame.editors.add(&id.value, resolved);
    }
}

/// The themes in the order of reading, as indexes of their files: those that the site lists first,
/// the rest by id.
pub fn theme_order(
    resolver: &mut Resolver<'_>,
    file: &File<record::Site>,
    themes: &[Arc<File<record::Theme>>],
    unread: &[String],
) -> Vec<usize> {
    let mut names = Names::default();
    for id in unread {
        names.add(id, None);
    }
    for (index, theme) in themes.iter().enumerate() {
        names.add(&theme.id, Some(index));
    }
    let mut order = Vec::new();
    for name in items(&file.record.themes) {
        match resolver.reference(name, &names, Code::UnknownTheme, "theme") {
            Some(index) if order.contains(&index) => resolver.twice(name),
            Some(index) => order.push(index),
            None => {}
        }
    }
    let rest: Vec<usize> = (0..themes.len())
        .filter(|index| !order.contains(index))
        .collect();
    order.extend(rest);
    order
}

/// Resolves the site itself.
pub fn site(
    resolver: &mut Resolver<'_>,
    file: &File<record::Site>,
    frame: Frame,
    questions: &Names<QuestionId>,
) -> Option<Site> {
    const MAX_QUOTATION_WORDS: f64 = 25.0;
    let record = &file.record;
    let owner = owner(file);
    let severities = resolver.severities(&record.severity);
    let title = resolver.required_text(&record.title, "title", &owner);
    let description = resolver.text(&record.description);
    let base_url = resolver.base_url(&record.base_url);
    let repository = resolver.url(&record.repository);
    let leads = resolver.references(&record.leads, questions, Code::UnknownQuestion, "question");
    if let Some(licence) = record.licence.given() {
        resolver.licence(licence);
    }
    let quotation = record.quotation.value();
    let max_words = quotation.and_then(|it| resolver.number_within(&it.max_words, 1.0, 1000.0));
    let balance = record.balance.value();
    let share = balance.and_then(|it| resolver.number_within(&it.max_document_share, 0.0, 1.0));
    let thresholds = thresholds(resolver, record);
    Some(Site {
        title: title?,
        base_url,
        description,
        repository,
        licence: record.licence.value().cloned(),
        languages: frame.languages,
        sides: PerSide::new(frame.side_records.len(), |side| {
            frame.side_records[side.index()].clone()
        }),
        max_quotation_words: max_words.unwrap_or(MAX_QUOTATION_WORDS),
        max_document_share: share.unwrap_or(1.0),
        thresholds,
        loaded_words: words(items(&record.loaded_words)),
        leads: leads.unwrap_or_default(),
        editors: frame.editor_records,
        source_view: record.source_view.value().copied().unwrap_or(true),
        release: record.release.value().cloned(),
        severities,
        span: owner.span,
    })
}

fn thresholds(resolver: &mut Resolver<'_>, record: &record::Site) -> Thresholds {
    let Some(record) = record.thresholds.value() else {
        return Thresholds::default();
    };
    let mut share = |field| resolver.number_within(field, 0.0, 1.0);
    Thresholds {
        coverage: share(&record.coverage),
        not_covered: share(&record.not_covered),
        largest_document: share(&record.largest_document),
        speak_for: share(&record.speak_for),
    }
}

fn words(items: &[Spanned<String>]) -> Vec<String> {
    items.iter().map(|item| item.value.clone()).collect()
}
