use super::{Frame, Scene};
use crate::corpus::{DocumentId, ThemeId};
use crate::language::Arguments;
use crate::site::{Route, Url};
use serde::Serialize;

/// What views know of a file of the data.
#[derive(Clone, Debug)]
pub struct DataEntry {
    /// Its path below `data/`.
    pub name: String,
    /// The word by which messages say what it holds.
    pub word: &'static str,
    /// Which of several it is that hold the same.
    pub part: Option<DataPart>,
    /// Its media type.
    pub media_type: &'static str,
    /// How large it is.
    pub bytes: usize,
    /// The keys of one record, each with its sentence in English, where a schema describes it.
    pub fields: Vec<(String, String)>,
}

/// What tells a file of the data from others of its kind.
#[derive(Clone, Debug)]
pub enum DataPart {
    /// The theme that it holds.
    Theme(ThemeId),
    /// The document whose text it is.
    Text(DocumentId),
    /// The files whose schema it is.
    Schema(String),
    /// The name of its format.
    Format(&'static str),
}

/// `pages/data.html`
#[derive(Clone, Debug, Serialize)]
pub struct DataPage {
    /// Every file.
    pub files: Vec<DataFileView>,
    /// How to cite the whole, where the site knows where it lies.
    pub citation: Option<String>,
    /// The beginning of every address in the examples.
    pub base: String,
}

/// A file of the data.
#[derive(Clone, Debug, Serialize)]
pub struct DataFileView {
    /// Its path below `data/`.
    pub name: String,
    /// Where it lies.
    pub url: Url,
    /// What it holds.
    pub about: String,
    /// How large it is, in words.
    pub size: String,
    /// The keys of one record.
    pub fields: Vec<FieldView>,
}

/// A key of a record.
#[derive(Clone, Debug, Serialize)]
pub struct FieldView {
    /// The key.
    pub key: String,
    /// What it holds; in English, as in the schema.
    pub about: String,
}

pub fn data(scene: &Scene<'_>, route: Route) -> (Frame, DataPage) {
    let words = scene.words;
    let frame = scene.frame(route, words.say("data-about"), vec![scene.home_link()]);
    let site = &scene.corpus.site;
    let citation = site.base_url.as_ref().map(|base| {
        let added = scene.corpus.documents.iter().map(|it| it.added).max();
        let date = added.map(|date| words.date(date));
        let release = site.release.clone();
        let arguments = Arguments::new()
            .with("title", scene.text(&site.title))
            .with("version", release.or(date).unwrap_or_default())
            .with("url", base.clone());
        words.say_with("data-citation", &arguments)
    });
    let files = scene.data.iter().map(|entry| DataFileView {
        name: entry.name.clone(),
        url: Url::file(&format!("data/{}", entry.name)),
        about: about(scene, entry),
        size: size(scene, entry.bytes),
        fields: entry
            .fields
            .iter()
            .map(|(key, about)| FieldView {
                key: key.clone(),
                about: about.clone(),
            })
            .collect(),
    });
    let page = DataPage {
        files: files.collect(),
        citation,
        base: site.base_url.clone().unwrap_or_default(),
    };
    (frame, page)
}

fn about(scene: &Scene<'_>, entry: &DataEntry) -> String {
    let (words, corpus) = (scene.words, scene.corpus);
    match &entry.part {
        Some(DataPart::Theme(id)) => {
            words.say_of("data-theme", "title", scene.text(&corpus[*id].title))
        }
        Some(DataPart::Text(id)) => {
            words.say_of("data-text", "title", scene.text(&corpus[*id].title))
        }
        Some(DataPart::Schema(files)) => words.say_of("data-schema", "file", files),
        Some(DataPart::Format(name)) => words.say_of("data-references", "format", *name),
        None => words.say(&format!("data-{}", entry.word)),
    }
}

/// A size in kilobytes of a thousand bytes, at least one.
fn size(scene: &Scene<'_>, bytes: usize) -> String {
    let kilobytes = u32::try_from(bytes.div_ceil(1000)).unwrap_or(u32::MAX);
    let number = scene.words.number(f64::from(kilobytes));
    scene.words.say_of("kilobytes", "number", number)
}
