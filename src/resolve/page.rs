use super::owner::Owner;
use super::resolver::{Resolver, items};
use super::site::{invalid_language, is_language};
use crate::corpus::{Form, LanguageId, Page, Text, Written};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::PageFile;
use crate::source::{Span, Spanned};
use crate::vocabulary::RESERVED_PAGE_IDS;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Resolves every prose page; the files of one page are its languages.
pub fn pages(resolver: &mut Resolver<'_>, files: &[Arc<PageFile>]) -> Vec<Page> {
    let mut by_id: BTreeMap<&str, Vec<&PageFile>> = BTreeMap::new();
    for file in files {
        by_id.entry(&file.id).or_default().push(file);
    }
    by_id
        .iter()
        .filter_map(|(id, files)| page(resolver, id, files, &by_id))
        .collect()
}

fn page(
    resolver: &mut Resolver<'_>,
    id: &str,
    files: &[&PageFile],
    all: &BTreeMap<&str, Vec<&PageFile>>,
) -> Option<Page> {
    let mut first = None;
    let mut titles = Vec::new();
    let mut bodies = Vec::new();
    let mut translations = Vec::new();
    let mut places = Vec::new();
    let mut written: BTreeMap<LanguageId, Span> = BTreeMap::new();
    for file in files {
        let span = file.file.start();
        let owner = Owner::new(span, "page");
        let title = resolver.required(&file.record.title, "title", &owner);
        let body = resolver.sources.file(file.file).text()[file.body.clone()].to_owned();
        let place = Span::new(file.file, file.body.clone());
        let language = match &file.language {
            None => Some(LanguageId::FIRST),
            Some(tag) if is_language(tag) => {
                let known = resolver.language(tag);
                if known.is_none() {
                    resolver.unknown_language(tag, span);
                }
                known
            }
            Some(tag) => {
                invalid_language(resolver, &Spanned::new(tag.clone(), span));
                None
            }
        };
        if let Some(language) = language {
            if let Some(&earlier) = written.get(&language) {
                resolver.report.push(
                    Diagnostic::new(
                        Code::DuplicateId,
                        span,
                        format!("the page `{id}` is written twice in one language"),
                    )
                    .related(earlier, "here for the first time")
                    .help("keep one of the two files"),
                );
                continue;
            }
            written.insert(language, span);
        }
        let (Some(title), Some(language)) = (title, language) else {
            continue;
        };
        places.push((language, place));
        if language == LanguageId::FIRST {
            first = Some((file, title.value.clone(), body));
        } else {
            titles.push((language, title.value.clone()));
            bodies.push((language, body));
            translations.push((language, title.span));
        }
    }
    let span = files[0].file.start();
    let sound_id = resolver.id(id, span);
    not_reserved(resolver, id, span);
    let Some((file, title, body)) = first else {
        let path = format!("content/pages/{id}.md");
        if !written.contains_key(&LanguageId::FIRST) && resolver.sources.find(&path).is_none() {
            let message = format!("the page `{id}` is not there in the first language of the site");
            resolver.report.push(
                Diagnostic::new(Code::MissingLanguage, span, message)
                    .help(format!("write `{path}`")),
            );
        }
        return None;
    };
    for alias in items(&file.record.aliases) {
        not_reserved(resolver, &alias.value, alias.span);
    }
    let aliases = resolver.former_ids(&file.record.aliases, "page", |alias| {
        Some(all.get(alias)?.first()?.file.start())
    });
    if resolver.languages().len() > 1 {
        let words = |title: &str, body: &str| format!("{title}\n\n{body}");
        let others = titles.iter().zip(&bodies);
        let others = others.map(|((language, title), (_, body))| (*language, words(title, body)));
        resolver.texts.push(Arc::new(Written {
            text: Text::new(words(&title, &body), others.collect()),
            span,
            translations,
            form: Form::Page(id.to_owned()),
        }));
    }
    sound_id.then(|| Page {
        id: id.to_owned(),
        title: Text::new(title, titles),
        body: Text::new(body, bodies),
        bodies: places,
        aliases,
        span,
    })
}

/// Reports a name at whose address the site has something of its own.
fn not_reserved(resolver: &mut Resolver<'_>, id: &str, span: Span) {
    let mut languages = resolver.languages().iter();
    let is_language = languages.any(|tag| tag.to_lowercase() == id);
    if is_language || RESERVED_PAGE_IDS.contains(&id) {
        let message = format!("the address `/{id}/` belongs to the site itself");
        resolver
            .report
            .push(Diagnostic::new(Code::ReservedId, span, message).help("choose another name"));
    }
}
