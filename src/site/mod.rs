//! Which pages, at which address? The plan of the site.
//!
//! [`Route`] is the only maker of addresses. [`Page`] is matched exhaustively there and in the views,
//! so a new kind of page does not compile until it has both.

mod bundle;
mod plan;
mod route;

pub use bundle::Bundle;
pub use plan::plan;
pub use route::{Page, ROOT, Route, Url, settle};
