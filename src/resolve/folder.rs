use super::Memory;
use super::claim::{World, claim, id};
use super::names::ClaimNames;
use super::relation::{Related, relations};
use super::resolver::{Resolver, items};
use crate::corpus::{Allowance, Claim, ClaimId, Document, DocumentId, Written};
use crate::diagnostic::Report;
use crate::record::{Claims, Records};
use crate::source::{Sources, Span};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The claims of one folder, resolved but for their relations.
#[derive(Debug, Default)]
pub struct FolderClaims {
    pub claims: Vec<Arc<Claim>>,
    /// Every id with the place of its claim; none where it was left out.
    pub names: BTreeMap<String, Option<usize>>,
    /// What was written of relations, where something was, with the place of the claim.
    related: Vec<(Related, Option<usize>)>,
    faults: Report,
    texts: Vec<Arc<Written>>,
    allowances: Vec<Allowance>,
}

impl FolderClaims {
    /// Whether anything is wrong in it, be it only a name.
    pub fn has_faults(&self) -> bool {
        !self.faults.diagnostics().is_empty()
    }
}

/// Resolves every claim that the memory does not know, document by document, and tells the documents which
/// are theirs. The records of claims, which are most of all, leave their folders, so that they go as soon as they are
/// resolved where nobody else holds them.
pub fn claims(
    resolver: &mut Resolver<'_>,
    records: &mut Records,
    documents: &mut [Document],
    world: &World,
    memory: &mut Memory,
) -> (Vec<Arc<Claim>>, ClaimNames) {
    let homes = homes(records, documents);
    let folders = memory.update(&mut records.documents, &homes, |id, claims, home| {
        let home = home.map(|index| (DocumentId::new(index), &documents[index]));
        let (sources, languages) = (resolver.sources, resolver.languages());
        folder_claims(sources, languages, id, claims, home, world)
    });

    let mut claims: Vec<Arc<Claim>> = Vec::new();
    let mut names = ClaimNames::default();
    for document in &records.unread.claims {
        names.add_unread(document);
    }
    for ((folder, home), record) in folders.iter().zip(&homes).zip(&records.documents) {
        let first = claims.len();
        claims.extend(folder.claims.iter().cloned());
        if let Some(index) = *home {
            documents[index].claims = first..claims.len();
        }
        names.add(&record.id, first, Arc::clone(folder));
        resolver.report.append(folder.faults.clone());
        resolver.texts.extend(folder.texts.iter().cloned());
        let allowances = folder.allowances.iter();
        resolver.allowances.extend(allowances.cloned());
    }
    let mut first = 0;
    for (at, (folder, resolved)) in records.documents.iter().zip(&folders).enumerate() {
        for (related, place) in &resolved.related {
            let claim = place.map(|place| ClaimId::new(first + place));
            let found = relations(resolver, &folder.id, related, claim, &names);
            if let Some(claim) = claim.filter(|_| !found.is_empty()) {
                claims[claim.index()] = memory.relate(at, claim.index() - first, found);
            }
        }
        first += resolved.claims.len();
    }
    (claims, names)
}

/// Of each folder the place of its document among all documents.
fn homes(records: &Records, documents: &[Document]) -> Vec<Option<usize>> {
    let by_id: HashMap<&str, usize> = (0..)
        .zip(documents)
        .map(|(index, document)| (document.id.as_str(), index))
        .collect();
    let folders = records.documents.iter();
    folders
        .map(|folder| by_id.get(folder.id.as_str()).copied())
        .collect()
}

/// Resolves the claims of one folder, but for their relations.
fn folder_claims(
    sources: &Sources,
    languages: &[String],
    document: &str,
    claims: Option<&Claims>,
    home: Option<(DocumentId, &Document)>,
    world: &World,
) -> FolderClaims {
    let mut resolved = FolderClaims::default();
    let mut resolver = Resolver::new(sources, &mut resolved.faults);
    resolver.speak(languages);
    let records = claims.map_or(&[][..], |file| &file.record.items);
    let mut spans: HashMap<&str, Span> = HashMap::with_capacity(records.len());
    let ids: Vec<_> = records
        .iter()
        .map(|record| id(&mut resolver, record, &mut spans))
        .collect();
    for (record, id) in records.iter().zip(ids) {
        let aliases = resolver.former_ids(
            &record.value.aliases,
            &format!("claim of {document}"),
            |alias| spans.get(alias).copied(),
        );
        let claim = claim(&mut resolver, record, id, home, world);
        let place = claim.map(|claim| {
            resolved.claims.push(Arc::new(Claim { aliases, ..claim }));
            resolved.claims.len() - 1
        });
        if let Some(id) = id {
            resolved.names.insert(id.written.value.clone(), place);
        }
        let related = &record.value.relations;
        if !items(related).is_empty() {
            resolved.related.push((related.clone(), place));
        }
    }
    let Resolver {
        texts, allowances, ..
    } = resolver;
    FolderClaims {
        texts,
        allowances,
        ..resolved
    }
}
