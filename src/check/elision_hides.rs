use super::Evidence;
use crate::diagnostic::{Code, Diagnostic};

/// The words left out between two parts turn the sentence round or speak of another side.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    for (id, pin) in evidence.pins() {
        let claim = &corpus[id];
        let own: Vec<&str> = claim
            .about
            .sides()
            .iter()
            .map(|&side| corpus[side].id.as_str())
            .collect();
        let others: Vec<String> = pin
            .left_out
            .sides
            .iter()
            .filter(|side| !own.contains(&side.as_str()))
            .map(|side| format!("`{side}`"))
            .collect();
        let hidden = match (pin.left_out.negation, others.is_empty()) {
            (false, true) => continue,
            (true, true) => "a word that turns the sentence round".to_owned(),
            (false, false) => format!("the name of {}", others.join(", ")),
            (true, false) => {
                format!(
                    "a word that turns the sentence round and the name of {}",
                    others.join(", ")
                )
            }
        };
        let message = format!("the words left out between the parts hold {hidden}");
        found.push(
            Diagnostic::new(Code::ElisionHides, claim.quote[0].span, message)
                .help("quote so that it stays in, or see that the statement does not change by it"),
        );
    }
}
