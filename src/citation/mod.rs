//! How is it cited? Documents, and statements of this site, as entries of a bibliography.
//!
//! A [`Reference`] is what there is to say of a work; what a source does not give is not in it. It becomes an
//! entry of `BibLaTeX`, an item of CSL-JSON, or a citation in the [`Style`] of a manual. Nothing here writes
//! markup: a citation is plain text in [`Run`]s, which templates escape.

mod bib;
mod citations;
mod csl;
mod filled;
mod foreign;
mod press;
mod reference;
mod style;
mod trim;

pub use bib::bib;
pub use citations::Citations;
pub use csl::{Item, item};
pub use foreign::{Foreign, Name, read_bib, read_csl};
pub use press::{Citation, Run, cite};
pub use reference::{Foundation, Reference, Work};
pub use style::Style;
