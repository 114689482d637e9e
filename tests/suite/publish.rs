//! A site reaches its folder whole, and nothing of anybody else's is lost.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::lot::Lot;
use camino::{Utf8Path, Utf8PathBuf};
use diptych::disk::publish::{Publication, PublishError, Published, Strategy, publish, publish_by};
use rustix::fs::{FlockOperation, flock};
use tempfile::TempDir;

const BOTH: [Strategy; 2] = [Strategy::Exchange, Strategy::FileByFile];
const MANIFEST: &str = ".diptych-manifest";

/// The variable that tells a test that it runs in a process of its own, and what for.
const TASK: &str = "DIPTYCH_TEST_TASK";

/// A folder to work in, whose `public` is published to.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A place that holds this site already.
    fn with(site: &[(&str, &str)]) -> Self {
        let place = Self::new();
        place.publish(Strategy::Exchange, site).unwrap();
        place
    }

    fn path(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).unwrap()
    }

    fn out(&self) -> Utf8PathBuf {
        self.path().join("public")
    }

    fn publish(
        &self,
        strategy: Strategy,
        site: &[(&str, &str)],
    ) -> Result<Published, PublishError> {
        publish_by(strategy, bytes(site), &self.out())
    }

    /// Puts a file there that Diptych does not know.
    fn put(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Everything in the folder, and so what staging left too: path to text, target or `/` for a folder.
    fn tree(&self) -> BTreeMap<String, String> {
        let mut tree = BTreeMap::new();
        collect(self.path(), self.path(), &mut tree);
        tree
    }

    /// The published files and folders without the manifest.
    fn site(&self) -> BTreeMap<String, String> {
        let mut tree = BTreeMap::new();
        collect(&self.out(), &self.out(), &mut tree);
        tree.remove(MANIFEST);
        tree
    }

    fn metadata(&self, path: &str) -> fs::Metadata {
        self.out().join(path).symlink_metadata().unwrap()
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.out().join(path)).unwrap()
    }
}

fn bytes<'a>(site: &'a [(&'a str, &'a str)]) -> impl Iterator<Item = (&'a str, &'a [u8])> {
    site.iter().map(|(path, text)| (*path, text.as_bytes()))
}

