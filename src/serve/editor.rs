use camino::{Utf8Path, Utf8PathBuf};
use std::str::FromStr;

/// How a place in a file is opened in an editor: an address with `{path}` in it, and `{line}` and `{column}` where
/// the editor takes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(String);

/// Editors that go by a name.
const KNOWN: [(&str, &str); 4] = [
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    (
        "idea",
        "idea://open?file={path}&line={line}&column={column}",
    ),
];

impl FromStr for Editor {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        if let Some((_, address)) = KNOWN.iter().find(|(name, _)| *name == given) {
            return Ok(Self((*address).to_owned()));
        }
        let scheme = given.split_once(':').map_or("", |(scheme, _)| scheme);
        let runs_in_pages = ["javascript", "data", "vbscript"];
        let is_scheme = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || "+.-".contains(letter))
            && !runs_in_pages.contains(&scheme.to_ascii_lowercase().as_str());
        if is_scheme && given.contains("{path}") {
            return Ok(Self(given.to_owned()));
        }
        let names: Vec<String> = KNOWN.iter().map(|(name, _)| format!("`{name}`")).collect();
        Err(format!(
            "give {}, or an address such as `editor://open{{path}}:{{line}}:{{column}}`",
            names.join(", ")
        ))
    }
}

impl Editor {
    /// The address that opens a place of a file, which is named from the root.
    pub fn address(&self, root: &Utf8Path, file: &str, line: usize, column: usize) -> String {
        let path = escaped(&root.join(file));
        self.0
            .replace("{path}", &path)
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
    }
}

/// A path as it stands in an address: with `/` at its beginning and between its parts.
fn escaped(path: &Utf8PathBuf) -> String {
    let path = path.as_str().replace('\\', "/");
    // Windows begins the path of a folder so when links in it were followed.
    let path = path.strip_prefix("//?/").unwrap_or(&path);
    let mut escaped = String::with_capacity(path.len());
    if !path.starts_with('/') {
        escaped.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/:-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_become_addresses() {
        let editor: Editor = "vscode".parse().unwrap();
        assert_eq!(
            editor.address("/home/a b/é?".into(), "content/site.yaml", 3, 7),
            "vscode://file/home/a%20b/%C3%A9%3F/content/site.yaml:3:7"
        );
        let editor: Editor = "txmt://open?url=file://{path}&line={line}".parse().unwrap();
        assert_eq!(
            editor.address("/w".into(), "content/a.yaml", 1, 1),
            "txmt://open?url=file:///w/content/a.yaml&line=1"
        );
    }

    #[test]
    fn what_is_no_address_of_an_editor_is_refused() {
        for given in [
            "",
            "emacs",
            "vscode://file",
            "JavaScript:alert('{path}')",
            "{path}",
            ":{path}",
        ] {
            assert!(given.parse::<Editor>().is_err(), "{given}");
        }
    }
}
