use super::records::Reading;
use crate::source::{FileId, SourceFile, Sources};
use std::sync::Arc;

/// Every file as it was read before, for those who read the content again.
#[derive(Debug, Default)]
pub struct Memory {
    /// By the id of the file: places hold it, so what was read holds only as long as the file keeps it.
    files: Vec<Known>,
}

#[derive(Debug)]
struct Known {
    file: Arc<SourceFile>,
    reading: Reading,
}

impl Memory {
    /// What a file gave, unless it has changed since.
    pub(super) fn recall(&self, id: FileId, file: &SourceFile) -> Option<&Reading> {
        let known = self.files.get(id.index())?;
        let is_same = std::ptr::eq(known.file.as_ref(), file) || *known.file == *file;
        is_same.then_some(&known.reading)
    }

    /// Keeps what every file gave, in the order of their ids.
    pub(super) fn keep(&mut self, sources: &Sources, readings: &[Reading]) {
        let files = sources.iter().zip(readings);
        let files = files.map(|((id, _), reading)| Known {
            file: sources.share(id),
            reading: reading.clone(),
        });
        self.files = files.collect();
    }
}
