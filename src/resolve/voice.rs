use super::Names;
use super::names::Directory;
use super::owner::Owner;
use super::resolver::Resolver;
use crate::corpus::{Allegiance, SideId, Voice, VoiceId};
use crate::diagnostic::{Code, Diagnostic, shown};
use crate::record::{self, File, Records};
use crate::source::Span;
use crate::vocabulary::NO_SIDE;

/// Resolves every voice.
pub fn voices(
    resolver: &mut Resolver<'_>,
    records: &Records,
    sides: &Names<SideId>,
) -> (Vec<Voice>, Names<VoiceId>) {
    let files = &records.voices;
    let mut voices = Vec::with_capacity(files.len());
    let mut names = Names::default();
    for id in &records.unread.voices {
        names.add(id, None);
    }
    for file in files {
        let voice = voice(resolver, file, sides, |alias| {
            let named = files.iter().find(|other| other.id == alias)?;
            Some(named.file.start())
        });
        let id = voice.map(|voice| {
            voices.push(voice);
            VoiceId::new(voices.len() - 1)
        });
        names.add(&file.id, id);
    }
    (voices, names)
}

fn voice(
    resolver: &mut Resolver<'_>,
    file: &File<record::Voice>,
    sides: &Names<SideId>,
    taken: impl Fn(&str) -> Option<Span>,
) -> Option<Voice> {
    let record = &file.record;
    let span = file.file.start();
    let optional = [
        ("affiliation", !record.affiliation.is_absent()),
        ("country", !record.country.is_absent()),
        ("name", !record.name.is_absent()),
        ("role", !record.role.is_absent()),
        ("sector", !record.sector.is_absent()),
        ("side", !record.side.is_absent()),
    ];
    let owner = Owner {
        span,
        noun: "voice",
        not_given: resolver.not_given(&record.not_given, &optional),
    };
    let sound_id = resolver.id(&file.id, span);
    let name = resolver.required_text(&record.name, "name", &owner);
    let kind = resolver.required(&record.kind, "kind", &owner);
    let allegiance = match record.side.given() {
        None => Some(Allegiance::Unplaced),
        Some(side) if side.value == NO_SIDE => Some(Allegiance::ThirdParty),
        Some(side) => match sides.find(side, Code::UnknownSide, "side") {
            Ok(id) => id.map(Allegiance::Side),
            Err(fault) => {
                let known = sides.known().chain([NO_SIDE]);
                resolver.report.push(fault.suggest(&side.value, known));
                None
            }
        },
    };
    if record.side.is_absent() {
        resolver.misplaced(
            &record.side_because,
            "`side_because` gives a reason for a side that is not given",
            "add `side: …`, or remove the reason",
        );
    }
    if let Some(country) = record.country.given() {
        let sound =
            country.value.len() == 2 && country.value.bytes().all(|byte| byte.is_ascii_uppercase());
        if !sound {
            let message = format!("`{}` is not a country code", shown(&country.value));
            resolver.report.push(
                Diagnostic::new(Code::UnknownValue, country.span, message)
                    .help("write two capital letters after ISO 3166-1, such as `NO`"),
            );
        }
    }
    let whole = resolver.whole(file.file);
    resolver.allow(&record.allow, whole);
    let voice = Voice {
        id: file.id.clone(),
        side_because: resolver.text(&record.side_because),
        affiliation: resolver.text(&record.affiliation),
        country: record.country.value().cloned(),
        sector: record.sector.value().copied(),
        role: resolver.text(&record.role),
        url: resolver.url(&record.url),
        note: resolver.text(&record.note),
        aliases: resolver.former_ids(&record.aliases, "voice", taken),
        inferred: resolver.inferred(
            &record.inferred,
            &["affiliation", "country", "name", "role", "sector", "side"],
        ),
        not_given: owner.not_given.names(),
        span,
        name: name?,
        kind: kind?.value,
        allegiance: allegiance?,
    };
    sound_id.then_some(voice)
}
