use crate::diagnostic::{Code, Diagnostic, Report, did_you_mean, nearest};
use crate::source::{FileId, SourceFile};

/// What a path below `content/` stands for.
#[derive(Clone, Debug)]
pub(super) enum Role {
    Site,
    Theme(String),
    Voice(String),
    Term(String),
    Document(String),
    Claims(String),
    Page(String, Option<String>),
    /// Belongs to a document or to the site and is read by another room.
    Companion,
}

/// The folder of a document in which a file lies.
pub(super) fn document_folder(path: &str) -> Option<&str> {
    let (name, _) = path.strip_prefix("content/documents/")?.split_once('/')?;
    Some(name)
}

/// What a file stands for; one that stands for nothing is on the report.
pub(super) fn role(id: FileId, file: &SourceFile, report: &mut Report) -> Option<Role> {
    let path = file.path().strip_prefix("content/")?;
    let parts: Vec<&str> = path.split('/').collect();
    let yaml = |name: &str| name.strip_suffix(".yaml").map(str::to_owned);
    let role = match parts.as_slice() {
        ["site.yaml"] => Some(Role::Site),
        ["translations.lock"] => Some(Role::Companion),
        ["themes", name] => yaml(name).map(Role::Theme),
        ["voices", name] => yaml(name).map(Role::Voice),
        ["terms", name] => yaml(name).map(Role::Term),
        ["pages", name] => name.strip_suffix(".md").map(|stem| {
            let (page, language) = match stem.split_once('.') {
                Some((page, language)) => (page, Some(language.to_owned())),
                None => (stem, None),
            };
            Role::Page(page.to_owned(), language)
        }),
        ["documents", folder, "document.yaml"] => Some(Role::Document((*folder).to_owned())),
        ["documents", folder, "claims.yaml"] => Some(Role::Claims((*folder).to_owned())),
        ["documents", _, "quotes.lock" | "text.md"] => Some(Role::Companion),
        _ => None,
    };
    if role.is_none() {
        report.push(unexpected(id, path));
    }
    role
}

fn unexpected(id: FileId, path: &str) -> Diagnostic {
    const FOLDERS: [&str; 5] = ["documents", "pages", "terms", "themes", "voices"];
    const DOCUMENT: [&str; 4] = ["claims.yaml", "document.yaml", "quotes.lock", "text.md"];
    let parts: Vec<&str> = path.split('/').collect();
    let help = match parts.as_slice() {
        ["documents", _] => Some("make it a folder with a `document.yaml` in it".into()),
        ["documents", _, name] => did_you_mean(name, DOCUMENT),
        ["documents", ..] => did_you_mean("", DOCUMENT),
        ["pages", ..] => Some("name it `pages/<page>.md` or `pages/<page>.<language>.md`".into()),
        [folder, ..] if FOLDERS.contains(folder) => Some(format!("name it `{folder}/<id>.yaml`")),
        [name] => nearest(name, ["site.yaml", "translations.lock"])
            .map(|near| format!("did you mean `{near}`?"))
            .or_else(|| Some("keep it outside `content/`".into())),
        [folder, ..] => did_you_mean(folder, FOLDERS),
        [] => None,
    };
    let message = format!("`content/{path}` is not a file that Diptych knows");
    let mut fault = Diagnostic::new(Code::UnexpectedFile, id.start(), message);
    fault.help = help;
    fault
}
