//! The stages of the pipeline, each as one function that a profiler finds by its name.

use crate::corpus;
use camino::Utf8Path;
use diptych::check::{self, Evidence};
use diptych::citation::Citations;
use diptych::compare::Row;
use diptych::compile::{self, Options, World};
use diptych::corpus::{Corpus, LanguageId};
use diptych::diagnostic::Report;
use diptych::disk;
use diptych::export::{PassedOver, assets};
use diptych::language::Language;
use diptych::quote::{self, Examination, Texts};
use diptych::record::{self, Records};
use diptych::render::Renderer;
use diptych::site::{Bundle, Index, Route, plan};
use diptych::source::Inputs;
use diptych::translation::survey;
use diptych::view::{
    self, Frame, Highlights, NoCards, Scene, Stage, View, Weight, Words, claim_card,
};
use std::fs;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

/// What lies on the disk, read.
pub struct Desk {
    inputs: Inputs,
    texts: Texts,
}

impl Desk {
    /// A corpus of so many claims.
    pub fn new(claims: usize) -> Self {
        let folder = TempDir::new().expect("there is room for the corpus");
        corpus::write(claims, folder.path()).expect("there is room for the corpus");
        let root = Utf8Path::from_path(folder.path()).expect("the name of the folder is Unicode");
        let inputs = disk::read(root).expect("the corpus was just written");
        Self {
            texts: disk::texts(root, None).expect("there are none beside the corpus"),
            inputs,
        }
    }

    /// All that comes before the rules.
    pub fn study(&self) -> World {
        let corpus = resolve(self, parse(self));
        World {
            rows: compare(&corpus).into(),
            examinations: quotes(self, &corpus),
            survey: survey(&corpus, &self.inputs.content),
            corpus: Arc::new(corpus),
        }
    }

    /// Sets the scene as a build does, and has something made in it.
    pub fn in_scene<T>(
        &self,
        world: &World,
        make: impl FnOnce(&Scene<'_>, &Renderer, &[Route]) -> T,
    ) -> T {
        let language = language(self);
        let words = [Words::new(&language)];
        let index = Index::new(&world.corpus, &world.rows, &world.examinations, false);
        let citations = Citations::new(&world.corpus);
        let routes = plan(&world.corpus, &world.rows, &index);
        let highlights = Highlights::new(&routes, world.corpus.documents.len());
        let assets = assets(&self.inputs.statics, &mut Bundle::default());
        let assets = assets.expect("the built-in files are whole");
        let stage = Stage {
            corpus: &world.corpus,
            rows: &world.rows,
            examinations: &world.examinations,
            sources: &self.inputs.content,
            words: &words,
            index: &index,
            data: &[],
            citations: &citations,
            highlights: &highlights,
            assets: &assets,
            has_search: true,
            search: None,
        };
        let renderer = Renderer::new(&self.inputs.templates, &language);
        let renderer = renderer.expect("the built-in templates are sound");
        let scene = Scene::new(&stage, LanguageId::FIRST, &NoCards);
        make(&scene, &renderer, &routes)
    }
}

fn language(desk: &Desk) -> Arc<Language> {
    let mut templates = desk.inputs.templates.iter();
    let messages = templates.find(|it| it.name == "i18n/en.ftl");
    let messages = &messages.expect("the program speaks English").text;
    Arc::new(Language::new("en", messages).expect("the built-in messages are sound"))
}

/// Goes through every stage once, and prints what each took.
pub fn once(claims: usize) {
    let desk = Desk::new(claims);
    println!("{:>8}  {:>12}  {:>9}", "stage", "CPU", "peak");
    let records = timed("parse", || parse(&desk));
    let corpus = timed("resolve", || resolve(&desk, records));
    let examinations = timed("quotes", || quotes(&desk, &corpus));
    let rows = timed("compare", || compare(&corpus));
    let world = World {
        survey: survey(&corpus, &desk.inputs.content),
        rows: rows.into(),
        examinations,
        corpus: Arc::new(corpus),
    };
    let errors = timed("check", || check(&world));
    assert_eq!(errors, 0, "the corpus is sound");
    let site = desk.in_scene(&world, |scene, renderer, routes| {
        let views = timed("view", || view(scene, routes));
        timed("render", || render(scene, renderer, routes, &views))
    });
    let files =
        timed("export", || export(&desk, &world)) + timed("search", || search(&desk, &world));
    assert!(files > 0, "there are data and a search");
    let folder = TempDir::new().expect("there is room for the site");
    timed("publish", || publish(&site, &folder));
}

fn timed<T>(stage: &str, work: impl FnOnce() -> T) -> T {
    let before = on_cpu();
    let made = work();
    let spent = on_cpu().saturating_sub(before);
    println!(
        "{stage:>8}  {:>9.1} ms  {:>5} MiB",
        Duration::from_nanos(spent).as_secs_f64() * 1e3,
        peak() / 1024
    );
    made
}

/// Nanoseconds that this thread was at work; 0 where the system does not tell.
fn on_cpu() -> u64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = told.split_whitespace().next();
    first.and_then(|it| it.parse().ok()).unwrap_or(0)
}

