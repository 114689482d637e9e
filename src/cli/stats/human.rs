use super::{Statistics, percent, share};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Prints everything as tables.
pub fn human(statistics: &Statistics<'_>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let lines = statistics.documents.iter().map(|line| {
        let coverage = line
            .coverage
            .map_or_else(|| "not known".to_owned(), percent);
        [
            line.id.to_owned(),
            line.words.to_string(),
            coverage,
            line.claims.to_string(),
            line.voices.to_string(),
        ]
    });
    let heads = [
        "document",
        "words",
        "in quoted sentences",
        "statements",
        "speakers",
    ];
    table(&mut out, heads, lines.collect())?;
    let lines = statistics.themes.iter().map(|line| {
        let largest = line.documents.iter().max_by_key(|(_, count)| **count);
        let largest = largest
            .and_then(|(id, &count)| Some(format!("{} {id}", percent(share(count, line.claims)?))));
        [
            line.id.to_owned(),
            line.claims.to_string(),
            counts(&line.rows),
            line.covered.to_string(),
            line.advice_only.to_string(),
            line.not_covered.to_string(),
            counts(&line.speak_for),
            largest.unwrap_or_default(),
        ]
    });
    let heads = [
        "theme",
        "statements",
        "rows",
        "cells covered",
        "only advice",
        "not covered",
        "speak for",
        "largest document",
    ];
    writeln!(out)?;
    table(&mut out, heads, lines.collect())?;
    if let Some(sentences) = &statistics.uncovered {
        writeln!(
            out,
            "\n{} sentences that no quotation touches",
            sentences.len()
        )?;
        for sentence in sentences {
            writeln!(
                out,
                "{}:{}: {}",
                sentence.document, sentence.line, sentence.text
            )?;
        }
    }
    if let Some(forecasts) = &statistics.due {
        writeln!(out, "\n{} forecasts due", forecasts.len())?;
        for forecast in forecasts {
            writeln!(
                out,
                "{}, {}: {}",
                forecast.claim, forecast.horizon, forecast.says
            )?;
        }
    }
    if let Some(changes) = &statistics.changed {
        writeln!(
            out,
            "\n{} changes of terms after a text that names them",
            changes.len()
        )?;
        for change in changes {
            let claims = change.claims.join(", ");
            writeln!(
                out,
                "{}, {}: {} ({claims})",
                change.term, change.date, change.what
            )?;
        }
    }
    if let Some(fields) = &statistics.agreement {
        let lines = fields.iter().map(|field| {
            let alpha = field.alpha;
            [
                field.field.to_owned(),
                field.claims.to_string(),
                percent(share(field.same, field.claims).unwrap_or(0.0)),
                alpha.map_or_else(|| "always the same".to_owned(), |it| format!("{it:.2}")),
            ]
        });
        writeln!(out)?;
        let heads = ["field", "coded twice", "the same", "Krippendorff's alpha"];
        table(&mut out, heads, lines.collect())?;
    }
    Ok(())
}

/// "2 contrast, 1 silent".
fn counts(counts: &BTreeMap<&str, usize>) -> String {
    let counts = counts.iter().map(|(word, count)| format!("{count} {word}"));
    counts.collect::<Vec<_>>().join(", ")
}

/// Columns as wide as their widest entry.
fn table<const N: usize>(
    out: &mut impl Write,
    heads: [&str; N],
    lines: Vec<[String; N]>,
) -> io::Result<()> {
    let mut rows = vec![heads.map(str::to_owned)];
    rows.extend(lines);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..N).map(|column| width(column).unwrap_or(0)).collect();
    for row in &rows {
        let cells = row.iter().zip(&widths);
        let line = cells.fold(String::new(), |line, (cell, &width)| {
            format!("{line}{cell:width$}  ")
        });
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
