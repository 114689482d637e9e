//! The language server, asked over its own standard input by a small client, in a copy of the invented corpus.

use crate::overlay::Overlay;
use crate::program::PROGRAM;
use camino::Utf8PathBuf;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

const CLAIMS: &str = "content/documents/waterways-report/claims.yaml";
const GAZETTE: &str = "content/documents/sallow-gazette/claims.yaml";
const FIRST: &str = "- id: drain-eight-feet";
const WATER: &str = "content/themes/water.yaml";
const THEME: &str = "content/themes/tolls.yaml";

/// A folder with an editor in it.
struct Editor {
    site: Overlay,
    server: Child,
    output: BufReader<ChildStdout>,
    requests: i64,
    /// Messages that came while an answer was awaited.
    heard: Vec<Value>,
}

impl Editor {
    fn new() -> Self {
        let site = Overlay::golden();
        let mut server = Command::new(PROGRAM)
            .args(["lsp", "--root", site.root().as_str()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(server.stdout.take().unwrap());
        let mut editor = Self {
            site,
            server,
            output,
            requests: 0,
            heard: Vec::new(),
        };
        let answer = editor.ask(
            "initialize",
            &json!({"capabilities": {"workspace": {"workspaceEdit": {"resourceOperations": ["rename"]}}, "window": {"showDocument": {"support": true}}}}),
        );
        assert_eq!(answer["serverInfo"]["name"], "diptych");
        editor.tell("initialized", &json!({}));
        editor
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        let input = self.server.stdin.as_mut().unwrap();
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        input.flush().unwrap();
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(
                self.output.read_line(&mut line).unwrap() > 0,
                "the server is gone"
            );
            match line.trim_end().split_once(": ") {
                Some((_, number)) => length = number.parse().unwrap(),
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn asked(&mut self, method: &str, params: &Value) -> Value {
        self.requests += 1;
        let id = self.requests;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.receive();
            if message["id"] == id && message.get("method").is_none() {
                return message;
            }
            self.heard.push(message);
        }
    }

    /// The result of a request.
    fn ask(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.asked(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The next message of a kind, old or new.
    fn hear(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.heard.iter().position(&wanted) {
            return self.heard.remove(at);
        }
        loop {
            let message = self.receive();
            if wanted(&message) {
                return message;
            }
            self.heard.push(message);
        }
    }

    /// The messages of the faults in a file, in the state of this version.
    fn faults(&mut self, path: &str, version: i64) -> Vec<Value> {
        let uri = self.uri(path);
        let report = self.hear(|it| {
            let params = &it["params"];
            it["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
        });
        report["params"]["diagnostics"].as_array().unwrap().clone()
    }

    fn uri(&self, path: &str) -> String {
        let path = self.site.root().join(path).as_str().replace('\\', "/");
        // Elsewhere than on Unix a path begins with the name of a drive.
        format!("file:///{}", path.trim_start_matches('/'))
    }

    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.site.root().join(path)).unwrap()
    }

    fn open(&mut self, path: &str, text: &str) {
        let document =
            json!({"uri": self.uri(path), "languageId": "yaml", "version": 1, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}));
    }

    /// A position behind some words, which stand once in a text.
    fn behind(&self, path: &str, text: &str, words: &str) -> Value {
        let at = text.find(words).unwrap_or_else(|| panic!("{words}")) + words.len();
        let line = text[..at].matches('\n').count();
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let column = text[start..at].encode_utf16().count();
        json!({"textDocument": {"uri": self.uri(path)}, "position": {"line": line, "character": column}})
    }

    /// The labels offered behind some words of a new text.
    fn offers(&mut self, path: &str, text: &str, words: &str) -> Vec<Value> {
        self.open(path, text);
        let at = self.behind(path, text, words);
        let list = self.ask("textDocument/completion", &at);
        self.tell(
            "textDocument/didClose",
            &json!({"textDocument": {"uri": self.uri(path)}}),
        );
        list["items"].as_array().unwrap().clone()
    }

    fn close(mut self) {
        assert_eq!(self.ask("shutdown", &Value::Null), Value::Null);
        self.tell("exit", &Value::Null);
        assert!(self.server.wait().unwrap().success());
    }
}

#[test]
fn faults_are_told_while_typing() {
    let mut editor = Editor::new();
    let text = editor.text(CLAIMS);
    editor.open(CLAIMS, &format!("# 中文 𝕏\n{text}"));
    let uri = editor.uri(CLAIMS);
    // The first key of the first claim becomes unknown, by an edit within a line.
    assert_eq!(text.lines().nth(2), Some(FIRST));
    let range = json!({"start": {"line": 3, "character": 2}, "end": {"line": 3, "character": 4}});
    editor.tell(
        "textDocument/didChange",
        &json!({"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"range": range, "text": "kindd"}]}),
    );
    let faults = editor.faults(CLAIMS, 2);
    let fault = faults
        .iter()
        .find(|it| it["code"] == "unknown-key")
        .unwrap();
    assert_eq!(fault["severity"], 1);
    assert_eq!(fault["range"]["start"], json!({"line": 3, "character": 2}));
    assert_eq!(fault["range"]["end"], json!({"line": 3, "character": 7}));
    assert!(
        fault["message"].as_str().unwrap().contains("\nhelp: "),
        "{fault}"
    );

    let range = json!({"start": {"line": 3, "character": 2}, "end": {"line": 3, "character": 7}});
    editor.tell(
        "textDocument/didChange",
        &json!({"textDocument": {"uri": uri, "version": 3}, "contentChanges": [{"range": range, "text": "id"}]}),
    );
    assert_eq!(editor.faults(CLAIMS, 3), Vec::<Value>::new());
    editor.close();
}

#[test]
fn ids_words_and_keys_are_completed() {
    let mut editor = Editor::new();
    let claim = "- id: new\n  says: 中文。\n";
    let theme = "title: A\nquestions:\n  - id: a\n    asks: A?\n";
    for (path, text, label, detail) in [
        (
            CLAIMS,
            &format!("{claim}  voice: hill")[..],
            "hill-academy",
            "Academy",
        ),
        (
            CLAIMS,
            &format!("{claim}  about: [wor"),
            "world",
            "Everybody",
        ),
        (
            CLAIMS,
            &format!("{claim}  answers:\n    - toll"),
            "tolls/",
            "",
        ),
        (
            CLAIMS,
            &format!("{claim}  kind: pre"),
            "prediction",
            "Foretells.",
        ),
        (
            CLAIMS,
            &format!("{claim}  relations:\n    - type: con"),
            "contradicts",
            "Cannot stand beside it.",
        ),
        (
            CLAIMS,
            &format!("{claim}  relations:\n    - type: cites\n      claim: sallow"),
            "sallow-gazette/",
            "",
        ),
        (CLAIMS, &format!("{claim}  hor"), "horizon", ""),
        (
            CLAIMS,
            &format!("{claim}  figures:\n    - verb"),
            "verbatim",
            "",
        ),
        (
            CLAIMS,
            &format!("{claim}  allow:\n    neg"),
            "negation-not-in-quote",
            "",
        ),
        (
            CLAIMS,
            &format!("{claim}  terms: [water"),
            "water-court",
            "",
        ),
        (THEME, &format!("{theme}    comp"), "compare", ""),
        (
            THEME,
            &format!("{theme}silences:\n  - question: "),
            "a",
            "A?",
        ),
        (
            THEME,
            &format!("{theme}summary:\n  contrast:\n    - silent: [trade/"),
            "trade/",
            "",
        ),
    ] {
        let items = editor.offers(path, text, text);
        let found = items.iter().find(|it| {
            let offered = it["label"].as_str().unwrap();
            if label.ends_with('/') {
                offered.starts_with(label)
            } else {
                offered == label
            }
        });
        let found = found.unwrap_or_else(|| panic!("{label}: {items:#?}"));
        let told = found["detail"].as_str().unwrap_or_default();
        assert!(told.contains(detail), "{found}");
        // What is typed gives way to what is offered.
        let range = &found["textEdit"]["range"];
        let last = text.rsplit(['[', ' ']).next().unwrap();
        let start = range["start"]["character"].as_u64().unwrap();
        assert_eq!(
            range["end"]["character"],
            start + last.len() as u64,
            "{text}"
        );
    }
    editor.close();
}

#[test]
fn ids_are_explained_and_lead_somewhere() {
    let mut editor = Editor::new();
    let text = editor.text(CLAIMS);
    let hover = |editor: &mut Editor, words: &str| {
        let at = editor.behind(CLAIMS, &text, words);
        let hover = editor.ask("textDocument/hover", &at);
        hover["contents"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    editor.open(CLAIMS, &text);
    editor.faults_once();
    let own = hover(&mut editor, FIRST);
    assert!(
        own.contains("**The main drain of the Fenland is eight feet deep"),
        "{own}"
    );
    assert!(
        own.contains("> carries a full eight feet of water"),
        "{own}"
    );
    assert!(own.contains(" · 1 Depth · word "), "{own}");
    assert!(own.contains("`waterways-report/drain-eight-feet`"), "{own}");
    let kind = hover(&mut editor, "  kind");
    assert!(kind.contains("What the claim does"), "{kind}");
    let fact = hover(&mut editor, "  kind: fact");
    assert!(
        fact.contains("Reports something that can be looked up"),
        "{fact}"
    );
    let question = hover(&mut editor, "answers: water/depth");
    assert!(
        question.contains('?') && question.contains("`water/depth`"),
        "{question}"
    );

    let quote = text
        .lines()
        .find(|line| line.starts_with("  quote: "))
        .unwrap();
    let at = editor.behind(CLAIMS, &text, quote);
    let place = editor.ask("textDocument/definition", &at);
    let source = "content/documents/waterways-report/text.md";
    assert_eq!(place["uri"], editor.uri(source));
    let line = place["range"]["start"]["line"].as_u64().unwrap();
    let words = editor.text(source);
    let printed = words.lines().nth(usize::try_from(line).unwrap()).unwrap();
    let quoted = quote
        .trim_start_matches("  quote: ")
        .split(' ')
        .next()
        .unwrap();
    assert!(printed.contains(quoted), "{printed}: {quoted}");

    let actions = editor.ask(
        "textDocument/codeAction",
        &json!({"textDocument": at["textDocument"], "range": {"start": at["position"], "end": at["position"]}, "context": {"diagnostics": []}}),
    );
    let action = &actions[0];
    assert_eq!(action["title"], "Find this quote in the source");
    editor.ask(
        "workspace/executeCommand",
        &json!({"command": action["command"], "arguments": action["arguments"]}),
    );
    let shown = editor.hear(|it| it["method"] == "window/showDocument");
    assert_eq!(shown["params"]["selection"], place["range"]);
    editor.close();
}

#[test]
fn a_mend_is_offered() {
    let mut editor = Editor::new();
    let text = editor.text(GAZETTE);
    let voice = text
        .lines()
        .find(|line| line.starts_with("  kind: assessment"))
        .unwrap();
    let wrong = text.replacen(voice, "  kind: asessment", 1);
    editor.open(GAZETTE, &wrong);
    let faults = editor.faults(GAZETTE, 1);
    let fault = faults
        .iter()
        .find(|it| it["code"] == "unknown-value")
        .unwrap();
    let actions = editor.ask(
        "textDocument/codeAction",
        &json!({"textDocument": {"uri": editor.uri(GAZETTE)}, "range": fault["range"], "context": {"diagnostics": [fault]}}),
    );
    let action = &actions[0];
    assert_eq!(action["isPreferred"], true);
    assert_eq!(action["diagnostics"][0], *fault);
    let edit = &action["edit"]["changes"][editor.uri(GAZETTE)][0];
    assert_eq!(
        (&edit["newText"], &edit["range"]),
        (&json!("assessment"), &fault["range"])
    );
    editor.close();
}

#[test]
fn a_rename_reaches_every_file_and_leaves_no_fault() {
    let report = "content/documents/waterways-report/document.yaml";
    let act = "content/documents/toll-act/document.yaml";
    for (path, words, old, new) in [
        ("content/site.yaml", "id: fen", "fen", "marsh"),
        ("content/site.yaml", "id: ab", "ab", "xy"),
        (CLAIMS, FIRST, "drain-eight-feet", "drain-depth"),
        (CLAIMS, "answers: water/depth", "depth", "deepness"),
        (CLAIMS, "answers: wa", "water", "waterways"),
        (
            report,
            "publisher: rook-daughters",
            "rook-daughters",
            "rook-sisters",
        ),
        (
            act,
            "replaces: toll-act-draft",
            "toll-act-draft",
            "toll-bill",
        ),
        (
            WATER,
            "from: [waterways-re",
            "waterways-report",
            "rivers-report",
        ),
    ] {
        let mut editor = Editor::new();
        let text = editor.text(path);
        editor.open(path, &text);
        let mut at = editor.behind(path, &text, words);
        let prepared = editor.ask("textDocument/prepareRename", &at);
        assert_eq!(prepared["placeholder"], old);
        let mut with_definition = at.clone();
        with_definition["context"] = json!({"includeDeclaration": true});
        let references = editor.ask("textDocument/references", &with_definition);
        let references = references.as_array().unwrap();
        assert!(!references.is_empty(), "{old}");
        at["newName"] = new.into();
        let edit = editor.ask("textDocument/rename", &at);
        at["newName"] = "Not An Id".into();
        assert!(editor.asked("textDocument/rename", &at)["error"]["message"].is_string());

        let edits = Editor::apply(&edit);
        assert!(edits >= references.len(), "{old}: {edits}");
        let checked = editor.site.check();
        assert_eq!(checked.human(), "", "{old}");
        editor.close();
    }
}

#[test]
fn a_rename_is_all_or_nothing() {
    let mut editor = Editor::new();
    editor.open(THEME, "title: [");
    let text = editor.text(CLAIMS);
    let mut at = editor.behind(CLAIMS, &text, FIRST);
    at["newName"] = "another-id".into();
    let answer = editor.asked("textDocument/rename", &at);
    let message = answer["error"]["message"].as_str().unwrap();
    assert!(message.contains(THEME), "{message}");
    editor.close();
}

impl Editor {
    /// Waits for the first analysis: a copy of the corpus gets a fault for it, in a file of its own.
    fn faults_once(&mut self) {
        let path = "content/terms/water-court.yaml";
        let text = self.text(path);
        self.open(path, &format!("{text}nothing: here\n"));
        assert!(!self.faults(path, 1).is_empty());
    }

    /// Makes the edits of a rename on disk; how many there were.
    fn apply(edit: &Value) -> usize {
        let mut count = 0;
        let before = if cfg!(windows) { "file:///" } else { "file://" };
        for operation in edit["documentChanges"].as_array().unwrap() {
            let path = |uri: &Value| {
                let uri = uri.as_str().unwrap();
                Utf8PathBuf::from(uri.strip_prefix(before).unwrap())
            };
            if operation["kind"] == "rename" {
                let (old, new) = (path(&operation["oldUri"]), path(&operation["newUri"]));
                std::fs::rename(old, new).unwrap();
                continue;
            }
            let path = path(&operation["textDocument"]["uri"]);
            let mut text = std::fs::read_to_string(&path).unwrap();
            let edits = operation["edits"].as_array().unwrap();
            for edit in edits.iter().rev() {
                let offset = |at: &Value| {
                    let number = |key: &str| usize::try_from(at[key].as_u64().unwrap()).unwrap();
                    let start: usize = text
                        .split_inclusive('\n')
                        .take(number("line"))
                        .map(str::len)
                        .sum();
                    let mut left = number("character");
                    let mut letters = text[start..].char_indices();
                    let end = letters.find(|(_, it)| {
                        let is_there = left == 0;
                        left = left.saturating_sub(it.len_utf16());
                        is_there
                    });
                    end.map_or(text.len(), |(at, _)| start + at)
                };
                let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
                text.replace_range(range, edit["newText"].as_str().unwrap());
                count += 1;
            }
            std::fs::write(path, text).unwrap();
        }
        count
    }
}
