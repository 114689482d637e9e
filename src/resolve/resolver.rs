use super::names::Directory;
use super::owner::Owner;
use crate::corpus::{
    Allowance, Date, DateError, Form, LanguageId, Text, Written, base_address, is_address,
    is_licence, licences,
};
use crate::diagnostic::{Code, Diagnostic, Report, did_you_mean, nearest, shown};
use crate::record;
use crate::source::{Sources, Span, Spanned};
use crate::vocabulary::DEVICES;
use crate::yaml::{Entries, Field, List, Scalar};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Thousands of wrong names among thousands of right ones would take hours to hold against each other.
const PATIENCE: usize = 200_000;

/// What every resolving function needs: the report, and the languages of the site.
pub struct Resolver<'a> {
    pub sources: &'a Sources,
    pub report: &'a mut Report,
    languages: Vec<String>,
    /// How many names may still be held against wrong ones, to find which was meant.
    patience: usize,
    /// Every former id so far, behind the kind of its record.
    former: BTreeMap<String, Span>,
    /// Every text so far that readers see, where the site has several languages.
    pub texts: Vec<Arc<Written>>,
    /// Every warning so far that an editor accepts.
    pub allowances: Vec<Allowance>,
}

impl<'a> Resolver<'a> {
    pub fn new(sources: &'a Sources, report: &'a mut Report) -> Self {
        Self {
            sources,
            report,
            languages: Vec::new(),
            patience: PATIENCE,
            former: BTreeMap::new(),
            texts: Vec::new(),
            allowances: Vec::new(),
        }
    }

    /// Sets the languages in which texts may be written.
    pub fn speak(&mut self, languages: &[String]) {
        self.languages = languages.to_vec();
    }

    /// The languages of the site, the first one first.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// The index of a language of the site.
    pub fn language(&self, tag: &str) -> Option<LanguageId> {
        let at = self.languages.iter().position(|known| known == tag)?;
        Some(LanguageId::new(at))
    }

    /// Reports a tag that is not among the site's languages.
    pub fn unknown_language(&mut self, tag: &str, span: Span) {
        let message = format!("`{}` is not a language of this site", shown(tag));
        let help = match nearest(tag, self.languages.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "remove it, or add it to `languages` in `content/site.yaml`".to_owned(),
        };
        self.report
            .push(Diagnostic::new(Code::UnknownLanguage, span, message).help(help));
    }

    /// The words of an optional text.
    pub fn text(&mut self, field: &Field<record::Text>) -> Option<Text> {
        self.words(field.given()?)
    }

    /// The words of a text that has to be there.
    pub fn required_text(
        &mut self,
        field: &Field<record::Text>,
        key: &str,
        owner: &Owner<'_>,
    ) -> Option<Text> {
        let text = self.required(field, key, owner)?;
        self.words(text)
    }

    /// Resolves a text that readers see.
    pub fn words(&mut self, text: &Spanned<record::Text>) -> Option<Text> {
        let words = self.inner_words(text)?;
        if self.languages.len() > 1 {
            let translation = |(tag, words): &(Spanned<String>, Spanned<String>)| {
                let language = self.language(&tag.value)?;
                (language != LanguageId::FIRST).then_some((language, words.span))
            };
            let (form, translations) = match &text.value {
                record::Text::Plain(_) => (Form::Plain, Vec::new()),
                record::Text::ByLanguage(entries) => {
                    let translations = entries.pairs.iter().filter_map(translation);
                    (Form::ByLanguage, translations.collect())
                }
            };
            self.texts.push(Arc::new(Written {
                text: words.clone(),
                span: text.span,
                translations,
                form,
            }));
        }
        Some(words)
    }

