use crate::language::{Argument, Arguments, Language};
use std::sync::Arc;
use tera::{Kwargs, State, TeraResult};

/// The template function `message(id="…", name=value, …)`.
pub fn function(
    language: Arc<Language>,
) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<String> + Send + Sync + 'static {
    move |arguments: Kwargs, _: &State<'_>| {
        let id = arguments.must_get::<&str>("id")?;
        let mut variables = Arguments::new();
        for (name, value) in arguments.iter() {
            let Some(name) = name.as_str().filter(|&name| name != "id") else {
                continue;
            };
            let argument = match value.as_f64() {
                Some(number) => Argument::from(number),
                None => Argument::from(value.as_str().unwrap_or_default()),
            };
            variables = variables.with(name, argument);
        }
        let words = language.message(id, &variables);
        words.map_err(|error| tera::Error::message(error.to_string()))
    }
}

/// The ids that a template asks for, as written: `message(id="…"`.
pub fn ids(template: &str) -> impl Iterator<Item = &str> {
    const CALL: &str = "message(id=\"";
    template.split(CALL).skip(1).filter_map(|rest| {
        let (id, _) = rest.split_once('"')?;
        Some(id)
    })
}

/// A template with the words in it that are the same wherever they stand, so that no page has to ask for them.
pub fn spoken(template: &str, language: &Language) -> String {
    const CALL: &str = "{{ message(id=\"";
    const END: &str = "\") }}";
    let mut spoken = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, call)) = rest.split_once(CALL) {
        spoken += before;
        let words = call.split_once(END).and_then(|(id, after)| {
            let words = language.constant(id)?;
            is_plain(words).then_some((words, after))
        });
        let (words, after) = words.unwrap_or((CALL, call));
        spoken += words;
        rest = after;
    }
    spoken + rest
}

/// Whether words mean nothing else in a template, and are not escaped when they are called for.
fn is_plain(words: &str) -> bool {
    const TELLING: [char; 9] = ['{', '}', '%', '#', '&', '<', '>', '"', '\''];
    words.trim() == words && !words.contains(TELLING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constant_words_are_put_into_templates() {
        let words = "search = Search it\namp = This & that\ncount = { $number } of them\n";
        let language = Language::new("en", words).unwrap();
        for (template, expected) in [
            ("<b>{{ message(id=\"search\") }}</b>", "<b>Search it</b>"),
            ("{{ message(id=\"amp\") }}", "{{ message(id=\"amp\") }}"),
            (
                "{{ message(id=\"count\", number=1) }}, {{ message(id=\"search\") }}",
                "{{ message(id=\"count\", number=1) }}, Search it",
            ),
            (
                "<A label={message(id=\"search\")} />",
                "<A label={message(id=\"search\")} />",
            ),
        ] {
            assert_eq!(spoken(template, &language), expected);
        }
    }
}
