use diptych::compile::{Options, World, analyse};
use diptych::quote::Texts;
use diptych::source::{Contents, SourceFile, Sources};
use std::sync::LazyLock;

/// The clean corpus that the texts are laid over.
static BASE: LazyLock<Vec<(String, String)>> = LazyLock::new(super::seed::base);

/// The corpus with a file laid over it.
pub fn laid(path: &str, text: &str) -> Sources {
    let others = BASE.iter().filter(|(known, _)| known != path);
    let others = others.map(|(path, text)| (path.as_str(), text.as_str()));
    let files = others.chain([(path, text)]);
    let file = |(path, text): (&str, &str)| {
        SourceFile::new(path.to_owned(), Contents::Text(text.to_owned()))
    };
    Sources::new(files.map(file).collect())
}

/// The corpus as it is, and what it says.
pub fn world() -> (Sources, World) {
    let (path, text) = &BASE[0];
    let content = laid(path, text);
    let world = analyse(&content, &Texts::new(), &Options::default()).world;
    (content, world.expect("the base is sound"))
}
