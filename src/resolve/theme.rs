use super::Names;
use super::names::ClaimNames;
use super::owner::Owner;
use super::resolver::{Resolver, items, pairs};
use crate::corpus::{
    CellRef, PerSide, Question, QuestionId, Scale, Sentence, SideId, Silence, Theme, ThemeId,
};
use crate::diagnostic::{Code, Diagnostic, shown};
use crate::record::{self, File};
use crate::source::{Span, Spanned};
use crate::vocabulary::Compare;
use crate::yaml::{Field, List};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One page shows all questions of a theme with all sides.
const MOST_QUESTIONS: usize = 200;

/// Themes with their questions; what they say of claims comes later.
pub struct Rows {
    pub themes: Vec<Theme>,
    pub questions: Vec<Question>,
    /// By `<theme>/<question>`.
    pub names: Names<QuestionId>,
    /// The file of each theme, by index.
    files: Vec<usize>,
}

/// Resolves themes and questions, in the given order of files.
pub fn rows(
    resolver: &mut Resolver<'_>,
    files: &[Arc<File<record::Theme>>],
    order: &[usize],
    unread: &[String],
) -> Rows {
    let mut rows = Rows {
        themes: Vec::new(),
        questions: Vec::new(),
        names: Names::default(),
        files: Vec::new(),
    };
    for theme in unread {
        rows.names.add_unread(theme);
    }
    for &index in order {
        let file = &files[index];
        let span = file.file.start();
        let owner = Owner::new(span, "theme");
        let sound_id = resolver.id(&file.id, span);
        let title = resolver.required_text(&file.record.title, "title", &owner);
        resolver.required_list(&file.record.questions, "questions", &owner);
        let definition = resolver.text(&file.record.definition);
        let aliases = resolver.former_ids(&file.record.aliases, "theme", |alias| {
            let named = files.iter().find(|other| other.id == alias)?;
            Some(named.file.start())
        });
        let whole = resolver.whole(file.file);
        resolver.allow(&file.record.allow, whole);
        let sound = title.is_some() && sound_id;
        let first = rows.questions.len();
        questions(resolver, file, sound, &mut rows);
        let Some(title) = title.filter(|_| sound_id) else {
            continue;
        };
        rows.themes.push(Theme {
            id: file.id.clone(),
            title,
            definition,
            questions: first..rows.questions.len(),
            summary: PerSide::new(0, |_| Vec::new()),
            contrast: Vec::new(),
            silences: Vec::new(),
            aliases,
            span,
        });
        rows.files.push(index);
    }
    rows
}

fn questions(
    resolver: &mut Resolver<'_>,
    file: &File<record::Theme>,
    sound_theme: bool,
    rows: &mut Rows,
) {
    let mut spans: BTreeMap<&str, Span> = BTreeMap::new();
    if file
        .record
        .questions
        .value()
        .is_none_or(|list| !list.whole || list.items.is_empty())
    {
        rows.names.add_unread(&file.id);
    }
    let records = items(&file.record.questions);
    let help = "move some of them to another theme";
    if !resolver.is_within(records, MOST_QUESTIONS, "questions", help) {
        rows.names.add_unread(&file.id);
        return;
    }
    for record in records {
        let owner = Owner::new(
            record.value.id.given().map_or(record.span, |id| id.span),
            "question",
        );
        let theme = ThemeId::new(rows.themes.len());
        let aliases = resolver.former_ids(
            &record.value.aliases,
            &format!("question of {}", file.id),
            |alias| {
                let ids = items(&file.record.questions).iter();
                let mut ids = ids.filter_map(|it| it.value.id.given());
                ids.find(|id| id.value == alias).map(|id| id.span)
            },
        );
        let question = question(resolver, record, theme, &owner);
        let Some(id) = resolver.required(&record.value.id, "id", &owner) else {
            rows.names.add_unread(&file.id);
            continue;
        };
        let sound = resolver.id(&id.value, id.span) && sound_theme;
        if let Some(&first) = spans.get(id.value.as_str()) {
            resolver.duplicate_id(&id.value, id.span, first);
            continue;
        }
        spans.insert(&id.value, id.span);
        let question = question.filter(|_| sound);
        let resolved = question.map(|question| {
            rows.questions.push(Question {
                aliases,
                ..question
            });
            QuestionId::new(rows.questions.len() - 1)
        });
        rows.names
            .add(format!("{}/{}", file.id, id.value), resolved);
    }
}

