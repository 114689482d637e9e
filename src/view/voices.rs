use super::link::Link;
use super::{Frame, Scene};
use crate::corpus::{Allegiance, Voice, VoiceId};
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
    let title = scene.words.say("voices");
    let description = scene.words.say("voices-about");
    let frame = scene.frame(route, title, description, vec![scene.home_link()]);
    let sides = scene.corpus.site.side_ids().map(Allegiance::Side);
    let groups = sides.chain([Allegiance::ThirdParty, Allegiance::Unplaced]);
    let page = VoicesPage {
        groups: groups
            .filter_map(|group| voice_group(scene, group))
            .collect(),
    };
    (frame, page)
}

fn voice_group(scene: &Scene<'_>, group: Allegiance) -> Option<VoiceGroup> {
    let members = scene
        .corpus
        .voices()
        .filter(|(_, it)| it.allegiance == group);
    let voices: Vec<VoiceEntry> = members
        .map(|(id, voice)| VoiceEntry {
            voice: scene.voice_link(id),
            description: description(scene, voice),
            amount: amount(scene, id),
        })
        .collect();
    // A side without a single speaker is shown as well: that is a finding.
    let is_side = group.side().is_some();
    (is_side || !voices.is_empty()).then(|| VoiceGroup {
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
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// How many statements a speaker makes.
pub fn amount(scene: &Scene<'_>, id: VoiceId) -> String {
    scene
        .words
        .say_of("statements", "count", scene.claims_of(id).count())
}
