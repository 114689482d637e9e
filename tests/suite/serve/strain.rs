//! What a server stands: a thousand connections, requests that are no requests, slow ones, files that change while they
//! are read, and many reloads.

use super::running::Server;
use super::{CLAIMS, PAGE};
use crate::program::{SMALL_CLAIMS, Site};
use std::fs;
use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Ways to write a path that climbs; none leads to a file that is not one of the site.
#[test]
fn no_spelling_of_a_path_climbs() {
    let site = Site::small();
    site.write("secret.txt", "the secret");
    let server = Server::anywhere(&site);
    let dots = [
        "..",
        ".%2e",
        "%2e.",
        "%2E%2e",
        "%252e%252e",
        "%c0%ae%c0%ae",
        "%e0%80%ae%e0%80%ae",
        "%u002e%u002e",
        "..%00",
        "%00..",
        "..;",
        "..%20",
        "....",
        "%ef%bc%8e%ef%bc%8e",
        "%f0%80%80%ae.",
        "..%0d%0a",
        "..%ff",
        ".%5c.",
    ];
    let slashes = [
        "/",
        "%2f",
        "%2F",
        "%252f",
        "\\",
        "%5c",
        "%255c",
        "%c0%af",
        "%ef%bc%8f",
        "//",
        "/./",
        "%u2215",
    ];
    for dot in dots {
        for slash in slashes {
            for start in ["/", "/assets/", "//", "/%2f", "/\\", "/C:/", "/file:///"] {
                let climb = format!("{dot}{slash}").repeat(3);
                let path = format!("{start}{climb}secret.txt");
                let request =
                    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                let answer = server
                    .send(request.as_bytes())
                    .unwrap_or_else(|| panic!("no answer to {path}"));
                assert!(
                    matches!(answer.status, 400 | 404),
                    "{path}: {}",
                    answer.status
                );
                assert!(!answer.text().contains("the secret"), "{path}");
            }
        }
    }
}

/// What is no request ends its own connection, and is at most told so.
#[test]
fn what_is_no_request_harms_nobody() {
    let site = Site::small();
    let server = Server::anywhere(&site);
    let many = format!(
        "GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n",
        "A: b\r\n".repeat(2_000)
    );
    let wide = format!(
        "GET / HTTP/1.1\r\nHost: localhost\r\nA: {}\r\n\r\n",
        "b".repeat(100_000)
    );
    for request in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\r\n\r\n\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: local\0host\r\n\r\n",
        b"GET / HTTP/1.1\r\n Host: localhost\r\n\r\n",
        b"GET \xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET  /  HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"get / http/1.1\r\nhost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, gzip\r\n\r\nzz\r\n",
        many.as_bytes(),
        wide.as_bytes(),
    ] {
        let mut stream = server.connect();
        let _ = stream.write_all(request);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        let shown: String = String::from_utf8_lossy(request).chars().take(60).collect();
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 4"),
            "{shown:?}: {answer:.80}"
        );
        assert_eq!(server.get("/").status, 200, "after {shown:?}");
    }
}

#[test]
fn a_thousand_idle_connections_and_two_hundred_streams_keep_nobody_out() {
    let site = Site::small();
    let server = Server::anywhere(&site);
    let idle: Vec<_> = (0..1_000).map(|_| server.connect()).collect();
    let mut streams: Vec<_> = (0..200).map(|_| server.follow()).collect();
    let first = streams[0].next()["version"].clone();
    let start = Instant::now();
    assert_eq!(server.get(PAGE).status, 200);
    assert!(
        start.elapsed() < Duration::from_secs(10),
        "{:?}",
        start.elapsed()
    );
    #[cfg(target_os = "linux")]
    {
        let open = fs::read_dir(format!("/proc/{}/fd", server.id()));
        let open = open.unwrap().count();
        assert!(open < 600, "{open} files are open");
    }
    site.write(CLAIMS, &SMALL_CLAIMS.replace("Deep.", "Very deep."));
    for stream in &mut streams {
        stream.until(|event| event["version"] != first);
    }
    drop(idle);
    server.until_shown(PAGE, "Very deep.");
}

/// A head that comes letter by letter is not waited for; the connection ends though something comes all the time.
#[test]
fn a_slow_request_is_not_waited_for() {
    let site = Site::small();
    let server = Server::anywhere(&site);
    let mut slow = server.connect();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        .unwrap();
    slow.set_read_timeout(Some(Duration::from_millis(500)))
        .unwrap();
    let start = Instant::now();
    let mut answer = [0; 64];
    loop {
        assert!(
            start.elapsed() < Duration::from_secs(25),
            "it is still waited for"
        );
        let is_over = slow.write_all(b"A: b\r\n").is_err() || slow.read(&mut answer).is_ok();
        if is_over {
            break;
        }
    }
    assert!(
        start.elapsed() > Duration::from_secs(2),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(server.get("/").status, 200);
}

/// A file that is read while it is written, is gone, or is a folder: what is shown is a whole page all the time.
#[test]
fn files_change_under_its_feet() {
    let site = Site::small();
    let server = Server::anywhere(&site);
    let path = site.root.join(CLAIMS);
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..40 {
                let text = SMALL_CLAIMS.replace("Deep.", &format!("Deep {round}."));
                match round % 4 {
                    0 => fs::write(&path, &text[..text.len() / 2]).unwrap(),
                    1 => fs::remove_file(&path).unwrap(),
                    2 => {
                        fs::create_dir(&path).unwrap();
                        thread::sleep(Duration::from_millis(30));
                        fs::remove_dir(&path).unwrap();
                    }
                    _ => fs::write(&path, &text).unwrap(),
                }
                thread::sleep(Duration::from_millis(30));
            }
            is_over.store(true, Ordering::Relaxed);
        });
        while !is_over.load(Ordering::Relaxed) {
            for page in [PAGE, "/", "/data/claims.json"] {
                let answer = server.get(page);
                assert_eq!(answer.status, 200, "{page}: {}", answer.text());
                let end = answer.text().trim_end().to_owned();
                assert!(
                    end.ends_with("</html>") || end.ends_with('}'),
                    "{page} ends too early"
                );
            }
        }
    });
    server.until_shown(PAGE, "Deep 39.");
}

/// Resident memory of a process, in KiB.
#[cfg(target_os = "linux")]
fn memory(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// `DIPTYCH_RELOADS` in the environment asks for more.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_reloads() {
    const MOST: u64 = 16 * 1024;
    let reloads = std::env::var("DIPTYCH_RELOADS").ok();
    let reloads: usize = reloads.map_or(300, |number| number.parse().unwrap());
    let site = Site::small();
    let server = Server::anywhere(&site);
    let mut events = server.follow();
    let mut version = events.next()["version"].clone();
    let mut warm = 0;
    for round in 0..reloads {
        site.write(
            CLAIMS,
            &SMALL_CLAIMS.replace("Deep.", &format!("Deep {round}.")),
        );
        let event = events.until(|event| event["version"] != version);
        version = event["version"].clone();
        if round % 10 == 0 {
            assert_eq!(server.get(PAGE).status, 200);
        }
        if round == reloads / 3 {
            warm = memory(server.id());
        }
        if round % 1000 == 999 {
            eprintln!("{} KiB after {} reloads", memory(server.id()), round + 1);
        }
    }
    let end = memory(server.id());
    eprintln!("{warm} KiB after a third of {reloads} reloads, {end} KiB at the end");
    assert!(end < warm + MOST, "{warm} KiB, then {end} KiB");
}
