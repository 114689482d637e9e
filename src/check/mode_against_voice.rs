use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{Mode, VoiceKind};

/// A voice with a name is told as if it had none, or the reverse.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let (context, claim) = (subject.context, subject.claim);
    let (is, needs, instead) = match (claim.mode, context.speaker(claim.voice).kind) {
        (Mode::Reported, VoiceKind::Person | VoiceKind::Body) => {
            ("named", "an unnamed voice", Mode::Paraphrased)
        }
        (Mode::Paraphrased, VoiceKind::Unnamed) => ("unnamed", "a named voice", Mode::Reported),
        _ => return,
    };
    let message = format!(
        "the voice `{}` is {is}, and `{}` is for {needs}",
        context.voice_id(claim.voice),
        claim.mode.word()
    );
    let help = format!(
        "write `mode: {}`, or name the voice that is meant",
        instead.word()
    );
    found.push(Diagnostic::new(Code::ModeAgainstVoice, claim.span, message).help(help));
}
