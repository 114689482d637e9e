//! What keeps a bibliography from being longer than it looks: abbreviations stand in each other, and an entry takes over
//! what the entries above it say. Who reads it follows both without end, so they are measured first.

use biblatex::{Bibliography, Entry, ParseError, RawBibliography, RawChunk};
use std::collections::HashMap;

/// How deep braces, abbreviations and entries may stand in each other.
const DEPTH: usize = 50;

/// Bytes that all may come to when each name is replaced by what it stands for.
const LENGTH: usize = 8 * 1024 * 1024;

/// What each entry takes at least, in bytes.
const ENTRY: usize = 64;

/// The fields by which an entry names those above it, and names that mean nothing to a parser.
const ABOVE: [(&str, &str); 2] = [("crossref", "diptych-crossref"), ("xdata", "diptych-xdata")];

type Field<'a> = biblatex::Field<'a>;

/// Reads a bibliography that is no longer, written out, than a file may be.
///
/// # Errors
///
/// Where it is none, or longer, in words.
pub(super) fn read(text: &str) -> Result<Bibliography, String> {
    let works = RawBibliography::parse(text).map_err(|error| placed(text, &error))?;
    let mut texts = Texts::of(&works);
    let mut length = 0;
    for entry in &works.entries {
        for field in &entry.v.fields {
            length += texts.size(&field.value.v)?.length;
            is_short(length)?;
        }
    }
    let resolved = |works| Bibliography::from_raw(works).map_err(|error| placed(text, &error));
    let mut apart = works.clone();
    let fields = apart.entries.iter_mut().flat_map(|it| &mut it.v.fields);
    let mut is_flat = true;
    for field in fields {
        let above = ABOVE.iter();
        for (_, other) in above.filter(|(name, _)| field.key.v.eq_ignore_ascii_case(name)) {
            field.key.v = other;
            is_flat = false;
        }
    }
    if !is_flat {
        let apart = resolved(apart)?;
        let mut entries = Entries::of(&apart);
        for entry in apart.iter() {
            length += entries.size(entry, DEPTH)?.length;
            is_short(length)?;
        }
    }
    resolved(works)
}

/// What is at fault, and at which character of which line.
fn placed(text: &str, error: &ParseError) -> String {
    let before = &text[..text.floor_char_boundary(error.span.start)];
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|it| *it != '\n').count() + 1;
    format!("line {line}, column {column}: {}", error.kind)
}

fn is_short(length: usize) -> Result<(), String> {
    if length > LENGTH {
        return Err(format!("written out, it has more than {LENGTH} bytes"));
    }
    Ok(())
}

fn too_deep(what: &str) -> String {
    format!("{what} stand in each other more than {DEPTH} deep")
}

/// What something comes to when each name in it is replaced by what it stands for.
#[derive(Clone, Copy, Default)]
struct Size {
    /// In bytes.
    length: usize,
    /// How many names stand in each other.
    height: usize,
}

impl Size {
    fn add(&mut self, part: Self) -> Result<(), String> {
        self.length += part.length;
        self.height = self.height.max(part.height);
        is_short(self.length)
    }

    /// What a name comes to that stands for this.
    fn named(mut self, what: &str) -> Result<Self, String> {
        self.height += 1;
        if self.height > DEPTH {
            return Err(too_deep(what));
        }
        Ok(self)
    }
}

/// The texts that abbreviations stand for.
struct Texts<'a> {
    fields: HashMap<&'a str, &'a Field<'a>>,
    sizes: HashMap<&'a str, Size>,
}

impl<'a> Texts<'a> {
    fn of(works: &'a RawBibliography<'a>) -> Self {
        let pairs = works.abbreviations.iter();
        Self {
            fields: pairs.map(|it| (it.key.v, &it.value.v)).collect(),
            sizes: HashMap::new(),
        }
    }

    fn size(&mut self, field: &'a Field<'a>) -> Result<Size, String> {
        self.size_within(field, DEPTH)
    }

    fn size_within(&mut self, field: &'a Field<'a>, depth: usize) -> Result<Size, String> {
        let mut size = Size::default();
        for chunk in field {
            match chunk.v {
                RawChunk::Normal(text) => {
                    are_shallow(text)?;
                    size.length += text.len();
                    is_short(size.length)?;
                }
                RawChunk::Abbreviation(name) => size.add(self.size_of(name, depth)?)?,
            }
        }
        Ok(size)
    }

