//! With which tags? Templates turn views into markup; the only importer of tera.
//!
//! A page template sees exactly two names, `frame` and `page`; a component sees its arguments. Both
//! may call `message(id=…)` for the words of the interface, and nothing else.

mod comparison;
mod error;
mod message;
mod renderer;

pub use error::RenderError;
pub use renderer::Renderer;
