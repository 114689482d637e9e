//! What an editor does to a site in a day, drawn by lot.

use crate::lot::Lot;
use crate::overlay::files;
use crate::program::Site;
use camino::Utf8PathBuf;
use std::fs;

/// Makes changes to a site, each of which leaves it sound.
pub struct Desk<'a> {
    site: &'a Site,
    lot: Lot,
    count: usize,
}

impl<'a> Desk<'a> {
    pub fn new(site: &'a Site, seed: u64) -> Self {
        Self {
            site,
            lot: Lot::new(seed),
            count: 0,
        }
    }

    pub fn edit(&mut self) {
        self.count += 1;
        match self.lot.below(18) {
            0..=3 => self.reword(),
            4 => self.shelve(),
            5 => self.rename_document(),
            6 => self.add_or_remove("content/pages/extra.md", "---\ntitle: Extra\n---\nMore.\n"),
            7 => self.add_or_remove("static/extra.txt", "More.\n"),
            8 => self.add_or_remove("templates/components/extra.html", "{# nothing #}\n"),
            9 => self.style(),
            10 => self.stumble(),
            11 => self.retitle(),
            12..=14 => self.say_otherwise(),
            15 => self.change_sides(),
            16 => self.misspell(),
            _ => self.add_or_remove("content/terms/extra.yaml", "name: Extra\nkind: idea\n"),
        }
    }

    /// Other words in a line of a record.
    fn say_otherwise(&mut self) {
        let (path, key, value) = *self.lot.one_of(&[
            ("voices/canal-office.yaml", "name", "The Canal Office"),
            ("voices/harbour-guard.yaml", "role", "Captain"),
            ("themes/water.yaml", "title", "Water"),
            ("themes/tolls.yaml", "    asks", "Should all boats pay"),
            ("themes/trade.yaml", "      positive", "good"),
            ("terms/equal-tolls-act.yaml", "name", "Equal Tolls Act"),
            ("terms/dredging-programme.yaml", "definition", "Dredging"),
            ("site.yaml", "title", "Three countries"),
            ("site.yaml", "description", "Four texts"),
            ("site.yaml", "    short", "Fen"),
            (
                "documents/waterways-report/document.yaml",
                "title",
                "Report",
            ),
        ]);
        let value = format!("{value} {}", self.count);
        self.set(path, key, &value);
    }

    /// A voice speaks for another side than before.
    fn change_sides(&mut self) {
        let voice = *self.lot.one_of(&["hill-herald", "port-council"]);
        let side = *self.lot.one_of(&["hill", "port", "none"]);
        self.set(&format!("voices/{voice}.yaml"), "side", side);
    }

    /// A record has a fault, and then has none.
    fn misspell(&mut self) {
        let path = *self
            .lot
            .one_of(&["voices/lock-society.yaml", "terms/water-court.yaml"]);
        self.set(path, "kind", "bdoy");
        self.set(path, "kind", "body");
    }

    /// Gives the first line of this key another value.
    fn set(&mut self, path: &str, key: &str, value: &str) {
        let path = format!("content/{path}");
        let text = self.site.read(&path);
        let start = format!("{key}: ");
        let old = text.lines().find(|line| line.starts_with(&start)).unwrap();
        let text = text.replacen(old, &format!("{start}{value}"), 1);
        self.save(&path, &text);
    }

    /// Other words in a statement.
    fn reword(&mut self) {
        let (path, text) = self.claims();
        let places: Vec<usize> = text
            .match_indices("  says: ")
            .map(|(at, says)| at + says.len())
            .collect();
        let at = *self.lot.one_of(&places);
        // The words of the last time give way.
        let rest = text[at..]
            .strip_prefix("As told ")
            .map_or(&text[at..], |rest| rest.split_once(" times, ").unwrap().1);
        let text = format!("{}As told {} times, {rest}", &text[..at], self.count);
        self.save(&path, &text);
    }

    /// A statement becomes a draft, which has no page, or is no draft any more.
    fn shelve(&mut self) {
        const DRAFT: &str = "\n  status: draft";
        let path = "content/documents/shelf/claims.yaml";
        let text = fs::read_to_string(self.site.root.join(path)).unwrap();
        let text = match text.strip_suffix(&format!("{DRAFT}\n")) {
            Some(rest) => format!("{rest}\n"),
            None => format!("{}{DRAFT}\n", text.trim_end()),
        };
        self.save(path, &text);
    }

    /// All of a folder goes and comes back under another name.
    fn rename_document(&mut self) {
        let root = &self.site.root;
        let (one, other) = [
            "content/documents/shelf-two",
            "content/documents/shelf-three",
        ]
        .into();
        let (from, to) = if root.join(one).exists() {
            (one, other)
        } else {
            (other, one)
        };
        fs::rename(root.join(from), root.join(to)).unwrap();
    }

    fn add_or_remove(&mut self, path: &str, text: &str) {
        if self.site.root.join(path).exists() {
            fs::remove_file(self.site.root.join(path)).unwrap();
        } else {
            self.site.write(path, text);
        }
    }

    fn style(&mut self) {
        let text = format!("main {{ margin: {}px }}\n", self.count);
        self.save("static/css/print.css", &text);
    }

    /// A file is saved half, and then whole.
    fn stumble(&mut self) {
        let (path, text) = self.claims();
        let half = text.char_indices().nth(text.chars().count() / 2).unwrap().0;
        self.site.write(&path, &text[..half]);
        self.save(&path, &text);
    }

    fn retitle(&mut self) {
        let path = "content/pages/about.md";
        let text = format!("---\ntitle: About\n---\nEdited {} times.\n", self.count);
        self.save(path, &text);
    }

    fn claims(&mut self) -> (String, String) {
        let paths = files(&self.site.root.join("content"));
        let claims: Vec<String> = paths
            .into_iter()
            .filter(|path| path.ends_with("claims.yaml"))
            .collect();
        let path = format!("content/{}", self.lot.one_of(&claims));
        let text = self.site.read(&path);
        (path, text)
    }

    /// In place, or by a new file that takes the place of the old one.
    fn save(&mut self, path: &str, text: &str) {
        if self.lot.below(2) == 0 {
            self.site.write(path, text);
            return;
        }
        let path: Utf8PathBuf = self.site.root.join(path);
        let beside = path.with_file_name(".new");
        fs::write(&beside, text).unwrap();
        fs::rename(beside, path).unwrap();
    }
}
