use super::figure::{Fact, FigureView};
use super::link::Link;
use super::{Frame, Scene};
use crate::compare::FigureRef;
use crate::corpus::{Figure, Scope};
use crate::site::Route;
use crate::vocabulary::Bound;
use serde::Serialize;

/// `pages/figures.html`
#[derive(Clone, Debug, Serialize)]
pub struct FiguresPage {
    /// Figures that may be compared, axis by axis.
    pub axes: Vec<AxisView>,
    /// Figures that are like no other.
    pub alone: Vec<LedgerEntry>,
}

/// Figures on one axis.
#[derive(Clone, Debug, Serialize)]
pub struct AxisView {
    /// Anchor on the page.
    pub anchor: String,
    /// What they measure.
    pub measures: String,
    /// What else they have in common.
    pub facts: Vec<Fact>,
    /// One bar for each figure, in the order of the documents.
    pub bars: Vec<Bar>,
}

/// A figure on an axis.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// Its part and what it covers.
    pub label: String,
    /// The number with its bound and unit.
    pub amount: String,
    /// Place of the side that it covers in the order of columns, from 1; nothing for several or none.
    pub column: Option<usize>,
    /// Whether the number is the value itself and not a bound.
    pub exact: bool,
    /// Thousandths of the axis, which ends at the greatest value or, for shares, at a hundred.
    pub width: usize,
    /// The claim that carries it.
    pub claim: Link,
    /// Who says it.
    pub speaker: Link,
}

/// A figure by itself.
#[derive(Clone, Debug, Serialize)]
pub struct LedgerEntry {
    /// The figure.
    pub figure: FigureView,
    /// The claim that carries it.
    pub claim: Link,
    /// Who says it.
    pub speaker: Link,
    /// Where it is said.
    pub document: Link,
}

/// The unit, in the first language of the site, whose axis ends at a hundred.
const SHARE: &str = "percent";

pub fn figures(scene: &Scene<'_>, route: Route) -> (Frame, FiguresPage) {
    let frame = scene.frame(
        route,
        scene.words.say("figures-about"),
        vec![scene.home_link()],
    );
    let figures = &scene.index.figures;
    let axes = (1..).zip(scene.on_sheet(&figures.axes, route));
    let alone = scene.on_sheet(&figures.alone, route).iter();
    let page = FiguresPage {
        axes: axes
            .map(|(number, list)| axis(scene, number, list))
            .collect(),
        alone: alone.map(|&figure| entry(scene, figure)).collect(),
    };
    (frame, page)
}

fn figure<'a>(scene: &Scene<'a>, figure: FigureRef) -> &'a Figure {
    &scene.corpus[figure.claim].figures[figure.index]
}

fn axis(scene: &Scene<'_>, number: usize, list: &[FigureRef]) -> AxisView {
    let words = scene.words;
    let first = figure(scene, list[0]);
    let of = first.of.value().map(|of| scene.text(of));
    let as_of = first.as_of.value().map(|date| words.date(*date));
    let facts = [("figure-of", of), ("figure-as-of", as_of)];
    let values = list.iter().map(|&it| figure(scene, it).value.abs());
    let greatest = values.fold(f64::MIN_POSITIVE, f64::max);
    let is_share = first.unit.value().is_some_and(|unit| unit.first() == SHARE);
    let whole = if is_share {
        greatest.max(100.0)
    } else {
        greatest
    };
    AxisView {
        anchor: format!("page.axis-{number}"),
        measures: scene.text(&first.measures),
        facts: facts
            .into_iter()
            .filter_map(|(label, value)| {
                let label = words.say(label);
                value.map(|value| Fact { label, value })
            })
            .collect(),
        bars: list.iter().map(|&it| bar(scene, it, whole)).collect(),
    }
}

fn bar(scene: &Scene<'_>, reference: FigureRef, whole: f64) -> Bar {
    let figure = figure(scene, reference);
    let part = figure.part.value().map(|part| scene.text(part));
    let scope = figure.scope.value();
    let covers = scope.map(|scope| scene.about_label(scope));
    let label: Vec<String> = part.into_iter().chain(covers).collect();
    let side = scope.and_then(Scope::single);
    Bar {
        label: label.join(" · "),
        amount: scene.figure(figure).amount,
        column: side.map(|side| side.index() + 1),
        exact: figure.bound == Bound::Exactly,
        width: thousandths(figure.value.abs() / whole),
        claim: scene.claim_link(reference.claim),
        speaker: scene.voice_link(scene.corpus[reference.claim].voice),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between nothing and the whole"
)]
fn thousandths(share: f64) -> usize {
    (share.clamp(0.0, 1.0) * 1000.0).round() as usize
}

fn entry(scene: &Scene<'_>, reference: FigureRef) -> LedgerEntry {
    let claim = &scene.corpus[reference.claim];
    LedgerEntry {
        figure: scene.figure(figure(scene, reference)),
        claim: scene.claim_link(reference.claim),
        speaker: scene.voice_link(claim.voice),
        document: scene.document_link(claim.document),
    }
}
