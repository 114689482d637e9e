use super::BuildError;
use crate::corpus::Site;
use crate::export::assets;
use crate::language::Language;
use crate::render::Renderer;
use crate::site::Bundle;
use crate::source::Inputs;
use crate::view::Assets;
use std::sync::Arc;

/// How a site looks and in which words it speaks: its templates, messages and static files, made ready.
#[derive(Debug)]
pub struct Design {
    /// The published static files.
    pub(super) statics: Bundle,
    /// Their addresses.
    pub(super) assets: Assets,
    /// Every language with its templates, in the site's order.
    pub(super) editions: Vec<(Arc<Language>, Renderer)>,
}

impl Design {
    /// Makes ready what a site needs.
    ///
    /// # Errors
    ///
    /// Where a template or a file of messages has a fault, or something that every page needs is missing.
    pub fn new(inputs: &Inputs, site: &Site) -> Result<Self, BuildError> {
        let mut statics = Bundle::default();
        let assets = assets(&inputs.statics, &mut statics)?;
        // Without it GitHub Pages runs the site through Jekyll.
        statics.add(".nojekyll", "");
        let editions = site.languages().map(|(_, tag)| {
            let language = Arc::new(language(inputs, tag)?);
            let renderer = Renderer::new(&inputs.templates, &language)?;
            Ok((language, renderer))
        });
        Ok(Self {
            statics,
            assets,
            editions: editions.collect::<Result<_, BuildError>>()?,
        })
    }
}

fn language(inputs: &Inputs, tag: &str) -> Result<Language, BuildError> {
    let name = format!("i18n/{tag}.ftl");
    let file = inputs.templates.iter().find(|file| file.name == name);
    let file = file.ok_or_else(|| BuildError::NoMessages(tag.to_owned()))?;
    Ok(Language::new(tag, &file.text)?)
}
