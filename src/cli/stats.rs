mod gate;
mod human;

use super::{Failure, NO_TEXT, Outcome};
use crate::compare::{Agreement, Amount, Balance, agreement, balance};
use crate::compile::{Options, World, analyse};
use crate::corpus::{Allegiance, Corpus, Date, Theme};
use crate::disk;
use crate::quote::{SourceText, Texts, settings, text_of, uncovered};
use crate::source::Sources;
use crate::vocabulary::NO_SIDE;
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use gate::broken;
use human::human;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Say what the comparison rests on: how much of each text is quoted, which cells are empty, and how much each
/// document and each side's speakers contribute. Ends with 1 where something does not keep the `thresholds` of
/// `content/site.yaml`.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych stats --uncovered --sources ../texts")]
pub struct Arguments {
    /// Print the sentences that no quotation touches, of the texts that are at hand.
    #[arg(long)]
    uncovered: bool,

    /// Print the forecasts that are due on a day, and the terms that changed after a text was written.
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Date>,

    /// Print how far another coding of the same claims agrees, field by field: a folder that holds `content/`, or a
    /// revision of git.
    #[arg(long, value_name = "OTHER")]
    agreement: Option<String>,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,
}

/// How statements are counted whose speakers nobody could place.
const UNPLACED: &str = "unplaced";

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Tables.
    Human,
    /// One object.
    Json,
}

fn date(written: &str) -> Result<Date, String> {
    let date = written.parse();
    date.map_err(|_| "write a date as 2025, 2025-03 or 2025-07-05".to_owned())
}

/// All that the command has to say.
#[derive(Serialize)]
struct Statistics<'a> {
    version: u32,
    documents: Vec<DocumentLine<'a>>,
    themes: Vec<ThemeLine<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uncovered: Option<Vec<Sentence<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Vec<Forecast>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<Vec<Change<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<Vec<Agreement>>,
}

#[derive(Serialize)]
struct DocumentLine<'a> {
    id: &'a str,
    /// Words of the text; none where nothing is known of it.
    words: usize,
    /// The share of the words that stand in a sentence which a quotation touches.
    coverage: Option<f64>,
    claims: usize,
    voices: usize,
}

#[derive(Serialize)]
struct ThemeLine<'a> {
    id: &'a str,
    claims: usize,
    rows: BTreeMap<&'static str, usize>,
    covered: usize,
    advice_only: usize,
    not_covered: usize,
    documents: BTreeMap<&'a str, usize>,
    speak_for: BTreeMap<&'a str, usize>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    document: &'a str,
    line: usize,
    text: String,
}

#[derive(Serialize)]
struct Forecast {
    claim: String,
    horizon: String,
    says: String,
}

#[derive(Serialize)]
struct Change<'a> {
    term: &'a str,
    date: String,
    what: &'a str,
    claims: Vec<String>,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let inputs = disk::read(root)?;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let analysis = analyse(&inputs.content, &texts, &Options::default());
    let Some(world) = analysis.world else {
        return Err("the site cannot be read; `diptych check` says why".into());
    };
    let corpus = &world.corpus;
    let uncovered = if arguments.uncovered {
        Some(sentences(&world, &inputs.content, &texts).ok_or(NO_TEXT)?)
    } else {
        None
    };
    let agreement = arguments.agreement.as_ref();
    let agreement = agreement.map(|other| twice(root, corpus, other, &texts));
    let statistics = Statistics {
        version: 1,
        documents: documents(&world),
        themes: themes(&world),
        uncovered,
        due: arguments.on.map(|on| due(corpus, on)),
        changed: arguments.on.map(|on| changed(corpus, on)),
        agreement: agreement.transpose()?,
    };
    match arguments.format {
        Format::Human => human(&statistics)?,
        Format::Json => writeln!(
            io::stdout(),
            "{}",
            serde_json::to_string_pretty(&statistics)?
        )?,
    }
    let broken = broken(&statistics, &corpus.site.thresholds);
    for limit in &broken {
        writeln!(io::stderr(), "{limit}")?;
    }
    Ok(if broken.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Faulty
    })
}

/// How far another coding of the same claims agrees.
fn twice(
    root: &Utf8Path,
    corpus: &Corpus,
    other: &str,
    texts: &Texts,
) -> Result<Vec<Agreement>, Failure> {
    let content = disk::content_of(root, other)?;
    let world = analyse(&content, texts, &Options::default()).world;
    let world = world.ok_or_else(|| format!("the site of `{other}` cannot be read"))?;
    let fields = agreement(corpus, &world.corpus);
    if fields.iter().all(|field| field.claims == 0) {
        return Err(format!("`{other}` has no claim that is here too").into());
    }
    Ok(fields)
}

