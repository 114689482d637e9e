use super::{RenderError, Renderer};
use crate::prose::Html;
use crate::view::{ComparedRow, Comparison};
use serde::Serialize;
use std::collections::BTreeMap;
use tera::Context;

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
    /// Writes what the page for comparing loads of one theme, part by part, since rows and cards take much room together:
    /// finished markup, so that the page that joins it has neither words nor rules of its own. `rows` are its questions in
    /// their order, and `cards` has by full id what belongs into every slot of that name.
    ///
    /// # Errors
    ///
    /// Where a component fails.
    pub fn comparison(
        &self,
        comparison: &Comparison,
        rows: impl Iterator<Item = ComparedRow>,
        cards: impl Iterator<Item = (String, Html)>,
        sink: &mut dyn FnMut(&str),
    ) -> Result<(), RenderError> {
        sink("{\"head\":");
        sink(&json(&self.at(
            "ThemeHead",
            "theme",
            &comparison.theme,
            LEVELS[0],
        )?));
        sink(",\"rows\":[");
        for (place, row) in rows.enumerate() {
            sink(if place == 0 { "" } else { "," });
            sink(&json(&self.compared_row(&row)?));
        }
        sink("],\"cards\":{");
        for (place, (id, card)) in cards.enumerate() {
            sink(if place == 0 { "" } else { "," });
            sink(&json(&id));
            sink(":");
            sink(&json(&card));
        }
        sink("}}");
        Ok(())
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

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("strings and maps of strings can be written")
}
