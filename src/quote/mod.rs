//! Is this quotation in that text? Pure functions on text, with maps back to its bytes.
//!
//! [`tokens`] turns a text or a quotation into tokens; [`SourceText`] is a text made ready, with
//! repairs made, furniture left out and sections found; [`locate`] finds a quotation in it at exactly
//! one place or says why not; a [`Lock`] keeps what was found without keeping the text.

mod added;
mod attest;
mod character;
mod coverage;
mod examine;
mod failure;
mod line;
mod locate;
mod lock;
mod memory;
mod nearest;
mod number;
mod pin;
mod placement;
mod reach;
mod reading;
mod repair;
mod scanner;
mod search;
mod sentence;
mod source_text;
mod token;
mod words;

pub use character::is_han;
pub use coverage::uncovered;
pub use examine::{
    Examination, Proof, Stale, StaleProblem, Texts, lock_of, settings, sides, text_of,
};
pub use failure::{Failure, Nearest};
pub use locate::{Location, Quotation, locate};
pub use lock::{Lock, LockFault, LockedClaim};
pub use memory::{Memory, examinations};
pub use pin::{LeftOut, Pin};
pub use reading::Format;
pub use search::{Found, Search, search};
pub use source_text::{Settings, SourceText};
pub use token::{Token, TokenKind, tokens, weight};
pub use words::{Name, Words};
