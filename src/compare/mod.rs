//! What do the claims say together? Rings, cells and rows, computed by rules that pages print.
//!
//! Pure functions of the corpus. Drafts, disputed and withdrawn claims count for nothing, and voices
//! are counted, not claims.

mod cell;
mod ring;
mod row;

pub use cell::{Cell, CellState, Evidence};
pub use ring::{Ring, Rings, ring};
pub use row::{Row, RowState, compare};
