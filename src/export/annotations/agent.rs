use crate::corpus::{EditorId, VoiceId};
use crate::export::edition::Edition;
use crate::site::Page;
use crate::vocabulary::VoiceKind;
use serde::Serialize;

/// Something by its address.
#[derive(Serialize)]
pub struct Reference {
    /// The address.
    pub id: String,
}

/// A person or body.
#[derive(Serialize)]
pub struct Agent<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'a str,
}

impl<'a> Edition<'a> {
    /// An editor of the site.
    pub(super) fn editor_agent(&self, id: EditorId) -> Agent<'a> {
        let editor = &self.corpus[id];
        Agent {
            id: self.file_iri(&format!("#editor.{}", editor.id)),
            kind: "Person",
            name: editor.name.first(),
        }
    }

    /// A voice.
    pub(super) fn voice_agent(&self, id: VoiceId) -> Agent<'a> {
        let voice = &self.corpus[id];
        Agent {
            id: format!("{}#voice", self.iri(Page::Voice(id))),
            kind: match voice.kind {
                VoiceKind::Person => "Person",
                VoiceKind::Body => "Organization",
                VoiceKind::Unnamed => "prov:Agent",
            },
            name: voice.name.first(),
        }
    }
}
