use super::connections::{Connections, Requests};
use super::editor::Editor;
use super::follow::{Display, Follower};
use super::guard::Guard;
use super::port::{PortError, listen};
use super::router::router;
use super::watch::{Touched, Watcher};
use crate::compile::Options;
use crate::diagnostic::Report;
use crate::source::Sources;
use axum::Router;
use camino::Utf8PathBuf;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower_service::Service as _;

/// How long a connection may take to ask for something.
const HEADERS: Duration = Duration::from_secs(10);

/// Bytes that the head of a request may have.
const LONGEST_HEAD: usize = 16 * 1024;

/// Pages that are made at the same time.
const MAKERS: usize = 4;

/// What is served, and where.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The absolute path of the root, without links in it.
    pub root: Utf8PathBuf,
    /// The absolute path of the folder of source texts, where one was named.
    pub sources: Option<Utf8PathBuf>,
    /// The name or the number at which the server listens.
    pub host: String,
    /// The port that is tried first.
    pub port: u16,
    /// What the caller knows better than the content.
    pub options: Options,
    /// How places are opened.
    pub editor: Editor,
}

/// What there is to tell of a running server.
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    /// It can be asked at this address.
    Serving {
        /// The address of the site.
        address: &'a str,
        /// The port that was asked for and is taken.
        taken: Option<u16>,
    },
    /// The content was checked.
    Found(&'a Report, &'a Sources),
    /// A site is shown.
    Made {
        /// How many documents it has.
        documents: usize,
        /// How many claims.
        claims: usize,
        /// How long it took until it was shown.
        time: Duration,
    },
    /// Templates, static files or the machine are at fault.
    Failed(&'a str),
}

/// Who is told.
pub type Say = Arc<dyn Fn(Said<'_>) + Send + Sync>;

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// There is no port for it.
    #[error(transparent)]
    Port(#[from] PortError),
    /// The machine does not tell what changes.
    #[error("cannot watch the files: {0}")]
    Watch(#[from] notify::Error),
    /// The machine does not let it run.
    #[error("cannot serve: {0}")]
    Machine(#[from] io::Error),
}

/// Serves the site of a root, and follows its files, until somebody interrupts it.
///
/// # Errors
///
/// Where it cannot begin.
pub fn serve(settings: &Settings, say: &Say) -> Result<(), ServeError> {
    let listener = listen(&settings.host, settings.port)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let empty = Display {
        version: String::new(),
        show: None,
        notice: None,
    };
    let (shows, display) = watch::channel(empty);
    let mut follower = Follower::new(settings, shows, Arc::clone(say));
    // Before the first reading, so that nothing is changed unheard between the two.
    let mut watcher = Watcher::new(&settings.root, follower.folders())?;
    follower.follow(&Touched {
        anything: true,
        ..Touched::default()
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(MAKERS)
        .build()?;
    // Before anybody is told that it runs, and may want it to end.
    let interrupted = {
        let _inside = runtime.enter();
        interrupts()?
    };
    let is_taken = settings.port != 0 && settings.port != address.port();
    say(Said::Serving {
        address: &site_address(&settings.host, address),
        taken: is_taken.then_some(settings.port),
    });
    thread::spawn(move || {
        while let Some(touched) = watcher.wait() {
            // Among the threads that share the work, and not asleep outside until each part of it is done.
            rayon::scope(|_| follower.follow(&touched));
        }
    });
    let guard = Arc::new(Guard::new(&settings.host, address.ip()));
    let router = router(display, guard);
    runtime.block_on(async {
        let listener = TcpListener::from_std(listener)?;
        tokio::select! {
            () = accept(&listener, &router) => {}
            () = interrupted => {}
        }
        Ok::<(), io::Error>(())
    })?;
    // Who still makes a page makes it for nobody.
    runtime.shutdown_background();
    Ok(())
}

/// The address of the site, as a browser takes it.
fn site_address(host: &str, address: SocketAddr) -> String {
    let port = address.port();
    match host.parse() {
        // Every number of this machine, of which this one leads here from the machine itself.
        Ok(ip) if std::net::IpAddr::is_unspecified(&ip) => format!("http://localhost:{port}/"),
        Ok(std::net::IpAddr::V6(ip)) => format!("http://[{ip}]:{port}/"),
        _ => format!("http://{host}:{port}/"),
    }
}

/// Answers every connection; it never ends by itself.
async fn accept(listener: &TcpListener, router: &Router) {
    let connections = Connections::default();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // The machine has no room for another, or the other end is gone already.
            connections.make_room();
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        let requests = Requests::default();
        let task = tokio::spawn(answer(stream, router.clone(), requests.clone()));
        connections.add(requests, task.abort_handle());
    }
}

/// Answers the requests of one connection.
async fn answer(stream: TcpStream, router: Router, requests: Requests) {
    // An event is small and shall not wait for more.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let request_counts = requests.begin();
        let answer = router.clone().call(request);
        async move {
            let answer = answer.await;
            drop(request_counts);
            answer
        }
    });
    // Whatever goes wrong with a connection ends it, and nobody is left to be told.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// Ends when somebody presses Ctrl-C, or the system asks the program to end; from now on neither ends it by itself.
#[cfg(unix)]
fn interrupts() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut pressed = signal(SignalKind::interrupt())?;
    let mut asked = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = pressed.recv() => {}
            _ = asked.recv() => {}
        }
    })
}

/// Ends when somebody presses Ctrl-C.
#[cfg(not(unix))]
fn interrupts() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
