use super::amount::{amounts, is_same};
use super::context::Context;
use super::subject::Subject;
use super::wording::Passage;
use crate::corpus::{Claim, LanguageId, SideId, Text};
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::Words;

/// The statement holds a number that neither the quote has nor anything that is given beside it.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Subject {
        context,
        claim,
        wording,
    } = subject;
    let stated = wording.says.iter().flat_map(amounts);
    let stated: Vec<_> = stated.filter(|amount| amount.is_certain).collect();
    if stated.is_empty() {
        return;
    }
    let mut known: Vec<f64> = wording.ground().flat_map(values).collect();
    let named = named(claim, context);
    known.extend(named.iter().flat_map(|text| values(&Passage::new(text))));
    let mut of_sides: Option<Vec<f64>> = None;
    for amount in stated {
        let is_among = |values: &[f64]| values.iter().any(|&value| is_same(value, amount.value));
        if !is_among(&known) && !is_among(of_sides.get_or_insert_with(|| in_sides(subject))) {
            let message = format!(
                "the statement holds `{}`, and neither quote nor note does",
                amount.words
            );
            found.push(
                Diagnostic::new(Code::NumberNotInQuote, claim.statement, message)
                    .related(claim.quote[0].span, "the quote")
                    .help("quote the words that hold it, tell in `note` where it is from, or leave it out"),
            );
        }
    }
}

fn values(passage: &Passage<'_>) -> Vec<f64> {
    amounts(passage).iter().map(|amount| amount.value).collect()
}

/// Numbers in the names of the sides that the statement names.
fn in_sides(subject: &Subject<'_>) -> Vec<f64> {
    let Subject {
        context, wording, ..
    } = subject;
    let says: Vec<Words<'_>> = wording.says.iter().map(Passage::words).collect();
    let is_named = |side: SideId| says.iter().any(|it| context.naming.is_named(side, it));
    let sides = context.sides().filter(|(side, _)| is_named(*side));
    let texts = sides.flat_map(|(_, side)| [&side.name, &side.in_text, &side.short]);
    let names = texts.flat_map(|text| {
        LanguageId::all(context.languages().len()).filter_map(|it| text.translation(it))
    });
    names.flat_map(|name| values(&Passage::new(name))).collect()
}

/// Names and dates that stand in the record besides the words of the source: numbers in them are the
/// name's own.
fn named(claim: &Claim, context: &Context<'_>) -> Vec<String> {
    let mut texts = vec![context.speaker(claim.voice).name.first().to_owned()];
    for &term in &claim.terms {
        let term = context.term(term);
        let names = [term.name].into_iter().chain(term.official_name);
        texts.extend(names.chain(term.forms).map(Text::first).map(str::to_owned));
        texts.extend(term.dates.iter().map(ToString::to_string));
    }
    texts.extend(claim.horizon.map(|date| date.to_string()));
    for figure in &claim.figures {
        texts.extend(figure.as_of.value().map(ToString::to_string));
    }
    texts
}
