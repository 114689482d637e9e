use crate::compile::{BuildError, Design, LazySite, Material, Options, World};
use crate::diagnostic::Report;
use crate::source::{Inputs, Sources};
use std::borrow::Cow;
use std::sync::Arc;

/// A good site: all that its files are made of.
#[derive(Debug)]
pub struct Show {
    inputs: Inputs,
    world: World,
    design: Arc<Design>,
    options: Options,
    site: LazySite,
}

impl Show {
    /// Plans the site of a checked world, after the one that was shown before.
    pub fn new(
        before: Option<&Self>,
        inputs: Inputs,
        world: World,
        design: Arc<Design>,
        options: Options,
    ) -> Self {
        let material = Material {
            inputs: &inputs,
            world: &world,
            design: &design,
            options: &options,
        };
        let site = LazySite::after(before.map(|it| (&it.site, &it.world)), material);
        Self {
            inputs,
            world,
            design,
            options,
            site,
        }
    }

    /// One file of the site; nothing where it has no such file.
    pub fn file(&self, path: &str) -> Result<Option<Cow<'_, [u8]>>, BuildError> {
        self.site.file(path, self.material())
    }

    /// Makes every file once, to find the templates that fail.
    pub fn rehearse(&self) -> Result<(), BuildError> {
        self.site.rehearse(self.material())
    }

    /// Completes the report of the world, which has no errors.
    pub fn warn(&self, report: &mut Report) {
        self.world.warn(report);
    }

    /// The files of its content.
    pub fn content(&self) -> &Sources {
        &self.inputs.content
    }

    /// The path at which the site will lie, where it knows: `/widgets/`.
    pub fn base_path(&self) -> Option<&str> {
        let base_url = self.world.corpus.site.base_url.as_deref()?;
        let (_, rest) = base_url.split_once("://")?;
        rest.find('/').map(|slash| &rest[slash..])
    }

    /// How many documents and claims there are.
    pub fn size(&self) -> (usize, usize) {
        let corpus = &self.world.corpus;
        (corpus.documents.len(), corpus.claims.len())
    }

    fn material(&self) -> Material<'_> {
        Material {
            inputs: &self.inputs,
            world: &self.world,
            design: &self.design,
            options: &self.options,
        }
    }
}
