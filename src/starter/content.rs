use super::NewSide;
use crate::yaml::scalar;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The content and the source text, with the sides in it.
pub fn files(title: &str, sides: &[NewSide]) -> BTreeMap<String, String> {
    let (one, two) = (&sides[0], &sides[1]);
    let files = [
        ("content/site.yaml", site(title, sides)),
        ("content/themes/crossing.yaml", THEME.to_owned()),
        ("content/voices/river-institute.yaml", institute(one)),
        ("content/voices/ferry-office.yaml", office(two)),
        (
            "content/documents/example/document.yaml",
            DOCUMENT.to_owned(),
        ),
        ("content/documents/example/claims.yaml", claims(one, two)),
        ("sources/example.txt", text(one, two)),
    ];
    files.map(|(path, text)| (path.to_owned(), text)).into()
}

fn site(title: &str, sides: &[NewSide]) -> String {
    let mut text = format!("title: {}\n", scalar(title));
    text += "description: What these documents say, laid side by side. Every statement shows who speaks.\n";
    text += "# base_url: https://example.org/widgets/          # where the site will lie\n";
    text += "# repository: https://github.com/example/widgets  # makes links by which readers propose a change\n";
    text += "licence: CC-BY-4.0 # of the annotations\nlanguages: [en]\nsides:\n";
    for side in sides {
        let _ = write!(
            text,
            "  - id: {}\n    name: {}\n",
            scalar(&side.id),
            scalar(&side.name)
        );
    }
    text += "quotation:\n  max_words: 15\neditors:\n  - id: ed\n    name: The editors\nsource_view: true\n";
    text += "severity:\n  missing-base-url: off # the workflow gives the address\n";
    text
}

const THEME: &str = "\
title: Crossing the river
definition: An example to replace. How people get to the other bank.
questions:
  - id: bridges
    asks: How many bridges does it build?
    compare: about
    poles:
      positive: many
      negative: none
  - id: ferries
    asks: What becomes of its ferries?
    compare: about
";

fn institute(one: &NewSide) -> String {
    format!(
        "name: River Institute\nkind: body\nside: {} # for whom it speaks; `none` for a third party, nothing where nobody knows\n\
         sector: academia\n",
        scalar(&one.id)
    )
}

fn office(two: &NewSide) -> String {
    format!(
        "name: Ferry Office\nkind: body\nside: {}\nsector: government\n",
        scalar(&two.id)
    )
}

const DOCUMENT: &str = "\
title: Bridges and ferries
kind: report
authors: [river-institute]
publisher: river-institute
published: 2025-03
added: 2026-01-01 # when it joined this site
language: en
rights:
  licence: all-rights-reserved
  publish: quotes # its text stays in `sources/`, which git ignores
summary: An invented report on two banks of a river. It shows how a record looks, and is there to be replaced.
vantage: It speaks from an institute on one of the two banks.
sections:
  - label: 1 What was built
    starts: 1. What was built
  - label: 2 What comes next
    starts: 2. What comes next
";

fn text(one: &NewSide, two: &NewSide) -> String {
    format!(
        "Bridges and ferries\n\n1. What was built\n\n\
         {} has opened three new bridges in five years, and its ferries still run at night.\n\
         Under the River Plan a fourth one follows.\n\n\
         2. What comes next\n\n\
         {} has built no bridge since the flood. \"We would rather mend the boats that we have,\" the head of its\n\
         Ferry Office told us. If money allows, a first bridge will open there by 2030.\n",
        one.name, two.name
    )
}

fn claims(one: &NewSide, two: &NewSide) -> String {
    let says = |side: &NewSide, words: &str| scalar(&format!("{} {words}", side.name));
    format!(
        "\
# Who says what about whom. The statements stand in the order of the text.
- id: three-new-bridges
  says: {opened} # the editor's neutral sentence
  quote: three new bridges in five years # verbatim words, which `diptych pin` finds in the source
  about: {one}
  answers: crossing/bridges
  kind: fact
  stance: positive

- id: ferries-at-night
  says: {night}
  quote: its ferries still run at night
  about: {one}
  answers: crossing/ferries
  kind: fact

- id: no-bridge-since-the-flood
  says: {flood}
  quote: has built no bridge since the flood
  about: {two}
  answers: crossing/bridges
  kind: fact
  stance: negative

- id: mend-the-boats
  says: {mend}
  quote: rather mend the boats that we have
  about: {two}
  answers: crossing/ferries
  kind: assessment
  voice: ferry-office # who speaks, which is not whom it is about
  mode: quoted
  via: [river-institute] # through whom we hear it

- id: first-bridge-by-2030
  says: {first}
  quote: a first bridge will open there by 2030
  about: {two}
  answers: crossing/bridges
  kind: prediction
  horizon: 2030
  hedge: if money allows
",
        one = scalar(&one.id),
        two = scalar(&two.id),
        opened = says(one, "has opened three bridges within five years."),
        night = says(one, "keeps its ferries running at night."),
        flood = says(two, "has not built a bridge since the flood."),
        mend = says(two, "prefers the repair of its boats."),
        first = says(two, "may have its first bridge by 2030."),
    )
}
