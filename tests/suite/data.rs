//! The data: whole, right, the same each time, and made of what the editors wrote.

use crate::built::{golden, real, root};
use crate::overlay::{files, tests};
use diptych::compile::{Options, analyse, build, edition};
use diptych::disk;
use diptych::export::data;
use diptych::site::Bundle;
use serde_json::Value as Json;
use serde_yaml::Value as Yaml;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

#[test]
fn every_address_in_the_data_is_in_the_site() {
    for site in [golden(), real()] {
        let base = site.world.corpus.site.base_url.as_deref().unwrap();
        let mut count = 0;
        for (file, bytes) in data_of(&site.bundle) {
            let text = std::str::from_utf8(bytes).unwrap();
            for (at, _) in text.match_indices(base) {
                let address = &text[at + base.len()..];
                let end = address.find(['"', ',', '#', ';', '}', '\r', '\n']);
                let address = &address[..end.unwrap_or(address.len())];
                assert!(is_in(&site.bundle, address), "{file}: {address}");
                count += 1;
            }
        }
        assert!(count > 2 * site.world.corpus.claims.len());
    }
}

#[test]
fn without_a_base_every_address_is_relative_to_the_root() {
    let bundle = golden_without_base(false);
    for name in ["claims", "documents", "voices", "themes", "terms"] {
        for record in records(&bundle, name) {
            let url = record["url"].as_str().unwrap();
            assert!(is_in(&bundle, url) && !url.is_empty(), "{name}: {url}");
        }
    }
}

