use super::Evidence;
use crate::corpus::{Form, Written};
use crate::diagnostic::{Code, Diagnostic};

/// A text is not there in one of the site's languages.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    for written in &corpus.texts {
        for (language, tag) in corpus.site.languages().skip(1) {
            if written.text.translation(language).is_none() {
                let message = format!("no words in `{tag}`");
                found.push(
                    Diagnostic::new(Code::TranslationMissing, written.span, message).help(help(
                        written,
                        tag,
                        &corpus.site.languages[0],
                    )),
                );
            }
        }
    }
}

fn help(written: &Written, tag: &str, first: &str) -> String {
    match &written.form {
        Form::Plain => format!("write `{first}: …` and `{tag}: …` in its place"),
        Form::ByLanguage => format!("add `{tag}: …`"),
        Form::Page(page) => format!("write `content/pages/{page}.{tag}.md`"),
    }
}
