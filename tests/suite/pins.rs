//! What the tray loads: every statement that readers see, by every name that it ever had.

use crate::built::{golden, real};
use diptych::site::pins_folder;
use serde_json::Value;

#[test]
fn every_statement_can_be_pinned_by_every_name() {
    let mut former = 0;
    for site in [real(), golden()] {
        let corpus = &site.world.corpus;
        for (language, _) in corpus.site.languages() {
            let folder = pins_folder(language, corpus);
            let read = |document: &str| -> Value {
                let file = format!("{folder}{document}.json");
                serde_json::from_slice(site.bundle.get(&file).expect(&file)).unwrap()
            };
            for (_, document) in corpus.documents() {
                let data = read(&document.id);
                for alias in &document.aliases {
                    assert_eq!(read(alias)["moved"], document.id);
                    former += 1;
                }
                let mut shown = 0;
                for id in document.claims() {
                    let claim = &corpus[id];
                    let path = format!("claims/{}.html", corpus.claim_path(id));
                    let pinned = &data["claims"][&claim.id];
                    if site.bundle.get(&path).is_none() {
                        assert!(pinned.is_null(), "{path} is no page");
                        continue;
                    }
                    shown += 1;
                    assert_eq!(pinned["says"], claim.says.get(language));
                    assert!(pinned["url"].as_str().unwrap().ends_with(&path));
                    for part in &claim.quote {
                        assert!(pinned["quote"].as_str().unwrap().contains(&part.value));
                    }
                    let question = pinned["question"].as_str().unwrap();
                    assert!(data["questions"][question]["asks"].is_string());
                    assert!(pinned["bibtex"].as_str().unwrap().starts_with('@'));
                    for alias in &claim.aliases {
                        assert_eq!(data["former"][alias], claim.id);
                        former += 1;
                    }
                }
                assert_eq!(data["claims"].as_object().unwrap().len(), shown);
            }
        }
    }
    assert!(former > 0, "no former name to follow");
}
