//! Does a translation still say what its original says? Pure functions on the texts of a corpus and on
//! what `content/translations.lock` knows of them.

mod ledger;
mod survey;

pub use ledger::{Ledger, LedgerFault};
pub use survey::{Renewal, Survey, renew, survey};

/// Where the ledger is kept.
pub const PATH: &str = "content/translations.lock";
