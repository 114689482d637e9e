//! Markdown → safe [`Html`].
//!
//! Nothing reaches a page as markup but what this room wrote itself: tags in Markdown become text, links go to the web, to
//! a mail address or to this site, and the result passes through a sanitiser that knows only our own tags and classes.

mod bounds;
mod footnote;
mod grammar;
mod heading;
mod highlight;
mod html;
mod link;
mod markdown;
mod neutral;
mod passages;
mod sanitizer;
mod table;

pub use highlight::Highlighter;
pub use html::Html;
pub use link::{Goal, links};
pub use markdown::{markdown, note};
pub use passages::{Mark, passages};
