//! `diptych serve`: what it shows follows the files, and it answers for its own site alone.

mod edits;
mod running;
mod strain;

use crate::overlay::tests;
use crate::program::{SMALL_CLAIMS, Site};
use edits::Desk;
use running::{Answer, Server};
use std::fs;
use std::net::TcpListener;
use std::time::Duration;

const CLAIMS: &str = "content/documents/report/claims.yaml";
const PAGE: &str = "/documents/report/";

/// A page as a build writes it: without the script that follows, and without the policy, which allows the script.
fn as_built(page: &str) -> String {
    let without = |page: &str, start: &str, end: &str| {
        let Some(from) = page.find(start) else {
            return page.to_owned();
        };
        let to = from + page[from..].find(end).unwrap() + end.len();
        [&page[..from], &page[to..]].concat()
    };
    let page = without(page, "<script src=\"/__diptych/", "</script>");
    without(&page, "<meta http-equiv=\"Content-Security-Policy\"", ">")
}

/// Asks for every file of a fresh build.
fn holds_against_a_build(server: &Server, site: &Site) {
    site.run(&["build"]).ends_with(0);
    let built = site.tree("public");
    assert!(built.len() > 50, "{} files", built.len());
    for (path, bytes) in built {
        let answer = server.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        if path.ends_with(".html") {
            let served = answer.text();
            assert!(served.contains("/__diptych/reload.js"), "{path}");
            let built = String::from_utf8(bytes).unwrap();
            assert!(as_built(&served) == as_built(&built), "{path} differs");
        } else {
            assert!(answer.body == bytes, "{path} differs");
        }
    }
}

#[test]
fn after_many_edits_every_page_is_that_of_a_fresh_build() {
    const EDITS: usize = 200;
    let site = Site::empty();
    for folder in ["content", "static", "sources"] {
        site.lay(folder, &tests().join("golden").join(folder));
    }
    for name in ["shelf", "shelf-two"] {
        let lay =
            |file: &str, text: &str| site.write(&format!("content/documents/{name}/{file}"), text);
        lay(
            "document.yaml",
            "title: Shelf\nkind: report\nauthors: [canal-office]\npublisher: canal-office\npublished: 1890\n\
             added: 2026-01-01\nlanguage: en\nrights: {licence: CC0-1.0, publish: full}\n",
        );
        lay(
            "text.md",
            "The towpath was mended twice, and the bridge was left as it stood before the flood.\n",
        );
        lay(
            "claims.yaml",
            "- id: towpath\n  says: The towpath is sound.\n  quote: the towpath was mended twice\n  about: fen\n  \
             answers: water/depth\n  kind: fact\n",
        );
    }
    let server = Server::anywhere(&site);
    let mut desk = Desk::new(&site, 9);
    for edit in 0..EDITS {
        desk.edit();
        // Some saves come one by one and others in a burst.
        if edit % 7 == 0 {
            std::thread::sleep(Duration::from_millis(30));
        }
    }
    site.write(
        "content/pages/last.md",
        "---\ntitle: Last\n---\nThe last word.\n",
    );
    server.until_shown("/last/", "The last word.");
    // Of what was touched before, nothing is still on its way.
    std::thread::sleep(Duration::from_secs(1));
    holds_against_a_build(&server, &site);
}

#[test]
fn a_save_is_shown_and_a_fault_is_not() {
    let site = Site::small();
    let server = Server::anywhere(&site);
    let mut events = server.follow();
    let first = events.next();
    assert!(first["notice"].is_null(), "{first}");

    site.write(CLAIMS, &SMALL_CLAIMS.replace("Deep.", "Very deep."));
    server.until_shown(PAGE, "Very deep.");
    let second = events.next();
    assert_ne!(second["version"], first["version"]);

    site.write(CLAIMS, &SMALL_CLAIMS.replace("eight", "nine"));
    let third = events.until(|event| !event["notice"].is_null());
    assert_eq!(third["version"], second["version"]);
    let fault = &third["notice"]["faults"][0];
    assert_eq!(fault["code"], "quote-altered-number", "{fault}");
    let place = &fault["places"][0];
    assert_eq!(place["name"], format!("{CLAIMS}:3:10"));
    assert_eq!(
        place["address"],
        format!("vscode://file{}/{CLAIMS}:3:10", site.root)
    );
    assert_eq!(place["line"][1], "the drain is nine feet deep");
    assert!(server.get(PAGE).text().contains("Very deep."));
    server.until_said("error[quote-altered-number]");

    site.write(CLAIMS, SMALL_CLAIMS);
    let fourth = events.until(|event| event["notice"].is_null());
    assert_ne!(fourth["version"], second["version"]);
    assert!(!server.get(PAGE).text().contains("Very deep."));
}

