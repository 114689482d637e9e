use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// GitHub Pages publishes no larger site:
/// <https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits>.
const SITE_LIMIT: u64 = 1_000_000_000;
/// Git on GitHub takes no larger file, where a site is published from a branch:
/// <https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github>.
const FILE_LIMIT: u64 = 100 * MEBIBYTE;

const MEBIBYTE: u64 = 1024 * 1024;

/// What a site amounts to, counted by several threads at once.
#[derive(Default)]
pub struct Tally {
    pages: AtomicUsize,
    bytes: AtomicU64,
    large: Mutex<Vec<(String, u64)>>,
}

impl Tally {
    /// Counts a file.
    pub fn count(&self, path: &str, size: u64) {
        if path.ends_with(".html") {
            self.pages.fetch_add(1, Ordering::Relaxed);
        }
        self.bytes.fetch_add(size, Ordering::Relaxed);
        if size > FILE_LIMIT {
            let large = self.large.lock();
            let mut large = large.unwrap_or_else(PoisonError::into_inner);
            large.push((path.to_owned(), size));
        }
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.load(Ordering::Relaxed)
    }

    /// What GitHub Pages would not take, in the order of paths.
    pub fn warnings(&self) -> Vec<String> {
        let large = self.large.lock();
        let mut large = large.unwrap_or_else(PoisonError::into_inner).clone();
        large.sort_unstable();
        let bytes = self.bytes.load(Ordering::Relaxed);
        let site = (bytes > SITE_LIMIT).then(|| {
            format!(
                "the site has {} MB, and GitHub Pages publishes at most {} MB; choose another host, or divide the site",
                megabytes(bytes),
                megabytes(SITE_LIMIT)
            )
        });
        let files = large.into_iter().map(|(path, size)| {
            format!(
                "`{path}` has {} MiB, and GitHub takes files of at most {} MiB into a repository; \
                 publish by a workflow, or choose another host",
                size.div_ceil(MEBIBYTE),
                FILE_LIMIT / MEBIBYTE
            )
        });
        site.into_iter().chain(files).collect()
    }
}

/// Rounded up, so that what is above a limit reads so.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::{FILE_LIMIT, SITE_LIMIT, Tally};

    #[test]
    fn what_github_does_not_take_is_told() {
        let tally = Tally::default();
        tally.count("a.html", 10);
        assert_eq!(tally.warnings(), Vec::<String>::new());
        for _ in 0..=SITE_LIMIT / FILE_LIMIT {
            tally.count("data/claims.json", FILE_LIMIT + 1);
        }
        let warnings = tally.warnings();
        assert!(
            warnings[0]
                .starts_with("the site has 1049 MB, and GitHub Pages publishes at most 1000 MB"),
            "{warnings:?}"
        );
        assert!(
            warnings[1].starts_with(
                "`data/claims.json` has 101 MiB, and GitHub takes files of at most 100 MiB"
            ),
            "{warnings:?}"
        );
        assert_eq!(tally.pages(), 1);
    }
}
