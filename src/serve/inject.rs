use super::shell::SCRIPT;
use std::borrow::Cow;

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// What a page needs of its own server to follow it: the script, its style, and its stream of events.
const NEEDED: [&str; 3] = ["script-src", "style-src", "connect-src"];

/// A page of the site with the script that follows the site's version, which the policy of the page then allows.
pub fn following(page: &str, version: &str) -> String {
    let page = allowing(page);
    let script = SCRIPT.replace("{version}", version);
    match page.find("</head>") {
        Some(at) => [&page[..at], &script, &page[at..]].concat(),
        None => [&script, &*page].concat(),
    }
}

/// A page whose policy allows what is needed; one without a policy allows it already.
fn allowing(page: &str) -> Cow<'_, str> {
    let Some(start) = page.find(POLICY).map(|at| at + POLICY.len()) else {
        return page.into();
    };
    let Some(end) = page[start..].find('"').map(|length| start + length) else {
        return page.into();
    };
    [&page[..start], &policy(&page[start..end]), &page[end..]]
        .concat()
        .into()
}

/// A policy with the own server among what it allows; all else stays as strict as it was.
fn policy(written: &str) -> String {
    let directives = written.split(';').map(str::trim);
    let mut directives: Vec<String> = directives
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect();
    let named = |directives: &[String], name: &str| {
        let has_name = |it: &String| it.split_whitespace().next() == Some(name);
        directives.iter().position(has_name)
    };
    for name in NEEDED {
        match named(&directives, name) {
            Some(at) => directives[at] = with_self(&directives[at]),
            None => {
                if let Some(at) = named(&directives, "default-src") {
                    let inherited = directives[at].replacen("default-src", name, 1);
                    directives.insert(at + 1, with_self(&inherited));
                }
            }
        }
    }
    directives.join("; ")
}

/// A directive that allows the own server beside what it allows already.
fn with_self(directive: &str) -> String {
    let mut words: Vec<&str> = directive.split_whitespace().collect();
    words.retain(|word| *word != "'none'");
    if !words.contains(&"'self'") {
        words.push("'self'");
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_opens_no_further_than_needed() {
        for (written, expected) in [
            (
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'",
            ),
            (
                "default-src 'none'; style-src 'self'; connect-src 'self'",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
            ),
            (
                "default-src 'none'; form-action 'none';",
                "default-src 'none'; connect-src 'self'; style-src 'self'; script-src 'self'; form-action 'none'",
            ),
            (
                "default-src https://a.example; script-src 'none'",
                "default-src https://a.example; connect-src https://a.example 'self'; \
                 style-src https://a.example 'self'; script-src 'self'",
            ),
            ("img-src 'none'", "img-src 'none'"),
        ] {
            assert_eq!(policy(written), expected);
        }
    }

    #[test]
    fn the_script_stands_at_the_end_of_the_head() {
        let page = following("<html><head><title>a</title></head><body>", "1");
        assert_eq!(
            page,
            "<html><head><title>a</title><script src=\"/__diptych/reload.js\" data-version=\"1\" defer></script>\
             </head><body>"
        );
        assert!(following("no head", "1").ends_with("</script>no head"));
    }
}
