//! The only room that touches files: reads what a build needs, publishes what it made.

mod amend;
mod apart;
mod journal;
mod last_build;
pub mod publish;
mod read;
mod reader;
mod revision;
#[cfg(test)]
mod scratch;
mod texts;
mod write;

pub use amend::{AmendError, Amendment, NewText, amend};
pub use apart::{EntangledError, apart};
pub use journal::{TakenBack, take_up};
pub use last_build::{LastBuild, program};
pub use read::{
    ReadError, built_in_statics, built_in_templates, is_aside, is_free, is_there, read, read_text,
};
pub use reader::{Reader, real_path};
pub use revision::{RevisionError, content_of};
#[cfg(test)]
pub use scratch::Scratch;
pub use texts::{texts, texts_folder};
pub use write::{WriteError, create, make_folder, write};