fn question(
    resolver: &mut Resolver<'_>,
    record: &Spanned<record::Question>,
    theme: ThemeId,
    owner: &Owner<'_>,
) -> Option<Question> {
    resolver.allow(&record.value.allow, record.span);
    let record = &record.value;
    let asks = resolver.required_text(&record.asks, "asks", owner);
    let compare = resolver.required(&record.compare, "compare", owner);
    let definition = resolver.text(&record.definition);
    let compare = compare?.value;
    if compare != Compare::About {
        resolver.misplaced(
            &record.takes,
            "only a question that compares claims about each side takes kinds",
            "remove `takes`, or write `compare: about`",
        );
    }
    let scale = scale(resolver, record, compare);
    let id = record.id.given()?;
    Some(Question {
        id: id.value.clone(),
        theme,
        asks: asks?,
        definition,
        compare,
        scale: scale?,
        takes: items(&record.takes).iter().map(|kind| kind.value).collect(),
        aliases: Vec::new(),
        span: id.span,
    })
}

fn scale(
    resolver: &mut Resolver<'_>,
    record: &record::Question,
    compare: Compare,
) -> Option<Scale> {
    let mut mismatch = |span, message: &str, help: &str| {
        let fault = Diagnostic::new(Code::ScaleMismatch, span, message).help(help);
        resolver.report.push(fault);
    };
    match (record.poles.given(), record.proposition.given()) {
        (None, None) => Some(Scale::None),
        (Some(poles), _) if compare != Compare::About => {
            mismatch(
                poles.span,
                "poles rate a side, and this question does not compare claims about each side",
                match compare {
                    Compare::Voice if record.proposition.is_absent() => {
                        "write a `proposition` that voices are for or against, or `compare: about`"
                    }
                    _ => "remove them, or write `compare: about`",
                },
            );
            None
        }
        (_, Some(proposition)) if compare != Compare::Voice => {
            mismatch(
                proposition.span,
                "a proposition is for voices, and this question does not compare voices",
                match compare {
                    Compare::About if record.poles.is_absent() => {
                        "write `poles` that rate a side, or `compare: voice`"
                    }
                    _ => "remove it, or write `compare: voice`",
                },
            );
            None
        }
        (Some(poles), None) => {
            let owner = Owner::new(poles.span, "scale");
            let positive = resolver.required_text(&poles.value.positive, "positive", &owner);
            let negative = resolver.required_text(&poles.value.negative, "negative", &owner);
            Some(Scale::Poles {
                positive: positive?,
                negative: negative?,
            })
        }
        (None, Some(proposition)) => resolver.words(proposition).map(Scale::Proposition),
        (Some(_), Some(_)) => None,
    }
}

/// Resolves what themes say of claims and cells: summaries and silences.
pub fn conclude(
    resolver: &mut Resolver<'_>,
    rows: &mut Rows,
    files: &[Arc<File<record::Theme>>],
    sides: &Names<SideId>,
    claims: &ClaimNames,
) {
    for theme in 0..rows.themes.len() {
        let record = &files[rows.files[theme]].record;
        let mut summary = PerSide::new(sides.count(), |_| Vec::new());
        let mut contrast = Vec::new();
        let names = Cited {
            questions: &rows.names,
            sides,
            claims,
        };
        if let Some(given) = record.summary.value() {
            for (side, list) in pairs(&given.sides) {
                let found = resolver.reference(side, sides, Code::UnknownSide, "side");
                let sentences = sentences(resolver, &list.value.items, &names);
                if let Some(side) = found {
                    summary[side] = sentences;
                }
            }
            contrast = sentences(resolver, items(&given.contrast), &names);
        }
        let id = rows.themes[theme].id.clone();
        let silences = silences(resolver, &id, &record.silences, &names);
        let theme = &mut rows.themes[theme];
        theme.summary = summary;
        theme.contrast = contrast;
        theme.silences = silences;
    }
}