/// What every page may show is followed as a statement is, through a fault and its mend.
#[test]
fn a_save_of_any_record_is_shown() {
    let site = Site::small();
    site.write("content/terms/sluice.yaml", "name: Sluice\nkind: body\n");
    let server = Server::anywhere(&site);
    for (file, old, new, fault, page) in [
        ("voices/office.yaml", "Office", "Bureau", "name:", PAGE),
        (
            "voices/office.yaml",
            "fen",
            "none",
            "side: nobody",
            "/voices/office/",
        ),
        (
            "themes/depth.yaml",
            "How deep?",
            "How far down?",
            "title",
            "/themes/depth/",
        ),
        ("terms/sluice.yaml", "Sluice", "Weir", "kind:", "/terms/"),
        ("site.yaml", "Canals", "Channels", "sides:", PAGE),
    ] {
        let path = format!("content/{file}");
        let text = site.read(&path);
        let mut events = server.follow();
        events.until(|event| event["notice"].is_null());
        site.write(&path, fault);
        events.until(|event| !event["notice"].is_null());
        site.write(&path, &text.replace(old, new));
        events.until(|event| event["notice"].is_null());
        if new != "none" {
            assert!(server.get(page).text().contains(new), "{file}: {new}");
        }
        holds_against_a_build(&server, &site);
    }
}

#[test]
fn files_and_folders_come_and_go() {
    let site = Site::small();
    let server = Server::anywhere(&site);
    let root = &site.root;
    site.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
    server.until("/new/", |page| page.status == 200);
    fs::rename(
        root.join("content/pages/new.md"),
        root.join("content/pages/newer.md"),
    )
    .unwrap();
    server.until("/newer/", |page| page.status == 200);
    assert_eq!(server.get("/new/").status, 404);
    fs::remove_file(root.join("content/pages/newer.md")).unwrap();
    server.until("/newer/", |page| page.status == 404);

    // Folders that were not there when the server was started.
    site.write("templates/components/foot.html", "{# none #}");
    site.write("static/css/print.css", "main { color: red }\n");
    server.until("/", |page| style_of(page, &server).contains("color:red"));

    // Another branch: all of the content goes, and other content comes.
    fs::rename(root.join("content"), root.join("away")).unwrap();
    let mut events = server.follow();
    events.until(|event| !event["notice"].is_null());
    assert!(server.get(PAGE).text().contains("Deep."));
    fs::rename(root.join("away"), root.join("content")).unwrap();
    events.until(|event| event["notice"].is_null());
    site.write(CLAIMS, &SMALL_CLAIMS.replace("Deep.", "Deeper."));
    server.until_shown(PAGE, "Deeper.");
}

/// The style sheet of a page.
fn style_of(page: &Answer, server: &Server) -> String {
    let text = page.text();
    let (_, rest) = text.split_once("rel=\"stylesheet\" href=\".").unwrap();
    server.get(rest.split('"').next().unwrap()).text()
}

#[test]
fn a_template_that_fails_keeps_the_last_good_site() {
    let site = Site::small();
    let server = Server::anywhere(&site);
    let mut events = server.follow();
    let version = events.next()["version"].clone();
    site.write("templates/pages/home.html", "{{ page.nowhere }}");
    let fault = events.until(|event| !event["notice"].is_null());
    assert_eq!(fault["version"], version);
    assert_eq!(server.get("/").status, 200);
    fs::remove_dir_all(site.root.join("templates")).unwrap();
    events.until(|event| event["notice"].is_null());
}

#[test]
fn what_is_not_there_yet_appears() {
    let site = Site::empty();
    let server = Server::anywhere(&site);
    let nothing = server.get("/");
    assert_eq!(nothing.status, 503);
    assert!(nothing.text().contains("/__diptych/reload.js"));
    server.until_said("there is no `content/site.yaml`");
    let other = Site::small();
    site.lay("content", &other.root.join("content"));
    server.until("/", |page| page.status == 200);
}

