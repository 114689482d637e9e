use super::{Scene, Weight};
use crate::corpus::ClaimId;
use crate::language::Arguments;
use crate::prose::Html;
use crate::site::{Route, Url, sheet_size, sheets};
use serde::Serialize;

/// The way through the sheets of a long list: `components/sheets.html`.
#[derive(Clone, Debug, Serialize)]
pub struct Sheets {
    /// "Sheet 2 of 7".
    pub label: String,
    /// The sheet before it.
    pub previous: Option<Url>,
    /// The sheet after it.
    pub next: Option<Url>,
    /// The first and the last sheet and those nearby, by number.
    pub links: Vec<SheetLink>,
}

/// A sheet by its number.
#[derive(Clone, Debug, Serialize)]
pub struct SheetLink {
    /// Its number, from 1.
    pub number: usize,
    /// Its address.
    pub url: Url,
    /// Whether it is this one.
    pub current: bool,
}

impl Scene<'_> {
    /// The part of a list that stands on a sheet.
    pub fn on_sheet<'l, T>(&self, list: &'l [T], route: Route) -> &'l [T] {
        let sheet = list.chunks(sheet_size(list.len())).nth(route.sheet - 1);
        sheet.unwrap_or_default()
    }

    /// Claims as cards with quotations and figures.
    pub fn full_cards(&self, claims: &[ClaimId]) -> Vec<Html> {
        let cards = claims.iter();
        cards.map(|&id| self.cards.card(id, Weight::Full)).collect()
    }

    /// A claim as a card for places where many stand together.
    pub fn compact_card(&self, id: ClaimId) -> Html {
        self.cards.card(id, Weight::Compact)
    }

    /// The way through the sheets of a page; nothing where there is only one.
    pub fn sheets(&self, route: Route) -> Option<Sheets> {
        const NEARBY: usize = 2;
        let last = sheets(route.page, self.corpus, self.rows, self.index);
        if last == 1 {
            return None;
        }
        let url = |sheet: usize| Route { sheet, ..route }.url(self.corpus);
        let numbers = (1..=last).filter(|&number| {
            number == 1 || number == last || number.abs_diff(route.sheet) <= NEARBY
        });
        let arguments = Arguments::new()
            .with("number", route.sheet)
            .with("count", last);
        Some(Sheets {
            label: self.words.say_with("sheet", &arguments),
            previous: (route.sheet > 1).then(|| url(route.sheet - 1)),
            next: (route.sheet < last).then(|| url(route.sheet + 1)),
            links: numbers
                .map(|number| SheetLink {
                    number,
                    url: url(number),
                    current: number == route.sheet,
                })
                .collect(),
        })
    }
}
