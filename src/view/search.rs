use super::examples::examples;
use super::filter::{Choice, Value};
use super::link::Link;
use super::{Frame, Scene, Words};
use crate::compare::Ring;
use crate::corpus::SideId;
use crate::site::{Page, Route, Url};
use crate::vocabulary::{Kind, NO_SIDE, Status, WORLD};
use serde::Serialize;

/// `pages/search.html`
#[derive(Clone, Debug, Serialize)]
pub struct SearchPage {
    /// What a script searches with; only on the first sheet.
    pub finder: Option<Finder>,
    /// Themes, by which statements and questions are reached; only on the first sheet.
    pub themes: Vec<IndexTheme>,
    /// Everything else by its first letter.
    pub letters: Vec<Letter>,
}

/// What a script searches with.
#[derive(Clone, Debug, Serialize)]
pub struct Finder {
    /// Where the search begins.
    pub index: Url,
    /// The page itself, which the form asks for.
    pub action: Url,
    /// Searches that find something.
    pub examples: Vec<Link>,
    /// Place of this language in lists of texts, from 0.
    pub language: usize,
    /// BCP 47 tags of all languages of the site.
    pub languages: String,
    /// What results can be chosen by.
    pub choices: Vec<Choice>,
    /// The words of a result that a script puts together.
    pub words: Vec<Value>,
}

/// A theme with what is reached by it.
#[derive(Clone, Debug, Serialize)]
pub struct IndexTheme {
    /// The theme.
    pub theme: Link,
    /// How many statements it has, in words.
    pub amount: String,
}

/// The entries of an index that begin with a letter.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// The letter, or a word where there is none.
    pub name: String,
    /// The entries, by name.
    pub entries: Vec<IndexEntry>,
}

/// An entry of an index.
#[derive(Clone, Debug, Serialize)]
pub struct IndexEntry {
    /// Where it leads.
    pub link: Link,
    /// What it is.
    pub label: String,
}

/// What every language passes over when it searches.
pub fn passed_over(words: &[Words<'_>]) -> Vec<String> {
    let lists = words.iter().map(|words| words.say("search-passed-over"));
    lists.collect()
}

pub fn search(scene: &Scene<'_>, route: Route) -> (Frame, SearchPage) {
    let about = scene.words.say("search-about");
    let frame = scene.frame(route, about, vec![scene.home_link()]);
    let is_first = route.sheet == 1;
    let page = SearchPage {
        finder: scene
            .search
            .clone()
            .filter(|_| is_first)
            .map(|index| finder(scene, index)),
        themes: if is_first { themes(scene) } else { Vec::new() },
        letters: letters(scene, route),
    };
    (frame, page)
}

fn finder(scene: &Scene<'_>, index: Url) -> Finder {
    Finder {
        index,
        action: scene.url(Page::Search),
        examples: examples(scene),
        language: scene.language.index(),
        languages: scene.corpus.site.languages.join(" "),
        choices: choices(scene),
        words: words(scene),
    }
}

fn choices(scene: &Scene<'_>) -> Vec<Choice> {
    let corpus = scene.corpus;
    let say = |message: &str| scene.words.say(message);
    let sides = SideId::all(corpus.site.sides.count());
    let sides = sides.map(|side| value(&corpus[side].id, scene.side_name(side)));
    let world = value(WORLD, say("the-world"));
    let themes = corpus.themes();
    let themes = themes.map(|(_, it)| value(&it.id, scene.text(&it.title)));
    let kinds = Kind::ALL.iter().map(|kind| {
        let word = kind.word();
        value(word, say(&format!("kind-{word}")))
    });
    let choice = |name, label: &str, values: Vec<Value>| Choice {
        name,
        label: say(label),
        values,
    };
    vec![
        choice("side", "search-side", sides.chain([world]).collect()),
        choice("theme", "search-theme", themes.collect()),
        choice("kind", "filter-kind", kinds.collect()),
        // Of many documents a script offers those that have something of what was found.
        choice("document", "filter-document", Vec::new()),
    ]
}

/// Words of results, by the name under which a script asks for them.
fn words(scene: &Scene<'_>) -> Vec<Value> {
    let say = |message: &str| scene.words.say(message);
    let kinds = [
        ("theme", "themes"),
        ("question", "questions"),
        ("document", "documents"),
        ("voice", "voices"),
        ("term", "terms"),
        ("claim", "claims"),
    ];
    let mut words = Vec::new();
    words.extend(kinds.map(|(kind, message)| value(&format!("kind-{kind}"), say(message))));
    words.extend(Ring::ALL.map(|ring| {
        let word = ring.word();
        value(&format!("ring-{word}"), say(&format!("ring-word-{word}")))
    }));
    words.extend(Status::ALL.iter().map(|status| {
        let word = status.word();
        value(&format!("status-{word}"), say(&format!("status-{word}")))
    }));
    let sides = SideId::all(scene.corpus.site.sides.count());
    words.extend(sides.map(|side| {
        let id = &scene.corpus[side].id;
        value(&format!("about-{id}"), scene.side_in_text(side))
    }));
    words.push(value(&format!("about-{WORLD}"), say("the-world")));
    words.push(value(&format!("speaks-for-{NO_SIDE}"), say("third-party")));
    words.push(value("speaks-for-", say("unplaced")));
    words
}

fn value(value: &str, label: String) -> Value {
    Value {
        value: value.to_owned(),
        label,
    }
}

fn themes(scene: &Scene<'_>) -> Vec<IndexTheme> {
    let themes = scene.corpus.themes().map(|(id, theme)| {
        let claims = scene.corpus.claims().filter(|(_, claim)| {
            let mut answers = claim.answers.iter();
            scene.shows(claim) && answers.any(|it| theme.questions.contains(&it.index()))
        });
        IndexTheme {
            theme: scene.theme_link(id),
            amount: scene.words.say_of("statements", "count", claims.count()),
        }
    });
    themes.collect()
}

/// Documents, speakers and terms of a sheet.
fn letters(scene: &Scene<'_>, route: Route) -> Vec<Letter> {
    let corpus = scene.corpus;
    let entry = |link: Link, message: &str| IndexEntry {
        link,
        label: scene.words.say(message),
    };
    let documents = corpus.documents();
    let documents = documents.map(|(id, _)| entry(scene.document_link(id), "search-document"));
    let voices = corpus.voices();
    let voices = voices.map(|(id, _)| entry(scene.voice_link(id), "search-voice"));
    let terms = corpus.terms();
    let terms = terms.map(|(id, _)| entry(scene.term_link(id), "search-term"));
    let mut entries: Vec<IndexEntry> = documents.chain(voices).chain(terms).collect();
    entries.sort_by(|one, other| one.link.url.cmp(&other.link.url));
    scene.words.arrange(&mut entries, |entry| &entry.link.text);
    let mut letters: Vec<Letter> = Vec::new();
    for entry in scene.on_sheet(&entries, route) {
        let letter = scene.words.initial(&entry.link.text);
        let name = letter.map_or_else(|| scene.words.say("search-no-letter"), String::from);
        match letters.last_mut() {
            Some(last) if last.name == name => last.entries.push(entry.clone()),
            _ => letters.push(Letter {
                name,
                entries: vec![entry.clone()],
            }),
        }
    }
    letters
}
