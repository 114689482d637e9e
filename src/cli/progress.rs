use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What is quicker needs no telling.
const PATIENCE: Duration = Duration::from_millis(500);
const BETWEEN: Duration = Duration::from_millis(100);

/// A line on the terminal that says what takes so long, until the value is dropped; nothing in a pipe.
pub struct Progress {
    done: Arc<AtomicUsize>,
    ticker: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Says what is done, and how many of it, once the command has taken a while.
    pub fn begin(what: &'static str, began: Instant) -> Self {
        let done = Arc::new(AtomicUsize::new(0));
        let shown = Arc::clone(&done);
        let ticker = io::stderr().is_terminal().then(|| {
            let (stop, stopped) = channel();
            let ticker = thread::spawn(move || {
                let mut wait = PATIENCE.saturating_sub(began.elapsed());
                let mut is_shown = false;
                while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                    let line = line(what, shown.load(Ordering::Relaxed));
                    let _ = write!(io::stderr(), "{CLEAR}{line}");
                    is_shown = true;
                    wait = BETWEEN;
                }
                if is_shown {
                    let _ = write!(io::stderr(), "{CLEAR}");
                }
            });
            (stop, ticker)
        });
        Self { done, ticker }
    }

    /// One more of it is done.
    pub fn add(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, ticker)) = self.ticker.take() {
            drop(stop);
            let _ = ticker.join();
        }
    }
}

/// Goes to the beginning of the line and clears it.
const CLEAR: &str = "\r\u{1b}[2K";

fn line(what: &str, done: usize) -> String {
    match done {
        0 => format!("{what} …"),
        _ => format!("{what}: {done} …"),
    }
}
