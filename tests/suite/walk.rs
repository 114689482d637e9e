//! Every branch of the templates, followed with the types that the views give them.

use crate::templates::{FEEDS, PARTS, pages, views};
use std::collections::{BTreeMap, BTreeSet};

/// The type of what a template is given, as the views write it.
type Type = String;

/// The names that a place in a template sees.
type Scope = BTreeMap<String, Type>;

/// A component of the templates.
struct Component {
    template: String,
    parameters: Vec<String>,
    body: String,
}

/// Templates and views together.
pub struct House {
    templates: BTreeMap<String, String>,
    components: BTreeMap<String, Component>,
    /// The structs that templates are given: fields with their types.
    views: BTreeMap<String, BTreeMap<String, Type>>,
}

/// What became of a walk through the templates.
#[derive(Default)]
struct Walk {
    faults: BTreeSet<String>,
    /// Fields that some template writes or asks for.
    used: BTreeSet<(String, String)>,
    /// Components by what they were given, so that each is followed once.
    seen: BTreeSet<(String, Scope)>,
}

impl House {
    pub fn new(templates: BTreeMap<String, String>) -> Self {
        let mut components = BTreeMap::new();
        for (template, text) in &templates {
            for part in text.split("{% component ").skip(1) {
                let (head, body) = part.split_once("%}").unwrap();
                let (name, parameters) = head.split_once('(').unwrap();
                let parameters = parameters
                    .split([',', ')'])
                    .map(self::name_of)
                    .filter(|it| !it.is_empty());
                let (body, _) = body.split_once("{%- endcomponent").unwrap();
                let component = Component {
                    template: template.clone(),
                    parameters: parameters.map(str::to_owned).collect(),
                    body: body.to_owned(),
                };
                components.insert(name.to_owned(), component);
            }
        }
        Self {
            templates,
            components,
            views: structs(),
        }
    }

    /// Everything in which templates and views do not agree.
    pub fn faults(&self) -> BTreeSet<String> {
        let mut walk = Walk::default();
        let frame = || ("frame".to_owned(), "Frame".to_owned());
        self.follow(
            "base.html",
            &self.templates["base.html"],
            Scope::from([frame()]),
            &mut walk,
        );
        let pages = pages().into_iter().map(|page| (page.template, page.view));
        let feeds = FEEDS.map(|(template, view)| (template.to_owned(), view.to_owned()));
        for (template, view) in pages.chain(feeds) {
            let scope = Scope::from([frame(), ("page".to_owned(), view)]);
            self.follow(&template, &self.templates[&template], scope, &mut walk);
        }
        for (template, call, argument, view) in PARTS {
            let argument = (argument.to_owned(), view.to_owned());
            let level = ("level".to_owned(), "u8".to_owned());
            self.follow(template, call, Scope::from([argument, level]), &mut walk);
        }
        let known = |name: &String| {
            FEEDS.iter().any(|(feed, _)| feed == name) || !name.starts_with("feeds/")
        };
        for name in self.templates.keys().filter(|name| !known(name)) {
            walk.faults
                .insert(format!("{name}: nobody knows what it is filled with"));
        }
        for (view, fields) in &self.views {
            for field in fields.keys() {
                if !walk.used.contains(&(view.clone(), field.clone())) {
                    walk.faults
                        .insert(format!("no template uses {view}.{field}"));
                }
            }
        }
        for name in self
            .components
            .keys()
            .filter(|name| !walk.seen.iter().any(|(seen, _)| seen == *name))
        {
            walk.faults
                .insert(format!("no template uses the component {name}"));
        }
        walk.faults
    }

    /// Follows every branch of a template that sees some names.
    fn follow(&self, template: &str, text: &str, scope: Scope, walk: &mut Walk) {
        let mut scopes = vec![scope];
        for tag in tags(text) {
            let scope = scopes.last().unwrap().clone();
            let place = Place {
                house: self,
                template,
                scope: &scope,
            };
            match tag {
                Tag::Output(call) if call.starts_with('<') => place.component(call, walk),
                Tag::Output(expression) => place.output(expression, walk),
                Tag::Statement(statement) => {
                    let (word, rest) = statement.split_once(' ').unwrap_or((statement, ""));
                    match word {
                        "if" | "elif" => {
                            place.types(rest, walk);
                        }
                        "for" => {
                            let (item, list) = rest.split_once(" in ").unwrap();
                            let mut inner = scope.clone();
                            inner.insert(item.to_owned(), item_of(&place.type_of(list, walk)));
                            scopes.push(inner);
                        }
                        "endfor" => {
                            scopes.pop();
                        }
                        "set" => {
                            let (name, value) = rest.split_once(" = ").unwrap();
                            let value = place.type_of(value, walk);
                            scopes.last_mut().unwrap().insert(name.to_owned(), value);
                        }
                        "extends" | "block" | "endblock" | "else" | "endif" => {}
                        _ => panic!("{template}: a statement `{word}`"),
                    }
                }
            }
        }
    }
}

/// A place in a template.
struct Place<'a> {
    house: &'a House,
    template: &'a str,
    scope: &'a Scope,
}

