use super::resolver::{Resolver, items, pairs};
use crate::corpus::{Given, Text};
use crate::diagnostic::{Code, Diagnostic, shown};
use crate::record;
use crate::source::{Span, Spanned};
use crate::yaml::{Entries, Field, List};

/// A record that is being resolved: where it stands, what it is called, what its source lacks.
pub struct Owner<'a> {
    /// Where a missing field is reported.
    pub span: Span,
    /// What it is, such as `claim`.
    pub noun: &'static str,
    /// What its source does not give.
    pub not_given: NotGiven<'a>,
}

impl<'a> Owner<'a> {
    /// A record whose source gives everything.
    pub fn new(span: Span, noun: &'static str) -> Self {
        Self {
            span,
            noun,
            not_given: NotGiven::default(),
        }
    }

    /// The same record under a narrower name, for fields that only such records need.
    pub fn known_as(&self, noun: &'static str) -> Owner<'a> {
        Owner {
            span: self.span,
            noun,
            not_given: self.not_given.clone(),
        }
    }
}

/// The fields that a record lists under `not_given`, and those that it may list there.
#[derive(Clone, Default)]
pub struct NotGiven<'a> {
    named: Vec<&'a str>,
    allowed: Vec<&'static str>,
}

impl NotGiven<'_> {
    /// The fields that are listed.
    pub fn names(&self) -> Vec<String> {
        self.named.iter().map(ToString::to_string).collect()
    }
}

impl Resolver<'_> {
    /// The value of a field that has to be there, unless the source does not give it.
    pub fn required<'f, T>(
        &mut self,
        field: &'f Field<T>,
        key: &str,
        owner: &Owner<'_>,
    ) -> Option<&'f Spanned<T>> {
        if field.is_absent() && !owner.not_given.named.contains(&key) {
            let message = format!("the {} has no `{key}`", owner.noun);
            let mut help = format!("add `{key}: …`");
            if owner.not_given.allowed.contains(&key) {
                help += ", or name it in `not_given` where the source does not tell";
            }
            let span = self.first_line(owner.span);
            self.report
                .push(Diagnostic::new(Code::MissingField, span, message).help(help));
        }
        field.given()
    }

    /// The list in a field that has to be there and to name something.
    pub fn required_list<'f, T>(
        &mut self,
        field: &'f Field<List<T>>,
        key: &str,
        owner: &Owner<'_>,
    ) -> Option<&'f Spanned<List<T>>> {
        let list = self.required(field, key, owner)?;
        if list.value.items.is_empty() && list.value.whole {
            let message = format!("`{key}` is an empty list");
            let mut help = "write at least one value".to_owned();
            if owner.not_given.allowed.contains(&key) {
                help += &format!(", or `not_given: [{key}]` where the source does not tell");
            }
            self.report
                .push(Diagnostic::new(Code::MissingField, list.span, message).help(help));
        }
        Some(list)
    }

    /// Reports a field that means nothing where it stands.
    pub fn misplaced<T>(&mut self, field: &Field<T>, message: &str, help: &str) {
        if let Some(given) = field.given() {
            self.report
                .push(Diagnostic::new(Code::MisplacedField, given.span, message).help(help));
        }
    }

    /// The first line of a place: what is missing in an entry does not stand in its other lines.
    pub fn first_line(&self, span: Span) -> Span {
        let range = span.range();
        let length = self.sources.text(span).lines().next().map_or(0, str::len);
        Span::new(span.file, range.start..range.start + length)
    }

    /// Checks `not_given` against the fields that may stand there and those that are given.
    pub fn not_given<'f>(
        &mut self,
        field: &'f Field<List<String>>,
        allowed: &[(&'static str, bool)],
    ) -> NotGiven<'f> {
        let mut names = Vec::new();
        for name in items(field) {
            match allowed.iter().find(|(key, _)| *key == name.value) {
                Some((key, true)) => self.report.push(
                    Diagnostic::new(
                        Code::GivenAndNotGiven,
                        name.span,
                        format!("`{key}` is given here and said not to be given"),
                    )
                    .help("remove one of the two"),
                ),
                Some(_) => names.push(name.value.as_str()),
                None => {
                    let known = allowed.iter().map(|(key, _)| *key);
                    self.unknown_field(name, known);
                }
            }
        }
        NotGiven {
            named: names,
            allowed: allowed.iter().map(|(key, _)| *key).collect(),
        }
    }

    /// Checks that `inferred` names fields of the record, and resolves the grounds.
    pub fn inferred(
        &mut self,
        field: &Field<Entries<record::Text>>,
        allowed: &[&'static str],
    ) -> Vec<(String, Text)> {
        let mut inferred = Vec::new();
        for (key, ground) in pairs(field) {
            if !allowed.contains(&key.value.as_str()) {
                self.unknown_field(key, allowed.iter().copied());
            }
            if let Some(ground) = self.words(ground) {
                inferred.push((key.value.clone(), ground));
            }
        }
        inferred
    }

    fn unknown_field(
        &mut self,
        name: &Spanned<String>,
        known: impl IntoIterator<Item = &'static str, IntoIter: Clone>,
    ) {
        let message = format!(
            "`{}` is not a field that can stand here",
            shown(&name.value)
        );
        let fault = Diagnostic::new(Code::UnknownField, name.span, message);
        self.report.push(fault.suggest(&name.value, known));
    }
}

/// A value that may be said not to be given.
pub fn given<T>(value: Option<T>, key: &str, owner: &Owner<'_>) -> Given<T> {
    match value {
        Some(value) => Given::Value(value),
        None if owner.not_given.named.contains(&key) => Given::NotGiven,
        None => Given::Absent,
    }
}
