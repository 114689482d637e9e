use std::sync::{Mutex, PoisonError};
use twox_hash::XxHash3_128;

/// The sum of a site's files, taken in any order and from several threads at once.
///
/// It finds what was changed by accident, by hand or by a loss of power: each file counts by the XXH3 of its path and bytes,
/// and the hashes are added up. It does not stand up to somebody who means to deceive, and need not: who writes into the
/// output folder has what there is to win.
#[derive(Debug, Default)]
pub struct Digest(Mutex<u128>);

impl Digest {
    /// Counts a file.
    pub fn add(&self, path: &str, bytes: &[u8]) {
        self.add_in_parts(path, |sink| sink(bytes));
    }

    /// Counts a file that comes part by part: `write` gives the parts to what it is called with.
    pub fn add_in_parts(&self, path: &str, write: impl FnOnce(&mut dyn FnMut(&[u8]))) {
        let mut file = XxHash3_128::new();
        file.write(path.as_bytes());
        file.write(&[0]);
        write(&mut |part| file.write(part));
        let mut sum = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *sum = sum.wrapping_add(file.finish_128());
    }

    /// The sum in hexadecimal digits.
    pub fn text(&self) -> String {
        let sum = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        format!("{:032x}", *sum)
    }
}