#[test]
fn every_authored_field_is_in_the_data() {
    let mut lacking = Vec::new();
    let mut walk = |name: &str, id: &str, record: &Yaml| {
        let found = records(&golden().bundle, name);
        let found = found.iter().find(|it| it["id"] == *id);
        match found {
            None => lacking.push(format!("{name}: {id}")),
            Some(found) => {
                for (key, value) in record.as_mapping().unwrap() {
                    let one = Yaml::Mapping([(key.clone(), value.clone())].into_iter().collect());
                    if !holds(found, &one) {
                        lacking.push(format!("{name}: {id}: {key:?}: {value:?}"));
                    }
                }
            }
        }
    };
    let content = tests().join("golden/content");
    let mut count = 0;
    for path in files(&content) {
        let parts: Vec<&str> = path.split('/').collect();
        let read =
            || serde_yaml::from_str::<Yaml>(&fs::read_to_string(content.join(&path)).unwrap());
        match parts.as_slice() {
            ["documents", document, "claims.yaml"] => {
                for claim in read().unwrap().as_sequence().unwrap() {
                    let id = claim["id"].as_str().unwrap();
                    if claim.get("status").and_then(Yaml::as_str) != Some("draft") {
                        walk("claims", &format!("{document}/{id}"), claim);
                        count += 1;
                    }
                }
            }
            ["documents", document, "document.yaml"] => {
                walk("documents", document, &read().unwrap());
            }
            [name @ ("voices" | "themes" | "terms"), file] => {
                walk(name, file.strip_suffix(".yaml").unwrap(), &read().unwrap());
            }
            _ => {}
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
    assert!(count > 50);
}

#[test]
fn a_field_that_is_not_in_the_data_is_noticed() {
    for (json, yaml, expected) in [
        (r#"{"en":"deep"}"#, "deep", true),
        (r#"{"en":"deep"}"#, "shallow", false),
        (r#""water/depth""#, "depth", true),
        (r#""water/depth""#, "epth", false),
        (r#"["fen","hill"]"#, "[hill, fen]", true),
        (r#"["fen"]"#, "[fen, hill]", false),
        (r#"[{"note":null,"value":8}]"#, "[{value: 8}]", true),
        (r#"[{"note":null,"value":8}]"#, "[{value: 9}]", false),
        (r#"[{"note":null}]"#, "[{note: Feet}]", false),
        (r#"{"on":"2026-01"}"#, "{on: 2026-01}", true),
        (r#"{"on":"2026-01"}"#, "{on: 2026-01, by: ab}", false),
        ("null", "x", false),
        ("[]", "[]", true),
    ] {
        let (json, yaml) = (
            serde_json::from_str(json).unwrap(),
            serde_yaml::from_str(yaml).unwrap(),
        );
        assert_eq!(holds(&json, &yaml), expected, "{json} {yaml:?}");
    }
}

#[test]
fn drafts_are_in_the_data_only_where_they_are_asked_for() {
    let ids = |bundle: &Bundle, status: &str| -> Vec<String> {
        let claims = records(bundle, "claims");
        let such = claims.iter().filter(|it| it["status"] == *status);
        such.map(|it| it["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let with = golden_without_base(true);
    let drafts = ids(&with, "draft");
    assert!(!drafts.is_empty());
    for (file, bytes) in data_of(&golden().bundle) {
        let text = std::str::from_utf8(bytes).unwrap();
        for draft in &drafts {
            assert!(!text.contains(&format!("\"{draft}\"")), "{file}: {draft}");
            assert!(!text.contains(&format!("\n{draft},")), "{file}: {draft}");
        }
    }
    for status in ["withdrawn", "disputed"] {
        assert!(!ids(&golden().bundle, status).is_empty(), "{status}");
    }
}

#[test]
fn equal_content_gives_equal_bytes() {
    for (site, folder) in [(golden(), "tests/golden"), (real(), "")] {
        let content = disk::read(&root().join(folder)).unwrap().content;
        let edition = edition(&content, &site.world, &Options::default());
        let files = data(&edition);
        assert!(files.len() > 10);
        for (file, bytes) in files {
            let path = format!("data/{}", file.name(&site.world.corpus));
            assert!(site.bundle.get(&path) == Some(bytes.as_slice()), "{path}");
        }
    }
}

#[test]
fn the_file_of_a_theme_holds_the_theme_and_its_claims() {
    for site in [golden(), real()] {
        let claims = records(&site.bundle, "claims");
        for theme in records(&site.bundle, "themes") {
            let id = theme["id"].as_str().unwrap();
            let file = json(&site.bundle, &format!("themes/{id}"));
            assert_eq!(file["theme"], theme);
            let answers = |claim: &&Json| {
                let mut answers = claim["answers"].as_array().unwrap().iter();
                answers.any(|it| it.as_str().unwrap().starts_with(&format!("{id}/")))
            };
            let expected: Vec<&Json> = claims.iter().filter(answers).collect();
            let found: Vec<&Json> = file["claims"].as_array().unwrap().iter().collect();
            assert_eq!(found, expected, "{id}");
        }
    }
}

#[test]
fn the_package_names_every_file_with_its_bytes() {
    for site in [golden(), real()] {
        let bytes = site.bundle.get("data/datapackage.json").unwrap();
        let package: Json = serde_json::from_slice(bytes).unwrap();
        let resources = package["resources"].as_array().unwrap();
        let mut names = BTreeSet::new();
        for (path, bytes) in data_of(&site.bundle) {
            let path = path.strip_prefix("data/").unwrap();
            if path == "datapackage.json" {
                continue;
            }
            if path.starts_with("schemas/") {
                let described = resources.iter().any(|it| it["jsonSchema"] == path);
                assert!(described, "{path} describes nothing");
                continue;
            }
            let resource = resources.iter().find(|it| it["path"] == path);
            let resource = resource.unwrap_or_else(|| panic!("{path} is not named"));
            let digest = Sha256::digest(bytes);
            let digest: Vec<String> = digest.iter().map(|it| format!("{it:02x}")).collect();
            assert_eq!(resource["bytes"], bytes.len());
            assert_eq!(resource["hash"], format!("sha256:{}", digest.concat()));
            assert!(names.insert(resource["name"].as_str().unwrap()), "{path}");
        }
        assert_eq!(names.len(), resources.len());
    }
}

#[test]
fn a_row_of_a_table_stands_for_each_figure_and_relation() {
    for site in [golden(), real()] {
        for (name, key) in [("figures", "value"), ("relations", "type")] {
            let mut expected = Vec::new();
            for claim in records(&site.bundle, "claims") {
                for item in claim[name].as_array().unwrap() {
                    expected.push((plain(&claim["id"]), plain(&item[key])));
                }
            }
            assert!(!expected.is_empty());
            let (headers, rows) = table(&site.bundle, name);
            let at = |key: &str| headers.iter().position(|it| it == key).unwrap();
            let (claim, key) = (at("claim"), at(key));
            let found: Vec<(String, String)> = rows
                .iter()
                .map(|row| (row[claim].to_owned(), row[key].to_owned()))
                .collect();
            assert_eq!(found, expected);
        }
    }
}

#[test]
fn a_row_of_the_table_stands_for_each_claim() {
    for site in [golden(), real()] {
        let (headers, rows) = table(&site.bundle, "claims");
        let claims = records(&site.bundle, "claims");
        assert_eq!(rows.len(), claims.len());
        for (row, claim) in rows.iter().zip(&claims) {
            for (header, field) in headers.iter().zip(row) {
                let value = match header {
                    "voice" => &claim["voice"]["id"],
                    "voice_side" => &claim["voice"]["side"],
                    "start_word" | "end_word" | "words" => &claim["position"][header],
                    "id" | "url" | "document" | "kind" | "mode" | "ring" | "status" | "horizon"
                    | "first_hand" | "verified" => &claim[header],
                    "about" | "answers" | "via" | "terms" | "addressee" => {
                        let items = claim[header].as_array().unwrap().iter();
                        let items: Vec<_> = items.map(|it| it.as_str().unwrap()).collect();
                        assert_eq!(items.join("; "), field);
                        continue;
                    }
                    "says" | "hedge" => &claim[header]["en"],
                    "voice_name" => &claim["voice"]["name"]["en"],
                    "section" => &claim["position"]["section"]["en"],
                    "stance" => &claim["stance"][claim["answers"][0].as_str().unwrap()],
                    "quote" => {
                        let parts = claim["quote"].as_array().unwrap().iter();
                        let parts: Vec<_> = parts.map(|it| it.as_str().unwrap()).collect();
                        // One that begins with an apostrophe stands behind another.
                        let field = field.strip_prefix('\'').unwrap_or(field);
                        assert_eq!(parts.join(" […] "), field);
                        continue;
                    }
                    _ => panic!("nobody holds the column {header} against the record"),
                };
                assert_eq!(plain(value), field, "{header} of {}", claim["id"]);
            }
        }
    }
}

/// The key of the data for a key of the content.
fn renamed(key: &str) -> &str {
    // In the data `url` is the page on the site, for every kind of record.
    if key == "url" { "external_url" } else { key }
}

/// Whether what an editor wrote is in a value of the data.
fn holds(json: &Json, yaml: &Yaml) -> bool {
    match (yaml, json) {
        (Yaml::Sequence(items), Json::Array(_)) => items.iter().all(|item| holds(json, item)),
        (Yaml::Mapping(map), Json::Object(object)) => map.iter().all(|(key, value)| {
            let key = key.as_str().unwrap();
            let found = object.get(renamed(key));
            found.is_some_and(|found| holds(found, value))
        }),
        (_, Json::Array(items)) => items.iter().any(|item| holds(item, yaml)),
        (Yaml::Sequence(_) | Yaml::Mapping(_), _) => false,
        // Words by language, stances by question, names by id.
        (_, Json::Object(object)) => object.values().any(|value| holds(value, yaml)),
        (Yaml::String(words), Json::String(found)) => {
            // References are written in full.
            found == words
                || found
                    .strip_suffix(words.as_str())
                    .is_some_and(|it| it.ends_with('/'))
        }
        // A year is a number in YAML.
        (Yaml::Number(number), Json::String(found)) => number.to_string() == *found,
        (Yaml::Number(number), Json::Number(found)) => number.as_f64() == found.as_f64(),
        _ => false,
    }
}

/// The files of the data.
fn data_of(bundle: &Bundle) -> impl Iterator<Item = (&str, &[u8])> {
    let below = bundle.iter().filter(|(path, _)| path.starts_with("data/"));
    below.filter(|(path, _)| *path != "data/index.html")
}

/// The records of `<name>.json`.
fn records(bundle: &Bundle, name: &str) -> Vec<Json> {
    json(bundle, name)[name].as_array().unwrap().clone()
}

/// `<name>.json`
fn json(bundle: &Bundle, name: &str) -> Json {
    let bytes = bundle.get(&format!("data/{name}.json")).unwrap();
    let file: Json = serde_json::from_slice(bytes).unwrap();
    assert_eq!(file["version"], 1);
    file
}

/// Header and rows of `<name>.csv`.
fn table(bundle: &Bundle, name: &str) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let bytes = bundle.get(&format!("data/{name}.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap());
    let headers = reader.headers().unwrap().clone();
    (headers, reader.records().map(Result::unwrap).collect())
}

/// A value as a table holds it.
fn plain(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(words) => words.clone(),
        other => other.to_string(),
    }
}

/// Whether a site has a page or file at an address relative to its root.
fn is_in(bundle: &Bundle, address: &str) -> bool {
    let page = address.is_empty() || address.ends_with('/');
    bundle
        .get(&format!(
            "{address}{}",
            if page { "index.html" } else { "" }
        ))
        .is_some()
}

/// The golden site, built for nowhere in particular.
fn golden_without_base(drafts: bool) -> Bundle {
    let folder = root().join("tests/golden");
    let options = Options {
        drafts,
        ..Options::default()
    };
    let inputs = disk::read(&folder).unwrap();
    let texts = disk::texts(&folder, None).unwrap();
    let mut world = analyse(&inputs.content, &texts, &options).world.unwrap();
    Arc::get_mut(&mut world.corpus).unwrap().site.base_url = None;
    build(&inputs, &world, &options).unwrap()
}
