use super::claim::ClaimRecord;
use super::document::DocumentRecord;
use super::term::TermRecord;
use super::theme::ThemeRecord;
use super::voice::VoiceRecord;
use super::{VERSION, bytes};
use crate::export::data::Records;
use schemars::JsonSchema;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

/// `schemas/<name>.schema.json`: the JSON Schema of a file of records, with a sentence for every key.
pub fn schema(records: Records) -> Vec<u8> {
    let mut generator = SchemaSettings::draft07().for_serialize().into_generator();
    let mut properties = Map::new();
    properties.insert("version".to_owned(), json!({ "const": VERSION }));
    let name = records.word();
    match records {
        Records::Claims => list::<ClaimRecord<'_>>(&mut generator, &mut properties, name),
        Records::Documents => list::<DocumentRecord<'_>>(&mut generator, &mut properties, name),
        Records::Voices => list::<VoiceRecord<'_>>(&mut generator, &mut properties, name),
        Records::Themes => list::<ThemeRecord<'_>>(&mut generator, &mut properties, name),
        Records::Terms => list::<TermRecord<'_>>(&mut generator, &mut properties, name),
        Records::Theme => {
            let theme = generator.subschema_for::<ThemeRecord<'_>>();
            properties.insert(name.to_owned(), theme.into());
            list::<ClaimRecord<'_>>(&mut generator, &mut properties, Records::Claims.word());
        }
    }
    let required: Vec<&String> = properties.keys().collect();
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": format!("{name}, version {VERSION}"),
        "type": "object",
        "required": required,
        "properties": properties,
        "definitions": generator.take_definitions(true),
    });
    let mut file = bytes(&schema);
    file.push(b'\n');
    file
}

fn list<R: JsonSchema>(
    generator: &mut SchemaGenerator,
    properties: &mut Map<String, Value>,
    name: &str,
) {
    let items = generator.subschema_for::<R>();
    properties.insert(name.to_owned(), json!({ "type": "array", "items": items }));
}