impl Place<'_> {
    fn output(&self, expression: &str, walk: &mut Walk) {
        let types = self.types(expression, walk);
        let is_safe = expression
            .split('|')
            .skip(1)
            .any(|filter| filter.trim() == "safe");
        let is_markup = types.iter().any(|found| bare(found) == "Html");
        let is_named = expression
            .split('|')
            .next()
            .unwrap()
            .trim()
            .ends_with("_html");
        if is_safe != is_markup || is_markup != is_named {
            let fault = format!(
                "{}: `{expression}` is markup, ends in `_html` and is `safe`, or none",
                self.template
            );
            walk.faults.insert(fault);
        }
    }

    /// Follows a component with what it is given: `<Name one={…} two={…} />`.
    fn component(&self, call: &str, walk: &mut Walk) {
        let name = name(&call[1..]);
        let Some(component) = self.house.components.get(name) else {
            walk.faults
                .insert(format!("{}: there is no component {name}", self.template));
            return;
        };
        let mut scope: Scope = component
            .parameters
            .iter()
            .map(|it| (it.clone(), String::new()))
            .collect();
        for argument in call.split('}').filter(|argument| argument.contains("={")) {
            let (parameter, value) = argument.split_once("={").unwrap();
            let parameter = parameter.rsplit(' ').next().unwrap();
            let value = self.type_of(value, walk);
            if scope.insert(parameter.to_owned(), value).is_none() {
                walk.faults
                    .insert(format!("{}: {name} takes no {parameter}", self.template));
            }
        }
        if walk.seen.insert((name.to_owned(), scope.clone())) {
            self.house
                .follow(&component.template, &component.body, scope, walk);
        }
    }

    /// The type of the only name in an expression; nothing for a literal, or where a filter counts.
    fn type_of(&self, expression: &str, walk: &mut Walk) -> Type {
        let mut types = self.types(expression, walk);
        if expression.contains('|') {
            return Type::new();
        }
        types.pop().unwrap_or_default()
    }

    /// The types of all names in an expression.
    fn types(&self, expression: &str, walk: &mut Walk) -> Vec<Type> {
        let paths = paths(expression);
        paths.iter().map(|path| self.resolve(path, walk)).collect()
    }

    /// The type of `one.two.three`.
    fn resolve(&self, path: &str, walk: &mut Walk) -> Type {
        let mut names = path.split('.');
        let first = names.next().unwrap();
        let Some(mut found) = self.scope.get(first).cloned() else {
            walk.faults.insert(format!(
                "{}: there is no `{first}` in `{path}`",
                self.template
            ));
            return Type::new();
        };
        for name in names {
            let view = bare(&found).to_owned();
            let Some(next) = self
                .house
                .views
                .get(&view)
                .and_then(|fields| fields.get(name))
            else {
                walk.faults.insert(format!(
                    "{}: `{view}` has no `{name}` in `{path}`",
                    self.template
                ));
                return Type::new();
            };
            walk.used.insert((view, name.to_owned()));
            found.clone_from(next);
        }
        found
    }
}

/// The structs that templates are given.
fn structs() -> BTreeMap<String, BTreeMap<String, Type>> {
    let views = views();
    let mut structs = BTreeMap::new();
    for part in views.split("Serialize)]\npub struct ").skip(1) {
        let (name, rest) = part.split_once(" {\n").unwrap();
        let (body, _) = rest.split_once("\n}").unwrap();
        let fields = body.lines().filter_map(|line| {
            let (field, kind) = line.trim().strip_prefix("pub ")?.split_once(": ")?;
            Some((field.to_owned(), kind.trim_end_matches(',').to_owned()))
        });
        structs.insert(name.to_owned(), fields.collect());
    }
    structs
}

/// The type without the `Option` around it and the path before it.
fn bare(kind: &str) -> &str {
    let inner = kind
        .strip_prefix("Option<")
        .and_then(|rest| rest.strip_suffix('>'));
    let inner = inner.unwrap_or(kind);
    inner.rsplit("::").next().unwrap()
}

/// The type of the items of a list.
fn item_of(list: &str) -> Type {
    let item = list
        .strip_prefix("Vec<")
        .and_then(|rest| rest.strip_suffix('>'));
    item.unwrap_or_default().to_owned()
}

/// What stands before the type of a parameter.
fn name_of(parameter: &str) -> &str {
    name(parameter.trim().trim_end_matches('-'))
}

enum Tag<'a> {
    Output(&'a str),
    Statement(&'a str),
}

/// The tags of a template in their order, without those of the components that it defines.
fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let is_output = rest[at..].starts_with("{{");
        let end = if is_output { "}}" } else { "%}" };
        let (tag, after) = rest[at + 2..].split_once(end).unwrap();
        let tag = tag.trim_matches('-').trim();
        tags.push(if is_output {
            Tag::Output(tag)
        } else {
            Tag::Statement(tag)
        });
        rest = after;
    }
    tags
}

/// The dotted names in an expression: no literals, functions, their arguments' names, filters or words of
/// the language.
fn paths(expression: &str) -> Vec<String> {
    const WORDS: [&str; 9] = [
        "and", "or", "not", "in", "is", "if", "else", "true", "false",
    ];
    let code: String = expression
        .split('"')
        .step_by(2)
        .collect::<Vec<_>>()
        .join(" ");
    let mut paths = Vec::new();
    let mut before = ' ';
    let mut rest = code.as_str();
    while let Some(first) = rest.chars().next() {
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        if end == 0 {
            if !first.is_whitespace() {
                before = first;
            }
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (path, after) = rest.split_at(end);
        let after_it = after.trim_start();
        let is_argument = after_it.starts_with('=') && !after_it.starts_with("==");
        let is_name = first.is_alphabetic() && !WORDS.contains(&path) && !path.starts_with("loop.");
        if is_name && before != '|' && !is_argument && !after_it.starts_with('(') {
            paths.push(path.to_owned());
        }
        before = ' ';
        rest = after;
    }
    paths
}

/// The name with which some text begins.
pub fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
    &text[..end.unwrap_or(text.len())]
}
