use super::Options;
use crate::quote::Texts;
use crate::source::{Contents, Inputs};
use sha2::{Digest as _, Sha256};

/// Stands for everything that a build is made of: SHA-256 over the program, what the caller knows better, and every file
/// by name and bytes. Two builds of one fingerprint have the same report and the same site.
///
/// Content comes from strangers, who must not be able to make two of them alike; a faster hash would let them.
pub fn fingerprint(program: &str, inputs: &Inputs, texts: &Texts, options: &Options) -> String {
    let Options {
        base_url,
        drafts,
        no_search,
    } = options;
    let mut sum = Sum::default();
    sum.add("program", program.as_bytes());
    sum.add("base_url", base_url.as_deref().unwrap_or_default());
    sum.add("shown", [u8::from(*drafts), u8::from(*no_search)]);
    for (_, file) in inputs.content.iter() {
        let kind = match file.contents() {
            Contents::Text(_) => "text",
            Contents::Missing => "missing",
            Contents::NotUtf8(_) => "not UTF-8",
            Contents::TooLarge(_) => "too large",
            Contents::Link => "link",
        };
        sum.add(kind, file.path());
        sum.add("content", file.text());
    }
    for template in &inputs.templates {
        sum.add("template", &template.name);
        sum.add("text", &template.text);
    }
    for file in &inputs.statics {
        sum.add("static", &file.path);
        sum.add("bytes", &file.bytes);
    }
    for (document, (format, text)) in texts {
        sum.add("source", document);
        sum.add("format", format!("{format:?}"));
        sum.add("text", text);
    }
    sum.finish()
}

#[derive(Default)]
struct Sum(Sha256);

impl Sum {
    /// Every part with its length, so that where one ends is not left to chance.
    fn add(&mut self, word: &str, bytes: impl AsRef<[u8]>) {
        let bytes = bytes.as_ref();
        self.0.update(word);
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn finish(self) -> String {
        hex::encode(self.0.finalize())
    }
}
