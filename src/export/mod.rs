//! Which bytes besides pages? The published static files, and the data: everything that stands on a
//! page is also in a file below `data/`, and what scripts load lies beside the pages that load it.
//!
//! The formats are a contract with people who build on them, so each has types of its own apart from
//! the model, and what is computed comes from the rooms that pages ask as well.

mod annotations;
mod assets;
mod choices;
mod comparison;
mod csv;
mod data;
mod edition;
mod json;
mod package;
mod pins;
mod references;
mod schema;
mod script;
mod search;
mod sink;
mod style;

pub use assets::{AssetError, assets};
pub use choices::{Choices, choices};
pub use comparison::{TableFormat, comparison, markdown_words};
pub use data::{DataFile, Records, Write, data, data_by};
pub use edition::Edition;
pub use pins::{Pins, moved_pins, pins};
pub use schema::SchemaFile;
pub use search::{PassedOver, Search, search, tokens};
pub use sink::Sink;
