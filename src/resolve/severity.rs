use super::resolver::{Resolver, pairs};
use crate::corpus::Allowance;
use crate::diagnostic::{Code, Diagnostic, Severity, shown};
use crate::record;
use crate::source::{FileId, Span, Spanned};
use crate::vocabulary;
use crate::yaml::{Entries, Field};
use std::collections::BTreeMap;

impl Resolver<'_> {
    /// Resolves the warnings that an editor accepts in this stretch of a file, each with a reason.
    pub fn allow(&mut self, field: &Field<Entries<record::Text>>, over: Span) {
        for (name, reason) in pairs(field) {
            let help = "remove the line and mend what is wrong: only warnings can be allowed";
            let code = self.judgement(name, name.span, help);
            let words = self.inner_words(reason);
            if let (Some(code), Some(reason)) = (code, words) {
                self.allowances.push(Allowance {
                    code,
                    reason,
                    span: name.span,
                    over,
                });
            }
        }
    }

    /// A whole file.
    pub fn whole(&self, file: FileId) -> Span {
        Span::new(file, 0..self.sources.file(file).text().len())
    }

    /// What the site makes of kinds of fault; only warnings can be made graver or switched off, for with
    /// an error the site cannot be built.
    pub fn severities(
        &mut self,
        field: &Field<Entries<vocabulary::Severity>>,
    ) -> BTreeMap<Code, Option<Severity>> {
        let mut severities = BTreeMap::new();
        for (name, severity) in pairs(field) {
            let code = if severity.value == vocabulary::Severity::Error {
                self.code(name, Code::ALL.iter().copied())
            } else {
                let help = "remove the line: only warnings can be changed";
                self.judgement(name, severity.span, help)
            };
            let wanted = match severity.value {
                vocabulary::Severity::Error => Some(Severity::Error),
                vocabulary::Severity::Warning => Some(Severity::Warning),
                vocabulary::Severity::Off => None,
            };
            severities.extend(code.map(|code| (code, wanted)));
        }
        severities
    }

    /// The judgement of this name; another code is refused at the given place.
    fn judgement(&mut self, name: &Spanned<String>, place: Span, help: &str) -> Option<Code> {
        let known = Code::ALL.iter().copied();
        let code = self.code(name, known.filter(|code| code.is_judgement()))?;
        if !code.is_judgement() {
            let message = format!("`{code}` is always an error");
            let fault = Diagnostic::new(Code::SeverityFixed, place, message);
            self.report.push(fault.help(help));
            return None;
        }
        Some(code)
    }

    /// The code of this name; one of no name is likely to be one of those `meant`.
    fn code(
        &mut self,
        name: &Spanned<String>,
        meant: impl Iterator<Item = Code> + Clone,
    ) -> Option<Code> {
        let code = name.value.parse().ok();
        if code.is_none() {
            let message = format!("there is no code `{}`", shown(&name.value));
            let mut fault = Diagnostic::new(Code::UnknownCode, name.span, message)
                .suggest(&name.value, meant.map(Code::name));
            let all = || "`diptych explain` lists every code".to_owned();
            fault.help.get_or_insert_with(all);
            self.report.push(fault);
        }
        code
    }
}
