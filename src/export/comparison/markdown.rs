use super::{Grid, Statement};

/// A table of GitHub Flavored Markdown.
pub fn markdown(grid: &Grid) -> String {
    let question = format!("[{}]({})", escaped(&grid.question), grid.url);
    let mut table = line(&question, grid.columns.iter().map(|it| escaped(it)));
    table += &line("---", grid.columns.iter().map(|_| "---".to_owned()));
    let state = format!("state: {}", grid.state);
    table += &line(&state, grid.states.iter().map(ToString::to_string));
    for (ring, columns) in &grid.rows {
        let cells = columns.iter().map(|statements| {
            let statements: Vec<String> = statements.iter().map(statement).collect();
            statements.join("<br>")
        });
        table += &line(ring, cells);
    }
    table
}

fn line(first: &str, cells: impl Iterator<Item = String>) -> String {
    let mut line = format!("| {first} |");
    for cell in cells {
        line.push_str(&format!(" {cell} |"));
    }
    line.push('\n');
    line
}

fn statement(statement: &Statement) -> String {
    format!(
        "[{}]({}) ({}, {})",
        escaped(&statement.says),
        statement.url,
        escaped(&statement.voice),
        escaped(&statement.document)
    )
}

/// Words without a sign that Markdown would take for its own, on one line.
pub fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}
