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