    /// Resolves a text; its languages have to be those of the site, the first among them.
    pub fn inner_words(&mut self, text: &Spanned<record::Text>) -> Option<Text> {
        match &text.value {
            record::Text::Plain(words) => Some(Text::new(words.clone(), Vec::new())),
            record::Text::ByLanguage(entries) => {
                let mut first = None;
                let mut others = Vec::new();
                for (tag, words) in &entries.pairs {
                    match self.language(&tag.value) {
                        Some(LanguageId::FIRST) => first = Some(words.value.clone()),
                        Some(language) => others.push((language, words.value.clone())),
                        None => self.unknown_language(&tag.value, tag.span),
                    }
                }
                if first.is_none() && entries.whole {
                    let tag = self.languages.first().cloned().unwrap_or_default();
                    let message = format!("no words in `{tag}`, the first language of the site");
                    self.report.push(
                        Diagnostic::new(Code::MissingLanguage, text.span, message)
                            .help(format!("add `{tag}: …`")),
                    );
                }
                Some(Text::new(first?, others))
            }
        }
    }

    /// The date in an optional field.
    pub fn date(&mut self, field: &Field<Scalar>) -> Option<Date> {
        let given = field.given()?;
        let words = &given.value.0;
        match words.parse() {
            Ok(date) => Some(date),
            Err(error) => {
                let message = match error {
                    DateError::Form => format!("`{}` is not a date", shown(words)),
                    DateError::Calendar => format!("`{}` is not in the calendar", shown(words)),
                };
                self.report.push(
                    Diagnostic::new(Code::InvalidDate, given.span, message)
                        .help("write `2025`, `2025-03` or `2025-07-05`"),
                );
                None
            }
        }
    }

    /// The address in an optional field: absolute, by http or https.
    pub fn url(&mut self, field: &Field<String>) -> Option<String> {
        let given = field.given()?;
        if is_address(&given.value) {
            return Some(given.value.clone());
        }
        let message = format!("`{}` is not an address on the web", shown(&given.value));
        self.report.push(
            Diagnostic::new(Code::InvalidUrl, given.span, message)
                .help("write it whole, beginning with `https://`"),
        );
        None
    }

    /// The address below which the site lies.
    pub fn base_url(&mut self, field: &Field<String>) -> Option<String> {
        let url = self.url(field)?;
        let base = base_address(&url);
        if base.is_none() {
            let message = format!("no page can lie below `{}`", shown(&url));
            self.report.push(
                Diagnostic::new(Code::InvalidUrl, field.given()?.span, message)
                    .help("write it without a user, `?` and `#`"),
            );
        }
        base
    }

    /// Doubts what is no licence that others know.
    pub fn licence(&mut self, given: &Spanned<String>) {
        if is_licence(&given.value) {
            return;
        }
        let message = format!(
            "`{}` is not the identifier of a licence",
            shown(&given.value)
        );
        let help = did_you_mean(&given.value, licences());
        let help = help.unwrap_or_else(|| {
            "write one of <https://spdx.org/licenses/>, or `LicenseRef-` and a name of your own"
                .to_owned()
        });
        self.report
            .push(Diagnostic::new(Code::UnknownLicence, given.span, message).help(help));
    }

    /// A number that has to lie between two others.
    pub fn number_within(&mut self, field: &Field<f64>, low: f64, high: f64) -> Option<f64> {
        let given = field.given()?;
        if (low..=high).contains(&given.value) {
            return Some(given.value);
        }
        let message = format!("{} is not between {low} and {high}", given.value);
        self.report.push(
            Diagnostic::new(Code::InvalidNumber, given.span, message)
                .help(format!("write a number from {low} to {high}")),
        );
        None
    }

    /// The record behind a name; `None` where it does not exist, which is reported, or was left out.
    pub fn reference<Id: Copy>(
        &mut self,
        name: &Spanned<String>,
        names: &impl Directory<Id>,
        code: Code,
        noun: &str,
    ) -> Option<Id> {
        match names.find(name, code, noun) {
            Ok(id) => id,
            Err(fault) => {
                let is_cheap = self.patience.checked_sub(names.len());
                self.patience = is_cheap.unwrap_or(self.patience);
                self.report.push(match is_cheap {
                    Some(_) => names.suggest(*fault, &name.value),
                    None => *fault,
                });
                None
            }
        }
    }

    /// The records behind a list of names, each once; `None` where one of them is not to be had.
    pub fn references<Id: Copy + PartialEq>(
        &mut self,
        field: &Field<List<String>>,
        names: &impl Directory<Id>,
        code: Code,
        noun: &str,
    ) -> Option<Vec<Id>> {
        let mut found = Vec::new();
        let mut sound = field.value().is_none_or(|list| list.whole);
        for name in items(field) {
            match self.reference(name, names, code, noun) {
                Some(id) if found.contains(&id) => self.twice(name),
                Some(id) => found.push(id),
                None => sound = false,
            }
        }
        sound.then_some(found)
    }

