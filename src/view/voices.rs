use super::link::Link;
use super::{Frame, Scene};
use crate::corpus::{Allegiance, Voice, VoiceId};
use crate::language::Arguments;
use crate::site::{Page, Route};
use serde::Serialize;

/// `pages/voices.html`
#[derive(Clone, Debug, Serialize)]
pub struct VoicesPage {
    /// Speakers by the side that they speak for.
    pub groups: Vec<VoiceGroup>,
}

/// Speakers for one side, or for none.
#[derive(Clone, Debug, Serialize)]
pub struct VoiceGroup {
    /// For whom they speak.
    pub label: String,
    /// Place of the side in the order of columns, from 1; nothing for no side.
    pub column: Option<usize>,
    /// The speakers.
    pub voices: Vec<VoiceEntry>,
}

/// A speaker in few words.
#[derive(Clone, Debug, Serialize)]
pub struct VoiceEntry {
    /// The speaker.
    pub voice: Link,
    /// Office and affiliation.
    pub description: Option<String>,
    /// How many statements, in words.
    pub amount: String,
}

pub fn voices(scene: &Scene<'_>, route: Route) -> (Frame, VoicesPage) {
    let description = scene.words.say("voices-about");
    let frame = scene.frame(route, description, vec![scene.home_link()]);
    let sides = scene.corpus.site.side_ids().map(Allegiance::Side);
    let groups = sides.chain([Allegiance::ThirdParty, Allegiance::Unplaced]);
    let groups: Vec<Allegiance> = groups.collect();
    let sorted = groups.iter().flat_map(|&group| members(scene, group));
    let sorted: Vec<VoiceId> = sorted.collect();
    let here = scene.on_sheet(&sorted, route);
    let page = VoicesPage {
        groups: groups
            .into_iter()
            .filter_map(|group| voice_group(scene, group, here, route.sheet == 1))
            .collect(),
    };
    (frame, page)
}

fn members(scene: &Scene<'_>, group: Allegiance) -> Vec<VoiceId> {
    let voices = scene.corpus.voices();
    let members = voices.filter(|(_, voice)| voice.allegiance == group);
    let mut members: Vec<(&str, VoiceId)> = members
        .map(|(id, voice)| (voice.name.get(scene.language), id))
        .collect();
    scene.words.arrange(&mut members, |(name, _)| name);
    members.into_iter().map(|(_, id)| id).collect()
}

fn voice_group(
    scene: &Scene<'_>,
    group: Allegiance,
    here: &[VoiceId],
    is_first: bool,
) -> Option<VoiceGroup> {
    let is_in_group = |id: &&VoiceId| scene.corpus[**id].allegiance == group;
    let voices: Vec<VoiceEntry> = here
        .iter()
        .filter(is_in_group)
        .map(|&id| VoiceEntry {
            voice: scene.voice_link(id),
            description: description(scene, &scene.corpus[id]),
            amount: amount(scene, id),
        })
        .collect();
    // A side without a single speaker is shown as well: that is a finding.
    let is_silent = group.side().is_some() && members(scene, group).is_empty();
    (is_silent && is_first || !voices.is_empty()).then(|| VoiceGroup {
        label: scene.allegiance_heading(group),
        column: group.side().map(|side| side.index() + 1),
        voices,
    })
}

/// All speakers.
pub fn voices_link(scene: &Scene<'_>) -> Link {
    Link {
        text: scene.words.say("voices"),
        url: scene.url(Page::Voices),
    }
}

/// Office and affiliation of a speaker.
pub fn description(scene: &Scene<'_>, voice: &Voice) -> Option<String> {
    let parts = [&voice.role, &voice.affiliation];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .map(|part| scene.text(part))
        .collect();
    match parts.as_slice() {
        [] => None,
        [office, affiliation] => {
            let arguments = Arguments::new()
                .with("office", office.as_str())
                .with("affiliation", affiliation.as_str());
            Some(scene.words.say_with("office-and-affiliation", &arguments))
        }
        parts => Some(parts.concat()),
    }
}

/// How many statements a speaker makes.
pub fn amount(scene: &Scene<'_>, id: VoiceId) -> String {
    scene
        .words
        .say_of("statements", "count", scene.index.of_voice(id).len())
}