/// The names that a theme's own words may cite.
struct Cited<'a> {
    questions: &'a Names<QuestionId>,
    sides: &'a Names<SideId>,
    claims: &'a ClaimNames,
}

fn sentences(
    resolver: &mut Resolver<'_>,
    records: &[Spanned<record::Sentence>],
    names: &Cited<'_>,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for record in records {
        let value = &record.value;
        let span = value.text.given().map_or(record.span, |text| text.span);
        let owner = Owner::new(record.span, "sentence");
        let text = resolver.required_text(&value.text, "text", &owner);
        let empty = |list: &Field<List<String>>| match list {
            Field::Absent => true,
            Field::Invalid => false,
            Field::Given(list) => list.value.items.is_empty() && list.value.whole,
        };
        if empty(&value.from) && empty(&value.silent) {
            resolver.report.push(
                Diagnostic::new(
                    Code::SummaryCitesNothing,
                    span,
                    "this sentence cites nothing",
                )
                .help("name the claims in `from`, or the empty cells in `silent`"),
            );
        }
        let from = resolver.references(&value.from, names.claims, Code::UnknownClaim, "claim");
        let silent: Vec<_> = items(&value.silent)
            .iter()
            .map(|path| cell(resolver, path, names))
            .collect();
        if let (Some(text), Some(from)) = (text, from) {
            sentences.push(Sentence {
                text,
                from,
                silent: silent.into_iter().flatten().collect(),
                span,
            });
        }
    }
    sentences
}

/// Resolves `<theme>/<question>/<side>`.
fn cell(resolver: &mut Resolver<'_>, path: &Spanned<String>, names: &Cited<'_>) -> Option<CellRef> {
    let Some((question, side)) = path.value.rsplit_once('/') else {
        let message = format!("`{}` does not name a cell", shown(&path.value));
        resolver.report.push(
            Diagnostic::new(Code::UnknownQuestion, path.span, message)
                .help("write `<theme>/<question>/<side>`"),
        );
        return None;
    };
    let part = |words: &str| Spanned::new(words.to_owned(), path.span);
    let question = resolver.reference(
        &part(question),
        names.questions,
        Code::UnknownQuestion,
        "question",
    );
    let side = resolver.reference(&part(side), names.sides, Code::UnknownSide, "side");
    Some(CellRef {
        question: question?,
        side: side?,
        span: path.span,
    })
}

fn silences(
    resolver: &mut Resolver<'_>,
    theme: &str,
    records: &Field<List<record::Silence>>,
    names: &Cited<'_>,
) -> Vec<Silence> {
    let mut silences = Vec::new();
    for record in items(records) {
        let owner = Owner::new(record.span, "silence");
        let value = &record.value;
        let question = resolver.required(&value.question, "question", &owner);
        let side = resolver.required(&value.side, "side", &owner);
        let note = resolver.required_text(&value.note, "note", &owner);
        let question_id = question.and_then(|name| {
            let path = Spanned::new(format!("{theme}/{}", name.value), name.span);
            resolver.reference(&path, names.questions, Code::UnknownQuestion, "question")
        });
        let side_id =
            side.and_then(|name| resolver.reference(name, names.sides, Code::UnknownSide, "side"));
        if let (Some(question), Some(side), Some(note)) = (question_id, side_id, note) {
            let cell = CellRef {
                question,
                side,
                span: record
                    .value
                    .question
                    .given()
                    .map_or(owner.span, |it| it.span),
            };
            silences.push(Silence { cell, note });
        }
    }
    silences
}
