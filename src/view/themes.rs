use super::link::Link;
use super::overview::{RowLine, row_line};
use super::{Frame, Scene};
use crate::site::Route;
use serde::Serialize;

/// `pages/themes.html`
#[derive(Clone, Debug, Serialize)]
pub struct ThemesPage {
    /// Every theme with its rows.
    pub themes: Vec<ThemeEntry>,
}

/// A theme with its rows in few words.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeEntry {
    /// The theme.
    pub theme: Link,
    /// What belongs to it.
    pub definition: Option<String>,
    /// Its rows.
    pub rows: Vec<RowLine>,
}

pub fn themes(scene: &Scene<'_>, route: Route) -> (Frame, ThemesPage) {
    let description = scene.words.say("themes-about");
    let frame = scene.frame(route, description, vec![scene.home_link()]);
    let themes = scene.corpus.themes().map(|(id, theme)| ThemeEntry {
        theme: scene.theme_link(id),
        definition: scene.text_of(theme.definition.as_ref()),
        rows: theme.questions().map(|id| row_line(scene, id)).collect(),
    });
    let page = ThemesPage {
        themes: themes.collect(),
    };
    (frame, page)
}
