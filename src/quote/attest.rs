use super::examine::{
    Examination, Fresh, Proof, Stale, StaleProblem, nothing, settings, sides, with_quotation,
};
use super::failure::Failure;
use super::locate::well_formed;
use super::lock::{
    FORMAT, Lock, LockFault, LockedClaim, NORMALISER, quotation_hash, settings_hash, sides_hash,
};
use crate::corpus::{Corpus, Document};
use crate::source::{FileId, SourceFile, Sources, Span};
use std::collections::{HashMap, HashSet};

/// The lock of a document as it was found.
pub struct LockFile<'a> {
    id: FileId,
    file: &'a SourceFile,
    lock: Result<Lock, LockFault>,
}

impl<'a> LockFile<'a> {
    /// The lock of a document, if there is one.
    pub fn find(document: &Document, content: &'a Sources) -> Option<Self> {
        let id = content.find(&format!("content/documents/{}/quotes.lock", document.id))?;
        let file = content.file(id);
        Some(Self {
            id,
            file,
            lock: Lock::read(file.text()),
        })
    }

    fn stale(&self, line: usize, problem: StaleProblem) -> Stale {
        let start = self.file.line_start(line);
        let end = self.file.line_start(line + 1);
        let words = self.file.text()[start..end].trim_end().len();
        // A lock's lines are long, and their beginning says which claim they are about.
        const SHOWN: usize = 60;
        let shown = self.file.text()[start..start + words]
            .char_indices()
            .nth(SHOWN)
            .map_or(words, |(at, _)| at);
        Stale {
            place: Span::new(self.id, start..start + shown),
            problem,
        }
    }

    fn unreadable(&self, fault: &LockFault) -> Stale {
        self.stale(fault.line, StaleProblem::Unreadable(fault.message.clone()))
    }

    /// Entries whose claim is not there; where records were left out, nobody can know.
    fn unknown_claims(&self, lock: &Lock, document: &Document, corpus: &Corpus) -> Vec<Stale> {
        if !corpus.whole {
            return Vec::new();
        }
        let ids: HashSet<&str> = document.claims().map(|id| corpus[id].id.as_str()).collect();
        let unknown = (1..)
            .zip(&lock.claims)
            .filter(|(_, it)| !ids.contains(it.claim.as_str()));
        unknown
            .map(|(line, it)| self.stale(line, StaleProblem::UnknownClaim(it.claim.clone())))
            .collect()
    }
}

/// Holds a lock against what was just found: the lock attests, the text proves, and any difference
/// between the two is a fault.
pub fn hold_against(file: &LockFile<'_>, fresh: &mut Fresh, document: &Document, corpus: &Corpus) {
    let examination = &mut fresh.examination;
    let lock = match &file.lock {
        Ok(lock) => lock,
        Err(fault) => {
            examination.stale.push(file.unreadable(fault));
            return;
        }
    };
    let (head, now) = (&lock.head, &fresh.lock.head);
    let problem = if (head.format, head.normaliser) != (now.format, now.normaliser) {
        Some(StaleProblem::Version)
    } else if head.source != now.source {
        Some(StaleProblem::Source)
    } else if head.settings != now.settings {
        Some(StaleProblem::Settings)
    } else if head.sides != now.sides {
        Some(StaleProblem::Sides)
    } else if head != now {
        Some(StaleProblem::Differs(None))
    } else {
        None
    };
    if let Some(problem) = problem {
        examination.stale.push(file.stale(0, problem));
        return;
    }
    let found = entries(&fresh.lock);
    for (line, entry) in (1..).zip(&lock.claims) {
        let now = found.get(entry.claim.as_str());
        if now.is_some_and(|now| now.hash == entry.hash && now.pin != entry.pin) {
            let problem = StaleProblem::Differs(Some(entry.claim.clone()));
            examination.stale.push(file.stale(line, problem));
        }
    }
    let unknown = file.unknown_claims(lock, document, corpus);
    examination.stale.extend(unknown);
    let locked = entries(lock);
    for (id, result) in &mut examination.claims {
        let id = corpus[*id].id.as_str();
        let hash =
            |entries: &HashMap<&str, &LockedClaim>| entries.get(id).map(|it| it.hash.clone());
        if result.is_ok() && hash(&locked) != hash(&found) {
            *result = Err(Failure::NotPinned);
        }
    }
}

/// Holds claims against a lock, where the text is not at hand.
pub fn from_lock(file: &LockFile<'_>, document: &Document, corpus: &Corpus) -> Examination {
    let lock = match &file.lock {
        Ok(lock) => lock,
        Err(fault) => {
            let stale = vec![file.unreadable(fault)];
            let nothing = nothing(document, corpus);
            return Examination { stale, ..nothing };
        }
    };
    let head = &lock.head;
    let mut stale = Vec::new();
    if (head.format, head.normaliser) != (FORMAT, NORMALISER) {
        stale.push(file.stale(0, StaleProblem::Version));
    } else if head.settings != settings_hash(&settings(document)) {
        stale.push(file.stale(0, StaleProblem::Settings));
    } else if head.sides != sides_hash(&sides(corpus)) {
        stale.push(file.stale(0, StaleProblem::Sides));
    } else if head.sections.len() != document.sections.len() {
        stale.push(file.stale(0, StaleProblem::Differs(None)));
    }
    stale.extend(file.unknown_claims(lock, document, corpus));
    let locked = entries(lock);
    let claims = document
        .claims()
        .map(|id| {
            let claim = &corpus[id];
            let found = with_quotation(claim, |quotation| {
                well_formed(quotation)?;
                let hash = quotation_hash(&head.source, quotation);
                let entry = locked
                    .get(claim.id.as_str())
                    .filter(|it| it.hash == hash && it.pin.parts.len() == claim.quote.len());
                entry
                    .map(|entry| entry.pin.clone())
                    .ok_or(Failure::NotPinned)
            });
            (id, found)
        })
        .collect();
    Examination {
        proof: Proof::Lock,
        words: head.words,
        sections: head.sections.clone(),
        claims,
        passages: Vec::new(),
        stale,
    }
}

fn entries(lock: &Lock) -> HashMap<&str, &LockedClaim> {
    let entries = lock.claims.iter();
    entries.map(|entry| (entry.claim.as_str(), entry)).collect()
}
