use super::Names;
use super::owner::Owner;
use super::resolver::{Resolver, items};
use crate::corpus::{History, SideId, Term, TermId};
use crate::diagnostic::Code;
use crate::record::{self, File, Records};
use crate::source::Span;

/// Resolves every term.
pub fn terms(
    resolver: &mut Resolver<'_>,
    records: &Records,
    sides: &Names<SideId>,
) -> (Vec<Term>, Names<TermId>) {
    let files = &records.terms;
    let mut terms = Vec::with_capacity(files.len());
    let mut names = Names::default();
    for id in &records.unread.terms {
        names.add(id, None);
    }
    for file in files {
        let term = term(resolver, file, sides, |alias| {
            let named = files.iter().find(|other| other.id == alias)?;
            Some(named.file.start())
        });
        let id = term.map(|term| {
            terms.push(term);
            TermId::new(terms.len() - 1)
        });
        names.add(&file.id, id);
    }
    (terms, names)
}

fn term(
    resolver: &mut Resolver<'_>,
    file: &File<record::Term>,
    sides: &Names<SideId>,
    taken: impl Fn(&str) -> Option<Span>,
) -> Option<Term> {
    let record = &file.record;
    let span = file.file.start();
    let owner = Owner::new(span, "term");
    let sound_id = resolver.id(&file.id, span);
    let name = resolver.required_text(&record.name, "name", &owner);
    let kind = resolver.required(&record.kind, "kind", &owner);
    let side = record
        .side
        .given()
        .and_then(|side| resolver.reference(side, sides, Code::UnknownSide, "side"));
    let whole = resolver.whole(file.file);
    resolver.allow(&record.allow, whole);
    let term = Term {
        id: file.id.clone(),
        side,
        official_name: resolver.text(&record.official_name),
        definition: resolver.text(&record.definition),
        forms: items(&record.forms)
            .iter()
            .filter_map(|form| resolver.words(form))
            .collect(),
        url: resolver.url(&record.url),
        history: items(&record.history)
            .iter()
            .filter_map(|event| {
                let owner = Owner::new(event.span, "event");
                let event = &event.value;
                resolver.required(&event.date, "date", &owner);
                let date = resolver.date(&event.date);
                let what = resolver.required_text(&event.what, "what", &owner);
                Some(History {
                    url: resolver.url(&event.url),
                    date: date?,
                    what: what?,
                })
            })
            .collect(),
        note: resolver.text(&record.note),
        aliases: resolver.former_ids(&record.aliases, "term", taken),
        span,
        name: name?,
        kind: kind?.value,
    };
    sound_id.then_some(term)
}
