use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::task::AbortHandle;

/// Connections that are open at the same time. Many systems let a program have 1024 files.
pub const MOST: usize = 512;

/// The open connections, the oldest first: when there are too many, the oldest one that waits for nothing gives way,
/// so that whoever opens connections and says nothing keeps nobody out. A stream of events counts as waiting; the
/// page that loses it asks for another.
#[derive(Debug, Default)]
pub struct Connections {
    open: Mutex<VecDeque<Open>>,
}

#[derive(Debug)]
struct Open {
    requests: Requests,
    end: AbortHandle,
}

/// How many requests of one connection are being answered.
#[derive(Clone, Debug, Default)]
pub struct Requests(Arc<AtomicUsize>);

/// A request that is being answered, until it is dropped.
#[derive(Debug)]
pub struct Request(Requests);

impl Requests {
    /// Counts a request.
    pub fn begin(&self) -> Request {
        self.0.fetch_add(1, Ordering::Relaxed);
        Request(self.clone())
    }

    fn is_idle(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

impl Drop for Request {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Connections {
    /// Adds a connection, and ends the oldest idle one where there are too many.
    pub fn add(&self, requests: Requests, end: AbortHandle) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|it| !it.end.is_finished());
        if open.len() >= MOST {
            end_oldest(&mut open);
        }
        open.push_back(Open { requests, end });
    }

    /// Ends the oldest idle connection, where the machine has no room for another.
    pub fn make_room(&self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|it| !it.end.is_finished());
        end_oldest(&mut open);
    }
}

fn end_oldest(open: &mut VecDeque<Open>) {
    if let Some(at) = open.iter().position(|it| it.requests.is_idle())
        && let Some(oldest) = open.remove(at)
    {
        oldest.end.abort();
    }
}
