//! The forms that text takes in a field, as a schema tells them; what they name is in the schema too.
//!
//! No value is of these types: a field is read as text, and [`resolve`](crate::resolve) decides whether
//! it has its form, since it can say more of what is wrong than that a pattern does not fit.

use super::Text;
use crate::diagnostic::Code;
use crate::vocabulary::{self, NO_SIDE, WORLD};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// The keyword under which a schema says what kind of record a value names.
pub const NAMES: &str = "x-names";

/// The keyword under which a schema says what kind of record gets its id from a value.
pub const DEFINES: &str = "x-defines";

/// The keyword under which a schema gives words that stand beside ids, each with its meaning.
pub const WORDS: &str = "x-words";

/// Declares forms of text, each with a pattern and with words for a value that does not fit it.
macro_rules! forms {
    ($($name:ident $pattern:literal $message:literal $({ $($key:ident: $value:tt),* })?;)*) => {$(
        #[doc = concat!("Whoever writes another text here is told: ", $message, ".")]
        pub enum $name {}

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let pattern = $pattern.replace("ID", "[a-z0-9-]{1,64}");
                let others: [(&str, Value); _] = [$($(($key, json!($value))),*)?];
                let mut schema = json_schema!({
                    "type": "string",
                    "pattern": format!("^{pattern}$"),
                    "patternErrorMessage": $message,
                });
                for (key, value) in others {
                    schema.insert(key.to_owned(), value);
                }
                schema
            }
        }
    )*};
}

forms! {
    NewId "ID" "write small letters of a to z, digits and hyphens, such as `open-models`";
    NewClaim "ID" "write small letters of a to z, digits and hyphens, such as `share-by-2030`" { DEFINES: "claim" };
    NewQuestion "ID" "write small letters of a to z, digits and hyphens, such as `adoption`" { DEFINES: "question" };
    NewSide "ID" "write small letters of a to z, digits and hyphens, such as `north`" { DEFINES: "side" };
    NewEditor "ID" "write small letters of a to z, digits and hyphens, such as `ab`" { DEFINES: "editor" };
    SideName "ID" "write the id of a side, as in `content/site.yaml`" { NAMES: "side" };
    SideOrWorld "ID" "write the id of a side, as in `content/site.yaml`, or `world`" {
        NAMES: "side", WORDS: {WORLD: "Everybody, and no side in particular."}
    };
    SideOrNone "ID" "write the id of a side, as in `content/site.yaml`, or `none`" {
        NAMES: "side", WORDS: {NO_SIDE: "A third party, which speaks for no side."}
    };
    VoiceName "ID" "write the stem of a file in `content/voices/`" { NAMES: "voice" };
    TermName "ID" "write the stem of a file in `content/terms/`" { NAMES: "term" };
    ThemeName "ID" "write the stem of a file in `content/themes/`" { NAMES: "theme" };
    DocumentName "ID" "write the name of a folder in `content/documents/`" { NAMES: "document" };
    EditorName "ID" "write the id of an editor, as in `content/site.yaml`" { NAMES: "editor" };
    QuestionPath "ID/ID" "write `<theme>/<question>`, such as `industry/adoption`" { NAMES: "question" };
    OwnQuestion "ID" "write the id of a question of this theme" { NAMES: "own-question" };
    ClaimPath "ID/ID" "write `<document>/<claim>`, such as `example/share-by-2030`" { NAMES: "claim" };
    ClaimName "(ID/)?ID" "write `<document>/<claim>`, or `<claim>` for one of this file" { NAMES: "claim" };
    CellPath "ID/ID/ID" "write `<theme>/<question>/<side>`, such as `industry/adoption/south`" { NAMES: "cell" };
    LanguageTag "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*" "write a BCP 47 tag, such as `en` or `zh-Hans`";
    Address "https?://[^\\s\"<>\\\\`]+" "write the whole address, beginning with `https://`";
    Country "[A-Z]{2}" "write two capital letters after ISO 3166-1, such as `NO`";
}

/// A date of reduced precision; a year alone is a number to YAML.
pub enum Day {}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let month = "(0[1-9]|1[0-2])";
        let day = "(0[1-9]|[12][0-9]|3[01])";
        json_schema!({
            "type": ["string", "integer"],
            "pattern": format!("^[0-9]{{4}}(-{month}(-{day})?)?$"),
            "patternErrorMessage": "write `2025`, `2025-03` or `2025-07-05`",
            "minimum": 1000,
            "maximum": 9999,
        })
    }
}

/// Warnings that are accepted here, each with a reason.
pub enum Allowed {}

impl JsonSchema for Allowed {
    fn schema_name() -> Cow<'static, str> {
        "Allowed".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let reason = generator.subschema_for::<Text>();
        let warnings = Code::ALL.iter().filter(|it| it.is_judgement());
        let properties = warnings.map(|code| entry(*code, &reason));
        let properties: Map<String, Value> = properties.collect();
        json_schema!({"type": "object", "properties": properties})
    }
}

/// What the site makes of kinds of fault; an error stays one.
pub enum Severities {}

impl JsonSchema for Severities {
    fn schema_name() -> Cow<'static, str> {
        "Severities".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let any = generator.subschema_for::<vocabulary::Severity>();
        let error = json_schema!({"const": vocabulary::Severity::Error.word()});
        let value = |code: Code| if code.is_judgement() { &any } else { &error };
        let properties = Code::ALL.iter().map(|&code| entry(code, value(code)));
        let properties: Map<String, Value> = properties.collect();
        json_schema!({"type": "object", "properties": properties})
    }
}

/// A code as a key, with the first paragraph of its explanation, which stands below a title.
fn entry(code: Code, value: &Schema) -> (String, Value) {
    let mut value = value.clone();
    let paragraph = code.explanation().split("\n\n").nth(1);
    let about = paragraph.unwrap_or_default().replace('\n', " ");
    value.insert("description".to_owned(), about.into());
    (code.name().to_owned(), value.into())
}

/// Names of fields, one or several, that stand in `not_given`.
pub fn fields(names: &[&str]) -> Value {
    let name = json!({"type": "string", "enum": names});
    json!([name, {"type": "array", "items": name}])
}

/// Fields, each with the ground on which an editor concluded what it says.
pub fn grounds(names: &[&str]) -> Value {
    let ground = Text::json_schema(&mut SchemaGenerator::default());
    let grounds = names
        .iter()
        .map(|name| ((*name).to_owned(), ground.clone().into()));
    grounds.collect::<Map<String, Value>>().into()
}

/// Demands fields, each unless `not_given` names it.
pub fn unless_not_given(names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| given_or_not(name)).collect()
}

/// Demands a field where another one has this value.
pub fn where_it_says(field: &str, value: &str, needed: &Value) -> Value {
    json!({
        "if": {"properties": {field: {"const": value}}, "required": [field]},
        "then": needed,
    })
}

/// Demands a field, unless `not_given` names it.
pub fn given_or_not(name: &str) -> Value {
    let named = json!({"anyOf": [{"const": name}, {"type": "array", "contains": {"const": name}}]});
    json!({
        "if": {"not": {"properties": {"not_given": named}, "required": ["not_given"]}},
        "then": {"required": [name]},
    })
}
