//! The pipeline, on one page: sources become a checked corpus, and a checked corpus becomes a site.

use crate::check::{self, Evidence, check};
use crate::citation::Citations;
use crate::compare::{Row, compare};
use crate::corpus::{ClaimId, Corpus, LanguageId};
use crate::diagnostic::Report;
use crate::export::{AssetError, DataFile, Edition, assets, data};
use crate::language::{Language, LanguageError, MessageError};
use crate::prose::Html;
use crate::quote::{self, Examination, Texts, examinations};
use crate::record::{self, Records};
use crate::render::{RenderError, Renderer};
use crate::resolve::resolve;
use crate::site::{Alias, Bundle, Index, Page, Route, aliases, feed_file, plan, settle};
use crate::source::{Inputs, Sources};
use crate::translation::{Survey, survey};
use crate::view::{
    Cards, DataEntry, Scene, Stage, Weight, Words, alias, claim_card, feed, robots, sitemap_file,
    sitemap_index, sitemaps, view,
};
use rayon::prelude::*;
use std::collections::HashSet;
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
}

/// What an analysis leaves for the next one, which then looks only at what has changed. Nothing in it is
/// older than the content, so that with it and without it the same is found.
#[derive(Debug, Default)]
pub struct Memory {
    records: record::Memory,
    quotations: quote::Memory,
    passages: check::Memory,
}

/// Reads, resolves, compares and checks.
pub fn analyse(content: &Sources, texts: &Texts, options: &Options) -> Analysis {
    analyse_again(content, texts, options, &mut Memory::default())
}

/// Reads, resolves, compares and checks what an earlier analysis has not.
pub fn analyse_again(
    content: &Sources,
    texts: &Texts,
    options: &Options,
    memory: &mut Memory,
) -> Analysis {
    let mut report = Report::default();
    let records = Records::read(content, &mut memory.records, &mut report);
    let corpus = resolve(&records, content, &mut report);
    let world = corpus.map(|mut corpus| {
        if let Some(base_url) = &options.base_url {
            corpus.site.base_url = Some(base_url.clone());
        }
        let world = World {
            rows: compare(&corpus),
            examinations: examinations(&corpus, content, texts, &mut memory.quotations),
            survey: survey(&corpus, content),
            corpus,
        };
        let evidence = Evidence::new(
            &world.corpus,
            &world.rows,
            &world.examinations,
            &world.survey,
            &memory.passages,
        );
        check(&evidence, &mut report);
        evidence.keep(&mut memory.passages);
        world
    });
    report.sort();
    Analysis { world, report }
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
    let languages = corpus.site.languages();
    let languages = languages.map(|(_, tag)| Ok(Arc::new(language(inputs, tag)?)));
    let languages = languages.collect::<Result<Vec<Arc<Language>>, BuildError>>()?;
    let words: Vec<Words<'_>> = languages.iter().map(|it| Words::new(it)).collect();
    let index = Index::new(corpus, &world.rows, &world.examinations, options.drafts);
    let edition = edition(&inputs.content, world, options);
    let files = data(&edition);
    let listing = listing(corpus, &files);
    let citations = Citations::new(corpus);
    let stage = Stage {
        corpus,
        rows: &world.rows,
        examinations: &world.examinations,
        sources: &inputs.content,
        words: &words,
        index: &index,
        data: &listing,
        citations: &citations,
        assets: &assets,
    };
    let routes = plan(corpus, &world.rows, &index);
    let planned: HashSet<Page> = routes.iter().map(|route| route.page).collect();
    let aliases = aliases(corpus, |page| planned.contains(&page));
    for (id, language) in LanguageId::all(languages.len()).zip(&languages) {
        let renderer = Renderer::new(&inputs.templates, language)?;
        let no_cards = Cards::default();
        let cards = cards(&Scene::new(&stage, id, &no_cards), &renderer)?;
        let scene = Scene::new(&stage, id, &cards);
        let spoken: Vec<Route> = routes
            .iter()
            .copied()
            .filter(|it| it.language == id)
            .collect();
        for (file, page) in pages(&scene, &renderer, &spoken)? {
            bundle.add(file, page);
        }
        former_addresses(&scene, &renderer, &aliases, &mut bundle)?;
        feeds(&scene, &renderer, &mut bundle)?;
        if id == LanguageId::FIRST {
            for_robots(&scene, &renderer, &routes, &mut bundle)?;
        }
    }
    if let Some(error) = words.iter().flat_map(Words::faults).next() {
        return Err(BuildError::Message(error));
    }
    for (file, bytes) in files {
        bundle.add(format!("data/{}", file.name(corpus)), bytes);
    }
    // Without it GitHub Pages runs the site through Jekyll.
    bundle.add(".nojekyll", "");
    Ok(bundle)
}

fn former_addresses(
    scene: &Scene<'_>,
    renderer: &Renderer,
    aliases: &[Alias],
    bundle: &mut Bundle,
) -> Result<(), RenderError> {
    let base_url = scene.corpus.site.base_url.as_deref();
    for former in aliases {
        let file = former.file(scene.language, scene.corpus);
        let markup = renderer.alias(&alias(scene, former.page))?;
        let settled = settle(&markup, former.page, &file, base_url);
        bundle.add(file, settled);
    }
    Ok(())
}

/// The feed of the site and of each theme.
fn feeds(scene: &Scene<'_>, renderer: &Renderer, bundle: &mut Bundle) -> Result<(), RenderError> {
    let themes = scene.corpus.themes().map(|(id, _)| Some(id));
    for theme in [None].into_iter().chain(themes) {
        if let Some(feed) = feed(scene, theme) {
            let file = feed_file(scene.language, theme, scene.corpus);
            bundle.add(file, renderer.feed(&feed)?);
        }
    }
    Ok(())
}

/// What robots may do, and the site maps; an index where there are several.
fn for_robots(
    scene: &Scene<'_>,
    renderer: &Renderer,
    routes: &[Route],
    bundle: &mut Bundle,
) -> Result<(), RenderError> {
    match sitemaps(scene, routes).as_slice() {
        [] => {}
        [only] => bundle.add("sitemap.xml", renderer.sitemap(only)?),
        several => {
            for (number, sitemap) in (1..).zip(several) {
                bundle.add(sitemap_file(number), renderer.sitemap(sitemap)?);
            }
            let index = sitemap_index(scene, several.len());
            bundle.add("sitemap.xml", renderer.sitemap_index(&index)?);
        }
    }
    bundle.add("robots.txt", renderer.robots(&robots(scene))?);
    Ok(())
}

/// What the page of the data lists.
fn listing(corpus: &Corpus, files: &[(DataFile, Vec<u8>)]) -> Vec<DataEntry> {
    let entry = |(file, bytes): &(DataFile, Vec<u8>)| DataEntry {
        name: file.name(corpus),
        word: file.word(),
        media_type: file.format().1,
        bytes: bytes.len(),
        fields: match file {
            // All themes have the same keys.
            DataFile::Theme(_) => Vec::new(),
            _ => file
                .records()
                .map_or_else(Vec::new, crate::export::Records::fields),
        },
    };
    files.iter().map(entry).collect()
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
