//! Which bytes besides pages?

mod assets;

pub use assets::{AssetError, Assets, assets};
