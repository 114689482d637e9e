//! The claims as Web Annotations: who made what, and where it stands.

use crate::built::{Built, golden, real};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn a_selector_finds_the_quotation_in_the_published_text() {
    let site = golden();
    let mut found = 0;
    for passage in passages(site) {
        let source = passage["source"]["id"].as_str().unwrap();
        let base = site.world.corpus.site.base_url.as_deref().unwrap();
        let Some(text) = source.strip_prefix(base).and_then(|it| site.bundle.get(it)) else {
            assert_eq!(passage["selector"].as_array().unwrap().len(), 1);
            continue;
        };
        let text: Vec<char> = String::from_utf8_lossy(text).chars().collect();
        let [quote, position] = passage["selector"].as_array().unwrap().as_slice() else {
            panic!("{passage}")
        };
        let place = |key: &str| usize::try_from(position[key].as_u64().unwrap()).unwrap();
        let words = |key: &str| quote[key].as_str().unwrap_or_default();
        let (start, end) = (place("start"), place("end"));
        let before: String = text[..start].iter().collect();
        let after: String = text[end..].iter().collect();
        assert_eq!(text[start..end].iter().collect::<String>(), words("exact"));
        assert!(before.ends_with(words("prefix")) && !words("prefix").is_empty());
        assert!(after.starts_with(words("suffix")));
        found += 1;
    }
    assert!(found > 30);
}

#[test]
fn an_annotation_is_by_an_editor_and_a_quotation_by_its_voice() {
    for site in [golden(), real()] {
        let corpus = &site.world.corpus;
        let editors: BTreeSet<&str> = corpus
            .site
            .editors
            .iter()
            .map(|it| it.name.first())
            .collect();
        let mut claims = corpus
            .claims
            .iter()
            .filter(|it| it.status.is_none_or(|it| it.word() != "draft"));
        for annotation in annotations(site) {
            let creators = annotation["creator"].as_array().unwrap();
            assert!(!creators.is_empty());
            for creator in creators {
                assert!(editors.contains(creator["name"].as_str().unwrap()));
            }
            if annotation["motivation"] == "replying" {
                continue;
            }
            let claim = claims.next().unwrap();
            let voice = corpus[claim.voice].name.first();
            for passage in annotation["target"].as_array().unwrap() {
                assert_eq!(passage["creator"]["name"], voice);
                let mut spoken = passage;
                while !spoken["prov:wasDerivedFrom"].is_null() {
                    spoken = &spoken["prov:wasDerivedFrom"];
                }
                assert_eq!(spoken["prov:wasAttributedTo"]["name"], voice);
            }
        }
        assert!(claims.next().is_none());
    }
}

#[test]
fn nothing_but_the_quotation_is_told_of_a_text_that_is_not_published() {
    let site = real();
    let quoted: BTreeSet<&str> = site
        .world
        .corpus
        .claims
        .iter()
        .flat_map(|claim| {
            let context = [claim.prefix.as_deref(), claim.suffix.as_deref()];
            context.into_iter().flatten()
        })
        .collect();
    for passage in passages(site) {
        for selector in passage["selector"].as_array().unwrap() {
            for key in ["prefix", "suffix"] {
                if let Some(words) = selector[key].as_str() {
                    assert!(quoted.contains(words), "{words}");
                }
            }
        }
    }
}

fn annotations(site: &Built) -> Vec<Value> {
    let bytes = site.bundle.get("data/annotations.jsonld").unwrap();
    let file: Value = serde_json::from_slice(bytes).unwrap();
    let items = file["first"]["items"].as_array().unwrap().clone();
    assert_eq!(file["total"], items.len());
    items
}

fn passages(site: &Built) -> Vec<Value> {
    let annotations = annotations(site).into_iter();
    let targets = annotations.flat_map(|it| it["target"].as_array().unwrap().clone());
    targets.filter(Value::is_object).collect()
}
