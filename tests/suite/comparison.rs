//! What the page for comparing loads, held against the rules: nothing of a row is missing, and whoever speaks alone
//! in a row makes it what it is.

use crate::built::{Built, golden, real};
use diptych::compare::{Lens, alone};
use diptych::corpus::QuestionId;
use diptych::site::comparison_file;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn every_claim_of_a_row_can_be_compared() {
    hold(|site, id, row, cards| {
        let corpus = &site.world.corpus;
        let columns = row["columns"].as_object().unwrap();
        let text = columns.values().chain([&row["beside"]]);
        let text: String = text.map(|it| it.as_str().unwrap()).collect();
        let slots: BTreeSet<&str> = text
            .split("<slot name=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        for claim in site.world.rows[id.index()].lists().flatten() {
            let path = corpus.claim_path(claim);
            assert!(slots.contains(path.as_str()), "no slot for {path}");
        }
        for slot in slots {
            let card = cards[slot].as_str().unwrap_or_default();
            assert!(card.contains(&format!("data-claim=\"{slot}\"")), "{slot}");
        }
    });
}

#[test]
fn a_side_has_the_cell_that_the_row_has() {
    hold(|site, id, row, _| {
        let corpus = &site.world.corpus;
        for (side, cell) in site.world.rows[id.index()].cells.iter() {
            let name = &corpus[side].id;
            let column = row["columns"][format!("side.{name}")].as_str().unwrap();
            if column.contains("data-cell") {
                let hooks = format!("data-side=\"{name}\" data-cell=\"{}\"", cell.state.word());
                assert!(column.contains(&hooks), "{hooks} in {column}");
                assert_eq!(column.contains("data-silent"), !cell.state.is_covered());
            }
        }
    });
}

#[test]
fn who_speaks_alone_in_a_row_makes_it_what_it_is() {
    let mut looked = 0;
    for site in [real(), golden()] {
        let corpus = &site.world.corpus;
        for (id, _) in corpus.questions() {
            let whole = &site.world.rows[id.index()];
            let lenses = alone(id, whole, corpus);
            let of = |is: fn(&Lens) -> bool| lenses.iter().filter(move |(lens, _)| is(lens));
            let documents: Vec<_> = of(|lens| matches!(lens, Lens::Document(_))).collect();
            let voices: Vec<_> = of(|lens| matches!(lens, Lens::Voice(_))).collect();
            for lenses in [documents, voices] {
                if let [(_, row)] = lenses.as_slice() {
                    assert_eq!(*row, whole);
                    looked += 1;
                }
                let parts = lenses.iter().flat_map(|(_, row)| row.lists().flatten());
                let parts: BTreeSet<_> = parts.collect();
                assert_eq!(parts, whole.lists().flatten().collect());
            }
        }
    }
    assert!(looked > 3, "{looked} rows of one document or voice");
}

/// Looks at every row of every theme in every language of both sites, with the cards of its theme.
fn hold(look: impl Fn(&Built, QuestionId, &Value, &Value)) {
    for site in [real(), golden()] {
        let corpus = &site.world.corpus;
        for (language, _) in corpus.site.languages() {
            for (id, theme) in corpus.themes() {
                let file = comparison_file(language, Some(id), corpus);
                let data: Value = serde_json::from_slice(site.bundle.get(&file).unwrap()).unwrap();
                let rows = data["rows"].as_array().unwrap();
                assert_eq!(rows.len(), theme.questions().count());
                for (question, row) in theme.questions().zip(rows) {
                    assert_eq!(row["id"], corpus.question_path(question));
                    look(site, question, row, &data["cards"]);
                }
            }
        }
    }
}
