/// Whether this is an address on the web: whole, by http or https, with a host and without what would end it in a page.
pub fn is_address(given: &str) -> bool {
    let Some((scheme, rest)) = given.split_once("://") else {
        return false;
    };
    let is_web = matches!(scheme, "https" | "http");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_odd =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`');
    is_web && !host.is_empty() && !host.starts_with(':') && !given.contains(is_odd)
}

/// The address below which a site lies, with one slash at its end; nothing where no page can lie below it, because it
/// has a query or a fragment, or where it names a user, whom every page would tell of.
pub fn base_address(given: &str) -> Option<String> {
    let rest = given.split_once("://").map(|(_, rest)| rest)?;
    let host = rest.split('/').next().unwrap_or_default();
    let is_base = is_address(given) && !given.contains(['?', '#']) && !host.contains('@');
    is_base.then(|| format!("{}/", given.trim_end_matches('/')))
}
