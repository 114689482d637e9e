use super::amount::{amounts, is_same};
use super::subject::Subject;
use super::wording::Passage;
use crate::corpus::Figure;
use crate::diagnostic::{Code, Diagnostic};

/// The value of a figure cannot be made of the numbers in its verbatim words.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for figure in &subject.claim.figures {
        if !agrees(figure) {
            let message = format!(
                "the value is {}, and the source writes `{}`",
                figure.value, figure.verbatim
            );
            found.push(
                Diagnostic::new(Code::FigureValueDiffers, figure.span, message).help(
                    "write the value that the verbatim words give, in the unit of the figure",
                ),
            );
        }
    }
}

/// Whether the value is one of the numbers, be it in thousands or the like, the growth to so many times
/// as much in per cent, or a share that two of them make: "two in three" or "two thirds".
fn agrees(figure: &Figure) -> bool {
    const LARGEST: i32 = 12;
    let passage = Passage::new(&figure.verbatim);
    let amounts = amounts(&passage);
    let numbers: Vec<f64> = amounts.iter().map(|amount| amount.value).collect();
    let value = figure.value.abs();
    let is_it = |number: f64| {
        let mut powers = -LARGEST..=LARGEST;
        powers.any(|power| is_same(number * 10_f64.powi(power), value))
            || is_same((number - 1.0) * 100.0, value)
    };
    let is_near = |share: f64| (share - value).abs() < 0.005 || (share * 100.0 - value).abs() < 0.5;
    let mut pairs = numbers.windows(2);
    numbers.is_empty()
        || numbers.iter().any(|&number| is_it(number))
        || pairs.any(|pair| is_near(pair[0] / pair[1]) || is_near(pair[0] * pair[1]))
}
