use super::Evidence;
use crate::corpus::{Corpus, LanguageId};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::prose::{Goal, links};
use crate::site::{Page, Route, aliases, first_sheet, pages};
use crate::source::Span;
use crate::vocabulary::Status;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::iter;

/// For so many dead links a live one is looked for that could be meant; to look takes as long as the site is large.
const MOST: usize = 20;

/// A page of prose shows a picture, or a link in it leads nowhere.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    let files = LazyCell::new(|| Files::of(corpus));
    let mut dead = 0;
    for (id, page) in corpus.pages() {
        for &(language, body) in &page.bodies {
            let own = Route {
                language,
                page: Page::Prose(id),
                sheet: 1,
            };
            let own = own.file(corpus);
            for (range, address, goal) in links(page.body.get(language), &own) {
                let start = body.range().start;
                let span = Span::new(body.file, start + range.start..start + range.end);
                let (code, message, help) = match goal {
                    Goal::Picture => (
                        Code::PictureNotShown,
                        format!("the picture `{address}` is shown as its words"),
                        "pages show nothing but what the program makes; say in words what the picture shows, or \
                         link to it"
                            .to_owned(),
                    ),
                    Goal::Unsafe => (
                        Code::DeadLink,
                        format!("`{address}` is shown as words without a link"),
                        "links lead to an address with `https:`, `http:` or `mailto:`, or to a page of the site"
                            .to_owned(),
                    ),
                    Goal::Above => (
                        Code::DeadLink,
                        format!("`{address}` leads out of the site"),
                        format!(
                            "a site may lie in a folder of its host: begin with `{}`, or write the whole address",
                            way(&own, "")
                        ),
                    ),
                    Goal::Inside(path) if files.has(&path) => continue,
                    Goal::Inside(path) => {
                        dead += 1;
                        let near = if dead <= MOST {
                            files.near(&path, language, corpus)
                        } else {
                            None
                        };
                        let help = match near {
                            Some(near) => format!("did you mean `{}`?", way(&own, &near)),
                            None => format!("from here the root of the site is `{}`", way(&own, "")),
                        };
                        let message = format!("no page of the site stands at `{path}`");
                        (Code::DeadLink, message, help)
                    }
                };
                found.push(Diagnostic::new(code, span, message).help(help));
            }
        }
    }
}

/// Every page of the site that readers see, and every former address, by its file.
struct Files(BTreeSet<String>);

impl Files {
    fn of(corpus: &Corpus) -> Self {
        let planned = pages(corpus, |claim| claim.status != Some(Status::Draft));
        let planned: HashSet<Page> = planned.into_iter().collect();
        let former = aliases(corpus, |page| planned.contains(&page));
        let mut files = BTreeSet::new();
        for (language, _) in corpus.site.languages() {
            let routes = planned.iter().map(|&page| Route {
                language,
                page,
                sheet: 1,
            });
            files.extend(routes.map(|it| it.file(corpus)));
            files.extend(former.iter().map(|it| it.file(language, corpus)));
        }
        Self(files)
    }

    /// Whether a page stands at a path, or what is no page may stand there: data and styles are not looked at. A host sends
    /// on who leaves out the last slash.
    fn has(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or_default();
        let is_page = match name.rsplit_once('.') {
            Some((_, extension)) => ["html", "md"].contains(&extension),
            None => true,
        };
        if !is_page {
            return true;
        }
        let file = if name.is_empty() {
            format!("{path}index.html")
        } else if name.contains('.') {
            path.to_owned()
        } else {
            format!("{path}/index.html")
        };
        self.0.contains(&file) || first_sheet(&file).is_some_and(|first| self.0.contains(&first))
    }

    /// The path that was most likely meant by a wrong one of the same language: what its last parts lead to from further
    /// up, or what stands beside it under a name that is nearly the same.
    fn near(&self, path: &str, language: LanguageId, corpus: &Corpus) -> Option<String> {
        let home = Route {
            language,
            page: Page::Home,
            sheet: 1,
        };
        let home = home.file(corpus);
        let folder = home.strip_suffix("index.html")?;
        let wrong = bare(path.strip_prefix(folder).unwrap_or(path));
        let files = self.0.range(folder.to_owned()..);
        let files = files.map_while(|file| file.strip_prefix(folder));
        let by_name: BTreeMap<&str, &str> = files.map(|file| (bare(file), file)).collect();
        let ends = wrong.match_indices('/').map(|(at, _)| &wrong[at + 1..]);
        let mut ends = iter::once(wrong).chain(ends);
        let beside = |end: &str| {
            let (above, last) = end.split_at(end.rfind('/').map_or(0, |at| at + 1));
            let names = by_name.keys().filter_map(|name| name.strip_prefix(above));
            let near = nearest(last, names.filter(|name| !name.contains('/')))?;
            by_name.get([above, near].concat().as_str())
        };
        let same = ends.clone().find_map(|end| by_name.get(end));
        let file = same.or_else(|| ends.find_map(beside))?;
        let file = file.strip_suffix("index.html").unwrap_or(file);
        Some(format!("{folder}{file}"))
    }
}

/// A path without what tells a folder from a file.
fn bare(path: &str) -> &str {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let stem = path.strip_suffix(".html").or(path.strip_suffix(".md"));
    stem.unwrap_or(path).trim_end_matches('/')
}

/// The way from the folder of one file to another.
fn way(from: &str, to: &str) -> String {
    let shared = from.split('/').zip(to.split('/'));
    let shared = shared.take_while(|(one, other)| one == other).count();
    let folders = from.matches('/').count();
    let shared = shared.min(folders);
    let below: Vec<&str> = to.split('/').skip(shared).collect();
    "../".repeat(folders - shared) + &below.join("/")
}
