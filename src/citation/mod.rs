//! How is it cited? Documents, and statements of this site, as entries of a bibliography.
//!
//! A [`Reference`] is what there is to say of a work; what a source does not give is not in it. It becomes an
//! entry of `BibLaTeX` or an item of CSL-JSON.

mod bib;
mod csl;
mod reference;

pub use bib::bib;
pub use csl::{Item, item};
pub use reference::{Foundation, Reference, Work};
