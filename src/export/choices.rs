use crate::compare::Lens;
use crate::corpus::{Allegiance, ThemeId};
use crate::view::Scene;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What readers can choose from on the page for comparing: `compare/choices.json`.
#[derive(Clone, Debug, Serialize)]
pub struct Choices {
    /// Sides, documents, and voices by whom they speak for; groups without a lens are left out.
    pub groups: Vec<ChoiceGroup>,
    /// The themes, in the order of reading.
    pub themes: Vec<ThemeChoice>,
    /// Names that lenses once had in addresses, with those that they have now.
    pub former: BTreeMap<String, String>,
}

impl Choices {
    /// The bytes of the file.
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("strings, numbers and lists of them can be written")
    }
}

/// Lenses of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct ChoiceGroup {
    /// The kind, in words.
    pub label: String,
    /// The lenses that show anything.
    pub lenses: Vec<Choice>,
}

/// A lens.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// How it is named in addresses.
    pub key: String,
    /// Its name, in few words.
    pub name: String,
    /// What tells it apart from others of that name.
    pub title: Option<String>,
    /// Place of a side in the order of columns, from 1; nothing for other lenses.
    pub column: Option<usize>,
    /// The themes in which it shows anything, by their places in the list of themes.
    pub themes: Vec<usize>,
}

/// A theme.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeChoice {
    /// Its id.
    pub id: String,
    /// Its title.
    pub name: String,
}

/// What readers can choose from.
pub fn choices(scene: &Scene<'_>) -> Choices {
    let corpus = scene.corpus;
    let shown = lenses_with_themes(scene);
    let choice = |lens: Lens, name: String, title: Option<String>| {
        let themes = shown.get(&lens)?;
        let key = scene.lens_key(lens);
        let themes = themes.iter().map(|theme| theme.index()).collect();
        let column = match lens {
            Lens::Side(side) => Some(side.index() + 1),
            Lens::Document(_) | Lens::Voice(_) => None,
        };
        Some(Choice {
            key,
            name,
            title,
            column,
            themes,
        })
    };
    let group = |label: String, lenses: Vec<Option<Choice>>| ChoiceGroup {
        label,
        lenses: lenses.into_iter().flatten().collect(),
    };
    let sides = corpus.site.side_ids();
    let sides = sides.map(|id| choice(Lens::Side(id), scene.side_name(id), None));
    let documents = corpus.documents();
    let documents = documents.map(|(id, it)| {
        choice(
            Lens::Document(id),
            scene.short_title(it),
            Some(scene.text(&it.title)),
        )
    });
    let mut groups = vec![
        group(scene.words.say("sides"), sides.collect()),
        group(scene.words.say("documents"), documents.collect()),
    ];
    for allegiance in allegiances(scene) {
        let voices = corpus
            .voices()
            .filter(|(_, it)| it.allegiance == allegiance);
        let voices = voices.map(|(id, it)| choice(Lens::Voice(id), scene.text(&it.name), None));
        let whom = scene.allegiance_heading(allegiance);
        let label = scene.words.say_of("voices-of", "group", whom);
        groups.push(group(label, voices.collect()));
    }
    groups.retain(|group| !group.lenses.is_empty());
    let themes = corpus.themes().map(|(_, theme)| ThemeChoice {
        id: theme.id.clone(),
        name: scene.text(&theme.title),
    });
    Choices {
        groups,
        themes: themes.collect(),
        former: former(scene),
    }
}

fn lenses_with_themes(scene: &Scene<'_>) -> BTreeMap<Lens, BTreeSet<ThemeId>> {
    let corpus = scene.corpus;
    let mut shown: BTreeMap<Lens, BTreeSet<ThemeId>> = BTreeMap::new();
    for ((_, question), row) in corpus.questions().zip(scene.rows) {
        let covered = row.cells.iter().filter(|(_, cell)| cell.state.is_covered());
        let sides = covered.map(|(side, _)| Lens::Side(side));
        let claims = row.lists().flatten().map(|id| &corpus[id]);
        let alone = claims.flat_map(|it| [Lens::Document(it.document), Lens::Voice(it.voice)]);
        for lens in sides.chain(alone) {
            shown.entry(lens).or_default().insert(question.theme);
        }
    }
    shown
}

fn allegiances(scene: &Scene<'_>) -> Vec<Allegiance> {
    let sides = scene.corpus.site.side_ids().map(Allegiance::Side);
    let others = [Allegiance::ThirdParty, Allegiance::Unplaced];
    sides.chain(others).collect()
}

fn former(scene: &Scene<'_>) -> BTreeMap<String, String> {
    let corpus = scene.corpus;
    let documents = corpus
        .documents()
        .map(|(id, it)| (Lens::Document(id), &it.aliases));
    let voices = corpus
        .voices()
        .map(|(id, it)| (Lens::Voice(id), &it.aliases));
    let all = documents.chain(voices).flat_map(|(lens, aliases)| {
        let now = scene.lens_key(lens);
        let kind = now.split('.').next().unwrap_or_default().to_owned();
        aliases
            .iter()
            .map(move |alias| (format!("{kind}.{alias}"), now.clone()))
    });
    all.collect()
}
