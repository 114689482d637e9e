//! What do the claims say together? Rings, cells, rows, perspectives, threads and figures, computed by rules
//! that pages print.
//!
//! Pure functions of the corpus. Drafts, disputed and withdrawn claims count for nothing, and voices
//! are counted, not claims.

mod agreement;
mod axis;
mod balance;
mod cell;
mod lens;
mod list;
mod memory;
mod perspective;
mod ring;
mod row;
mod thread;

pub use agreement::{Agreement, agreement, alpha};
pub use axis::{FigureRef, Figures, figures};
pub use balance::{Balance, balance};
pub use cell::{Cell, CellState, Evidence};
pub use lens::{Lens, alone};
pub use list::List;
pub use memory::{Memory, compare_again};
pub use perspective::{
    Amount, Grain, Perspectives, Subject, against_the_grain, allegiances, perspectives,
};
pub use ring::{Ring, Rings, ring};
pub use row::{Row, RowState, compare};
pub use thread::{Strand, Thread, threads};
