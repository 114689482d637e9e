use super::claim::World;
use super::resolver::Resolver;
use crate::corpus::{About, Question, QuestionId, Scale};
use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::source::{Span, Spanned};
use crate::vocabulary::{Compare, Stance};
use std::mem::discriminant;

/// What decides of a question which stances it takes.
#[derive(Debug, PartialEq, Eq)]
pub struct Rated {
    id: String,
    compare: Compare,
    scale: Scale,
}

impl Rated {
    pub fn of(question: &Question) -> Self {
        Self {
            id: question.id.clone(),
            compare: question.compare,
            scale: question.scale.clone(),
        }
    }

    /// Whether it takes the same stances as another; only the words of the scale may differ, which faults name.
    pub fn takes_as(&self, other: &Self) -> bool {
        let scale = |it: &Self| discriminant(&it.scale);
        (&self.id, self.compare, scale(self)) == (&other.id, other.compare, scale(other))
    }
}

/// Resolves the stances of a claim; each has to be one that its question takes.
pub fn stances(
    resolver: &mut Resolver<'_>,
    record: &record::Claim,
    about: Option<&About>,
    answers: Option<&[QuestionId]>,
    world: &World,
) -> Option<Vec<(QuestionId, Stance)>> {
    let Some(given) = record.stance.given() else {
        return Some(Vec::new());
    };
    let answers = answers?;
    let mut stances = Vec::new();
    let mut sound = true;
    match &given.value {
        record::Stance::Primary(stance) => {
            let stance = Spanned::new(*stance, given.span);
            stances.push((*answers.first()?, stance));
        }
        record::Stance::ByQuestion(entries) => {
            for (name, stance) in &entries.pairs {
                let question =
                    resolver.reference(name, &world.questions, Code::UnknownQuestion, "question");
                match question {
                    Some(question) if answers.contains(&question) => {
                        stances.push((question, stance.clone()));
                    }
                    Some(_) => {
                        refuse(
                            resolver,
                            name.span,
                            &format!("the claim does not answer `{}`", name.value),
                            "add the question to `answers`, or remove the stance",
                        );
                        sound = false;
                    }
                    None => sound = false,
                }
            }
        }
    }
    for (question, stance) in &stances {
        sound &= takes(resolver, &world.scales[question.index()], stance, about);
    }
    sound.then(|| {
        let bare = |(question, stance): (QuestionId, Spanned<Stance>)| (question, stance.value);
        stances.into_iter().map(bare).collect()
    })
}

fn takes(
    resolver: &mut Resolver<'_>,
    question: &Rated,
    stance: &Spanned<Stance>,
    about: Option<&About>,
) -> bool {
    let id = &question.id;
    let word = stance.value.word();
    match (&question.scale, stance.value) {
        (Scale::None, _) => {
            refuse(
                resolver,
                stance.span,
                &format!("the question `{id}` takes no stance"),
                "remove the stance, or give the question `poles` or a `proposition`",
            );
            return false;
        }
        (Scale::Poles { positive, negative }, Stance::For | Stance::Against) => {
            let help = format!(
                "write `positive` for “{}” or `negative` for “{}”",
                positive.first(),
                negative.first()
            );
            let message = format!("the question `{id}` has poles and does not take `{word}`");
            refuse(resolver, stance.span, &message, &help);
            return false;
        }
        (Scale::Proposition(_), Stance::Positive | Stance::Negative) => {
            let message =
                format!("the question `{id}` has a proposition and does not take `{word}`");
            refuse(resolver, stance.span, &message, "write `for` or `against`");
            return false;
        }
        _ => {}
    }
    if question.compare == Compare::About && about.is_some_and(|about| about.single().is_none()) {
        resolver.report.push(
            Diagnostic::new(
                Code::StanceWithoutSide,
                stance.span,
                format!("the question `{id}` rates one side, and this claim is not about one"),
            )
            .help("remove the stance, or split the claim into one for each side"),
        );
        return false;
    }
    true
}

fn refuse(resolver: &mut Resolver<'_>, span: Span, message: &str, help: &str) {
    let fault = Diagnostic::new(Code::StanceNotTaken, span, message).help(help);
    resolver.report.push(fault);
}
