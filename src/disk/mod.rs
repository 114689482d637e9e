//! The only room that touches files: reads what a build needs, publishes what it made.

pub mod publish;
mod read;

pub use read::{ReadError, read};
