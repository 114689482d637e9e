use super::claim::World;
use super::document::Alone;
use super::folder::FolderClaims;
use crate::corpus::{Claim, Relation};
use crate::record::{self, Claims, DocumentFolder, File, Records};
use crate::source::{FileId, Sources};
use rayon::prelude::*;
use std::sync::{Arc, Weak};

/// Documents and their claims as they were resolved before, folder by folder, for those who resolve the content again.
///
/// A folder is taken over where its records are the same, and so are all names that they may use; what the names stand
/// for may have other words. Its claims stay shared, so that later rooms know by their address that nothing happened to
/// them.
#[derive(Debug, Default)]
pub struct Memory {
    world: Arc<World>,
    content: Sources,
    documents: Vec<Option<KnownDocument>>,
    folders: Vec<Folder>,
}

/// A document, and the files of which it was resolved.
#[derive(Debug)]
struct KnownDocument {
    record: Arc<File<record::Document>>,
    claims: Option<FileId>,
    resolved: Arc<Alone>,
}

/// The claims of a folder, and the records from which they were resolved.
#[derive(Debug)]
struct Folder {
    id: String,
    document: Option<Arc<File<record::Document>>>,
    /// Those of the claims may be gone. Their address is nobody else's until then.
    claims: Option<Weak<Claims>>,
    /// The place of the document among all documents.
    home: Option<usize>,
    resolved: Arc<FolderClaims>,
    /// Those of its claims that are related to others, with their relations.
    related: Vec<Option<Arc<Claim>>>,
}

impl Memory {
    /// Forgets what rests on anything that is not the same any more, and keeps the world that may be named now.
    pub(super) fn begin(
        &mut self,
        records: &Records,
        content: &Sources,
        world: World,
    ) -> Arc<World> {
        let has_faults = || self.folders.iter().any(|it| it.resolved.has_faults());
        // The words of scales stand in faults alone.
        let is_same =
            world.names_as(&self.world) && (world.scales == self.world.scales || !has_faults());
        if !is_same {
            self.folders.clear();
            self.documents.clear();
        }
        if !content.has_paths_of(&self.content) {
            self.documents.clear();
        }
        self.documents.resize_with(records.documents.len(), || None);
        self.world = Arc::new(world);
        self.content = content.clone();
        Arc::clone(&self.world)
    }

    /// The document of the folder at this place, which has no former id, resolved anew where its record is not the same.
    pub(super) fn document(
        &mut self,
        at: usize,
        folder: &DocumentFolder,
        record: &Arc<File<record::Document>>,
        resolve: impl FnOnce() -> Alone,
    ) -> Arc<Alone> {
        let claims = folder.claims.as_ref().map(|claims| claims.file);
        let known = &mut self.documents[at];
        let is_same = |it: &&KnownDocument| Arc::ptr_eq(&it.record, record) && it.claims == claims;
        if let Some(known) = known.as_ref().filter(is_same) {
            return Arc::clone(&known.resolved);
        }
        let resolved = Arc::new(resolve());
        *known = Some(KnownDocument {
            record: Arc::clone(record),
            claims,
            resolved: Arc::clone(&resolved),
        });
        resolved
    }

    /// The claims of each folder, resolved anew where something is not the same; their records leave the folder.
    pub(super) fn update(
        &mut self,
        documents: &mut [DocumentFolder],
        homes: &[Option<usize>],
        resolve: impl Fn(&str, Option<&Claims>, Option<usize>) -> FolderClaims + Sync,
    ) -> Vec<Arc<FolderClaims>> {
        // A folder that comes or goes moves those behind it, and each of those has another home then.
        let mut before: Vec<Option<Folder>> = self.folders.drain(..).map(Some).collect();
        before.resize_with(documents.len(), || None);
        let folders = before.into_par_iter().zip(documents).zip(homes);
        let folders = folders.map(|((before, folder), &home)| {
            let claims = folder.claims.take();
            if let Some(before) = before.filter(|it| it.is(folder, claims.as_ref(), home)) {
                return before;
            }
            let resolved = resolve(&folder.id, claims.as_deref(), home);
            Folder {
                id: folder.id.clone(),
                document: folder.document.clone(),
                claims: claims.as_ref().map(Arc::downgrade),
                home,
                related: vec![None; resolved.claims.len()],
                resolved: Arc::new(resolved),
            }
        });
        self.folders = folders.collect();
        let resolved = self.folders.iter().map(|it| Arc::clone(&it.resolved));
        resolved.collect()
    }

    /// A claim of a folder with its relations, shared where it had the same before.
    pub(super) fn relate(
        &mut self,
        folder: usize,
        place: usize,
        relations: Vec<Relation>,
    ) -> Arc<Claim> {
        let folder = &mut self.folders[folder];
        let before = folder.related[place].take();
        let claim = before.filter(|claim| claim.relations == relations);
        let claim = claim.unwrap_or_else(|| {
            let alone = folder.resolved.claims[place].as_ref().clone();
            Arc::new(Claim { relations, ..alone })
        });
        folder.related[place] = Some(Arc::clone(&claim));
        claim
    }
}

impl Folder {
    fn is(
        &self,
        folder: &DocumentFolder,
        claims: Option<&Arc<Claims>>,
        home: Option<usize>,
    ) -> bool {
        // Whoever reads again keeps the records whose file did not change.
        let document = |it: &Option<Arc<File<record::Document>>>| it.as_ref().map(Arc::as_ptr);
        self.id == folder.id
            && self.home == home
            && document(&self.document) == document(&folder.document)
            && self.claims.as_ref().map(Weak::as_ptr) == claims.map(Arc::as_ptr)
    }
}
