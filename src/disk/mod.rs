//! The only room that touches files: reads what a build needs, publishes what it made.

mod amend;
mod apart;
pub mod publish;
mod read;
mod reader;
mod revision;
mod rewrite;
mod texts;
mod write;

pub use amend::{Amendment, amend};
pub use apart::{EntangledError, apart};
pub use read::{
    ReadError, built_in_statics, built_in_templates, is_free, is_there, read, read_text,
};
pub use reader::{Reader, real_path};
pub use revision::{RevisionError, content_of};
pub use rewrite::{RewriteError, rewrite};
pub use texts::texts;
pub use write::{WriteError, create, make_folder, write};
