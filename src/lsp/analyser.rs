use super::workspace::{Known, Workspace};
use crate::compile::{Analysis, Memory, Options, analyse_again};
use crate::quote::Texts;
use crate::source::Sources;
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How long nobody may have typed before the content is analysed.
const QUIET: Duration = Duration::from_millis(10);

/// Analyses in the background; of jobs that wait only the last is done.
pub struct Analyser {
    jobs: Sender<Job>,
    /// What was found, in the order of the jobs.
    pub results: Receiver<Found>,
}

struct Job {
    sources: Arc<Sources>,
    texts: Arc<Texts>,
}

/// An analysis, and what was analysed.
pub struct Found {
    sources: Arc<Sources>,
    analysis: Analysis,
}

impl Analyser {
    /// Starts the thread, which ends with the analyser.
    pub fn new() -> Self {
        let (jobs, waiting) = unbounded::<Job>();
        let (done, results) = unbounded();
        thread::spawn(move || {
            let mut memory = Memory::default();
            while let Ok(mut job) = waiting.recv() {
                while let Ok(newer) = waiting.recv_timeout(QUIET) {
                    job = newer;
                }
                let Job { sources, texts } = job;
                let options = Options::default();
                let analysis = analyse_again(&sources, &texts, &options, &mut memory);
                if done.send(Found { sources, analysis }).is_err() {
                    return;
                }
            }
        });
        Self { jobs, results }
    }

    /// Has the content analysed as it is now.
    pub fn ask(&self, workspace: &Workspace) {
        let job = Job {
            sources: Arc::new(workspace.sources()),
            texts: workspace.texts(),
        };
        // Nobody waits for an answer where the thread is gone.
        let _ = self.jobs.send(job);
    }
}

impl Found {
    /// Keeps what was found; where no world could be read, the one before stays.
    pub fn keep(self, workspace: &mut Workspace) {
        let Self { sources, analysis } = self;
        let before = workspace.known.take();
        let (world, world_sources) = match (analysis.world, before) {
            (None, Some(before)) => (before.world, before.world_sources),
            (world, before) => {
                // To let go of a world takes a while, and nobody has to wait for it.
                thread::spawn(move || drop(before));
                (world, Arc::clone(&sources))
            }
        };
        workspace.known = Some(Known {
            sources,
            report: analysis.report,
            world,
            world_sources,
        });
    }
}
