use super::about::about;
use super::claim::World;
use super::owner::{Owner, given};
use super::resolver::{Resolver, items};
use crate::corpus::Figure;
use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::source::Spanned;
use crate::vocabulary::Bound;
use crate::yaml::{Field, List};

/// Resolves the figures of a claim; `None` where one of them has a fault.
pub fn figures(
    resolver: &mut Resolver<'_>,
    field: &Field<List<record::Figure>>,
    world: &World,
) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    let mut sound = true;
    for record in items(field) {
        match figure(resolver, record, world) {
            Some(figure) => figures.push(figure),
            None => sound = false,
        }
    }
    sound.then_some(figures)
}

fn figure(
    resolver: &mut Resolver<'_>,
    record: &Spanned<record::Figure>,
    world: &World,
) -> Option<Figure> {
    let span = record.span;
    let record = &record.value;
    let optional = [
        ("as_of", !record.as_of.is_absent()),
        ("of", !record.of.is_absent()),
        ("part", !record.part.is_absent()),
        ("producer", !record.producer.is_absent()),
        ("scope", !record.scope.is_absent()),
        ("unit", !record.unit.is_absent()),
    ];
    let owner = Owner {
        span,
        noun: "figure",
        not_given: resolver.not_given(&record.not_given, &optional),
    };
    let measures = resolver.required_text(&record.measures, "measures", &owner);
    let value = resolver.required(&record.value, "value", &owner);
    let value = value.filter(|value| is_finite(resolver, value));
    let verbatim = resolver.required(&record.verbatim, "verbatim", &owner);
    let unit = resolver.text(&record.unit);
    let of = resolver.text(&record.of);
    let part = resolver.text(&record.part);
    let scope = about(resolver, &record.scope, &world.sides);
    let as_of = resolver.date(&record.as_of);
    let producer = record.producer.given();
    let producer = producer
        .and_then(|name| resolver.reference(name, &world.voices, Code::UnknownVoice, "voice"));
    resolver.allow(&record.allow, span);
    let note = resolver.text(&record.note);
    let value = value?;
    Some(Figure {
        measures: measures?,
        value: value.value,
        bound: record.bound.value().copied().unwrap_or(Bound::Exactly),
        unit: given(unit, "unit", &owner),
        of: given(of, "of", &owner),
        part: given(part, "part", &owner),
        scope: given(scope, "scope", &owner),
        as_of: given(as_of, "as_of", &owner),
        producer: given(producer, "producer", &owner),
        verbatim: verbatim?.value.clone(),
        note,
        span: value.span,
    })
}

/// Whether a value can be written and drawn; YAML has numbers for which neither is true.
fn is_finite(resolver: &mut Resolver<'_>, value: &Spanned<f64>) -> bool {
    if !value.value.is_finite() {
        resolver.report.push(
            Diagnostic::new(
                Code::InvalidNumber,
                value.span,
                "a figure without a finite value",
            )
            .help("write the number in digits"),
        );
    }
    value.value.is_finite()
}
