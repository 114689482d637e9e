use super::{Failure, NO_TEXT, Outcome, colour, counted, no_document};
use crate::compile::{Options, World, analyse};
use crate::corpus::DocumentId;
use crate::diagnostic::{Code, human};
use crate::disk::{self, Amendment};
use crate::naming::{FileIndex, Kind, Shapes};
use crate::quote::{Lock, LockedClaim, Texts, lock_of};
use crate::source::{Contents, Sources};
use crate::translation::{self, Ledger, renew};
use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::io::{self, Write as _};

/// Find the quotes in the source texts and write down where.
///
/// Writes `quotes.lock` beside the claims of each document whose text is at hand and not published,
/// and says what changed since the last time. Where the site has several languages, it writes
/// `translations.lock` too: which translation was made from which words.
#[derive(Debug, Args)]
#[command(after_help = "Example: diptych pin example --sources ../texts")]
pub struct Arguments {
    /// The documents; by default all whose text is at hand.
    #[arg(value_name = "DOCUMENT")]
    documents: Vec<String>,

    /// Say that every translation fits its original as that is now; quotes are left alone.
    #[arg(long, conflicts_with_all = ["documents", "sources"])]
    translations: bool,

    /// The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists.
    #[arg(long, value_name = "DIR")]
    sources: Option<Utf8PathBuf>,
}

pub fn run(root: &Utf8Path, arguments: &Arguments) -> Result<Outcome, Failure> {
    let inputs = disk::read(root)?;
    let texts = disk::texts(root, arguments.sources.as_deref())?;
    // What a former lock says is about to be replaced, so its faults are no news here.
    let mut analysis = analyse(&inputs.content, &texts, &Options::default());
    let renewed = [Code::LockStale, Code::LockMissing, Code::QuoteNotPinned];
    analysis.report.drop_codes(&renewed);
    let report = human(&analysis.report, &inputs.content, colour());
    io::stderr().write_all(report.as_bytes())?;
    let Some(world) = analysis.world else {
        return Ok(Outcome::Faulty);
    };
    let has_translations = world.corpus.site.languages.len() > 1;
    let is_for_all = arguments.documents.is_empty();
    let only_translations = arguments.translations || (is_for_all && texts.is_empty());
    let mut pins = Pins::new(&inputs.content);
    if !(has_translations && only_translations) {
        for id in chosen(&world, &inputs.content, &texts, &arguments.documents)? {
            pins.pin(&world, &texts, id)?;
        }
        if is_for_all {
            let is_known = |id: &str| world.corpus.documents.iter().any(|it| it.id == id);
            for id in texts.keys().filter(|id| !is_known(id)) {
                let why = no_document(id, &world.corpus, &inputs.content);
                writeln!(pins.said, "{id}: a text without use: {why}")?;
            }
        }
    }
    if has_translations && is_for_all {
        pins.pin_translations(&world, arguments.translations)?;
    }
    pins.write(root)?;
    Ok(if analysis.report.errors() > 0 {
        Outcome::Faulty
    } else {
        Outcome::Fine
    })
}

/// The documents that were named, or all whose text is at hand.
fn chosen(
    world: &World,
    content: &Sources,
    texts: &Texts,
    named: &[String],
) -> Result<Vec<DocumentId>, Failure> {
    let corpus = &world.corpus;
    if named.is_empty() {
        let at_hand = corpus
            .documents()
            .filter(|(_, it)| texts.contains_key(&it.id));
        let ids: Vec<DocumentId> = at_hand.map(|(id, _)| id).collect();
        if ids.is_empty() {
            return Err(NO_TEXT.into());
        }
        return Ok(ids);
    }
    let find = |name: &String| -> Result<DocumentId, Failure> {
        let found = corpus
            .documents()
            .find(|(_, document)| document.id == *name);
        let Some((id, _)) = found else {
            return Err(no_document(name, corpus, content));
        };
        if !texts.contains_key(name) {
            return Err(format!("the text of `{name}` is not at hand; put `{name}.txt` into `sources/`, or name a folder with `--sources`").into());
        }
        Ok(id)
    };
    named.iter().map(find).collect()
}

/// What is found, before any of it is written.
struct Pins<'a> {
    content: &'a Sources,
    /// The files that change, by their paths from the root.
    texts: Vec<(String, String)>,
    said: String,
}

impl<'a> Pins<'a> {
    fn new(content: &'a Sources) -> Self {
        Self {
            content,
            texts: Vec::new(),
            said: String::new(),
        }
    }

