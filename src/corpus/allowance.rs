use super::Text;
use crate::diagnostic::Code;
use crate::source::Span;

/// A warning that an editor accepts at one record, question or figure.
#[derive(Clone, Debug)]
pub struct Allowance {
    /// The warning.
    pub code: Code,
    /// Why it is right and accepted all the same.
    pub reason: Text,
    /// The code, as written.
    pub span: Span,
    /// The record, question or figure, as written: what lies in it is not warned of.
    pub over: Span,
}

impl Allowance {
    /// Whether it accepts this warning at this place.
    pub fn covers(&self, code: Code, place: Span) -> bool {
        self.code == code && self.over.holds(place)
    }
}
