//! A page as a browser would read it.

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, ns, parse_document};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

/// The elements of a page, and what is wrong with its markup.
pub struct Document {
    /// In the order in which they begin.
    pub elements: Vec<Rc<Element>>,
    pub errors: Vec<String>,
}

/// One element.
pub struct Element {
    name: QualName,
    attributes: Vec<Attribute>,
    /// The words and elements within it, as they follow each other.
    nodes: RefCell<Vec<Node>>,
}

enum Node {
    Element(Rc<Element>),
    Text(String),
}

pub fn parse(markup: &str) -> Document {
    parse_document(Sink::default(), ParseOpts::default()).one(markup)
}

impl Document {
    /// The elements of a name in HTML; a drawing within the page may have others of that name.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        let elements = self.elements.iter().map(Rc::as_ref);
        elements.filter(move |element| element.name() == name && element.name.ns == ns!(html))
    }

    /// The values of an attribute, wherever it stands.
    pub fn values<'a>(&'a self, attribute: &'a str) -> impl Iterator<Item = &'a str> {
        let elements = self.elements.iter();
        elements.filter_map(move |element| element.attribute(attribute))
    }
}

impl Element {
    pub fn name(&self) -> &str {
        &self.name.local
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|it| &*it.name.local == name)?;
        Some(&found.value)
    }

    pub fn attribute_names(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|it| &*it.name.local)
    }

    pub fn has(&self, attribute: &str) -> bool {
        self.attribute(attribute).is_some()
    }

    /// Whether an element with this attribute stands within it.
    pub fn holds(&self, attribute: &str) -> bool {
        self.nodes.borrow().iter().any(|node| match node {
            Node::Element(element) => element.has(attribute) || element.holds(attribute),
            Node::Text(_) => false,
        })
    }

    /// The address of every link within it.
    pub fn links(&self) -> Vec<String> {
        let nodes = self.nodes.borrow();
        let links = nodes.iter().flat_map(|node| match node {
            Node::Element(element) => {
                let own = element.attribute("href").map(str::to_owned);
                own.into_iter().chain(element.links()).collect()
            }
            Node::Text(_) => Vec::new(),
        });
        links.collect()
    }

    /// Each run of words within it, with the language that the nearest element around it names.
    pub fn spoken(&self, around: &str) -> Vec<(String, String)> {
        let language = self.attribute("lang").unwrap_or(around);
        let nodes = self.nodes.borrow();
        let runs = nodes.iter().flat_map(|node| match node {
            Node::Element(element) => element.spoken(language),
            Node::Text(text) => vec![(language.to_owned(), text.trim().to_owned())],
        });
        runs.collect()
    }

    /// All words within it.
    pub fn text(&self) -> String {
        self.text_without(&|_| false)
    }

    /// All words within it but those of some elements.
    pub fn text_without(&self, is_left_out: &dyn Fn(&Self) -> bool) -> String {
        let nodes = self.nodes.borrow();
        let words = nodes.iter().map(|node| match node {
            Node::Element(element) if is_left_out(element) => String::new(),
            Node::Element(element) => element.text_without(is_left_out),
            Node::Text(text) => text.clone(),
        });
        words.collect()
    }

    /// The elements directly within it.
    pub fn children(&self) -> Vec<Rc<Self>> {
        let nodes = self.nodes.borrow();
        let children = nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(Rc::clone(element)),
            Node::Text(_) => None,
        });
        children.collect()
    }
}

/// Collects elements and errors. Where the markup is right nothing is ever moved, so moving is not
/// followed: a page with errors is refused anyway.
#[derive(Default)]
struct Sink {
    elements: RefCell<Vec<Rc<Element>>>,
    errors: RefCell<Vec<String>>,
}

impl Sink {
    fn element(name: QualName, attributes: Vec<Attribute>) -> Rc<Element> {
        Rc::new(Element {
            name,
            attributes,
            nodes: RefCell::default(),
        })
    }

    fn nothing() -> Rc<Element> {
        let name = QualName::new(None, "".into(), "".into());
        Self::element(name, Vec::new())
    }
}

impl TreeSink for Sink {
    type Handle = Rc<Element>;
    type Output = Document;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Document {
        Document {
            elements: self.elements.into_inner(),
            errors: self.errors.into_inner(),
        }
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        self.errors.borrow_mut().push(message.into_owned());
    }

    fn get_document(&self) -> Rc<Element> {
        Self::nothing()
    }

    fn elem_name<'a>(&'a self, element: &'a Rc<Element>) -> &'a QualName {
        &element.name
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _: ElementFlags,
    ) -> Rc<Element> {
        let element = Self::element(name, attributes);
        self.elements.borrow_mut().push(Rc::clone(&element));
        element
    }

    fn append(&self, parent: &Rc<Element>, child: NodeOrText<Rc<Element>>) {
        parent.nodes.borrow_mut().push(match child {
            NodeOrText::AppendNode(element) => Node::Element(element),
            NodeOrText::AppendText(text) => Node::Text(text.to_string()),
        });
    }

    fn same_node(&self, one: &Rc<Element>, other: &Rc<Element>) -> bool {
        Rc::ptr_eq(one, other)
    }

    fn get_template_contents(&self, template: &Rc<Element>) -> Rc<Element> {
        Rc::clone(template)
    }

    fn create_comment(&self, _: StrTendril) -> Rc<Element> {
        Self::nothing()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Rc<Element> {
        Self::nothing()
    }

    fn append_before_sibling(&self, _: &Rc<Element>, _: NodeOrText<Rc<Element>>) {}
    fn append_based_on_parent_node(
        &self,
        _: &Rc<Element>,
        _: &Rc<Element>,
        _: NodeOrText<Rc<Element>>,
    ) {
    }
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn add_attrs_if_missing(&self, _: &Rc<Element>, _: Vec<Attribute>) {}
    fn remove_from_parent(&self, _: &Rc<Element>) {}
    fn reparent_children(&self, _: &Rc<Element>, _: &Rc<Element>) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
}

#[test]
fn wrong_markup_is_noticed() {
    let right = "<!doctype html><html lang=en><head><title>x</title></head><body><p>a<b>b</b></p></body></html>";
    assert_eq!(parse(right).errors, Vec::<String>::new());
    for wrong in [
        right.replace("</b>", ""),
        right.replace("<!doctype html>", ""),
        right.replace("<b>", "<b id=1 id=2>"),
        right.replace("a<b>", "<div>a</div><b>"),
        right.replace("<b>", "&nosuch;<b>"),
    ] {
        assert!(!parse(&wrong).errors.is_empty(), "{wrong}");
    }
}