fn collect(folder: &Utf8Path, root: &Utf8Path, tree: &mut BTreeMap<String, String>) {
    for entry in folder.read_dir_utf8().unwrap() {
        let path = entry.unwrap().into_path();
        let name = path.strip_prefix(root).unwrap().to_string();
        let kind = path.symlink_metadata().unwrap();
        if kind.is_symlink() {
            tree.insert(name, format!("-> {}", path.read_link_utf8().unwrap()));
        } else if kind.is_dir() {
            tree.insert(name, "/".to_owned());
            collect(&path, root, tree);
        } else {
            tree.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

fn tree(entries: &[(&str, &str)]) -> BTreeMap<String, String> {
    entries
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

/// What a write to a file, or to a folder's list of names, changes.
fn trace(path: &Path) -> (u64, i64, i64, i64, i64) {
    let found = path.symlink_metadata().unwrap();
    (
        found.ino(),
        found.mtime(),
        found.mtime_nsec(),
        found.ctime(),
        found.ctime_nsec(),
    )
}

#[test]
fn the_first_site_makes_the_folder_and_its_parents() {
    let place = Place::new();
    let out = place.path().join("a/b/public");
    let site = [("claims/x/one.html", "one"), ("index.html", "home")];
    let published = publish(bytes(&site), &out).unwrap();
    assert_eq!(
        published,
        Published {
            written: 2,
            unchanged: 0,
            removed: 0,
            ..Published::default()
        }
    );
    assert_eq!(
        place.tree(),
        tree(&[
            ("a", "/"),
            ("a/b", "/"),
            ("a/b/public", "/"),
            (
                "a/b/public/.diptych-manifest",
                "diptych-manifest 1\nclaims/x/one.html\nindex.html\n"
            ),
            ("a/b/public/claims", "/"),
            ("a/b/public/claims/x", "/"),
            ("a/b/public/claims/x/one.html", "one"),
            ("a/b/public/index.html", "home"),
        ])
    );
}

#[test]
fn an_empty_folder_is_published_to() {
    for strategy in BOTH {
        let place = Place::new();
        fs::create_dir(place.out()).unwrap();
        place.publish(strategy, &[("index.html", "home")]).unwrap();
        assert_eq!(place.site(), tree(&[("index.html", "home")]));
    }
}

#[test]
fn the_folder_can_be_served_by_others() {
    let place = Place::with(&[("index.html", "home")]);
    let plain = place.path().join("plain");
    fs::create_dir(&plain).unwrap();
    assert_eq!(place.metadata("").mode(), plain.metadata().unwrap().mode());

    fs::set_permissions(place.out(), fs::Permissions::from_mode(0o2751)).unwrap();
    place
        .publish(Strategy::Exchange, &[("index.html", "new")])
        .unwrap();
    assert_eq!(place.metadata("").mode() & 0o7777, 0o2751);
}

/// A file that comes part by part, what stands at its place, and whether anything is written.
const ARRIVALS: [(&[&str], Option<&str>, bool); 9] = [
    (&["one ", "two ", "three"], Some("one two three"), false),
    (&["one two three"], Some("one two three"), false),
    (&["", "one two three", ""], Some("one two three"), false),
    (&["one ", "two ", "four!"], Some("one two three"), true),
    (&["won ", "two ", "three"], Some("one two three"), true),
    (&["one ", "two "], Some("one two three"), true),
    (
        &["one ", "two ", "three, four"],
        Some("one two three"),
        true,
    ),
    (&[], Some("one two three"), true),
    (&["one ", "two ", "three"], None, true),
];

#[test]
fn a_file_may_come_part_by_part() {
    for strategy in BOTH {
        for (parts, standing, is_written) in ARRIVALS {
            let old = standing.map(|text| ("data/long.json", text));
            let site: Vec<(&str, &str)> = [("index.html", "same")].into_iter().chain(old).collect();
            let place = Place::with(&site);
            let before = place.metadata("").ino();
            let publication = Publication::begin(strategy, &place.out()).unwrap();
            publication.add("index.html", b"same");
            publication.add_in_parts("data/long.json", |sink| {
                for part in parts {
                    sink(part.as_bytes());
                }
            });
            let published = publication.finish().unwrap();
            let case = format!("{strategy:?}: {parts:?} on {standing:?}");
            assert_eq!(published.written, usize::from(is_written), "{case}");
            assert_eq!(place.text("data/long.json"), parts.concat(), "{case}");
            let is_exchanged = place.metadata("").ino() != before;
            let may_exchange = strategy == Strategy::Exchange;
            assert_eq!(is_exchanged, is_written && may_exchange, "{case}");
        }
    }
}

#[test]
fn a_file_that_comes_part_by_part_is_refused_where_others_put_theirs() {
    let place = Place::with(&[("index.html", "same")]);
    place.put("public/data/notes.txt", "mine");
    let publication = Publication::begin(Strategy::Exchange, &place.out()).unwrap();
    publication.add_in_parts("data", |sink| sink(b"{}"));
    let refused = publication.finish();
    assert!(
        matches!(refused, Err(PublishError::InTheWay { .. })),
        "{refused:?}"
    );
    assert_eq!(place.text("data/notes.txt"), "mine");
}

#[test]
fn unchanged_files_keep_their_inode_and_time() {
    for strategy in BOTH {
        let place = Place::with(&[
            ("a/same.html", "same"),
            ("index.html", "old"),
            ("length.html", "1"),
        ]);
        let before = place.metadata("a/same.html");
        let folder = place.metadata("").ino();
        let site = [
            ("a/same.html", "same"),
            ("index.html", "new"),
            ("length.html", "12"),
            ("more.html", "more"),
        ];
        let published = place.publish(strategy, &site).unwrap();
        let after = place.metadata("a/same.html");
        assert_eq!(
            (after.ino(), after.nlink()),
            (before.ino(), 1),
            "{strategy:?}"
        );
        assert_eq!(
            after.modified().unwrap(),
            before.modified().unwrap(),
            "{strategy:?}"
        );
        assert_eq!(
            published,
            Published {
                written: 3,
                unchanged: 1,
                removed: 0,
                ..Published::default()
            }
        );
        let mut expected = tree(&site);
        expected.insert("a".to_owned(), "/".to_owned());
        assert_eq!(place.site(), expected);
        // Each strategy did what it is for.
        assert_eq!(
            place.metadata("").ino() == folder,
            strategy == Strategy::FileByFile,
            "{strategy:?}"
        );
    }
}

#[test]
fn where_nothing_changed_nothing_is_written() {
    let site = [("a/one.html", "one"), ("index.html", "home")];
    for strategy in BOTH {
        let place = Place::with(&site);
        place.put("public/CNAME", "example.org");
        let watched = [
            "",
            "public",
            "public/a",
            "public/a/one.html",
            "public/.diptych-manifest",
        ];
        let traces = || watched.map(|path| trace(place.path().join(path).as_std_path()));
        let before = traces();
        let published = place.publish(strategy, &site).unwrap();
        assert_eq!(traces(), before, "{strategy:?}");
        assert_eq!(
            published,
            Published {
                written: 0,
                unchanged: 2,
                removed: 0,
                ..Published::default()
            }
        );
    }
}

#[test]
fn removed_files_and_the_folders_they_leave_empty_go() {
    for strategy in BOTH {
        let place = Place::with(&[
            ("a/b/c/old.html", "old"),
            ("a/stays.html", "stays"),
            ("d/e.html", "e"),
        ]);
        let published = place
            .publish(strategy, &[("a/stays.html", "stays")])
            .unwrap();
        assert_eq!(
            place.site(),
            tree(&[("a", "/"), ("a/stays.html", "stays")]),
            "{strategy:?}"
        );
        assert_eq!(
            published,
            Published {
                written: 0,
                unchanged: 1,
                removed: 2,
                ..Published::default()
            }
        );
        let manifest = fs::read_to_string(place.out().join(MANIFEST)).unwrap();
        assert_eq!(manifest, "diptych-manifest 1\na/stays.html\n");
    }
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    for strategy in BOTH {
        let place = Place::with(&[("one", "file"), ("two/deep/x.html", "x"), ("z.html", "z")]);
        place
            .publish(
                strategy,
                &[("one/y.html", "y"), ("two", "file"), ("z.html", "z")],
            )
            .unwrap();
        assert_eq!(
            place.site(),
            tree(&[
                ("one", "/"),
                ("one/y.html", "y"),
                ("two", "file"),
                ("z.html", "z")
            ]),
            "{strategy:?}"
        );
    }
}

#[test]
fn what_others_put_there_stays() {
    for strategy in BOTH {
        let place = Place::with(&[("a/old.html", "old"), ("index.html", "old")]);
        place.put("public/CNAME", "example.org");
        place.put("public/.git/objects/01/23", "object");
        place.put("public/a/note.txt", "mine");
        fs::create_dir(place.out().join("empty")).unwrap();
        symlink("nowhere", place.out().join("dangling")).unwrap();
        symlink("a", place.out().join("link")).unwrap();
        fs::set_permissions(
            place.out().join(".git/objects"),
            fs::Permissions::from_mode(0o700),
        )
        .unwrap();
        let file = |path| {
            (
                place.metadata(path).ino(),
                place.metadata(path).modified().unwrap(),
            )
        };
        let before = [".git/objects/01/23", "CNAME", "a/note.txt"].map(file);

        place.publish(strategy, &[("index.html", "new")]).unwrap();
        assert_eq!(
            place.site(),
            tree(&[
                (".git", "/"),
                (".git/objects", "/"),
                (".git/objects/01", "/"),
                (".git/objects/01/23", "object"),
                ("CNAME", "example.org"),
                ("a", "/"),
                ("a/note.txt", "mine"),
                ("dangling", "-> nowhere"),
                ("empty", "/"),
                ("index.html", "new"),
                ("link", "-> a"),
            ]),
            "{strategy:?}"
        );
        let after = [".git/objects/01/23", "CNAME", "a/note.txt"].map(file);
        assert_eq!(after, before, "{strategy:?}");
        assert_eq!(
            place.metadata(".git/objects").mode() & 0o777,
            0o700,
            "{strategy:?}"
        );
        assert_eq!(
            place.path().read_dir().unwrap().count(),
            1,
            "only `public` stands there: {strategy:?}"
        );
    }
}

#[test]
fn a_folder_of_others_is_refused_and_untouched() {
    for strategy in BOTH {
        let place = Place::new();
        place.put("public/thesis.txt", "years of work");
        let before = trace(place.out().as_std_path());
        let refused = place
            .publish(strategy, &[("index.html", "home")])
            .unwrap_err();
        assert!(matches!(refused, PublishError::NotOurs { .. }), "{refused}");
        assert!(
            refused.to_string().contains(place.out().as_str()),
            "{refused}"
        );
        assert!(refused.help().contains("--out"));
        assert_eq!(place.site(), tree(&[("thesis.txt", "years of work")]));
        assert_eq!(trace(place.out().as_std_path()), before);
    }
}

#[test]
fn what_others_put_in_the_way_is_named_and_nothing_is_touched() {
    type Put = fn(&Place);
    let ways: [(&str, Put); 6] = [
        ("new.html", |place| place.put("public/new.html", "new")),
        ("new.html", |place| {
            symlink("index.html", place.out().join("new.html")).unwrap();
        }),
        ("new.html", |place| {
            fs::create_dir(place.out().join("new.html")).unwrap();
        }),
        ("new.html/inner.txt", |place| {
            fs::remove_dir_all(place.out()).unwrap();
            place
                .publish(Strategy::Exchange, &[("new.html/old.html", "old")])
                .unwrap();
            place.put("public/new.html/inner.txt", "inner");
        }),
        ("themes", |place| place.put("public/themes", "a file")),
        ("themes", |place| {
            fs::create_dir(place.path().join("elsewhere")).unwrap();
            symlink("../elsewhere", place.out().join("themes")).unwrap();
        }),
    ];
    for strategy in BOTH {
        for (index, (path, put)) in ways.iter().enumerate() {
            let place = Place::with(&[("index.html", "old")]);
            put(&place);
            let before = (place.tree(), trace(place.out().as_std_path()));
            let site = [
                ("index.html", "new"),
                ("new.html", "new"),
                ("themes/x.html", "x"),
            ];
            let refused = place.publish(strategy, &site).unwrap_err();
            assert!(
                matches!(&refused, PublishError::InTheWay { path: named } if *named == place.out().join(path)),
                "{index}: {refused}"
            );
            assert_eq!(
                (place.tree(), trace(place.out().as_std_path())),
                before,
                "{index}"
            );
        }
    }
}

#[test]
fn a_file_a_link_and_the_root_are_refused() {
    for strategy in BOTH {
        let place = Place::new();
        place.put("public", "a file");
        let refused = place
            .publish(strategy, &[("index.html", "home")])
            .unwrap_err();
        assert!(
            matches!(refused, PublishError::NotAFolder { .. }),
            "{refused}"
        );
        assert_eq!(place.tree(), tree(&[("public", "a file")]));

        for target in ["target", "nowhere"] {
            let place = Place::new();
            fs::create_dir(place.path().join("target")).unwrap();
            symlink(target, place.out()).unwrap();
            for out in [place.out(), place.out().join("")] {
                let refused =
                    publish_by(strategy, bytes(&[("index.html", "home")]), &out).unwrap_err();
                assert!(matches!(refused, PublishError::Link { .. }), "{refused}");
                assert!(refused.to_string().contains("symbolic link"), "{refused}");
            }
            let link = format!("-> {target}");
            assert_eq!(place.tree(), tree(&[("public", &link), ("target", "/")]));
        }

        for root in ["/", "/..", "/tmp/.."] {
            let refused = publish_by(
                strategy,
                bytes(&[("index.html", "home")]),
                Utf8Path::new(root),
            )
            .unwrap_err();
            assert!(
                matches!(refused, PublishError::Root { .. }),
                "{root}: {refused}"
            );
        }
    }
}

#[test]
fn dots_in_the_path_mean_what_they_mean_to_the_shell() {
    let place = Place::new();
    fs::create_dir_all(place.path().join("real/inner")).unwrap();
    symlink("real/inner", place.path().join("link")).unwrap();
    for (out, lands) in [
        ("one/../public", "public"),
        ("./two/./public/", "two/public"),
        ("link/../public", "real/public"),
    ] {
        publish(bytes(&[("index.html", out)]), &place.path().join(out)).unwrap();
        let index = place.path().join(lands).join("index.html");
        assert_eq!(fs::read_to_string(index).unwrap(), out);
    }
    assert!(!place.path().join("one").exists());
}

#[test]
fn a_path_that_leads_out_of_the_folder_is_a_fault_of_ours() {
    for path in [
        "/etc/x",
        "../x",
        "a/../../x",
        "a//b",
        "",
        "a\nb",
        ".",
        ".diptych-manifest",
    ] {
        for site in [vec![(path, "x")], vec![("a", "x"), ("a", "y")]] {
            let place = Place::new();
            // Where assertions are on, the same fault is a panic.
            let refused = std::panic::catch_unwind(|| place.publish(Strategy::Exchange, &site));
            assert!(
                matches!(refused, Err(_) | Ok(Err(PublishError::Misnamed { .. }))),
                "{path:?}"
            );
            assert_eq!(place.tree(), tree(&[]));
        }
    }
}

#[test]
fn a_manifest_of_another_version_is_refused() {
    for damaged in [
        &b"diptych-manifest 2\nindex.html\n"[..],
        b"",
        b"diptych-manifest 1\n\xff\n",
    ] {
        let place = Place::with(&[("index.html", "home")]);
        fs::write(place.out().join(MANIFEST), damaged).unwrap();
        let refused = place
            .publish(Strategy::Exchange, &[("index.html", "new")])
            .unwrap_err();
        assert!(
            matches!(refused, PublishError::Manifest { .. }),
            "{refused}"
        );
        assert_eq!(fs::read(place.out().join(MANIFEST)).unwrap(), damaged);
        assert_eq!(fs::read(place.out().join("index.html")).unwrap(), b"home");
    }
}

#[test]
fn a_link_is_no_manifest() {
    let place = Place::new();
    place.put("elsewhere", "diptych-manifest 1\nindex.html\n");
    place.put("public/index.html", "mine");
    symlink("../elsewhere", place.out().join(MANIFEST)).unwrap();
    let refused = place
        .publish(Strategy::Exchange, &[("index.html", "new")])
        .unwrap_err();
    assert!(matches!(refused, PublishError::NotOurs { .. }), "{refused}");
}

#[test]
fn links_inside_are_not_followed() {
    for strategy in BOTH {
        // The folder `a` moved out and a link took its place; the manifest still names what is now behind the link.
        let place = Place::with(&[
            ("a/old.html", "old"),
            ("index.html", "old"),
            ("page.html", "page"),
        ]);
        fs::rename(place.out().join("a"), place.path().join("outside")).unwrap();
        symlink("../outside", place.out().join("a")).unwrap();
        fs::remove_file(place.out().join("page.html")).unwrap();
        place.put("secret", "secret");
        symlink("../secret", place.out().join("page.html")).unwrap();
        place.publish(strategy, &[("index.html", "new")]).unwrap();
        let mut expected = tree(&[
            ("outside", "/"),
            ("outside/old.html", "old"),
            ("public", "/"),
            ("public/a", "-> ../outside"),
            ("public/index.html", "new"),
            ("public/page.html", "-> ../secret"),
            ("secret", "secret"),
        ]);
        expected.insert(
            format!("public/{MANIFEST}"),
            "diptych-manifest 1\nindex.html\n".to_owned(),
        );
        assert_eq!(place.tree(), expected, "{strategy:?}");
    }
}

#[test]
fn both_strategies_give_the_same_tree() {
    let sites: [&[(&str, &str)]; 5] = [
        &[
            ("assets/1.css", "1"),
            ("b/c.html", "c"),
            ("index.html", "1"),
        ],
        &[
            ("assets/2.css", "2"),
            ("b", "file"),
            ("d.xml", "d"),
            ("index.html", "2"),
        ],
        &[("b/c/d.html", "d"), ("d.xml", "d"), ("index.html", "2")],
        &[("index.html", "")],
        &[
            ("assets/1.css", "1"),
            ("b/c.html", "c"),
            ("index.html", "1"),
        ],
    ];
    let places = BOTH.map(|_| Place::new());
    for site in sites {
        let counts = [0, 1].map(|index| places[index].publish(BOTH[index], site).unwrap());
        assert_eq!(counts[0], counts[1]);
        assert_eq!(places[0].tree(), places[1].tree());
        for (path, text) in site {
            assert_eq!(
                fs::read_to_string(places[0].out().join(path)).unwrap(),
                *text
            );
        }
    }
}

#[test]
fn a_failure_midway_leaves_the_old_site() {
    let long = format!("{}.html", "x".repeat(260));
    let old = [
        ("a.html", "old"),
        ("gone.html", "gone"),
        ("index.html", "old"),
    ];
    let failing: [&[(&str, &str)]; 2] = [
        &[
            ("a.html", "new"),
            ("index.html", "new"),
            (&long, "too long a name"),
        ],
        &[
            ("a.html", "new"),
            ("index.html", "a file"),
            ("index.html/x", "below it"),
        ],
    ];
    for strategy in BOTH {
        for site in failing {
            let place = Place::with(&old);
            place.put("public/CNAME", "example.org");
            let before = (
                place.tree(),
                trace(place.out().join("a.html").as_std_path()),
            );
            let failure = place.publish(strategy, site).unwrap_err();
            assert!(matches!(failure, PublishError::Machine { .. }), "{failure}");
            let after = (
                place.tree(),
                trace(place.out().join("a.html").as_std_path()),
            );
            assert_eq!(after, before, "{strategy:?}");

            let place = Place::new();
            place.publish(strategy, site).unwrap_err();
            assert_eq!(place.tree(), tree(&[]));
        }
    }
}

#[test]
fn two_publishes_do_not_work_on_one_folder() {
    for strategy in BOTH {
        let place = Place::with(&[("index.html", "old")]);
        let other = fs::File::open(place.out()).unwrap();
        flock(&other, FlockOperation::LockExclusive).unwrap();
        let refused = place
            .publish(strategy, &[("index.html", "new")])
            .unwrap_err();
        assert!(matches!(refused, PublishError::Busy { .. }), "{refused}");
        flock(&other, FlockOperation::Unlock).unwrap();
        place.publish(strategy, &[("index.html", "new")]).unwrap();
    }
}

#[test]
fn what_a_killed_publish_left_is_cleared_away() {
    let old = [("index.html", "old")];
    for strategy in BOTH {
        let place = Place::with(&old);
        place.put("public/CNAME", "example.org");
        // Killed while it staged, beside the folder and inside it.
        for stage in [".public.diptych-abc123", "public/.diptych-stage-abc123"] {
            place.put(&format!("{stage}/.diptych-unfinished"), "");
            place.put(&format!("{stage}/a/b.html"), "half a site");
        }
        // Killed after the exchange: the old tree, one file with two names, and one that came in the last moment
        // or with the repository.
        place.put(
            ".public.diptych-def456/.diptych-manifest",
            "diptych-manifest 1\na/x.html\n",
        );
        place.put(".public.diptych-def456/a/x.html", "ours");
        place.put(".public.diptych-def456/b/late.txt", "not ours");
        let second = place.path().join(".public.diptych-def456/CNAME");
        fs::hard_link(place.out().join("CNAME"), second).unwrap();
        // A living one, which holds its lock, and a folder that only sounds like one.
        place.put(".public.diptych-living/.diptych-unfinished", "");
        let living = fs::File::open(place.path().join(".public.diptych-living")).unwrap();
        flock(&living, FlockOperation::LockExclusive).unwrap();
        place.put(".public.diptych-notes/notes.txt", "mine");
        place.put(".other.diptych-abc123/.diptych-unfinished", "");

        let published = place.publish(strategy, &old).unwrap();
        assert_eq!(published.unchanged, 1);
        let remains = place.path().join(".public.diptych-def456");
        assert_eq!(published.remains, [remains.canonicalize().unwrap()]);
        assert_eq!(
            place.tree(),
            tree(&[
                (".other.diptych-abc123", "/"),
                (".other.diptych-abc123/.diptych-unfinished", ""),
                (".public.diptych-def456", "/"),
                (
                    ".public.diptych-def456/.diptych-manifest",
                    "diptych-manifest 1\na/x.html\n"
                ),
                (".public.diptych-def456/b", "/"),
                (".public.diptych-def456/b/late.txt", "not ours"),
                (".public.diptych-living", "/"),
                (".public.diptych-living/.diptych-unfinished", ""),
                (".public.diptych-notes", "/"),
                (".public.diptych-notes/notes.txt", "mine"),
                ("public", "/"),
                (
                    "public/.diptych-manifest",
                    "diptych-manifest 1\nindex.html\n"
                ),
                ("public/CNAME", "example.org"),
                ("public/index.html", "old"),
            ]),
            "{strategy:?}"
        );
    }
}

#[test]
fn what_a_killed_first_publish_left_is_cleared_away() {
    let place = Place::new();
    place.put(".public.diptych-abc123/.diptych-unfinished", "");
    place.put(".public.diptych-abc123/index.html", "half a site");
    place
        .publish(Strategy::Exchange, &[("index.html", "home")])
        .unwrap();
    assert_eq!(place.site(), tree(&[("index.html", "home")]));
    assert_eq!(place.path().read_dir().unwrap().count(), 1);
}

#[test]
fn an_old_tree_that_nobody_can_judge_is_left_alone() {
    let place = Place::with(&[("index.html", "old")]);
    place.put("public/CNAME", "new.example.org");
    place.put(
        ".public.diptych-def456/.diptych-manifest",
        "diptych-manifest 1\n",
    );
    place.put(".public.diptych-def456/CNAME", "old.example.org");
    place.put(".public.diptych-abc123/.diptych-manifest", "damaged");
    place.put(".public.diptych-abc123/page.html", "whose?");
    let before = place.tree();
    place
        .publish(Strategy::Exchange, &[("index.html", "old")])
        .unwrap();
    assert_eq!(place.tree(), before);
}

#[test]
fn a_publish_that_was_killed_between_files_is_completed() {
    for strategy in BOTH {
        let place = Place::with(&[
            ("a.html", "old"),
            ("gone.html", "gone"),
            ("index.html", "old"),
        ]);
        // What file by file leaves: the manifest of both sites, and a part of the new one.
        // A merge of two branches may leave its lines in any order.
        let both = "diptych-manifest 1\nnewer.html\na.html\nindex.html\nnew.html\ngone.html\n";
        place.put("public/.diptych-manifest", both);
        place.put("public/new.html", "new");
        let site = [
            ("a.html", "new"),
            ("index.html", "new"),
            ("new.html", "new"),
            ("newer.html", "new"),
        ];
        place.publish(strategy, &site).unwrap();
        assert_eq!(place.site(), tree(&site), "{strategy:?}");
        // And where all of it was done but the last manifest.
        let manifest = fs::read_to_string(place.out().join(MANIFEST)).unwrap();
        place.put("public/.diptych-manifest", both);
        place.publish(strategy, &site).unwrap();
        assert_eq!(
            fs::read_to_string(place.out().join(MANIFEST)).unwrap(),
            manifest
        );
    }
}

/// Starts this test again in a process of its own, which finds `task` in the environment.
fn again(task: &str, place: &Utf8Path) -> Command {
    let name = thread::current().name().unwrap().to_owned();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", &name])
        .env(TASK, task)
        .current_dir(place)
        .stdout(Stdio::null());
    command
}

#[test]
fn the_folder_one_stands_in_stays_the_same_one() {
    if std::env::var_os(TASK).is_some() {
        publish(bytes(&[("index.html", "new")]), Utf8Path::new(".")).unwrap();
        return;
    }
    let place = Place::with(&[("index.html", "old")]);
    let before = place.metadata("").ino();
    assert!(
        again("publish here", &place.out())
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(place.metadata("").ino(), before);
    assert_eq!(place.site(), tree(&[("index.html", "new")]));
}

/// The names of sixty assets, of an old site and of a new one.
fn names() -> Vec<[String; 2]> {
    let name = |index| ["old", "new"].map(|age| format!("assets/{index}.{age}.css"));
    (0..60).map(name).collect()
}

/// Two sites whose pages name an asset.
fn two_sites(names: &[[String; 2]]) -> [Vec<(&str, &str)>; 2] {
    [0, 1].map(|age| {
        let asset = names[0][age].as_str();
        let assets = names.iter().map(|pair| (pair[age].as_str(), "css"));
        assets
            .chain([
                ("a.xml", asset),
                ("index.html", asset),
                ("same.html", "same"),
            ])
            .collect()
    })
}

#[test]
fn a_publish_that_is_killed_loses_nothing() {
    let names = names();
    let sites = two_sites(&names);
    if let Ok(task) = std::env::var(TASK) {
        let strategy = BOTH[usize::from(task == format!("{:?}", BOTH[1]))];
        for round in 0.. {
            publish_by(strategy, bytes(&sites[round % 2]), Utf8Path::new("public")).unwrap();
        }
    }
    let mut lot = Lot::new(200);
    for strategy in BOTH {
        let place = Place::with(&sites[0]);
        place.put("public/CNAME", "example.org");
        let whole = sites.clone().map(|site| {
            let mut whole = tree(&site);
            whole.extend(tree(&[("CNAME", "example.org"), ("assets", "/")]));
            whole
        });
        for round in 0..100 {
            let before = place.metadata("").ino();
            let mut child = again(&format!("{strategy:?}"), place.path())
                .spawn()
                .unwrap();
            // The worst moment: files of both sites stand there, or just about the exchange.
            let is_between = || {
                ["old", "new"]
                    .iter()
                    .all(|age| place.out().join(format!("assets/1.{age}.css")).exists())
            };
            let has_begun = || place.metadata("").ino() != before;
            let end = Instant::now() + Duration::from_secs(5);
            while !is_between() && !has_begun() && Instant::now() < end {
                thread::sleep(Duration::from_micros(20));
            }
            // A publish takes some milliseconds.
            thread::sleep(Duration::from_micros(lot.below(12_000) as u64));
            child.kill().unwrap();
            child.wait().unwrap();
            if strategy == Strategy::Exchange {
                assert!(whole.contains(&place.site()), "{:?}", place.site());
            }
            let next = usize::from(round % 3 == 0);
            place.publish(strategy, &sites[next]).unwrap();
            assert_eq!(place.site(), whole[next], "{strategy:?}");
            assert_eq!(place.path().read_dir().unwrap().count(), 1, "{strategy:?}");
        }
    }
}

/// Publishes two sites in turn while a reader asks for something, and returns how often the reader
/// was disappointed, and how often it asked.
fn read_while_publishing(
    strategy: Strategy,
    reader: impl Fn(&Utf8Path) -> bool + Sync,
) -> (usize, usize) {
    let place = Place::new();
    let names = names();
    let sites = two_sites(&names);
    place.publish(strategy, &sites[0]).unwrap();
    let is_over = AtomicBool::new(false);
    let (asked, disappointed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                asked.fetch_add(1, Ordering::Relaxed);
                if !reader(&place.out()) {
                    disappointed.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
        let failed = (1..=50).find_map(|round| place.publish(strategy, &sites[round % 2]).err());
        // Before anything panics, or the reader would never end.
        is_over.store(true, Ordering::Relaxed);
        assert!(failed.is_none(), "{failed:?}");
    });
    (disappointed.into_inner(), asked.into_inner())
}

#[test]
fn a_reader_never_misses_the_home_page() {
    let (disappointed, asked) = read_while_publishing(Strategy::Exchange, |out| {
        fs::read_to_string(out.join("index.html")).is_ok_and(|text| !text.is_empty())
    });
    assert_eq!(disappointed, 0, "of {asked}");
    assert!(asked > 50);
}

#[test]
fn file_by_file_nothing_names_a_missing_asset() {
    let (disappointed, asked) = read_while_publishing(Strategy::FileByFile, |out| {
        ["a.xml", "index.html"].iter().all(|page| {
            let page = || fs::read_to_string(out.join(page)).unwrap();
            let asset = page();
            // What was replaced meanwhile may name what has gone meanwhile.
            out.join(&asset).exists() || page() != asset
        })
    });
    assert_eq!(disappointed, 0, "of {asked}");
    assert!(asked > 50);
}

#[test]
fn an_error_says_what_failed() {
    let place = Place::new();
    place.put("parent", "a file");
    let failure = publish(
        bytes(&[("index.html", "home")]),
        &place.path().join("parent/public"),
    )
    .unwrap_err();
    assert!(
        failure.to_string().starts_with("cannot ") && failure.to_string().contains("parent"),
        "{failure}"
    );
    let PublishError::Machine { cause, .. } = failure else {
        panic!("{failure}")
    };
    assert!(
        matches!(
            cause.kind(),
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists
        ),
        "{cause}"
    );
}
