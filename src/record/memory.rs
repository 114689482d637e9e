use super::records::Reading;
use crate::source::{FileId, SourceFile, Sources};
use std::collections::HashMap;
use std::sync::Arc;

/// Every file as it was read before, for those who read the content again.
#[derive(Debug, Default)]
pub struct Memory {
    files: HashMap<String, Known>,
}

#[derive(Debug)]
struct Known {
    file: Arc<SourceFile>,
    /// Places hold the id, so what was read holds only as long as the file keeps it.
    id: FileId,
    reading: Reading,
}

impl Memory {
    /// What a file gave, unless it has changed since.
    pub(super) fn recall(&self, id: FileId, file: &SourceFile) -> Option<&Reading> {
        let known = self.files.get(file.path()).filter(|known| known.id == id)?;
        let is_same =
            std::ptr::eq(known.file.as_ref(), file) || known.file.contents() == file.contents();
        is_same.then_some(&known.reading)
    }

    /// Keeps what every file gave, and forgets those that are gone.
    pub(super) fn keep(&mut self, sources: &Sources, readings: &[Reading]) {
        self.files.retain(|path, _| sources.find(path).is_some());
        for ((id, file), reading) in sources.iter().zip(readings) {
            let is_known = self.recall(id, file).is_some();
            let known = self.files.get_mut(file.path()).filter(|_| is_known);
            let file = sources.share(id);
            if let Some(known) = known {
                known.file = file;
            } else {
                let path = file.path().to_owned();
                let reading = reading.clone();
                self.files.insert(path, Known { file, id, reading });
            }
        }
    }
}
