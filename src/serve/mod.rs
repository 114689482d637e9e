//! What does an editor see while writing? A local server of the site as the files are now.
//!
//! The [`Follower`](follow::Follower) hears from the watcher which files were touched, has the pipeline run over
//! what changed and shows the result; a result with faults leaves the last good site on show and lays its report
//! over it. Requests read what is shown and make the page that was asked for, so no file of the root is ever
//! opened for a request and none beside the site can be reached.
//!
//! A single save is shown as soon as whoever wrote the file has closed it; a fault waits until nothing more
//! comes, since it may be half of something, and what only warns is looked for when the page can be seen.
//!
//! Pages that follow open a stream of events; each carries the version of the site and the report. A page of
//! another version asks for itself again and changes only what differs, or loads itself anew where a script
//! stands between.

mod address;
mod connections;
mod editor;
mod follow;
mod guard;
mod inject;
mod media;
mod notice;
mod port;
mod router;
mod saves;
mod server;
mod shell;
mod show;
mod watch;

pub use editor::Editor;
pub use port::PortError;
pub use server::{Said, Say, ServeError, Settings, serve};