    fn pin(&mut self, world: &World, texts: &Texts, id: DocumentId) -> fmt::Result {
        let document = &world.corpus[id];
        let name = &document.id;
        let Some(lock) = lock_of(id, &world.corpus, self.content, texts) else {
            return writeln!(
                self.said,
                "{name}: its text is published, so it needs no lock"
            );
        };
        let Some(written) = self.written(name) else {
            return writeln!(
                self.said,
                "{name}: its claims cannot be read, so its lock stays as it is"
            );
        };
        let path = format!("content/documents/{name}/quotes.lock");
        let former = self.former(&path).and_then(|text| Lock::read(text).ok());
        let (found, looked_for) = (lock.claims.len(), document.claims.len());
        write!(self.said, "{name}: {found} of {looked_for} quotes found")?;
        if found < looked_for {
            write!(self.said, ", {} not", looked_for - found)?;
        }
        let unread = written.len().saturating_sub(looked_for);
        if unread > 0 {
            let claims = counted(unread, "claim");
            write!(self.said, "; {claims} with faults left as before")?;
        }
        writeln!(self.said)?;
        let known: BTreeSet<&str> = document
            .claims()
            .map(|id| world.corpus[id].id.as_str())
            .collect();
        let lock = with_unread(lock, former.as_ref(), &written, &known);
        for (word, claims) in changes(former.as_ref(), &lock) {
            if !claims.is_empty() {
                writeln!(self.said, "  {word}: {}", claims.join(", "))?;
            }
        }
        self.note(path, lock.write());
        Ok(())
    }

    fn pin_translations(&mut self, world: &World, accepts: bool) -> fmt::Result {
        let former = self.former(translation::PATH);
        let former = former.and_then(|text| Ledger::read(text).ok());
        let renewal = renew(&world.corpus, &former.unwrap_or_default(), accepts);
        let (all, new, stale) = (renewal.ledger.pairs.len(), renewal.new, renewal.stale);
        write!(self.said, "translations: {all}, {new} new")?;
        if stale > 0 {
            write!(self.said, ", {stale} older than their originals")?;
        }
        writeln!(self.said)?;
        self.note(translation::PATH.to_owned(), renewal.ledger.write());
        Ok(())
    }

    /// The ids of the claims of a document as they are written, with or without faults; nothing where nobody can know.
    fn written(&self, document: &str) -> Option<Vec<String>> {
        let path = format!("content/documents/{document}/claims.yaml");
        let Some(file) = self.content.find(&path) else {
            return Some(Vec::new());
        };
        let Contents::Text(text) = self.content.file(file).contents() else {
            return None;
        };
        let index = FileIndex::new(&path, text, &Shapes::all());
        let definitions = index.definitions.iter().map(|it| &it.symbol);
        let claims = definitions.filter(|symbol| symbol.kind == Kind::Claim);
        let ids = claims.map(|symbol| symbol.own_id().to_owned());
        index.is_sound.then(|| ids.collect())
    }

    fn former(&self, path: &str) -> Option<&'a str> {
        match self.content.file(self.content.find(path)?).contents() {
            Contents::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What stands there already is not written again.
    fn note(&mut self, path: String, text: String) {
        if self.former(&path) != Some(&text) {
            self.texts.push((path, text));
        }
    }

    /// Writes all files or none, then says what they hold.
    fn write(self, root: &Utf8Path) -> Result<(), Failure> {
        let made = self.texts.into_iter();
        let amendment = Amendment {
            made: made.map(|(path, text)| (root.join(path), text)).collect(),
            ..Amendment::default()
        };
        disk::amend(root, &amendment)?;
        Ok(io::stdout().write_all(self.said.as_bytes())?)
    }
}

/// A lock with what a former one says of claims that have faults and are not known: they are there, and their quotations
/// were found once in the same text.
fn with_unread(
    lock: Lock,
    former: Option<&Lock>,
    written: &[String],
    known: &BTreeSet<&str>,
) -> Lock {
    let former = former.filter(|former| former.head == lock.head);
    let unread = former.into_iter().flat_map(|former| &former.claims);
    let unread = unread.filter(|entry| !known.contains(entry.claim.as_str()));
    let claims = unread.cloned().chain(lock.claims);
    let mut claims: BTreeMap<String, LockedClaim> =
        claims.map(|entry| (entry.claim.clone(), entry)).collect();
    let in_order = written.iter().filter_map(|id| claims.remove(id));
    Lock {
        claims: in_order.collect(),
        head: lock.head,
    }
}

/// The claims that are new in a lock, that changed in it, and that are gone from it.
fn changes<'a>(former: Option<&'a Lock>, lock: &'a Lock) -> [(&'static str, Vec<&'a str>); 3] {
    let by_id = |lock: &'a Lock| -> BTreeMap<&'a str, _> {
        let claims = lock.claims.iter();
        claims.map(|entry| (entry.claim.as_str(), entry)).collect()
    };
    let now = by_id(lock);
    let then = former.map(by_id).unwrap_or_default();
    let new = now.keys().filter(|id| !then.contains_key(*id)).copied();
    let changed = now
        .iter()
        .filter(|(id, entry)| then.get(*id).is_some_and(|old| old != *entry))
        .map(|(id, _)| *id);
    let gone = then.keys().filter(|id| !now.contains_key(*id)).copied();
    [
        ("newly verified", new.collect()),
        ("verified anew", changed.collect()),
        ("no longer verified", gone.collect()),
    ]
}
