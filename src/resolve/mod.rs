//! Does the name exist? Turns what an author typed into what is true; the only maker of a
//! [`Corpus`].
//!
//! A record with a fault is left out and the rest is resolved on, so that one run finds every fault;
//! a name that points to a record left out is passed over in silence, because its own fault is on
//! the report already.

mod about;
mod claim;
mod document;
mod figure;
mod folder;
mod memory;
mod names;
mod owner;
mod page;
mod relation;
mod resolver;
mod severity;
mod site;
mod stance;
mod term;
mod theme;
mod voice;

pub use memory::Memory;

use crate::corpus::Corpus;
use crate::diagnostic::Report;
use crate::record::Records;
use crate::source::Sources;
use names::Names;
use resolver::Resolver;
use stance::Rated;

/// Resolves every record; `None` where the site itself cannot be read. Documents and claims that the memory knows
/// are taken over from it.
pub fn resolve(
    mut records: Records,
    sources: &Sources,
    memory: &mut Memory,
    report: &mut Report,
) -> Option<Corpus> {
    let mut resolver = Resolver::new(sources, report);
    let record = &records.site.take()?;
    let frame = site::frame(&mut resolver, record)?;
    resolver.speak(&frame.languages);

    let unread = &records.unread;
    let (voices, voice_names) = voice::voices(&mut resolver, &records, &frame.sides);
    let (terms, term_names) = term::terms(&mut resolver, &records, &frame.sides);
    let order = site::theme_order(&mut resolver, record, &records.themes, &unread.themes);
    let mut rows = theme::rows(&mut resolver, &records.themes, &order, &unread.themes);
    let world = claim::World {
        languages: frame.languages.clone(),
        sides: frame.sides.clone(),
        editors: frame.editors.clone(),
        voices: voice_names,
        terms: term_names,
        questions: rows.names.clone(),
        scales: rows.questions.iter().map(Rated::of).collect(),
    };
    let world = memory.begin(&records, sources, world);
    let documents = &records.documents;
    let mut documents = document::documents(&mut resolver, documents, &world.voices, memory);
    let (claims, claim_names) =
        folder::claims(&mut resolver, &mut records, &mut documents, &world, memory);
    theme::conclude(
        &mut resolver,
        &mut rows,
        &records.themes,
        &frame.sides,
        &claim_names,
    );
    let pages = page::pages(&mut resolver, &records.pages);
    let site = site::site(&mut resolver, record, frame, &rows.names)?;
    let (texts, allowances) = (resolver.texts, resolver.allowances);
    let whole = records.whole && report.errors() == 0;
    Some(Corpus {
        site,
        themes: rows.themes,
        questions: rows.questions,
        documents,
        voices,
        terms,
        claims,
        pages,
        texts,
        allowances,
        whole,
    })
}