    /// Reports a name that stands twice in one list.
    pub fn twice(&mut self, name: &Spanned<String>) {
        let message = format!("`{}` stands twice in this list", shown(&name.value));
        self.report.push(
            Diagnostic::new(Code::TwiceInList, name.span, message).help("remove one of the two"),
        );
    }

    /// Whether a list is no longer than can be shown; a longer one is reported where it becomes so.
    pub fn is_within<T>(
        &mut self,
        items: &[Spanned<T>],
        most: usize,
        noun: &str,
        help: &str,
    ) -> bool {
        let Some(first) = items.get(most) else {
            return true;
        };
        let message = format!("{} {noun}, and at most {most} can stand here", items.len());
        let span = self.first_line(first.span);
        self.report
            .push(Diagnostic::new(Code::TooMany, span, message).help(help));
        false
    }

    /// Checks the form of an id: `[a-z0-9-]`, at most 64 characters.
    pub fn id(&mut self, id: &str, span: Span) -> bool {
        const LONGEST: usize = 64;
        let right = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let sound = !id.is_empty() && id.len() <= LONGEST && id.bytes().all(right);
        if !sound {
            let message = format!("`{}` cannot be an id", shown(id));
            let is_path = span.range().is_empty();
            let action = if is_path { "rename it: use" } else { "use" };
            self.report.push(
                Diagnostic::new(Code::InvalidId, span, message).help(format!(
                    "{action} small letters of a to z, digits and hyphens, at most {LONGEST} of them"
                )),
            );
        }
        sound && !self.is_device(id, span)
    }

    /// Reports an id that no file on Windows can have, and so nobody there could check out.
    fn is_device(&mut self, id: &str, span: Span) -> bool {
        let is_device = DEVICES.contains(&id);
        if is_device {
            let message = format!(
                "`{id}` is what Windows calls a device, so no file there can have that name"
            );
            let fault = Diagnostic::new(Code::ReservedId, span, message);
            self.report.push(fault.help("choose another name"));
        }
        is_device
    }

    /// Reports an id that another record has already.
    pub fn duplicate_id(&mut self, id: &str, span: Span, first: Span) {
        let message = format!("the id `{id}` is taken");
        self.report.push(
            Diagnostic::new(Code::DuplicateId, span, message)
                .related(first, "by this one")
                .help("choose another id: ids are permanent addresses"),
        );
    }

    /// Checks former ids: few, well-formed, each once among the records of a kind, and not the id of a living
    /// one.
    pub fn former_ids(
        &mut self,
        field: &Field<List<String>>,
        kind: &str,
        taken: impl Fn(&str) -> Option<Span>,
    ) -> Vec<String> {
        // Those of a document and of its claims multiply into addresses.
        const MOST: usize = 20;
        let mut aliases: Vec<String> = Vec::new();
        let help = "keep those that a reader may have seen";
        if !self.is_within(items(field), MOST, "former ids", help) {
            return aliases;
        }
        for alias in items(field) {
            if !self.id(&alias.value, alias.span) {
                continue;
            }
            if aliases.contains(&alias.value) {
                self.twice(alias);
                continue;
            }
            let key = format!("{kind} {}", alias.value);
            let earlier = taken(&alias.value).or_else(|| self.former.get(&key).copied());
            if let Some(first) = earlier {
                self.duplicate_id(&alias.value, alias.span, first);
            } else {
                aliases.push(alias.value.clone());
                self.former.insert(key, alias.span);
            }
        }
        aliases
    }
}

/// The items of a list field, none where it is absent.
pub fn items<T>(field: &Field<List<T>>) -> &[Spanned<T>] {
    field.value().map_or(&[], |list| &list.items)
}

/// The entries of a field with free keys, none where it is absent.
pub fn pairs<T>(field: &Field<Entries<T>>) -> &[(Spanned<String>, Spanned<T>)] {
    field.value().map_or(&[], |entries| &entries.pairs)
}
