use super::cards::{Dealer, Deck};
use super::file::{
    comparable, compared, finished_feed, for_robots, former_address, is_for_robots, page, pinnable,
};
use super::{BuildError, Material, World, edition};
use crate::citation::Citations;
use crate::corpus::{Corpus, DocumentId, LanguageId, ThemeId};
use crate::export::{DataFile, PassedOver, Search, data, moved_pins, search};
use crate::render::{RenderError, Renderer};
use crate::site::{
    Alias, Bundle, Index, Page, Route, Url, aliases, comparison_file, feed_file, pins_folder, plan,
};
use crate::view::{
    DataEntry, DataPart, Highlights, NoCards, Scene, Stage, Words, feed, passed_over,
};
use rayon::prelude::*;
use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A site of which every file is made when somebody asks for it.
///
/// It knows what was worked out of the material and not the material itself, which has to be the same at each
/// call.
#[derive(Debug)]
pub struct LazySite {
    index: Arc<Index>,
    pub(super) routes: Vec<Route>,
    pub(super) aliases: Vec<Alias>,
    /// What each file holds, by its path, but for static files and those for robots.
    files: OnceLock<Arc<HashMap<String, Kind>>>,
    citations: Citations,
    highlights: Highlights,
    /// One a language.
    pub(super) decks: Vec<Deck>,
    data: OnceLock<Vec<(DataFile, Vec<u8>)>>,
    search: OnceLock<Search>,
}

/// What a page shows of the whole site; most show nothing of it.
#[derive(Debug, Default)]
pub(super) struct Whole {
    /// The files of the data.
    pub(super) listing: Vec<DataEntry>,
    /// Where the search begins.
    pub(super) search: Option<Url>,
}

/// What a file holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Page(Route),
    /// A former address, by its place among the aliases.
    Former(LanguageId, usize),
    Feed(LanguageId, Option<ThemeId>),
    /// What the page for comparing loads.
    Comparison(LanguageId, Option<ThemeId>),
    /// What the tray loads of a document.
    Pins(LanguageId, DocumentId),
    /// Where the tray finds that document, by an id that it had.
    MovedPins(DocumentId),
    /// By its place among the files of the data.
    Data(usize),
}

impl LazySite {
    /// Plans a site, and makes no file of it yet.
    pub fn new(material: Material<'_>) -> Self {
        Self::after(None, material)
    }

    /// Plans a site after another one with its world, whose addresses it often has.
    pub fn after(before: Option<(&Self, &World)>, material: Material<'_>) -> Self {
        let world = material.world;
        let corpus = &world.corpus;
        let drafts = material.options.drafts;
        let known = before.map(|(site, it)| (&site.index, &*it.corpus, &it.examinations[..]));
        let index = Index::after(known, corpus, &world.rows, &world.examinations, drafts);
        let mut routes = plan(corpus, &world.rows, &index);
        routes.retain(|it| it.page != Page::Search || !material.options.no_search);
        // Few pages have a former address, and often none has.
        let planned =
            LazyCell::new(|| -> HashSet<Page> { routes.iter().map(|it| it.page).collect() });
        let aliases = aliases(corpus, |page| planned.contains(&page));
        let languages = corpus.site.languages.len();
        let same = before.filter(|(site, world)| {
            site.routes == routes && site.aliases == aliases && world.corpus.has_ids_of(corpus)
        });
        let files = same.and_then(|(site, _)| site.files.get().cloned());
        Self {
            files: files.map_or_else(OnceLock::new, OnceLock::from),
            highlights: Highlights::new(&routes, corpus.documents.len()),
            index,
            routes,
            aliases,
            citations: Citations::after(
                before.map(|(it, world)| (&it.citations, &*world.corpus)),
                corpus,
            ),
            decks: (0..languages)
                .map(|_| Deck::new(corpus.claims.len()))
                .collect(),
            data: OnceLock::new(),
            search: OnceLock::new(),
        }
    }

