//! Is this quotation in that text? Pure functions on text, with maps back to its bytes.
//!
//! [`tokens`] turns a text or a quotation into tokens; [`SourceText`] is a text made ready, with
//! repairs made, furniture left out and sections found; [`locate`] finds a quotation in it at exactly
//! one place or says why not; a [`Lock`] keeps what was found without keeping the text.

mod attest;
mod character;
mod examine;
mod failure;
mod locate;
mod lock;
mod nearest;
mod pin;
mod reach;
mod search;
mod sentence;
mod source_text;
mod token;

pub use examine::{
    Examination, Proof, Stale, StaleProblem, Texts, examine, lock_of, settings, text_of,
};
pub use failure::{Failure, Nearest};
pub use locate::{Location, Quotation, locate};
pub use lock::{Lock, LockFault, LockedClaim};
pub use pin::{LeftOut, Pin};
pub use search::{Found, Search, search};
pub use source_text::{Format, Settings, SourceText};
pub use token::{Token, TokenKind, tokens, weight};
