use super::Evidence;
use crate::diagnostic::{Code, Diagnostic};

/// Nobody said where the site will lie, so what needs a whole address is left out.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let site = &evidence.corpus.site;
    if site.base_url.is_none() {
        found.push(
            Diagnostic::new(
                Code::MissingBaseUrl,
                site.span,
                "the site has no `base_url`, so canonical links, the sitemap and 404.html are left out",
            )
            .help("add `base_url: https://…`, or give `--base-url` to `build`"),
        );
    }
}