    /// One file, by its path below the root of the site; nothing where the site has no such file.
    ///
    /// # Errors
    ///
    /// Where a template or a message fails.
    pub fn file<'a>(
        &'a self,
        path: &str,
        material: Material<'a>,
    ) -> Result<Option<Cow<'a, [u8]>>, BuildError> {
        if let Some(bytes) = material.design.statics.get(path) {
            return Ok(Some(bytes.into()));
        }
        let nothing = Whole::default();
        let corpus = &material.world.corpus;
        let files = self
            .files
            .get_or_init(|| Arc::new(files(&self.routes, &self.aliases, corpus)));
        let bytes = match files.get(path) {
            Some(Kind::Data(place)) => return Ok(Some(self.data(material)[*place].1[..].into())),
            Some(&Kind::Page(route)) => {
                // Only these pages show anything of all data, or of the search in it, and to make those takes longer than
                // any page.
                let whole = match route.page {
                    Page::Data => Whole {
                        listing: self.listing(material),
                        search: None,
                    },
                    Page::Search => Whole {
                        listing: Vec::new(),
                        search: self.search(material).map(|it| Url::file(&it.address)),
                    },
                    _ => Whole::default(),
                };
                self.in_scene(material, route.language, &whole, |scene, renderer| {
                    page(scene, renderer, route).map(Some)
                })?
            }
            Some(&Kind::Former(language, place)) => {
                self.in_scene(material, language, &nothing, |scene, renderer| {
                    former_address(scene, renderer, &self.aliases[place]).map(Some)
                })?
            }
            Some(&Kind::Feed(language, theme)) => {
                self.in_scene(material, language, &nothing, |scene, renderer| {
                    let feed = feed(scene, theme);
                    feed.map(|feed| finished_feed(renderer, &feed)).transpose()
                })?
            }
            Some(&Kind::Comparison(language, theme)) => {
                self.in_scene(material, language, &nothing, |scene, renderer| {
                    let Some(theme) = theme else {
                        return Ok(Some(comparable(scene)));
                    };
                    let mut bytes = Vec::new();
                    compared(scene, renderer, theme, &mut |part| bytes.extend(part))?;
                    Ok(Some(bytes))
                })?
            }
            Some(&Kind::Pins(language, document)) => {
                self.in_scene(material, language, &nothing, |scene, _| {
                    Ok(Some(pinnable(scene, document)))
                })?
            }
            Some(&Kind::MovedPins(document)) => {
                Some(moved_pins(&material.world.corpus[document].id).into_bytes())
            }
            None if is_for_robots(path) => {
                let files =
                    self.in_scene(material, LanguageId::FIRST, &nothing, |scene, renderer| {
                        for_robots(scene, renderer, &self.routes)
                    })?;
                let file = files.into_iter().find(|(name, _)| name == path);
                file.map(|(_, text)| text.into_bytes())
            }
            None if path.starts_with("search/") => {
                let mut files = self.search(material).into_iter().flat_map(|it| &it.files);
                let file = files.find(|(name, _)| name == path);
                return Ok(file.map(|(_, bytes)| bytes[..].into()));
            }
            None => None,
        };
        Ok(bytes.map(Cow::from))
    }

    /// Every file.
    ///
    /// # Errors
    ///
    /// Where a template or a message fails.
    pub fn all(self, material: Material<'_>) -> Result<Bundle, BuildError> {
        let bundle = Mutex::new(Bundle::default());
        self.hand_out(material, &|path, made| {
            let bytes = made.into_bytes();
            let mut bundle = bundle.lock().unwrap_or_else(PoisonError::into_inner);
            bundle.add(path, bytes);
        })?;
        Ok(bundle.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// Sets the scene for one language and has something made in it.
    pub(super) fn in_scene<T>(
        &self,
        material: Material<'_>,
        language: LanguageId,
        whole: &Whole,
        make: impl FnOnce(&Scene<'_>, &Renderer) -> Result<T, RenderError>,
    ) -> Result<T, BuildError> {
        let world = material.world;
        let design = material.design;
        let editions = design.editions.iter();
        let words: Vec<Words<'_>> = editions.map(|(it, _)| Words::new(it)).collect();
        let stage = Stage {
            corpus: &world.corpus,
            rows: &world.rows,
            examinations: &world.examinations,
            sources: &material.inputs.content,
            words: &words,
            index: &self.index,
            data: &whole.listing,
            citations: &self.citations,
            highlights: &self.highlights,
            assets: &design.assets,
            has_search: !material.options.no_search,
            search: whole.search.clone(),
        };
        let (_, renderer) = &design.editions[language.index()];
        let bare = Scene::new(&stage, language, &NoCards);
        let dealer = Dealer::new(&self.decks[language.index()], &bare, renderer);
        let made = make(&Scene::new(&stage, language, &dealer), renderer)?;
        if let Some(fault) = dealer.into_fault() {
            return Err(fault.into());
        }
        match words.iter().flat_map(Words::faults).next() {
            Some(fault) => Err(BuildError::Message(fault)),
            None => Ok(made),
        }
    }

    fn data(&self, material: Material<'_>) -> &[(DataFile, Vec<u8>)] {
        self.data.get_or_init(|| {
            let Material {
                inputs,
                world,
                options,
                ..
            } = material;
            data(&edition(&inputs.content, world, options))
        })
    }

    /// The search; nothing where the site goes without.
    pub(super) fn search(&self, material: Material<'_>) -> Option<&Search> {
        let made = || made_search(material);
        (!material.options.no_search).then(|| self.search.get_or_init(made))
    }

    /// What the page of the data lists.
    pub(super) fn listing(&self, material: Material<'_>) -> Vec<DataEntry> {
        let corpus = &material.world.corpus;
        let data = self.data(material).iter();
        data.map(|(file, bytes)| entry(*file, bytes.len(), corpus))
            .collect()
    }
}

/// What the page of the data says of a file.
pub(super) fn entry(file: DataFile, bytes: usize, corpus: &Corpus) -> DataEntry {
    DataEntry {
        name: file.name(corpus),
        word: file.word(),
        part: match file {
            DataFile::Theme(id) => Some(DataPart::Theme(id)),
            DataFile::Text(id) => Some(DataPart::Text(id)),
            DataFile::Schema(records) => Some(DataPart::Schema(records.files())),
            DataFile::Bib => Some(DataPart::Format("BibTeX")),
            DataFile::Csl => Some(DataPart::Format("CSL-JSON")),
            DataFile::Ris => Some(DataPart::Format("RIS")),
            _ => None,
        },
        media_type: file.format().1,
        bytes,
        fields: match file {
            // All themes have the same keys.
            DataFile::Theme(_) => Vec::new(),
            _ => file
                .records()
                .map_or_else(Vec::new, crate::export::Records::fields),
        },
    }
}

pub(super) fn made_search(material: Material<'_>) -> Search {
    let Material {
        inputs,
        world,
        design,
        options,
    } = material;
    let editions = design.editions.iter();
    let words: Vec<Words<'_>> = editions.map(|(it, _)| Words::new(it)).collect();
    let passed_over = PassedOver::new(&passed_over(&words));
    search(&edition(&inputs.content, world, options), &passed_over)
}

fn files(routes: &[Route], aliases: &[Alias], corpus: &Corpus) -> HashMap<String, Kind> {
    let pages = routes
        .par_iter()
        .map(|&route| (route.file(corpus), Kind::Page(route)));
    let mut files: HashMap<String, Kind> = pages.collect();
    for (language, _) in corpus.site.languages() {
        for (place, former) in aliases.iter().enumerate() {
            files.insert(former.file(language, corpus), Kind::Former(language, place));
        }
        for theme in feeds(corpus) {
            let file = feed_file(language, theme, corpus);
            files.insert(file, Kind::Feed(language, theme));
            let file = comparison_file(language, theme, corpus);
            files.insert(file, Kind::Comparison(language, theme));
        }
        for (document, _) in corpus.documents() {
            files.extend(pins_files(language, document, corpus));
        }
    }
    for (place, file) in DataFile::all(corpus).into_iter().enumerate() {
        files.insert(format!("data/{}", file.name(corpus)), Kind::Data(place));
    }
    files
}

/// What the tray loads of a document, also by the ids that it had.
pub(super) fn pins_files(
    language: LanguageId,
    id: DocumentId,
    corpus: &Corpus,
) -> Vec<(String, Kind)> {
    let folder = pins_folder(language, corpus);
    let document = &corpus[id];
    let aliases = document.aliases.iter();
    let moved = aliases.map(|alias| (format!("{folder}{alias}.json"), Kind::MovedPins(id)));
    let own = (
        format!("{folder}{}.json", document.id),
        Kind::Pins(language, id),
    );
    moved.chain([own]).collect()
}

/// The feed of the site and of each theme.
pub(super) fn feeds(corpus: &Corpus) -> impl Iterator<Item = Option<ThemeId>> {
    let themes = corpus.themes().map(|(id, _)| Some(id));
    [None].into_iter().chain(themes)
}
