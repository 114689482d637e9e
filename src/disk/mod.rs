//! The only room that touches files: reads what a build needs, publishes what it made.

mod amend;
pub mod publish;
mod read;
mod reader;
mod rewrite;
mod texts;
mod write;

pub use amend::{Amendment, amend};
pub use read::{ReadError, read, read_text};
pub use reader::{Reader, real_path};
pub use rewrite::{RewriteError, rewrite};
pub use texts::texts;
pub use write::{WriteError, create, make_folder, write};
