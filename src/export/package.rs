use super::csv::Table;
use super::data::DataFile;
use super::edition::Edition;
use super::json::bytes;
use crate::corpus::{Text, licence_address};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// `datapackage.json`: what the other files are, after Frictionless Data Package 1.
pub fn package(edition: &Edition<'_>, resources: Vec<Resource>) -> Vec<u8> {
    let site = &edition.corpus.site;
    let title = site.title.first();
    let package = Package {
        profile: "data-package",
        name: slug(title),
        title,
        description: site.description.as_ref().map(Text::first),
        version: site.release.as_deref(),
        homepage: site.base_url.as_deref(),
        licenses: site
            .licence
            .iter()
            .map(|name| Licence {
                name,
                path: licence_address(name),
            })
            .collect(),
        contributors: site
            .editors
            .iter()
            .map(|editor| Contributor {
                title: editor.name.first(),
                role: "author",
            })
            .collect(),
        resources,
    };
    let mut file = bytes(&package);
    file.push(b'\n');
    file
}

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<Licence<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<Contributor<'a>>,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Licence<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

#[derive(Serialize)]
struct Contributor<'a> {
    title: &'a str,
    role: &'static str,
}

/// What the package says of a file.
#[derive(Serialize)]
pub struct Resource {
    profile: &'static str,
    name: String,
    path: String,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    #[serde(rename = "jsonSchema", skip_serializing_if = "Option::is_none")]
    json_schema: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema>,
}

/// A table schema.
#[derive(Serialize)]
struct Schema {
    fields: Vec<Field>,
    #[serde(rename = "primaryKey", skip_serializing_if = "Option::is_none")]
    primary_key: Option<&'static str>,
    #[serde(rename = "foreignKeys", skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: &'static str,
    reference: KeyOf,
}

#[derive(Serialize)]
struct KeyOf {
    resource: &'static str,
    fields: &'static str,
}

/// What can be known of a file only when it is written.
#[derive(Default)]
pub struct Sum {
    bytes: usize,
    hash: Sha256,
}

impl Sum {
    /// Counts a part of the file.
    pub fn add(&mut self, part: &[u8]) {
        self.bytes += part.len();
        self.hash.update(part);
    }
}

/// The name of the table of claims, to whose ids the other tables refer.
const CLAIMS: &str = "claims";

/// What the package says of a file; nothing of a schema, which stands with the files that it describes.
pub fn resource(edition: &Edition<'_>, file: DataFile, sum: Sum) -> Option<Resource> {
    if matches!(file, DataFile::Schema(_)) {
        return None;
    }
    let path = file.name(edition.corpus);
    let (format, mediatype) = file.format();
    let table = match file {
        DataFile::Table(table) => Some(table),
        _ => None,
    };
    let name = match table {
        Some(Table::Claims) => CLAIMS.to_owned(),
        Some(Table::Figures) => "figures".to_owned(),
        Some(Table::Relations) => "relations".to_owned(),
        None => path.replace('/', "."),
    };
    Some(Resource {
        profile: match table {
            Some(_) => "tabular-data-resource",
            None => "data-resource",
        },
        name,
        path,
        description: file.about(),
        format,
        mediatype,
        encoding: "utf-8",
        bytes: sum.bytes,
        hash: format!("sha256:{}", hex::encode(sum.hash.finalize())),
        json_schema: file
            .records()
            .map(|records| DataFile::Schema(records).name(edition.corpus)),
        schema: table.map(schema),
    })
}

fn schema(table: Table) -> Schema {
    let (primary_key, references): (_, &[&'static str]) = match table {
        Table::Claims => (Some("id"), &[]),
        Table::Figures => (None, &["claim"]),
        Table::Relations => (None, &["claim", "other"]),
    };
    let fields = table.fields().into_iter();
    let references = references.iter();
    Schema {
        fields: fields
            .map(|(name, holds, description)| Field {
                name,
                kind: holds.word(),
                description,
            })
            .collect(),
        primary_key,
        foreign_keys: references
            .map(|fields| ForeignKey {
                fields,
                reference: KeyOf {
                    resource: CLAIMS,
                    fields: "id",
                },
            })
            .collect(),
    }
}

/// A name of small letters, digits and hyphens, made of a title as far as it has such.
fn slug(title: &str) -> String {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return "comparison".to_owned();
    }
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_of_any_title() {
        assert_eq!(slug("North & South: on Widgets"), "north-south-on-widgets");
        assert_eq!(slug("中美人工智能"), "comparison");
    }
}
