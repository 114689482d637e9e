//! The same answers for editors: a language server over standard input and output.
//!
//! Files that are open lie over those on disk. The whole content is analysed in the background and told
//! as diagnostics; every other answer comes from an index of what each file defines and names, of
//! which only the files that changed are read anew. What may stand where, and what a value names, is
//! read from the schemas, so that a new field needs nothing here.

mod action;
mod analyser;
mod completion;
mod cursor;
mod fault;
mod hover;
mod navigation;
mod position;
mod rename;
mod server;
mod workspace;

pub use server::{Failure, serve};
