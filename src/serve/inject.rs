use super::shell::SCRIPT;
use std::borrow::Cow;

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// What a page needs of its own server to follow it: the script, its style, and its stream of events.
const NEEDED: [&str; 3] = ["script-src", "style-src", "connect-src"];

/// A page of the site with the script that follows the site's version, which the policy of the page then allows. It comes
/// before the scripts of the page, because it sees the page before they change it.
pub fn following(page: &str, version: &str) -> String {
    let page = allowing(page);
    let script = SCRIPT.replace("{version}", version);
    match start_of_head(&page) {
        Some(at) => [&page[..at], &script, &page[at..]].concat(),
        None => [&script, &*page].concat(),
    }
}

fn start_of_head(page: &str) -> Option<usize> {
    let opens = |(at, _): &(usize, &str)| page[at + "<head".len()..].starts_with(['>', ' ', '\n']);
    let (at, _) = page.match_indices("<head").find(opens)?;
    page[at..].find('>').map(|length| at + length + 1)
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
    fn the_script_stands_before_all_others() {
        let script = "<script src=\"/__diptych/reload.js\" data-version=\"1\" defer></script>";
        for head in ["<head>", "<head lang=\"en\">"] {
            let page =
                format!("<html>{head}<script src=\"a.js\" defer></script></head><body><header>");
            let expected = page.replacen(head, &format!("{head}{script}"), 1);
            assert_eq!(following(&page, "1"), expected);
        }
        assert!(following("no head", "1").ends_with("</script>no head"));
    }
}
