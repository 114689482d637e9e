//! Who names whom, and where? Every place at which an id is written, told from the schemas, so that a new
//! field needs nothing here.
//!
//! An index is made of one file at a time and needs no sound content around it. What it finds is enough to
//! go from a name to its record and back, and to give a record another id.

mod index;
mod rename;
mod shape;
mod symbol;

pub use index::{Definition, FileIndex, kind_of};
pub use rename::{Named, Renaming, rename};
pub use shape::{Shape, Shapes};
pub use symbol::{Kind, Symbol, named};
