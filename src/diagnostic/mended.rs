use super::Report;
use crate::source::{FileId, Sources, Span};

/// A file in which everything is mended that can be for certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub file: FileId,
    /// Its new text; what no change names is byte for byte as it was.
    pub text: String,
    /// What changed, in the order of the file.
    pub changes: Vec<Change>,
}

/// One change of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The place in the old text.
    pub span: Span,
    /// The new words there.
    pub text: String,
}

/// Every file that has a certain mend, mended. Of two changes at overlapping places the first is made: the
/// other may not be right any more, and the next run tells.
pub fn mended(report: &Report, sources: &Sources) -> Vec<Mended> {
    let faults = report.diagnostics().iter();
    let certain = faults.filter_map(|fault| fault.mend.as_ref().filter(|mend| mend.is_certain));
    let mut changes: Vec<Change> = certain
        .map(|mend| Change {
            span: mend.span,
            text: mend.text.clone(),
        })
        .collect();
    changes.sort_by(|one, other| (one.span, &one.text).cmp(&(other.span, &other.text)));
    let mut files: Vec<Mended> = Vec::new();
    for change in changes {
        let file = change.span.file;
        if files.last().is_none_or(|last| last.file != file) {
            files.push(Mended {
                file,
                text: String::new(),
                changes: Vec::new(),
            });
        }
        let Some(last) = files.last_mut() else {
            continue;
        };
        let taken = last.changes.last().map_or(0, |it| it.span.range().end);
        if change.span.range().start >= taken {
            last.changes.push(change);
        }
    }
    for mended in &mut files {
        let old = sources.file(mended.file).text();
        let mut kept = 0;
        for change in &mended.changes {
            let place = change.span.range();
            mended.text.push_str(&old[kept..place.start]);
            mended.text.push_str(&change.text);
            kept = place.end;
        }
        mended.text.push_str(&old[kept..]);
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic};
    use crate::source::SourceFile;

    #[test]
    fn of_overlapping_changes_the_first_is_made() {
        let text = "键: abcdef\r\n".as_bytes().to_vec();
        let sources = Sources::new(vec![SourceFile::from_bytes("a.yaml".to_owned(), text)]);
        let mut report = Report::default();
        let mut push = |range, text: &str, is_certain: bool| {
            let span = Span::new(FileId::new(0), range);
            let fault = Diagnostic::new(Code::UnknownKey, span, "wrong");
            report.push(if is_certain {
                fault.certain_mend(text)
            } else {
                fault.mend(span, text)
            });
        };
        push(8..10, "later", true);
        push(5..9, "first", true);
        push(5..9, "first", true);
        push(0..3, "guess", false);
        push(10..11, "!", true);
        let mended = mended(&report, &sources);
        assert_eq!(mended.len(), 1);
        assert_eq!(mended[0].text, "键: firste!\r\n");
        assert_eq!(mended[0].changes.len(), 2);
    }
}