#[test]
fn only_requests_for_its_own_site_are_answered() {
    let site = Site::small();
    let server = Server::anywhere(&site);
    let own = "Host: localhost\r\n";
    let foreign_page = "Host: localhost\r\nOrigin: http://evil.example\r\n";
    let own_page = "Host: localhost\r\nOrigin: http://localhost\r\n";
    let long = format!("/{}", "a".repeat(40_000));
    for (request, headers, status) in [
        ("GET / HTTP/1.1", own, 200),
        ("GET / HTTP/1.1", own_page, 200),
        ("HEAD / HTTP/1.1", own, 200),
        ("GET /?words=deep HTTP/1.1", own, 200),
        ("GET /documents/report HTTP/1.1", own, 307),
        ("GET /canals/documents/report/ HTTP/1.1", own, 200),
        ("GET /nowhere HTTP/1.1", own, 404),
        ("GET //evil.example/documents HTTP/1.1", own, 404),
        ("GET /content/site.yaml HTTP/1.1", own, 404),
        ("GET /../content/site.yaml HTTP/1.1", own, 400),
        ("GET /assets/../../content/site.yaml HTTP/1.1", own, 400),
        ("GET /%2e%2e/content/site.yaml HTTP/1.1", own, 400),
        ("GET /%2e%2e%2fcontent%2fsite.yaml HTTP/1.1", own, 400),
        ("GET /..%5ccontent%5csite.yaml HTTP/1.1", own, 400),
        ("GET /%252e%252e/content/site.yaml HTTP/1.1", own, 404),
        ("GET /%c0%ae%c0%ae/content/site.yaml HTTP/1.1", own, 400),
        ("GET /..;/content/site.yaml HTTP/1.1", own, 404),
        ("GET /etc/passwd HTTP/1.1", own, 404),
        ("GET /index.html%00 HTTP/1.1", own, 400),
        ("GET /% HTTP/1.1", own, 400),
        ("GET / HTTP/1.1", "", 400),
        ("GET / HTTP/1.1", "Host: evil.example\r\n", 421),
        ("GET http://evil.example/ HTTP/1.1", own, 421),
        (
            "GET / HTTP/1.1",
            "Host: localhost\r\nHost: localhost\r\n",
            400,
        ),
        ("GET / HTTP/1.1", foreign_page, 403),
        ("GET /__diptych/events HTTP/1.1", foreign_page, 403),
        (
            "GET /__diptych/events HTTP/1.1",
            "Host: evil.example\r\n",
            421,
        ),
        ("GET /__diptych/reload.js HTTP/1.1", own, 200),
        ("GET /__diptych/other HTTP/1.1", own, 404),
        ("POST / HTTP/1.1", own, 405),
        ("PUT /index.html HTTP/1.1", own, 405),
        ("DELETE /index.html HTTP/1.1", own, 405),
        ("OPTIONS * HTTP/1.1", own, 405),
        ("CONNECT evil.example:443 HTTP/1.1", own, 405),
        ("POST /__diptych/events HTTP/1.1", own, 405),
        ("GET / HTTP/9.9", own, 400),
        ("GET", own, 400),
        ("\0\0\0", own, 400),
        ("GET / HTTP/1.1", "Host localhost\r\n", 400),
        (&format!("GET {long} HTTP/1.1"), own, 431),
    ] {
        let whole = format!("{request}\r\n{headers}Connection: close\r\n\r\n");
        let answer = server.send(whole.as_bytes());
        let answer = answer.unwrap_or_else(|| panic!("no answer to {request:.80}"));
        assert_eq!(
            answer.status,
            status,
            "{request:.80} {headers}: {}",
            answer.text()
        );
        assert!(!answer.text().contains("sides:"), "{request:.80}");
        if matches!(status, 200 | 307 | 404) {
            for (name, value) in [
                ("cache-control", "no-store"),
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "no-referrer"),
            ] {
                assert_eq!(answer.header(name), Some(value), "{request:.80}");
            }
        }
        if request.starts_with("HEAD") {
            assert_eq!(answer.text(), "");
        }
    }
    assert_eq!(
        server.get("/documents/report").header("location"),
        Some("report/")
    );
    assert_eq!(server.get("/").status, 200);
}

/// Linux has a whole network of loopback addresses; who listens at one of them is not heard at another.
#[cfg(target_os = "linux")]
#[test]
fn it_listens_to_this_machine_alone_unless_told() {
    let site = Site::small();
    let at_another = |server: &Server| std::net::TcpStream::connect(("127.0.0.2", server.port));
    assert!(at_another(&Server::anywhere(&site)).is_err());
    let open = Server::of(&site, &["--port", "0", "--host", "0.0.0.0"]);
    assert!(at_another(&open).is_ok());
}

#[test]
fn a_taken_port_gives_way_to_the_next() {
    let site = Site::small();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let server = Server::of(&site, &["--port", &port.to_string()]);
    assert!(server.port > port, "{} and {port}", server.port);
    assert_eq!(server.get("/").status, 200);
    server.until_said(&format!("port {port} is taken"));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_cleanly() {
    let site = Site::small();
    for signal in ["-INT", "-TERM"] {
        let mut server = Server::anywhere(&site);
        let _stream = server.follow();
        let id = server.id().to_string();
        let sent = std::process::Command::new("kill")
            .args([signal, &id])
            .status();
        assert!(sent.unwrap().success());
        assert_eq!(server.end(), Some(0), "{signal}: {}", server.said());
    }
}

/// Drafts have no page in a build; who writes wants to see them.
#[test]
fn drafts_are_shown_where_asked_for() {
    let site = Site::small();
    let draft = format!("{SMALL_CLAIMS}  status: draft\n");
    site.write(CLAIMS, &draft);
    let server = Server::anywhere(&site);
    assert_eq!(server.get("/claims/report/two.html").status, 404);
    let server = Server::of(&site, &["--port", "0", "--drafts"]);
    assert_eq!(server.get("/claims/report/two.html").status, 200);
}
