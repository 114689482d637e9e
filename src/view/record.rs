use super::documents::documents_link;
use super::{Frame, Scene};
use crate::corpus::{ClaimId, DocumentId};
use crate::prose::{Highlighter, Html};
use crate::site::{Page, Route, Url, sheet_size};
use crate::yaml::entry_begins;
use serde::Serialize;
use std::fmt::Write as _;
use std::ops::Range;

/// One for all pages: its patterns are compiled as they are first used, which takes longer than to mark a file.
static HIGHLIGHTER: Highlighter = Highlighter::new();

/// `pages/record.html`
#[derive(Clone, Debug, Serialize)]
pub struct RecordPage {
    /// Path of the file in the repository.
    pub path: String,
    /// BCP 47 tag of the file: its texts are in the site's first language where they do not say otherwise.
    pub language: String,
    /// The file, in stretches.
    pub blocks: Vec<Block>,
}

/// A stretch of a file: one claim, or what stands before the first.
#[derive(Clone, Debug, Serialize)]
pub struct Block {
    /// Anchor: the id of the claim.
    pub anchor: Option<String>,
    /// The page of the claim.
    pub claim: Option<Url>,
    /// Its lines, highlighted.
    pub lines_html: Html,
}

pub fn record(scene: &Scene<'_>, route: Route, id: DocumentId) -> (Frame, RecordPage) {
    let document = &scene.corpus[id];
    let frame = scene.frame(
        route,
        scene.words.say("record-about"),
        vec![
            scene.home_link(),
            documents_link(scene),
            scene.document_link(id),
        ],
    );
    let file = document.claims_file.map(|file| scene.sources.file(file));
    let page = RecordPage {
        path: file.map(|file| file.path().to_owned()).unwrap_or_default(),
        language: scene.corpus.site.languages[0].clone(),
        blocks: file.map_or_else(Vec::new, |file| {
            let lines = scene.highlights.lines(id, || {
                let lines = HIGHLIGHTER.yaml_lines(file.text());
                in_languages(lines, file.text(), &scene.corpus.site.languages)
            });
            let starts: Vec<(usize, ClaimId)> = document
                .claims()
                .map(|id| {
                    let begins = entry_begins(file.text(), scene.corpus[id].entry.range().start);
                    (file.line_of(begins), id)
                })
                .collect();
            let here = scene.on_sheet(&starts, route);
            let next = starts
                .get(route.sheet * sheet_size(starts.len()))
                .map(|&(line, _)| line);
            let first = if route.sheet == 1 {
                0
            } else {
                here.first().map_or(0, |&(line, _)| line)
            };
            blocks(scene, &lines, first..next.unwrap_or(lines.len()), here)
        }),
    };
    (frame, page)
}

/// Cuts lines where a claim begins; drafts that readers do not see are left out, with the comments above them.
fn blocks(
    scene: &Scene<'_>,
    lines: &[Html],
    here: Range<usize>,
    starts: &[(usize, ClaimId)],
) -> Vec<Block> {
    let first = starts.first().map_or(here.end, |&(line, _)| line);
    let mut blocks = Vec::new();
    if first > here.start {
        blocks.push(Block {
            anchor: None,
            claim: None,
            lines_html: join(&lines[here.start..first]),
        });
    }
    for (index, &(start, id)) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(here.end, |&(line, _)| line);
        let claim = &scene.corpus[id];
        if scene.shows(claim) {
            blocks.push(Block {
                anchor: Some(claim.id.clone()),
                claim: Some(scene.url(Page::Claim(id))),
                lines_html: join(&lines[start..end]),
            });
        }
    }
    blocks
}

/// Names the language of the lines below a key such as `zh-Hans`, down to the next line that is not indented further.
fn in_languages(lines: Vec<Html>, text: &str, languages: &[String]) -> Vec<Html> {
    let mut open: Option<(usize, &String)> = None;
    let lines = lines.into_iter().zip(text.lines());
    lines
        .map(|(html, line)| {
            let words = line.trim_start();
            let indentation = line.len() - words.len();
            if !words.is_empty() && open.is_some_and(|(key, _)| indentation <= key) {
                open = None;
            }
            if open.is_none() {
                let key = words.split_once(':').map(|(key, _)| key);
                let mut others = languages.iter().skip(1);
                let tag = key.and_then(|key| others.find(|tag| *tag == key));
                open = tag.map(|tag| (indentation, tag));
            }
            match open {
                Some((_, tag)) if !words.is_empty() => {
                    Html::trusted(format!("<span lang=\"{tag}\">{html}</span>"))
                }
                _ => html,
            }
        })
        .collect()
}

fn join(lines: &[Html]) -> Html {
    let mut joined = String::new();
    for line in lines {
        let _ = writeln!(joined, "{line}");
    }
    Html::trusted(joined)
}
