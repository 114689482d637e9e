//! The pipeline, on one page: sources become a checked corpus, and a checked corpus becomes a site.

mod cards;
mod design;
mod file;
mod fingerprint;
mod lazy;
mod whole;

pub use design::{Design, has_messages};
pub use fingerprint::fingerprint;
pub use lazy::LazySite;
pub use whole::{Made, Take};

use crate::check::{self, Evidence, check_grave, check_rest};
use crate::compare::{self, Row, compare_again};
use crate::corpus::Corpus;
use crate::diagnostic::Report;
use crate::export::{AssetError, Edition};
use crate::language::{LanguageError, MessageError};
use crate::quote::{self, Examination, Texts, examinations};
use crate::record::{self, Records};
use crate::render::RenderError;
use crate::resolve::{self, resolve};
use crate::site::Bundle;
use crate::source::{Inputs, Sources};
use crate::translation::{Survey, survey};
use std::sync::Arc;

/// What there is to know of some content: the world, what it amounts to, and every fault.
#[derive(Debug)]
pub struct Analysis {
    /// The world; `None` where the site itself cannot be read.
    pub world: Option<World>,
    /// Every fault, sorted.
    pub report: Report,
}

/// The world, and what was worked out of it.
#[derive(Debug)]
pub struct World {
    /// The resolved records.
    pub corpus: Arc<Corpus>,
    /// What its claims say together, by question.
    pub rows: Arc<[Row]>,
    /// What is known of its quotations, by document.
    pub examinations: Vec<Arc<Examination>>,
    /// What is known of its translations.
    pub survey: Survey,
}

/// What the caller knows better than the content.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the site will lie, in place of `base_url`.
    pub base_url: Option<String>,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether the site goes without its search.
    pub no_search: bool,
}

/// What an analysis leaves for the next one, which then looks only at what has changed. Nothing in it is
/// older than the content, so that with it and without it the same is found.
#[derive(Debug, Default)]
pub struct Memory {
    records: record::Memory,
    claims: resolve::Memory,
    rows: compare::Memory,
    quotations: quote::Memory,
    findings: check::Memory,
    /// Whether there is no next one, so that each part goes as soon as the next stage is reached.
    is_last: bool,
}

/// Reads, resolves, compares and checks.
pub fn analyse(content: &Sources, texts: &Texts, options: &Options) -> Analysis {
    let mut memory = Memory {
        is_last: true,
        ..Memory::default()
    };
    analyse_again(content, texts, options, &mut memory)
}

/// Reads, resolves, compares and checks what an earlier analysis has not.
pub fn analyse_again(
    content: &Sources,
    texts: &Texts,
    options: &Options,
    memory: &mut Memory,
) -> Analysis {
    let mut analysis = analyse_first(content, texts, options, memory);
    if let Some(world) = &analysis.world {
        world.warn(&mut analysis.report);
    }
    analysis
}

/// Does the part of [`analyse_again`] in which every error is found, so that a sound world need not wait for what
/// can only warn.
pub fn analyse_first(
    content: &Sources,
    texts: &Texts,
    options: &Options,
    memory: &mut Memory,
) -> Analysis {
    let mut report = Report::default();
    let records = Records::read(content, &mut memory.records, &mut report);
    if memory.is_last {
        memory.records = record::Memory::default();
    }
    let corpus = resolve(records, content, &mut memory.claims, &mut report);
    if memory.is_last {
        memory.claims = resolve::Memory::default();
    }
    let world = corpus.map(|mut corpus| {
        if let Some(base_url) = &options.base_url {
            corpus.site.base_url = Some(base_url.clone());
        }
        let corpus = Arc::new(corpus);
        let (rows, examinations) = rayon::join(
            || compare_again(&corpus, &mut memory.rows),
            || examinations(&corpus, content, texts, &mut memory.quotations),
        );
        let world = World {
            rows,
            examinations,
            survey: survey(&corpus, content),
            corpus,
        };
        check_grave(&world.evidence(), &mut memory.findings, &mut report);
        world
    });
    report.sort();
    Analysis { world, report }
}

impl World {
    /// Completes the report of [`analyse_first`].
    pub fn warn(&self, report: &mut Report) {
        check_rest(&self.evidence(), report);
        report.sort();
    }

    fn evidence(&self) -> Evidence<'_> {
        Evidence::new(&self.corpus, &self.rows, &self.examinations, &self.survey)
    }
}

/// Why a site cannot be made of sound content: a fault of templates, messages or static files.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A template.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A static file.
    #[error(transparent)]
    Asset(#[from] AssetError),
    /// A language whose words of the interface are missing or faulty.
    #[error("{0}; {help}", help = .0.help())]
    Language(#[from] LanguageError),
    /// A language without words of the interface.
    #[error(
        "the site has the language `{0}`, and there is no `templates/i18n/{0}.ftl` with the words of its pages; \
         `diptych init --eject templates` writes those in other languages, to translate them from"
    )]
    NoMessages(String),
    /// A view asks for words that the language does not have.
    #[error("{0}; {help}", help = .0.help())]
    Message(MessageError),
}

/// What a site is made of.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The files that were read.
    pub inputs: &'a Inputs,
    /// What they say.
    pub world: &'a World,
    /// How the site looks and speaks.
    pub design: &'a Design,
    /// What the caller knows better.
    pub options: &'a Options,
}

/// Makes every file of the site of a checked world.
///
/// # Errors
///
/// Where templates, messages or static files have a fault; content cannot fail any more.
pub fn build(inputs: &Inputs, world: &World, options: &Options) -> Result<Bundle, BuildError> {
    let design = Design::new(inputs, &world.corpus.site)?;
    let material = Material {
        inputs,
        world,
        design: &design,
        options,
    };
    LazySite::new(material).all(material)
}

/// Does what [`build`] does, and hands out every file as soon as it is made, so that the site never stands in memory; nor
/// do records as they were typed, where no page shows them.
///
/// # Errors
///
/// Those of [`build`]; some files may have been handed out before.
pub fn hand_out(
    mut inputs: Inputs,
    world: &World,
    options: &Options,
    take: Take<'_>,
) -> Result<(), BuildError> {
    if !world.corpus.site.source_view {
        let records = world.corpus.documents.iter();
        let records = records.filter_map(|it| it.claims_file);
        inputs.content = inputs.content.without_texts(records);
    }
    let design = Design::new(&inputs, &world.corpus.site)?;
    let material = Material {
        inputs: &inputs,
        world,
        design: &design,
        options,
    };
    LazySite::new(material).hand_out(material, take)
}

/// The world as it is exported.
pub fn edition<'a>(content: &'a Sources, world: &'a World, options: &Options) -> Edition<'a> {
    Edition::new(
        &world.corpus,
        &world.rows,
        &world.examinations,
        content,
        options.drafts,
    )
}
