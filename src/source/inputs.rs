use super::Sources;

/// Everything that a build reads.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The files below `content/`.
    pub content: Sources,
    /// Templates and messages, by name, the root's own in place of the built-in ones.
    pub templates: Vec<Template>,
    /// Files below `static/`, by path, the root's own in place of the built-in ones.
    pub statics: Vec<StaticFile>,
}

/// A template or a file of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Path below `templates/`, with `/`.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Whether it is another than the one that the program brings along.
    pub is_own: bool,
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticFile {
    /// Path below `static/`, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}
