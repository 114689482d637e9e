//! What each stage of the pipeline costs: `cargo bench --bench stages`, by stage and number of claims.
//!
//! Divan tells the time of one thread, which is the CPU time, since nothing here waits. With `-- write CLAIMS FOLDER` it
//! writes the corpus that it measures, and with `-- once CLAIMS` it goes through every stage once, for a profiler.

mod corpus;
mod pipeline;
mod random;

use divan::Bencher;
use pipeline::{Desk, once};
use std::path::Path;
use tempfile::TempDir;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    // One thread and no other, so that a profiler sees all work below the function of its stage.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1);
    let pool = pool.use_current_thread().build_global();
    pool.expect("there is no other pool yet");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["write", claims, folder, ..] => {
            corpus::write(number(claims), Path::new(folder)).expect("there is room for the corpus");
        }
        ["once", claims, ..] => once(number(claims)),
        _ => divan::main(),
    }
}

fn number(claims: &str) -> usize {
    claims.parse().expect("the number of claims is a number")
}

/// YAML becomes typed records.
#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher, claims: usize) {
    let desk = Desk::new(claims);
    bencher.bench_local(|| pipeline::parse(&desk));
}

/// Records become a corpus.
#[divan::bench(args = SIZES)]
fn resolve(bencher: Bencher, claims: usize) {
    let desk = Desk::new(claims);
    let records = pipeline::parse(&desk);
    let bencher = bencher.with_inputs(|| records.clone());
    bencher.bench_local_values(|records| pipeline::resolve(&desk, records));
}

/// Quotations are found in the texts.
#[divan::bench(args = SIZES)]
fn quotes(bencher: Bencher, claims: usize) {
    let desk = Desk::new(claims);
    let world = desk.study();
    bencher.bench_local(|| pipeline::quotes(&desk, &world.corpus));
}

/// Rows are made of claims.
#[divan::bench(args = SIZES)]
fn compare(bencher: Bencher, claims: usize) {
    let world = Desk::new(claims).study();
    bencher.bench_local(|| pipeline::compare(&world.corpus));
}

/// Every rule is asked.
#[divan::bench(args = SIZES)]
fn check(bencher: Bencher, claims: usize) {
    let world = Desk::new(claims).study();
    bencher.bench_local(|| pipeline::check(&world));
}

/// Every page is worked out.
#[divan::bench(args = SIZES, sample_count = 10)]
fn view(bencher: Bencher, claims: usize) {
    let desk = Desk::new(claims);
    desk.in_scene(&desk.study(), |scene, _, routes| {
        bencher.bench_local(|| pipeline::view(scene, routes));
    });
}

/// Every page and every card is filled into its template.
#[divan::bench(args = SIZES, sample_count = 10)]
fn render(bencher: Bencher, claims: usize) {
    let desk = Desk::new(claims);
    desk.in_scene(&desk.study(), |scene, renderer, routes| {
        let views = pipeline::view(scene, routes);
        bencher.bench_local(|| pipeline::render(scene, renderer, routes, &views));
    });
}

/// Every file of the data is written down.
#[divan::bench(args = SIZES, sample_count = 10)]
fn export(bencher: Bencher, claims: usize) {
    let desk = Desk::new(claims);
    let world = desk.study();
    bencher.bench_local(|| pipeline::export(&desk, &world));
}

/// The search is made.
#[divan::bench(args = SIZES, sample_count = 10)]
fn search(bencher: Bencher, claims: usize) {
    let desk = Desk::new(claims);
    let world = desk.study();
    bencher.bench_local(|| pipeline::search(&desk, &world));
}

/// A site is written where there is none.
#[divan::bench(args = SIZES, sample_count = 10)]
fn publish(bencher: Bencher, claims: usize) {
    let desk = Desk::new(claims);
    let site = desk.in_scene(&desk.study(), |scene, renderer, routes| {
        pipeline::render(scene, renderer, routes, &pipeline::view(scene, routes))
    });
    bencher
        .with_inputs(|| TempDir::new().expect("there is room for the site"))
        .bench_local_refs(|folder| pipeline::publish(&site, folder));
}
