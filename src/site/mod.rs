//! Which pages, at which address, and what stands in which list? The plan of the site.
//!
//! [`Route`] is the only maker of addresses. [`Page`] is matched exhaustively there and in the views,
//! so a new kind of page does not compile until it has both.

mod alias;
mod bundle;
mod index;
mod marked;
mod passage;
mod plan;
mod route;
mod settle;

pub use alias::{Alias, aliases};
pub use bundle::Bundle;
pub use index::Index;
pub use marked::{borrow, foreign, time};
pub use passage::passage_address;
pub use plan::{SHEET, pages, plan, sheet_size, sheets};
pub use route::{
    Page, ROOT, Route, Url, comparison_file, feed_file, first_sheet, pins_folder, way_to_root,
};
pub use settle::{settle, settle_text};
