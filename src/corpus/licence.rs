use crate::vocabulary::{ALL_RIGHTS_RESERVED, PUBLIC_DOMAIN};

/// Whether this says what may be done with a text: the identifier of a licence on the list of SPDX, a reference of one's own
/// (`LicenseRef-…`, as SPDX has it), or that there is none or needs to be none.
pub fn is_licence(identifier: &str) -> bool {
    [PUBLIC_DOMAIN, ALL_RIGHTS_RESERVED].contains(&identifier)
        || identifier.starts_with("LicenseRef-")
        || is_listed(identifier)
}

/// Where SPDX tells what a licence says; nothing for what is not on its list.
pub fn licence_address(identifier: &str) -> Option<String> {
    is_listed(identifier).then(|| format!("https://spdx.org/licenses/{identifier}"))
}

/// The identifiers on the list of SPDX.
pub fn licences() -> impl Iterator<Item = &'static str> + Clone {
    spdx::identifiers::LICENSES
        .iter()
        .map(|licence| licence.name)
}

fn is_listed(identifier: &str) -> bool {
    spdx::license_id(identifier).is_some_and(|found| found.name == identifier)
}
