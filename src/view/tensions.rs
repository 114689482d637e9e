use super::link::Link;
use super::{Frame, Scene};
use crate::compare::{Strand, Thread};
use crate::prose::Html;
use crate::site::Route;
use serde::Serialize;

/// `pages/tensions.html`
#[derive(Clone, Debug, Serialize)]
pub struct TensionsPage {
    /// Threads, those with most relations first.
    pub threads: Vec<ThreadView>,
}

/// A thread under the question of its first claim.
#[derive(Clone, Debug, Serialize)]
pub struct ThreadView {
    /// The question.
    pub question: Link,
    /// The claims.
    pub knot: Knot,
}

/// A claim in a thread, and what leads on from it.
#[derive(Clone, Debug, Serialize)]
pub struct Knot {
    /// Its card.
    pub card_html: Html,
    /// What leads on.
    pub strands: Vec<StrandView>,
}

/// What one claim does to another, told from the claim above.
#[derive(Clone, Debug, Serialize)]
pub struct StrandView {
    /// Hook: the word of the relation.
    pub kind: &'static str,
    /// What it does, in words.
    pub label: String,
    /// The reason.
    pub note: Option<String>,
    /// The other claim.
    pub knot: Knot,
}

pub fn tensions(scene: &Scene<'_>, route: Route) -> (Frame, TensionsPage) {
    let frame = scene.frame(
        route,
        scene.words.say("tensions-about"),
        vec![scene.home_link()],
    );
    let threads = scene.on_sheet(&scene.index.threads, route).iter();
    let threads = threads.map(|thread| ThreadView {
        question: scene.question_link(scene.corpus[thread.claim].primary()),
        knot: knot(scene, thread),
    });
    let threads = threads.collect();
    (frame, TensionsPage { threads })
}

fn knot(scene: &Scene<'_>, thread: &Thread) -> Knot {
    let strands = thread.strands.iter();
    Knot {
        card_html: scene.compact_card(thread.claim),
        strands: strands.map(|it| strand(scene, it)).collect(),
    }
}

fn strand(scene: &Scene<'_>, strand: &Strand) -> StrandView {
    let relation = &scene.corpus[strand.from].relations[strand.index];
    let word = relation.kind.word();
    let message = if strand.back {
        format!("relation-back-{word}")
    } else {
        format!("relation-{word}")
    };
    StrandView {
        kind: word,
        label: scene.words.say(&message),
        note: scene.text_of(relation.note.as_ref()),
        knot: knot(scene, &strand.thread),
    }
}
