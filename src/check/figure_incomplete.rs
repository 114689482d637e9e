use super::subject::Subject;
use super::wording::Passage;
use crate::corpus::{Figure, Given};
use crate::diagnostic::{Code, Diagnostic};

/// Words for a unit that is a share of something.
const SHARES: &[&str] = &[
    "percent",
    "percentage",
    "%",
    "‰",
    "per cent",
    "share",
    "百分比",
];

/// A figure is of no date, or a share of nothing, and nobody says that the source does not tell.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for figure in &subject.claim.figures {
        if figure.as_of == Given::Absent {
            found.push(
                Diagnostic::new(
                    Code::FigureWithoutDate,
                    figure.span,
                    "nothing tells of which date this figure is",
                )
                .help("add `as_of: …`, or name it in `not_given` where the source does not tell"),
            );
        }
        if figure.of == Given::Absent && is_share(figure) {
            found.push(
                Diagnostic::new(
                    Code::FigureWithoutDenominator,
                    figure.span,
                    "nothing tells of what this figure is a share",
                )
                .help("add `of: …`, or name it in `not_given` where the source does not tell"),
            );
        }
    }
}

fn is_share(figure: &Figure) -> bool {
    let unit = figure.unit.value().map(|unit| unit.first().to_lowercase());
    let verbatim = Passage::new(&figure.verbatim);
    let mut words = verbatim.tokens.iter();
    unit.is_some_and(|unit| SHARES.contains(&unit.as_str()))
        || words.any(|token| SHARES.contains(&token.text.as_str()))
}