/// The most memory that was in use so far, in KiB; 0 where the system does not tell.
fn peak() -> u64 {
    let told = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|it| it.split_whitespace().next());
    number.and_then(|it| it.parse().ok()).unwrap_or(0)
}

#[inline(never)]
pub fn parse(desk: &Desk) -> Records {
    let mut memory = record::Memory::default();
    Records::read(&desk.inputs.content, &mut memory, &mut Report::default())
}

#[inline(never)]
pub fn resolve(desk: &Desk, records: Records) -> Corpus {
    let mut memory = diptych::resolve::Memory::default();
    let content = &desk.inputs.content;
    let corpus = diptych::resolve::resolve(records, content, &mut memory, &mut Report::default());
    corpus.expect("the corpus is sound")
}

#[inline(never)]
pub fn quotes(desk: &Desk, corpus: &Corpus) -> Vec<Arc<Examination>> {
    let mut memory = quote::Memory::default();
    quote::examinations(corpus, &desk.inputs.content, &desk.texts, &mut memory)
}

#[inline(never)]
pub fn compare(corpus: &Corpus) -> Vec<Row> {
    diptych::compare::compare(corpus)
}

/// Says how many errors there are.
#[inline(never)]
pub fn check(world: &World) -> usize {
    let mut report = Report::default();
    let evidence = Evidence::new(
        &world.corpus,
        &world.rows,
        &world.examinations,
        &world.survey,
    );
    check::check(&evidence, &mut check::Memory::default(), &mut report);
    report.errors()
}

#[inline(never)]
pub fn view(scene: &Scene<'_>, routes: &[Route]) -> Vec<(Frame, View)> {
    let routes = routes.iter();
    routes.map(|&route| view::view(scene, route)).collect()
}

/// Fills every page and every card.
#[inline(never)]
pub fn render(
    scene: &Scene<'_>,
    renderer: &Renderer,
    routes: &[Route],
    views: &[(Frame, View)],
) -> Bundle {
    const SOUND: &str = "the built-in templates are sound";
    let mut site = Bundle::default();
    for (route, (frame, view)) in routes.iter().zip(views) {
        let page = renderer.page(frame, view).expect(SOUND);
        site.add(route.file(scene.corpus), page);
    }
    for (id, _) in scene.corpus.claims() {
        for weight in [Weight::Full, Weight::Compact] {
            let card = renderer.card(&claim_card(scene, id, weight));
            black_box(card.expect(SOUND));
        }
    }
    site
}

/// Says how many files there are.
#[inline(never)]
pub fn export(desk: &Desk, world: &World) -> usize {
    let edition = compile::edition(&desk.inputs.content, world, &Options::default());
    diptych::export::data(&edition).len()
}

/// Says how many files there are.
#[inline(never)]
pub fn search(desk: &Desk, world: &World) -> usize {
    let language = language(desk);
    let passed_over = PassedOver::new(&view::passed_over(&[Words::new(&language)]));
    let edition = compile::edition(&desk.inputs.content, world, &Options::default());
    diptych::export::search(&edition, &passed_over).files.len()
}

/// Writes a site where there is none, and says how many files it has.
#[inline(never)]
pub fn publish(site: &Bundle, folder: &TempDir) -> usize {
    let out = Utf8Path::from_path(folder.path()).expect("the name of the folder is Unicode");
    let published = disk::publish::publish(site.iter(), &out.join("public"));
    published.expect("there is room for the site").written
}
