/// The known name that a wrong one was most likely meant to be, if one is near.
///
/// Near is a Damerau–Levenshtein distance of at most a third of the longer name, or the same letters
/// in another case, or one name being the beginning or end of the other. Nothing is near a name that is
/// longer than any name can be.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 200;
    if wrong.len() > LONGEST {
        return None;
    }
    let lower = wrong.to_lowercase();
    let length = lower.chars().count();
    known
        .into_iter()
        .filter_map(|name| {
            let other = name.chars().count();
            let allowed = length.max(other).div_ceil(3);
            let contained = lower.len() > 3
                && name.len() > 3
                && (name.starts_with(&lower)
                    || lower.starts_with(name)
                    || name.ends_with(&format!("/{lower}")));
            // Most names are told apart by their length alone; small letters may be one more or one less.
            if !contained && length.abs_diff(other) > allowed + 2 {
                return None;
            }
            let distance = strsim::damerau_levenshtein(&lower, &name.to_lowercase());
            (distance <= allowed || contained).then_some((!contained, distance, name))
        })
        .min()
        .map(|(_, _, name)| name)
}

/// Words that point from a wrong name to a known one; without a near one, the known names where they
/// are few.
pub fn did_you_mean<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
) -> Option<String> {
    const FEW: usize = 12;
    let known = known.into_iter();
    if let Some(name) = nearest(wrong, known.clone()) {
        return Some(format!("did you mean `{name}`?"));
    }
    let mut names: Vec<_> = known.map(|name| format!("`{name}`")).collect();
    names.sort_unstable();
    match names.as_slice() {
        [] => None,
        [name] => Some(format!("use {name}")),
        _ => (names.len() <= FEW).then(|| format!("use one of {}", names.join(", "))),
    }
}

/// The only known name that a wrong one can have been meant to be: one slip away, in a long name two, and
/// any other two slips further. A number is never a slip, nor is anything in a name of a few letters, nor
/// the lack of a whole word.
pub(super) fn certain<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
) -> Option<&'a str> {
    const SHORTEST: usize = 4;
    const LONG: usize = 8;
    const FURTHER: usize = 2;
    let known = known.into_iter();
    let name = nearest(wrong, known.clone())?;
    let lower = wrong.to_lowercase();
    let slips = |name: &str| strsim::damerau_levenshtein(&lower, &name.to_lowercase());
    let own = slips(name);
    let others = known.filter(|other| *other != name);
    let is_only = others.map(slips).all(|other| other >= own + FURTHER);
    let digits = |name: &str| -> Vec<char> { name.chars().filter(char::is_ascii_digit).collect() };
    let is_word = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_near = own <= if name.len() < LONG { 1 } else { FURTHER };
    let is_long = wrong.len().min(name.len()) >= SHORTEST;
    (is_only && is_word && is_near && is_long && digits(wrong) == digits(name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found() {
        let known = ["talent", "chips", "policy", "talent/attract"];
        assert_eq!(nearest("talnet", known), Some("talent"));
        assert_eq!(nearest("Chips", known), Some("chips"));
        assert_eq!(nearest("attract", known), Some("talent/attract"));
        assert_eq!(nearest("governance", known), None);
    }

    #[test]
    fn few_known_names_are_listed() {
        assert_eq!(
            did_you_mean("x", ["north", "south"]).as_deref(),
            Some("use one of `north`, `south`")
        );
        assert_eq!(did_you_mean("x", ["north"]).as_deref(), Some("use `north`"));
        assert_eq!(did_you_mean("x", []), None);
    }

    #[test]
    fn only_one_name_is_certain() {
        let known = ["china", "talent", "voice-2", "voice-a", "us"];
        assert_eq!(certain("chnia", known), Some("china"));
        assert_eq!(certain("Talent", known), Some("talent"));
        assert_eq!(
            certain("sotuh", ["south-west", "north", "south"]),
            Some("south")
        );
        assert_eq!(certain("south", ["south-west", "north"]), None);
        assert_eq!(certain("voice-3", known), None);
        assert_eq!(certain("voice-b", known), None);
        assert_eq!(certain("uz", known), None);
        assert_eq!(certain("talented-people", known), None);
    }
}
