//! The pipeline, on one page: sources become a checked corpus, and a checked corpus becomes a site.

use crate::check::{Evidence, check};
use crate::compare::{Row, compare};
use crate::corpus::{ClaimId, Corpus, DocumentId, LanguageId};
use crate::diagnostic::Report;
use crate::export::{AssetError, assets};
use crate::language::{Language, LanguageError, MessageError};
use crate::prose::Html;
use crate::quote::{Examination, Texts, examine};
use crate::record::Records;
use crate::render::{RenderError, Renderer};
use crate::resolve::resolve;
use crate::site::{Bundle, Route, plan, settle};
use crate::source::{Inputs, Sources};
use crate::view::{Cards, Scene, Stage, Weight, Words, claim_card, robots, sitemap, view};
use rayon::prelude::*;
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
    pub corpus: Corpus,
    /// What its claims say together, by question.
    pub rows: Vec<Row>,
    /// What is known of its quotations, by document.
    pub examinations: Vec<Examination>,
}

/// What the caller knows better than the content.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the site will lie, in place of `base_url`.
    pub base_url: Option<String>,
    /// Whether drafts are shown.
    pub drafts: bool,
}

/// Reads, resolves, compares and checks.
pub fn analyse(content: &Sources, texts: &Texts, options: &Options) -> Analysis {
    let mut report = Report::default();
    let records = Records::read(content, &mut report);
    let corpus = resolve(&records, content, &mut report);
    let world = corpus.map(|mut corpus| {
        if let Some(base_url) = &options.base_url {
            corpus.site.base_url = Some(base_url.clone());
        }
        let world = World {
            rows: compare(&corpus),
            examinations: examinations(&corpus, content, texts),
            corpus,
        };
        let evidence = Evidence {
            corpus: &world.corpus,
            rows: &world.rows,
            examinations: &world.examinations,
        };
        check(&evidence, &mut report);
        world
    });
    report.sort();
    Analysis { world, report }
}

fn examinations(corpus: &Corpus, content: &Sources, texts: &Texts) -> Vec<Examination> {
    (0..corpus.documents.len())
        .into_par_iter()
        .map(|index| examine(DocumentId::new(index), corpus, content, texts))
        .collect()
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
    #[error("there is no `templates/i18n/{0}.ftl`, and the site has the language `{0}`")]
    NoMessages(String),
    /// A view asks for words that the language does not have.
    #[error("{0}; {help}", help = .0.help())]
    Message(MessageError),
}

/// Renders every page of a checked world.
///
/// # Errors
///
/// Where templates, messages or static files have a fault; content cannot fail any more.
pub fn build(inputs: &Inputs, world: &World, options: &Options) -> Result<Bundle, BuildError> {
    let corpus = &world.corpus;
    let mut bundle = Bundle::default();
    let assets = assets(&inputs.statics, &mut bundle)?;
    let stage = Stage {
        corpus,
        rows: &world.rows,
        examinations: &world.examinations,
        sources: &inputs.content,
        drafts: options.drafts,
        stylesheet: assets.stylesheet,
        icon: assets.icon,
    };
    let routes = plan(corpus, options.drafts);
    for (id, tag) in corpus.site.languages() {
        let language = Arc::new(language(inputs, tag)?);
        let renderer = Renderer::new(&inputs.templates, &language)?;
        let words = Words::new(&language);
        let no_cards = Cards::default();
        let scene = Scene::new(&stage, id, &words, &no_cards);
        let cards = cards(&scene, &renderer)?;
        let scene = Scene::new(&stage, id, &words, &cards);
        let spoken: Vec<Route> = routes
            .iter()
            .copied()
            .filter(|it| it.language == id)
            .collect();
        for (file, page) in pages(&scene, &renderer, &spoken)? {
            bundle.add(file, page);
        }
        if id == LanguageId::FIRST {
            if let Some(sitemap) = sitemap(&scene, &routes) {
                bundle.add("sitemap.xml", renderer.sitemap(&sitemap)?);
            }
            bundle.add("robots.txt", renderer.robots(&robots(&scene))?);
        }
        if let Some(error) = words.into_faults().into_iter().next() {
            return Err(BuildError::Message(error));
        }
    }
    // Without it GitHub Pages runs the site through Jekyll.
    bundle.add(".nojekyll", "");
    Ok(bundle)
}

fn language(inputs: &Inputs, tag: &str) -> Result<Language, BuildError> {
    let name = format!("i18n/{tag}.ftl");
    let file = inputs.templates.iter().find(|file| file.name == name);
    let file = file.ok_or_else(|| BuildError::NoMessages(tag.to_owned()))?;
    Ok(Language::new(tag, &file.text)?)
}

/// Each card is rendered once and joined into every page that shows it.
fn cards(scene: &Scene<'_>, renderer: &Renderer) -> Result<Cards, RenderError> {
    let all = |weight: Weight| -> Result<Vec<Html>, RenderError> {
        (0..scene.corpus.claims.len())
            .into_par_iter()
            .map(ClaimId::new)
            .map(|id| renderer.card(&claim_card(scene, id, weight)))
            .collect()
    };
    Ok(Cards {
        full: all(Weight::Full)?,
        compact: all(Weight::Compact)?,
    })
}

fn pages(
    scene: &Scene<'_>,
    renderer: &Renderer,
    routes: &[Route],
) -> Result<Vec<(String, String)>, RenderError> {
    let base_url = scene.corpus.site.base_url.as_deref();
    routes
        .par_iter()
        .map(|&route| {
            let (frame, view) = view(scene, route);
            let markup = renderer.page(&frame, &view)?;
            let file = route.file(scene.corpus);
            let settled = settle(&markup, route.page, &file, base_url);
            Ok((file, settled))
        })
        .collect()
}
