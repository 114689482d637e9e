use super::{Failure, NO_TEXT, Outcome};
use crate::compile::{Options, World, analyse};
use crate::corpus::{Document, DocumentId};
use crate::disk;
use crate::quote::{Found, Search, SourceText, search, settings, text_of, tokens, weight};
use crate::yaml;
use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Find words in the source texts and print the beginning of a claim that quotes them.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych locate \"nobody else comes close to its output\"")]
pub struct Arguments {
    /// The words as copied; line breaks, other quotation marks and known misprints do not matter.
    words: String,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let inputs = disk::read(root)?;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    let analysis = analyse(&inputs.content, &texts, &Options::default());
    let Some(world) = analysis.world else {
        return Err("the site cannot be read; `diptych check` says why".into());
    };
    let mut looked = 0;
    let mut places = 0;
    let mut near = Vec::new();
    for (id, document) in world.corpus.documents() {
        let Some((format, text)) = text_of(document, &inputs.content, &texts) else {
            continue;
        };
        looked += 1;
        let settings = settings(document);
        let source = SourceText::new(text, format, &settings);
        match search(&source, &arguments.words, &settings) {
            Search::Found(found) => {
                places += found.len();
                for found in &found {
                    stub(&world, id, source.words(), found)?;
                }
            }
            Search::Near { passage, shared } => near.push((shared, &document.id, passage)),
            Search::Nothing => {}
        }
    }
    if looked == 0 {
        return Err(NO_TEXT.into());
    }
    if places > 0 {
        return Ok(Outcome::Fine);
    }
    let mut err = io::stderr();
    writeln!(err, "these words are in none of the {looked} texts at hand")?;
    let nearest = near.into_iter().max_by_key(|(shared, ..)| *shared);
    if let Some((_, document, passage)) = nearest {
        writeln!(err, "{document} comes near: “{passage}”")?;
    }
    Ok(Outcome::Faulty)
}

/// The beginning of a claim, with what an editor has to add left open.
fn stub(world: &World, id: DocumentId, words: usize, found: &Found) -> io::Result<()> {
    let corpus = &world.corpus;
    let document = &corpus[id];
    let mut out = io::stdout();
    let section = found.section.and_then(|index| document.sections.get(index));
    let section = section.map_or(String::new(), |section| {
        format!("{}, ", section.label.first())
    });
    writeln!(
        out,
        "# {}: {section}word {} of {words}",
        document.id, found.word
    )?;
    writeln!(
        out,
        "# speakers in this document: {}",
        voices(world, document).join(", ")
    )?;
    let length = weight(&tokens(&found.words)).div_ceil(2);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a quotation has far fewer than 2^53 words"
    )]
    if length as f64 > corpus.site.max_quotation_words {
        let most = corpus.site.max_quotation_words;
        writeln!(
            out,
            "# {length} words, and at most {most} may be quoted: leave some out by writing two parts"
        )?;
    }
    writeln!(out, "- id:")?;
    writeln!(out, "  says:")?;
    writeln!(out, "  quote:")?;
    writeln!(out, "    - {}", yaml::scalar(&found.words))?;
    if let Some(prefix) = &found.prefix {
        writeln!(out, "  prefix: {}", yaml::scalar(prefix))?;
    }
    writeln!(out, "  about:")?;
    writeln!(out, "  answers:")?;
    writeln!(out, "  kind:")?;
    writeln!(out)
}

/// The voices that already speak in a document, its authors first.
fn voices<'a>(world: &'a World, document: &Document) -> Vec<&'a str> {
    let corpus = &world.corpus;
    let claims = document.claims().map(|id| corpus[id].voice);
    let others: BTreeSet<_> = claims
        .filter(|voice| !document.authors.contains(voice))
        .collect();
    let all = document.authors.iter().copied().chain(others);
    all.map(|voice| corpus[voice].id.as_str()).collect()
}
