//! Every file of a site, handed out as soon as it is made.

use super::cards::Deck;
use super::file::{
    comparable, compared, finished_feed, for_robots, former_address, page, pinnable,
};
use super::lazy::{Kind, Whole, entry, feeds, made_search, pins_files};
use super::{BuildError, LazySite, Material, edition};
use crate::corpus::{DocumentId, LanguageId, ThemeId};
use crate::export::{Sink, Write, data_by, moved_pins};
use crate::render::{RenderError, Renderer};
use crate::site::{Page, Route, Url, comparison_file, feed_file};
use crate::view::{DataEntry, Scene, feed};
use rayon::prelude::*;

/// Takes a file, by its path below the root of the site.
pub type Take<'a> = &'a (dyn Fn(&str, Made<'_>) + Sync);

/// A file, finished or about to be.
pub enum Made<'a> {
    /// Its bytes.
    Whole(&'a [u8]),
    /// What makes it while it is taken, since it may be too large to stand in memory; to be called once.
    InParts(Write<'a>),
}

impl Made<'_> {
    /// Its bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Whole(bytes) => bytes.to_vec(),
            Self::InParts(write) => {
                let mut bytes = Vec::new();
                write(&mut |part| bytes.extend(part));
                bytes
            }
        }
    }
}

impl LazySite {
    /// Hands out every file as soon as it is made, from several threads at once.
    ///
    /// # Errors
    ///
    /// Where a template or a message fails.
    pub fn hand_out(mut self, material: Material<'_>, take: Take<'_>) -> Result<(), BuildError> {
        for (path, bytes) in material.design.statics.iter() {
            take(path, Made::Whole(bytes));
        }
        // Before the pages, and not by whichever of them asks first: threads that wait for it could not help.
        let whole = Whole {
            listing: hand_out_data(material, take),
            search: hand_out_search(material, take),
        };
        for (language, _) in material.world.corpus.site.languages() {
            self.hand_out_lists(material, language, &whole, take)?;
            self.decks[language.index()].let_full_go();
            self.hand_out_claims(material, language, &whole, take)?;
            self.decks[language.index()] = Deck::new(0);
        }
        self.hand_out_for_robots(material, take)
    }

    /// Makes every file once, to find the templates that fail. What is kept then is not made again when somebody asks
    /// for a file of it.
    ///
    /// # Errors
    ///
    /// Where a template or a message fails.
    pub fn rehearse(&self, material: Material<'_>) -> Result<(), BuildError> {
        let whole = Whole {
            listing: self.listing(material),
            search: self.search(material).map(|it| Url::file(&it.address)),
        };
        let look = |_: &str, made: Made<'_>| {
            if let Made::InParts(write) = made {
                write(&mut |_| ());
            }
        };
        for (language, _) in material.world.corpus.site.languages() {
            self.hand_out_lists(material, language, &whole, &look)?;
            self.hand_out_claims(material, language, &whole, &look)?;
        }
        self.hand_out_for_robots(material, &look)
    }

    /// Every page of a language that may show cards with quotations.
    fn hand_out_lists(
        &self,
        material: Material<'_>,
        language: LanguageId,
        whole: &Whole,
        take: Take<'_>,
    ) -> Result<(), BuildError> {
        self.in_scene(material, language, whole, |scene, renderer| {
            self.hand_out_pages(scene, renderer, take, |page| {
                !matches!(page, Page::Claim(_))
            })
        })
    }

    /// The pages of claims in a language, and what is no page of its own: all that shows compact cards alone.
    fn hand_out_claims(
        &self,
        material: Material<'_>,
        language: LanguageId,
        whole: &Whole,
        take: Take<'_>,
    ) -> Result<(), BuildError> {
        self.in_scene(material, language, whole, |scene, renderer| {
            self.hand_out_pages(scene, renderer, take, |page| matches!(page, Page::Claim(_)))?;
            self.hand_out_others(scene, renderer, take)
        })
    }

    fn hand_out_pages(
        &self,
        scene: &Scene<'_>,
        renderer: &Renderer,
        take: Take<'_>,
        is_wanted: impl Fn(Page) -> bool,
    ) -> Result<(), RenderError> {
        let routes = self.routes.iter().copied();
        let routes = routes.filter(|it| it.language == scene.language && is_wanted(it.page));
        let routes: Vec<Route> = routes.collect();
        routes.par_iter().try_for_each(|&route| {
            let made = page(scene, renderer, route)?;
            take(&route.file(scene.corpus), Made::Whole(&made));
            Ok(())
        })
    }

    fn hand_out_others(
        &self,
        scene: &Scene<'_>,
        renderer: &Renderer,
        take: Take<'_>,
    ) -> Result<(), RenderError> {
        let (corpus, language) = (scene.corpus, scene.language);
        for former in &self.aliases {
            let made = former_address(scene, renderer, former)?;
            take(&former.file(language, corpus), Made::Whole(&made));
        }
        for theme in feeds(corpus) {
            if let Some(feed) = feed(scene, theme) {
                let made = finished_feed(renderer, &feed)?;
                take(&feed_file(language, theme, corpus), Made::Whole(&made));
            }
        }
        let choices = comparison_file(language, None, corpus);
        take(&choices, Made::Whole(&comparable(scene)));
        let themes: Vec<ThemeId> = corpus.themes().map(|(id, _)| id).collect();
        themes.into_par_iter().try_for_each(|theme| {
            let mut made = Ok(());
            take(
                &comparison_file(language, Some(theme), corpus),
                Made::InParts(&mut |sink| made = compared(scene, renderer, theme, sink)),
            );
            made
        })?;
        let documents: Vec<DocumentId> = corpus.documents().map(|(id, _)| id).collect();
        documents.par_iter().for_each(|&id| {
            let made = pinnable(scene, id);
            for (file, kind) in pins_files(language, id, corpus) {
                match kind {
                    Kind::MovedPins(_) => {
                        take(&file, Made::Whole(moved_pins(&corpus[id].id).as_bytes()));
                    }
                    _ => take(&file, Made::Whole(&made)),
                }
            }
        });
        Ok(())
    }

    fn hand_out_for_robots(
        &self,
        material: Material<'_>,
        take: Take<'_>,
    ) -> Result<(), BuildError> {
        let whole = Whole::default();
        self.in_scene(material, LanguageId::FIRST, &whole, |scene, renderer| {
            for (file, text) in for_robots(scene, renderer, &self.routes)? {
                take(&file, Made::Whole(text.as_bytes()));
            }
            Ok(())
        })
    }
}

fn hand_out_data(material: Material<'_>, take: Take<'_>) -> Vec<DataEntry> {
    let corpus = &material.world.corpus;
    let edition = edition(&material.inputs.content, material.world, material.options);
    data_by(&edition, |file, write| {
        let mut size = 0;
        let mut write = |sink: Sink<'_>| {
            write(&mut |part| {
                size += part.len();
                sink(part);
            });
        };
        take(
            &format!("data/{}", file.name(corpus)),
            Made::InParts(&mut write),
        );
        entry(file, size, corpus)
    })
}

fn hand_out_search(material: Material<'_>, take: Take<'_>) -> Option<Url> {
    let search = (!material.options.no_search).then(|| made_search(material))?;
    for (path, bytes) in &search.files {
        take(path, Made::Whole(bytes));
    }
    Some(Url::file(&search.address))
}
