/// Why the templates cannot make a page.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// Templates that do not parse, or refer to what is not there.
    #[error("the templates cannot be used: {0}")]
    Templates(tera::Error),
    /// A template that failed on a view.
    #[error("the template `{template}` failed: {cause}")]
    Page {
        /// Its name.
        template: String,
        /// Why.
        cause: tera::Error,
    },
    /// A template asks for words that the language does not have.
    #[error("`{template}` asks for the message `{id}`, which `i18n/{language}.ftl` does not have")]
    Message {
        /// Its name.
        template: String,
        /// The id of the message.
        id: String,
        /// BCP 47 tag.
        language: String,
    },
}
