use super::{Grid, Statement};

/// A table of HTML without style.
pub fn html(grid: &Grid) -> String {
    let mut table = String::from("<table>\n");
    let caption = link(&grid.question, &grid.url);
    table += &format!("<caption>{caption}</caption>\n<thead>\n<tr><td></td>");
    for column in &grid.columns {
        table += &format!("<th scope=\"col\">{}</th>", escaped(column));
    }
    table += "</tr>\n</thead>\n<tbody>\n<tr>";
    table += &format!("<th scope=\"row\">state: {}</th>", grid.state);
    for state in &grid.states {
        table += &format!("<td>{state}</td>");
    }
    table += "</tr>\n";
    for (ring, columns) in &grid.rows {
        table += &format!("<tr><th scope=\"row\">{ring}</th>");
        for statements in columns {
            table += &format!("<td>{}</td>", cell(statements));
        }
        table += "</tr>\n";
    }
    table += "</tbody>\n</table>\n";
    table
}

fn cell(statements: &[Statement]) -> String {
    if statements.is_empty() {
        return String::new();
    }
    let items = statements.iter().map(|it| {
        let says = link(&it.says, &it.url);
        let (voice, document) = (escaped(&it.voice), escaped(&it.document));
        format!("<li>{says} ({voice}, <cite>{document}</cite>)</li>")
    });
    format!("<ul>{}</ul>", items.collect::<Vec<_>>().concat())
}

fn link(words: &str, url: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(url), escaped(words))
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
