//! The tests of the whole program, one module a subject.

mod again;
mod annotations;
mod built;
mod citations;
mod commands;
mod compare;
mod comparison;
mod data;
// The mask of new files is that of Unix systems.
#[cfg(unix)]
mod determinism;
mod diff;
// The faults of a machine that are tried are those of Unix systems.
#[cfg(unix)]
mod drill;
mod embed;
mod explanations;
mod export;
mod faults;
mod fields;
mod forms;
mod fuzz;
mod golden;
mod hostile;
mod house;
mod html;
mod init;
// What holds of a drill holds of these too.
#[cfg(unix)]
mod killed;
mod language;
mod lot;
mod lsp;
mod memory;
mod mends;
mod messages;
// Links, and names that are not Unicode, are made as on Unix systems.
#[cfg(unix)]
mod names;
mod overlay;
// So are the rights of files.
#[cfg(unix)]
mod permission;
mod pins;
mod planted;
mod program;
mod prose;
#[cfg(unix)]
mod publish;
mod quotes;
mod records;
mod rename;
mod reports;
// The limit of memory is set by a shell.
#[cfg(unix)]
mod resources;
mod schema;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod site;
mod templates;
mod third_language;
mod transcripts;
mod translations;
mod walk;
// The steps are those of a machine with Linux.
#[cfg(target_os = "linux")]
mod workflows;
