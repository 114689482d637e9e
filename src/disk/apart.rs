use camino::{Utf8Path, Utf8PathBuf};

/// The output folder and something that a build reads would lie in each other.
#[derive(Debug, thiserror::Error)]
#[error("`{out}` and `{read}` lie in each other; choose another place with `--out`")]
pub struct EntangledError {
    out: Utf8PathBuf,
    read: Utf8PathBuf,
}

/// Makes sure that a build writes nowhere where it reads, and reads nowhere where it writes, so that no build takes in
/// what another has made, and no site takes the place of what it is made of.
///
/// # Errors
///
/// Where the output folder lies in what is read, or around it.
pub fn apart(
    root: &Utf8Path,
    sources: Option<&Utf8Path>,
    out: &Utf8Path,
) -> Result<(), EntangledError> {
    let folders = ["content", "templates", "static", "sources"].map(|name| root.join(name));
    let named = sources.map(Utf8Path::to_owned);
    let place = real(out);
    for read in folders.into_iter().chain(named) {
        let other = real(&read);
        if place.starts_with(&other) || other.starts_with(&place) {
            return Err(EntangledError {
                out: out.to_owned(),
                read,
            });
        }
    }
    Ok(())
}

/// The absolute path without links, as far as there is anything.
fn real(path: &Utf8Path) -> Utf8PathBuf {
    let path = camino::absolute_utf8(path).unwrap_or_else(|_| path.to_owned());
    for there in path.ancestors() {
        if let (Ok(real), Ok(rest)) = (there.canonicalize_utf8(), path.strip_prefix(there)) {
            // What is not there yet holds no links, so `..` means what it says.
            return rest.components().fold(real, |mut place, part| {
                match part {
                    camino::Utf8Component::ParentDir => {
                        place.pop();
                    }
                    part => place.push(part),
                }
                place
            });
        }
    }
    path
}
