//! The real program as a running server, and a client that says exactly what it is told to say.

use crate::program::{PROGRAM, Site};
use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take on a slow machine.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// A server of a site, which ends with the test.
pub struct Server {
    child: Child,
    pub port: u16,
    /// What it said to its reader so far.
    said: Arc<Mutex<String>>,
}

/// An answer, taken apart.
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Server {
    pub fn of(site: &Site, arguments: &[&str]) -> Self {
        let mut child = Command::new(PROGRAM)
            .arg("serve")
            .args(arguments)
            .current_dir(&site.root)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let heard = Arc::clone(&said);
        let errors = BufReader::new(child.stderr.take().unwrap());
        thread::spawn(move || {
            for line in errors.lines() {
                let _ = writeln!(heard.lock().unwrap(), "{}", line.unwrap());
            }
        });
        let mut first = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        lines.read_line(&mut first).unwrap();
        let port = first
            .split_once("http://")
            .and_then(|(_, rest)| rest.split(['/', ':']).nth(1)?.parse().ok());
        let port = port.unwrap_or_else(|| panic!("{first}{}", said.lock().unwrap()));
        Self { child, port, said }
    }

    /// At any free port.
    pub fn anywhere(site: &Site) -> Self {
        Self::of(site, &["--port", "0"])
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Everything that it reported.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has reported something.
    #[track_caller]
    pub fn until_said(&self, words: &str) {
        let start = Instant::now();
        while !self.said().contains(words) {
            assert!(start.elapsed() < PATIENCE, "{words}: {}", self.said());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The exit status, once it has ended.
    pub fn end(&mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends these bytes; nothing where the server ends the connection without a word.
    pub fn send(&self, request: &[u8]) -> Option<Answer> {
        let mut stream = self.connect();
        // A server that refuses the beginning need not hear the end.
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        if let Err(error) = stream.read_to_end(&mut answer) {
            assert_eq!(error.kind(), io::ErrorKind::ConnectionReset, "{error}");
        }
        Answer::new(&answer)
    }

    pub fn get(&self, path: &str) -> Answer {
        let port = self.port;
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
        self.send(request.as_bytes()).unwrap()
    }

    /// Asks again until the page is as it should be.
    #[track_caller]
    pub fn until(&self, path: &str, is_right: impl Fn(&Answer) -> bool) -> Answer {
        let start = Instant::now();
        loop {
            let answer = self.get(path);
            if is_right(&answer) {
                return answer;
            }
            let text = answer.text();
            assert!(
                start.elapsed() < PATIENCE,
                "{path}: {text}\n{}",
                self.said()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    #[track_caller]
    pub fn until_shown(&self, path: &str, words: &str) -> Answer {
        self.until(path, |answer| answer.text().contains(words))
    }

    /// A stream of events.
    pub fn follow(&self) -> Events {
        let mut stream = self.connect();
        let request = b"GET /__diptych/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        stream.write_all(request).unwrap();
        Events(BufReader::new(stream))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a page hears.
pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The next event.
    pub fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the stream ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }

    /// The next event that is as it should be.
    pub fn until(&mut self, is_right: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        loop {
            let event = self.next();
            if is_right(&event) {
                return event;
            }
        }
    }
}

impl Answer {
    fn new(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let end = text.find("\r\n\r\n")?;
        let head = text[..end].to_lowercase();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let body = bytes[end + 4..].to_vec();
        Some(Self { status, head, body })
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}
