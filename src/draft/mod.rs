//! What does a new record look like? The beginning of a record, written as an editor would write it, with what
//! nobody knows yet left open.
//!
//! Which fields there are and which of them have to be filled is read from the schemas. Whether what is filled in
//! is right is decided by the same analysis as everything else.

mod annotation;
mod form;
mod issue;
mod place;
mod stub;
mod verdict;
mod work;

pub use annotation::{Remark, read_hypothesis, read_web_annotations};
pub use form::{Blank, Form, Values, slug};
pub use issue::{Issue, read_issue};
pub use place::{Draft, place};
pub use stub::{Stub, Stubs, document_at};
pub use verdict::{Verdict, judge};
pub use work::{Known, document_of};
