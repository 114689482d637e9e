use super::base::{laid, world};
use diptych::citation::{read_bib, read_csl};
use diptych::compile::{Options, analyse};
use diptych::diagnostic::Code;
use diptych::draft::{
    Form, Known, Stubs, document_of, read_hypothesis, read_issue, read_web_annotations,
};
use diptych::naming::Kind;
use diptych::quote::Texts;
use diptych::source::Sources;
use std::fmt::Debug;

/// Whatever another program wrote, the files that it becomes can be read.
pub fn imports(text: &str) {
    let readable = |content: &Sources, path: &str, of: &dyn Debug| {
        let report = analyse(content, &Texts::new(), &Options::default()).report;
        let broken = [
            Code::YamlSyntax,
            Code::DuplicateKey,
            Code::UnknownKey,
            Code::YamlTag,
            Code::YamlAnchor,
        ];
        let is_broken = |code: Code| broken.contains(&code);
        let fault = report
            .diagnostics()
            .iter()
            .find(|fault| is_broken(fault.code));
        let written = content
            .find(path)
            .map_or("", |file| content.file(file).text());
        assert!(fault.is_none(), "{fault:?} of {of:?} in {written:?}");
    };
    let (content, world) = world();
    for works in [read_bib(text), read_csl(text)].into_iter().flatten() {
        let mut known = Known::new(&world.corpus);
        for work in works.iter().take(8) {
            let record = Form::of(Kind::Document).write("new", &document_of(work, &mut known));
            readable(
                &laid("content/documents/new/document.yaml", &record),
                "content/documents/new/document.yaml",
                work,
            );
        }
        for (id, record) in known.new.iter().take(8) {
            let path = format!("content/voices/{id}.yaml");
            readable(&laid(&path, record), &path, id);
        }
    }
    for remarks in [read_hypothesis(text), read_web_annotations(text)]
        .into_iter()
        .flatten()
    {
        let texts = Texts::new();
        let mut stubs = Stubs::new(&world.corpus.documents[0], &content, &texts, &world);
        for remark in remarks.iter().take(8) {
            if let Some(exact) = &remark.exact {
                stubs.add(remark, exact);
            }
        }
        if let Some(draft) = stubs.draft() {
            readable(&draft.laid_over(&content), &draft.path, &remarks);
        }
    }
    let issue = read_issue(text);
    let record = Form::of(Kind::Claim).write("new", &issue.values);
    readable(
        &laid("content/documents/outlook/claims.yaml", &record),
        "content/documents/outlook/claims.yaml",
        &issue,
    );
}