    fn size_of(&mut self, name: &'a str, depth: usize) -> Result<Size, String> {
        const WHAT: &str = "abbreviations";
        if let Some(size) = self.sizes.get(name) {
            return Ok(*size);
        }
        let Some(field) = self.fields.get(name).copied() else {
            return Ok(Size::default());
        };
        let deeper = depth.checked_sub(1).ok_or_else(|| too_deep(WHAT))?;
        let size = self.size_within(field, deeper)?.named(WHAT)?;
        self.sizes.insert(name, size);
        Ok(size)
    }
}

/// Braces are opened again for each one in the other.
fn are_shallow(text: &str) -> Result<(), String> {
    let (mut depth, mut signs) = (0_usize, text.bytes());
    while let Some(sign) = signs.next() {
        match sign {
            b'\\' => drop(signs.next()),
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            return Err(too_deep("braces"));
        }
    }
    Ok(())
}

/// Entries with what they take over from those above them.
struct Entries<'a> {
    works: &'a Bibliography,
    sizes: HashMap<&'a str, Size>,
}

impl<'a> Entries<'a> {
    fn of(works: &'a Bibliography) -> Self {
        Self {
            works,
            sizes: HashMap::new(),
        }
    }

    fn size(&mut self, entry: &'a Entry, depth: usize) -> Result<Size, String> {
        const WHAT: &str = "entries";
        if let Some(size) = self.sizes.get(&*entry.key) {
            return Ok(*size);
        }
        let deeper = depth.checked_sub(1).ok_or_else(|| too_deep(WHAT))?;
        let [(_, one), (_, many)] = ABOVE;
        let mut above: Vec<String> = entry.get_as(many).unwrap_or_default();
        above.extend(entry.get_as::<String>(one).ok());
        let own = entry.fields.values().flatten();
        let own: usize = own.map(|chunk| chunk.v.get().len()).sum();
        let mut size = Size {
            length: own + ENTRY,
            height: 0,
        };
        for key in above {
            if let Some(entry) = self.works.get(&key) {
                size.add(self.size(entry, deeper)?)?;
            }
        }
        let size = size.named(WHAT)?;
        self.sizes.insert(&entry.key, size);
        Ok(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    #[test]
    fn what_is_longer_than_it_looks_is_not_read() {
        let mut doubled = "@string{s0 = {ten letters}}\n".to_owned();
        let mut above = "@book{w0, title = {ten letters}}\n".to_owned();
        let mut chain = String::new();
        for at in 1..45 {
            let before = at - 1;
            let _ = writeln!(doubled, "@string{{s{at} = s{before} # s{before}}}");
            let _ = writeln!(above, "@book{{w{at}, xdata = {{w{before}, w{before}}}}}");
        }
        for at in 0..2_000 {
            // Each that is looked at stands on one that is known.
            let _ = writeln!(
                chain,
                "@string{{s{} = s{at}}}\n@book{{w{at}, title = s{at}}}",
                at + 1
            );
        }
        for (text, told) in [
            (
                doubled + "@book{w, title = s44}",
                "written out, it has more than",
            ),
            (above, "written out, it has more than"),
            (
                chain + "@book{w, title = s0}",
                "abbreviations stand in each other",
            ),
            (
                "@string{s = s # s}\n@book{w, title = s}".to_owned(),
                "abbreviations stand",
            ),
            (
                "@book{v, crossref={w}}\n@book{w, CrossRef={{v}}}".to_owned(),
                "entries stand",
            ),
            ("@book{w, xdata={w}}".to_owned(), "entries stand"),
            (
                format!(
                    "@book{{w, title={{{}{}}}}}",
                    "{".repeat(200_000),
                    "}".repeat(200_000)
                ),
                "braces stand in each other more than 50 deep",
            ),
        ] {
            let failure = read(&text).unwrap_err();
            assert!(failure.contains(told), "{failure} for {text:.80}");
        }
    }

    #[test]
    fn what_stands_above_an_entry_is_taken_over() {
        let works = read(
            "@string{p = {The } # q}\n@string{q = {Press}}\n@collection{above, title={All}, publisher = p, date={2020}}\n\
             @incollection{one, title={One}, author={A. B.}, crossref={above}}",
        );
        let one = works.unwrap();
        let one = one.get("one").unwrap();
        let words = |key| biblatex::ChunksExt::format_verbatim(one.get(key).unwrap());
        assert_eq!(words("booktitle"), "All");
        assert_eq!(words("publisher"), "The Press");
    }
}
