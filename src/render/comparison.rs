use super::{RenderError, Renderer};
use crate::prose::Html;
use crate::view::{ComparedRow, Comparison};
use serde::Serialize;
use std::collections::BTreeMap;
use tera::Context;

/// `compare/<theme>.json`: finished markup, so that the page that joins it has neither words nor rules of its own.
#[derive(Serialize)]
struct File<'a> {
    /// The heading of the theme.
    head: Html,
    /// Its rows, in the order of the theme.
    rows: Vec<Row>,
    /// The card that belongs into every slot of its name.
    cards: &'a BTreeMap<String, Html>,
}

/// One question.
#[derive(Serialize)]
struct Row {
    /// Its full id.
    id: String,
    /// Hook: the word of its state.
    state: &'static str,
    /// Question and state.
    head: Html,
    /// By lens, what it shows.
    columns: BTreeMap<String, Html>,
    /// What is said beside the sides, for readers who compare sides.
    beside: Html,
}

/// Levels of headings below the title of the page: theme, question, column.
const LEVELS: [u8; 3] = [2, 3, 4];

impl Renderer {
    /// What the page for comparing loads of one theme.
    ///
    /// # Errors
    ///
    /// Where a component fails.
    pub fn comparison(
        &self,
        comparison: &Comparison,
        rows: impl Iterator<Item = ComparedRow>,
    ) -> Result<String, RenderError> {
        let rows = rows.map(|row| self.compared_row(&row));
        let file = File {
            head: self.at("ThemeHead", "theme", &comparison.theme, LEVELS[0])?,
            rows: rows.collect::<Result<_, RenderError>>()?,
            cards: &comparison.cards,
        };
        Ok(serde_json::to_string(&file).expect("strings and maps of strings can be written"))
    }

    fn at<T: Serialize>(
        &self,
        component: &str,
        argument: &str,
        value: &T,
        level: u8,
    ) -> Result<Html, RenderError> {
        let mut context = Context::new();
        context.insert(argument.to_owned(), value);
        context.insert("level", &level);
        self.component(component, &context)
    }

    fn compared_row(&self, compared: &ComparedRow) -> Result<Row, RenderError> {
        let row = &compared.row;
        let [_, question, column] = LEVELS;
        let mut columns = BTreeMap::new();
        for (key, cell) in &compared.sides {
            let markup = match cell {
                Some(cell) => self.at("Cell", "cell", cell, column)?,
                None => self.at("AskedOfWorld", "row", row, column)?,
            };
            columns.insert(key.clone(), markup);
        }
        for lens in &compared.alone {
            let markup = self.at("Column", "row", &lens.row, column)?;
            columns.insert(lens.key.clone(), markup);
        }
        Ok(Row {
            id: row.id.clone(),
            state: row.state,
            head: self.at("RowHead", "row", row, question)?,
            columns,
            beside: self.at("Beside", "row", row, column)?,
        })
    }
}
