//! Diptych compiles hand-curated annotations of documents into a site that lays the sides of an
//! argument next to each other.
//!
//! It is a pure compiler from source texts to output files, with a thin skin around it that touches
//! the machine:
//!
//! ```text
//! disk → Sources → yaml → record → resolve → Corpus → (check) → site plan → view → render / export → Bundle → disk or serve
//! ```
//!
//! Data only gains certainty from left to right: text, tree, what the author typed, what is true, what
//! a reader sees, bytes. Each arrow is one function with one input and one output, and [`compile`] is
//! the whole pipeline on one page.
//!
//! # Rooms
//!
//! A room imports only rooms of a lower level; `tests/suite/house.rs` holds this table against the
//! source.
//!
//! | level | room | the one question it answers |
//! |---|---|---|
//! | 0 | [`source`] | where is the text? |
//! | 1 | [`diagnostic`] | what is wrong, where, and what to do? |
//! | 1 | [`vocabulary`] | which words may an author choose from? |
//! | 2 | [`yaml`] | is it YAML? |
//! | 3 | [`record`] | what did the author type? |
//! | 3 | [`corpus`] | what is true? |
//! | 4 | [`resolve`] | does the name exist? |
//! | 4 | [`quote`] | is this quotation in that text? |
//! | 4 | [`prose`] | Markdown → safe HTML |
//! | 4 | [`language`] | in which words? |
//! | 4 | [`translation`] | does a translation still say what its original says? |
//! | 4 | [`compare`] | what do the claims say together? |
//! | 4 | [`citation`] | how is it cited? |
//! | 5 | [`site`] | which pages, at which address? |
//! | 6 | [`check`] | is it good? |
//! | 6 | [`view`] | what may one template know, in which order? |
//! | 7 | [`render`] | with which tags? |
//! | 7 | [`export`] | which bytes besides pages? |
//! | 8 | [`compile`] | the pipeline |
//! | 8 | [`naming`] | who names whom, and where? |
//! | 9 | [`difference`] | what does a change mean? |
//! | 9 | [`draft`] | what does a new record look like? |
//! | 9 | [`disk`] | read, publish |
//! | 10 | [`serve`] | what does an editor see while writing? |
//! | 10 | [`starter`] | how does a comparison begin? |
//! | 10 | [`lsp`] | the same answers for editors |
//! | 11 | [`cli`] | the command line |
//!
//! # Invariants
//!
//! * Faults in content are data: they go on the [`diagnostic::Report`], and the work continues. Faults
//!   of the machine are errors. The two never mix.
//! * Only [`resolve`] makes a [`corpus::Corpus`], and after it nothing about content can fail: look-ups
//!   return references, never `Option`.
//! * [`corpus::PerSide`] holds one value for every side, so that no side can be forgotten.
//! * [`site::Page`] is matched exhaustively, so a new kind of page does not compile until it has a
//!   route and a view.
//! * Only [`site::Route`] makes addresses.
//! * No clock, environment, randomness or hash order below level 9: equal input gives equal bytes.
//!
//! # Absences
//!
//! No room imports `std::fs` but [`disk`], none prints but [`cli`], none knows tera but [`render`],
//! none knows a YAML library but [`yaml`], none knows a manual of citation but
//! [`citation`]. There is no room for odds and ends.

pub mod check;
pub mod citation;
pub mod cli;
pub mod compare;
pub mod compile;
pub mod corpus;
pub mod diagnostic;
pub mod difference;
pub mod disk;
pub mod draft;
pub mod export;
pub mod language;
pub mod lsp;
pub mod naming;
pub mod prose;
pub mod quote;
pub mod record;
pub mod render;
pub mod resolve;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod source;
pub mod starter;
pub mod translation;
pub mod view;
pub mod vocabulary;
pub mod yaml;
