//! Every file of a site, handed out as soon as it is made.

use super::file::{compared, finished_feed, for_robots, former_address, page, pinnable};
use super::lazy::{Kind, Whole, entry, feeds, made_search, pins_files};
use super::{BuildError, LazySite, Material, edition};
use crate::corpus::{DocumentId, LanguageId, ThemeId};
use crate::export::{DataFile, data_by, moved_pins};
use crate::render::{RenderError, Renderer};
use crate::site::{Route, Url, comparison_file, feed_file};
use crate::view::{DataEntry, Scene, feed};
use rayon::prelude::*;

/// Takes a finished file, by its path below the root of the site.
pub type Take<'a> = &'a (dyn Fn(&str, &[u8]) + Sync);

impl LazySite {
    /// Hands out every file as soon as it is made, from several threads at once.
    ///
    /// # Errors
    ///
    /// Where a template or a message fails.
    pub fn hand_out(&self, material: Material<'_>, take: Take<'_>) -> Result<(), BuildError> {
        for (path, bytes) in material.design.statics.iter() {
            take(path, bytes);
        }
        // Before the pages, and not by whichever of them asks first: threads that wait for it could not help.
        let whole = Whole {
            listing: self.hand_out_data(material, take),
            search: self.hand_out_search(material, take),
        };
        for (language, _) in material.world.corpus.site.languages() {
            self.in_scene(material, language, &whole, |scene, renderer| {
                self.hand_out_edition(scene, renderer, take)
            })?;
        }
        Ok(())
    }

    fn hand_out_data(&self, material: Material<'_>, take: Take<'_>) -> Vec<DataEntry> {
        let corpus = &material.world.corpus;
        let hand_out = |file: DataFile, bytes: &[u8]| {
            take(&format!("data/{}", file.name(corpus)), bytes);
            entry(file, bytes.len(), corpus)
        };
        if let Some(known) = self.data.get() {
            return known.iter().map(|(file, it)| hand_out(*file, it)).collect();
        }
        let edition = edition(&material.inputs.content, material.world, material.options);
        data_by(&edition, |file, bytes| hand_out(file, &bytes))
    }

    fn hand_out_search(&self, material: Material<'_>, take: Take<'_>) -> Option<Url> {
        let known = self.search.get();
        let is_wanted = known.is_none() && !material.options.no_search;
        let made = is_wanted.then(|| made_search(material));
        let search = known.or(made.as_ref())?;
        for (path, bytes) in &search.files {
            take(path, bytes);
        }
        Some(Url::file(&search.address))
    }

    /// What there is once in every language.
    fn hand_out_edition(
        &self,
        scene: &Scene<'_>,
        renderer: &Renderer,
        take: Take<'_>,
    ) -> Result<(), RenderError> {
        let (corpus, language) = (scene.corpus, scene.language);
        let routes = self.routes.iter().copied();
        let spoken: Vec<Route> = routes.filter(|it| it.language == language).collect();
        spoken.par_iter().try_for_each(|&route| {
            let made = page(scene, renderer, route)?;
            take(&route.file(corpus), &made);
            Ok(())
        })?;
        for former in &self.aliases {
            let made = former_address(scene, renderer, former)?;
            take(&former.file(language, corpus), &made);
        }
        for theme in feeds(corpus) {
            if let Some(feed) = feed(scene, theme) {
                let made = finished_feed(renderer, &feed)?;
                take(&feed_file(language, theme, corpus), &made);
            }
        }
        let themes: Vec<Option<ThemeId>> = feeds(corpus).collect();
        themes.into_par_iter().try_for_each(|theme| {
            let made = compared(scene, renderer, theme)?;
            take(&comparison_file(language, theme, corpus), &made);
            Ok(())
        })?;
        let documents: Vec<DocumentId> = corpus.documents().map(|(id, _)| id).collect();
        documents.par_iter().for_each(|&id| {
            let made = pinnable(scene, id);
            for (file, kind) in pins_files(language, id, corpus) {
                match kind {
                    Kind::MovedPins(_) => take(&file, moved_pins(&corpus[id].id).as_bytes()),
                    _ => take(&file, &made),
                }
            }
        });
        if language == LanguageId::FIRST {
            for (file, text) in for_robots(scene, renderer, &self.routes)? {
                take(&file, text.as_bytes());
            }
        }
        Ok(())
    }
}
