use super::Scene;
use crate::vocabulary::{ALL_RIGHTS_RESERVED, PUBLIC_DOMAIN};

impl Scene<'_> {
    /// What a text may be used for, as people write it: a licence, or that there is none or needs to be none.
    pub(super) fn rights(&self, identifier: &str) -> String {
        match identifier {
            ALL_RIGHTS_RESERVED => self.words.say("rights-reserved"),
            PUBLIC_DOMAIN => self.words.say("public-domain"),
            licence => licence_name(licence),
        }
    }
}

/// A licence as people write it, "CC BY-SA 4.0" for the SPDX identifier `CC-BY-SA-4.0`; one of another family stays as it is, and
/// so does what is no identifier.
pub fn licence_name(identifier: &str) -> String {
    let may_stand = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    if !identifier.chars().all(may_stand) {
        return identifier.to_owned();
    }
    if let Some(version) = identifier.strip_prefix("CC0-") {
        return format!("CC0 {version}");
    }
    let conditions = identifier.strip_prefix("CC-");
    let parted =
        conditions.and_then(|it| it.split_at_checked(it.find(|c: char| c.is_ascii_digit())?));
    parted.map_or_else(
        || identifier.to_owned(),
        |(conditions, version)| {
            let conditions = conditions.trim_end_matches('-');
            // A jurisdiction stands behind the version.
            format!("CC {conditions} {}", version.replace('-', " "))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::licence_name;

    #[test]
    fn licences_of_creative_commons_are_named_as_people_write_them() {
        for (identifier, name) in [
            ("CC-BY-4.0", "CC BY 4.0"),
            ("CC-BY-NC-SA-3.0-IGO", "CC BY-NC-SA 3.0 IGO"),
            ("CC0-1.0", "CC0 1.0"),
            ("CC-PDDC", "CC-PDDC"),
            ("ODbL-1.0", "ODbL-1.0"),
            ("CC-BY-4.0 <!-- a", "CC-BY-4.0 <!-- a"),
        ] {
            assert_eq!(licence_name(identifier), name);
        }
    }
}
