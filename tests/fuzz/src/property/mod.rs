//! What holds of every text, also of one that nobody would write.

mod address;
mod base;
mod content;
mod import;
mod markup;
mod quotation;
mod seed;

pub use seed::{findings, seeds};

/// Stands between the parts of one text, where a property is of several.
pub const PARTING: &str = "\n=====\n";

/// A property and its name: it reads one text and panics where it does not hold.
pub type Property = (&'static str, fn(&str));

/// Every property.
pub const PROPERTIES: [Property; 9] = [
    ("addresses", address::addresses),
    ("content", content::content),
    ("dates", address::dates),
    ("highlighting", markup::highlighting),
    ("imports", import::imports),
    ("locks", quotation::locks),
    ("markdown", markup::markdown),
    ("quotations", quotation::quotations),
    ("tokens", quotation::tokens),
];
