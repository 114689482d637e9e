use icu_locale::{LanguageIdentifier, LocaleExpander};

/// The tags whose words readers of a tag can be given, the nearest first: the tag itself, then shorter ones, as the lookup of
/// RFC 4647 has it. A tag without a script is looked for with the script in which it is likely written, so that `zh-CN` finds
/// `zh-Hans` and `zh-TW` does not.
pub fn fallbacks(tag: &str) -> Vec<String> {
    let mut tags = vec![tag.to_owned()];
    let Ok(given) = LanguageIdentifier::try_from_str(tag) else {
        return tags;
    };
    let mut likely = given.clone();
    LocaleExpander::new_extended().maximize(&mut likely);
    let with = |script: bool, region: bool| {
        let mut shorter = likely.clone();
        shorter.variants.clear();
        shorter.script = shorter.script.filter(|_| script);
        shorter.region = shorter.region.filter(|_| region);
        shorter
    };
    let alone = with(false, false);
    let mut alone_likely = alone.clone();
    LocaleExpander::new_extended().maximize(&mut alone_likely);
    let is_its_script = alone_likely.script == likely.script;
    let without_script = [with(false, true), alone].into_iter();
    let shorter = [with(true, true), with(true, false)].into_iter();
    for shorter in shorter.chain(without_script.filter(|_| is_its_script)) {
        let shorter = shorter.to_string();
        if !tags.contains(&shorter) {
            tags.push(shorter);
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::fallbacks;

    #[test]
    fn words_are_taken_from_the_nearest_language() {
        let found = |tag: &str, words: &str| fallbacks(tag).iter().any(|it| it == words);
        assert!(found("en-GB", "en") && found("zh-CN", "zh-Hans") && found("zh", "zh-Hans"));
        assert!(!found("zh-TW", "zh-Hans") && !found("zh-TW", "zh") && !found("fr", "en"));
        assert_eq!(fallbacks("en-GB")[0], "en-GB");
    }
}
