//! Is it YAML? Text becomes typed records with a place for every key and value; no domain here.
//!
//! Values come from `serde_yaml`, places from the events of `saphyr-parser`; both are joined into
//! [`Node`]s once, and [`read`] deserialises from those. Three wrappers make one run find every
//! fault: a [`Field`] that cannot be read is reported and becomes [`Field::Invalid`] while its
//! neighbours are read on, a [`List`] leaves out the items that cannot be read, and keys that a
//! record does not know are reported and passed over.

mod comment;
mod field;
mod front_matter;
mod node;
mod place;
mod problem;
mod reader;
mod scalar;
mod schema;
mod syntax;

pub use comment::entry_begins;
pub use field::{Entries, Field, List, Scalar};
pub use front_matter::front_matter;
pub use node::{Node, Value, parse};
pub use reader::read;
pub use scalar::{item, scalar};
