//! What did the author type? One struct per YAML file or entry, every field with its place.
//!
//! References are still text, dates are still words: [`resolve`](crate::resolve) decides what they
//! mean. A struct here is also the format that editors write, so a field added here is a key added
//! there.

mod claim;
mod document;
pub mod form;
mod memory;
mod page;
mod records;
mod role;
mod shared;
mod site;
mod term;
mod theme;
mod voice;

pub use claim::{Claim, Dissent, Figure, Relation, Stance};
pub use document::{Document, Repair, Rights, Section};
pub use memory::Memory;
pub use page::Page;
pub use records::{Claims, DocumentFolder, File, PageFile, Records, Unread};
pub use shared::{Coding, Text};
pub use site::{Balance, Editor, Quotation, Side, Site, Thresholds};
pub use term::{History, Term};
pub use theme::{Poles, Question, Sentence, Silence, Summary, Theme};
pub use voice::Voice;
