//! Sites that are read from the disk and built in memory.

use camino::Utf8Path;
use diptych::compile::{Options, World, analyse, build};
use diptych::diagnostic::human;
use diptych::disk;
use diptych::site::Bundle;
use std::sync::LazyLock;

/// A site with the world that it shows.
pub struct Built {
    pub world: World,
    pub bundle: Bundle,
}

/// The site of this repository.
pub fn real() -> &'static Built {
    static REAL: LazyLock<Built> = LazyLock::new(|| built(root()));
    &REAL
}

/// The site of the small invented corpus.
pub fn golden() -> &'static Built {
    static GOLDEN: LazyLock<Built> = LazyLock::new(|| built(&root().join("tests/golden")));
    &GOLDEN
}

/// The folder of this repository.
pub fn root() -> &'static Utf8Path {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Builds the site of a folder, which has to be without any fault.
pub fn built(root: &Utf8Path) -> Built {
    let options = Options::default();
    let inputs = disk::read(root).unwrap();
    let texts = disk::texts(root, None).unwrap();
    let analysis = analyse(&inputs.content, &texts, &options);
    let words = human(&analysis.report, &inputs.content, false);
    assert!(analysis.report.diagnostics().is_empty(), "{words}");
    let world = analysis.world.unwrap();
    let bundle = build(&inputs, &world, &options).unwrap();
    Built { world, bundle }
}