fn documents(world: &World) -> Vec<DocumentLine<'_>> {
    let examined = world.corpus.documents.iter().zip(&world.examinations);
    let line = examined.map(|(document, examination)| {
        let claims = document.claims().map(|id| &world.corpus[id]);
        let amount = Amount::of(claims);
        DocumentLine {
            id: &document.id,
            words: examination.words,
            coverage: share(examination.words_covered(), examination.words),
            claims: amount.claims,
            voices: amount.voices.len(),
        }
    });
    line.collect()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a text has far fewer than 2^53 words"
)]
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn themes(world: &World) -> Vec<ThemeLine<'_>> {
    let corpus = &world.corpus;
    let line = |(id, theme)| theme_line(corpus, theme, balance(corpus, &world.rows, id));
    corpus.themes().map(line).collect()
}

fn theme_line<'a>(corpus: &'a Corpus, theme: &'a Theme, balance: Balance) -> ThemeLine<'a> {
    let documents = balance.amount.documents.iter();
    let allegiances = balance.allegiances.iter();
    ThemeLine {
        id: &theme.id,
        claims: balance.amount.claims,
        documents: documents
            .map(|(&id, &count)| (corpus[id].id.as_str(), count))
            .collect(),
        speak_for: allegiances
            .map(|(&allegiance, &count)| (word(corpus, allegiance), count))
            .collect(),
        rows: balance.rows,
        covered: balance.covered,
        advice_only: balance.advice_only,
        not_covered: balance.not_covered,
    }
}

fn word(corpus: &Corpus, allegiance: Allegiance) -> &str {
    match allegiance {
        Allegiance::Side(side) => &corpus[side].id,
        Allegiance::ThirdParty => NO_SIDE,
        Allegiance::Unplaced => UNPLACED,
    }
}

/// The sentences that no quotation touches, of the texts at hand; nothing where none is.
fn sentences<'a>(world: &'a World, content: &Sources, texts: &Texts) -> Option<Vec<Sentence<'a>>> {
    let mut sentences = Vec::new();
    let mut looked = false;
    for (id, document) in world.corpus.documents() {
        let Some((format, text)) = text_of(document, content, texts) else {
            continue;
        };
        looked = true;
        let source = SourceText::new(text, format, &settings(document));
        let quoted = &world.examinations[id.index()].passages;
        let quoted: Vec<_> = quoted.iter().flat_map(|(_, parts)| parts.clone()).collect();
        let (mut line, mut counted) = (1, 0);
        for sentence in uncovered(&source, &quoted) {
            line += text[counted..sentence.start].matches('\n').count();
            counted = sentence.start;
            let words: Vec<&str> = text[sentence].split_whitespace().collect();
            sentences.push(Sentence {
                document: &document.id,
                line,
                text: words.join(" "),
            });
        }
    }
    looked.then_some(sentences)
}

/// Forecasts whose time has come by a day.
fn due(corpus: &Corpus, on: Date) -> Vec<Forecast> {
    let claims = corpus.claims().filter(|(_, claim)| claim.counts());
    let due = claims.filter_map(|(id, claim)| {
        let horizon = claim.horizon.filter(|&horizon| !horizon.is_after(on))?;
        Some(Forecast {
            claim: corpus.claim_path(id),
            horizon: horizon.to_string(),
            says: claim.says.first().to_owned(),
        })
    });
    due.collect()
}

/// Events in the history of terms by a day and after a text that names them was written.
fn changed(corpus: &Corpus, on: Date) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for (id, term) in corpus.terms() {
        for event in term.history.iter().filter(|event| !event.date.is_after(on)) {
            let naming = corpus.claims().filter(|(_, claim)| {
                let document = &corpus[claim.document];
                let written = document.published.or(document.not_before);
                claim.terms.contains(&id) && written.is_some_and(|it| event.date.is_after(it))
            });
            let claims: Vec<String> = naming.map(|(id, _)| corpus.claim_path(id)).collect();
            if !claims.is_empty() {
                changes.push(Change {
                    term: &term.id,
                    date: event.date.to_string(),
                    what: event.what.first(),
                    claims,
                });
            }
        }
    }
    changes
}
