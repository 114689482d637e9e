use super::BuildError;
use crate::corpus::Site;
use crate::export::assets;
use crate::language::{Language, fallbacks};
use crate::render::Renderer;
use crate::site::Bundle;
use crate::source::{Inputs, Template};
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
    Ok(Language::new(tag, &messages(inputs, tag)?.text)?)
}

/// The words of the interface in a language, or in the nearest that has some.
fn messages<'a>(inputs: &'a Inputs, tag: &str) -> Result<&'a Template, BuildError> {
    let mut found = fallbacks(tag).into_iter().filter_map(|tag| {
        let name = format!("i18n/{tag}.ftl");
        inputs.templates.iter().find(|file| file.name == name)
    });
    let found = found.next();
    found.ok_or_else(|| BuildError::NoMessages(tag.to_owned()))
}

/// Looks whether there are words of the interface for every language of a site.
///
/// # Errors
///
/// Where there are none.
pub fn has_messages(inputs: &Inputs, site: &Site) -> Result<(), BuildError> {
    let mut tags = site.languages();
    tags.try_for_each(|(_, tag)| messages(inputs, tag).map(drop))
}
