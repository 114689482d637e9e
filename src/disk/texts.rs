use super::read::{ReadError, TEXT_LIMIT, below, regular, walk};
use crate::quote::{Format, Texts};
use camino::{Utf8Path, Utf8PathBuf};

/// The folder of private copies of source texts: the one that somebody named, or `sources` below the root.
pub fn texts_folder(root: &Utf8Path, named: Option<&Utf8Path>) -> Utf8PathBuf {
    named.map_or_else(|| root.join("sources"), Utf8Path::to_owned)
}

/// Reads the private copies of source texts, `<document>.txt` or `<document>.md`; a folder that nobody
/// named may be missing.
///
/// # Errors
///
/// Where the named folder is not there, or a text cannot be read or is not UTF-8.
pub fn texts(root: &Utf8Path, named: Option<&Utf8Path>) -> Result<Texts, ReadError> {
    let folder = texts_folder(root, named);
    let paths = match named {
        Some(named) if !named.is_dir() => return Err(ReadError::NoFolder(folder.to_string())),
        // Whoever names a link wants it followed.
        Some(named) => below(named)?,
        None => walk(&folder)?,
    };
    let mut texts = Texts::new();
    for path in paths {
        let format = match path.extension() {
            Some("txt") => Format::Plain,
            Some("md") => Format::Markdown,
            _ => continue,
        };
        let (Some(document), true) = (path.file_stem(), path.parent() == Some(&folder)) else {
            continue;
        };
        let bytes = regular(&path, TEXT_LIMIT)?;
        let text =
            String::from_utf8(bytes).map_err(|_| ReadError::TextNotUtf8(path.to_string()))?;
        texts.insert(document.to_owned(), (format, text));
    }
    Ok(texts)
}
