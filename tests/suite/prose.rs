use std::cell::RefCell;

use diptych::prose::{Highlighter, Html, markdown};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// What a browser's tokenizer finds in markup.
#[derive(Default)]
struct Found {
    text: RefCell<String>,
    tags: RefCell<Vec<Tag>>,
    others: RefCell<Vec<String>>,
}

impl TokenSink for Found {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
            Token::TagToken(tag) => self.tags.borrow_mut().push(tag),
            Token::EOFToken => {}
            other => self.others.borrow_mut().push(format!("{other:?}")),
        }
        TokenSinkResult::Continue
    }
}

fn tokens(markup: &Html) -> Found {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(markup.as_str()));
    let tokenizer = Tokenizer::new(Found::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

fn text_of(markup: &Html) -> String {
    tokens(markup).text.into_inner()
}

/// The inside of the one paragraph that the source makes.
fn paragraph(source: &str) -> String {
    let markup = markdown(source).to_string();
    let inside = markup
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>\n"));
    inside
        .unwrap_or_else(|| panic!("{source:?} gave {markup}"))
        .to_owned()
}

/// Asserts that markup is balanced and holds only what may stand on a page, judged by a list that the program does not use.
fn assert_safe(source: &str, markup: &Html) {
    const TAGS: &str = " a blockquote br code del em h2 h3 h4 h5 h6 hr li ol p pre section strong sup table tbody td th thead tr ul ";
    const CLASSES: &str = " align-left align-center align-right footnote footnotes ";
    let found = tokens(markup);
    assert!(
        found.others.borrow().is_empty(),
        "{source:?} gave {:?} in {markup}",
        found.others.borrow()
    );
    let mut open = Vec::new();
    for tag in found.tags.into_inner() {
        assert!(
            TAGS.contains(&format!(" {} ", tag.name)),
            "{source:?} gave <{}> in {markup}",
            tag.name
        );
        match tag.kind {
            TagKind::StartTag if matches!(&*tag.name, "br" | "hr") => {}
            TagKind::StartTag => open.push(tag.name.clone()),
            TagKind::EndTag => assert_eq!(
                open.pop(),
                Some(tag.name.clone()),
                "{source:?} gave {markup}"
            ),
        }
        for attribute in tag.attrs {
            let value = &*attribute.value;
            let fine = match (&*tag.name, &*attribute.name.local) {
                ("a", "href") => leads_somewhere_safe(value),
                ("a", "title") => true,
                ("a", "rel") => value == "noopener noreferrer",
                ("a" | "li" | "h2" | "h3" | "h4" | "h5" | "h6", "id") => {
                    !value.contains([' ', '"', '<'])
                }
                ("ol", "start") => value.parse::<u64>().is_ok(),
                ("td" | "th" | "sup" | "section", "class") => {
                    CLASSES.contains(&format!(" {value} "))
                }
                _ => false,
            };
            assert!(
                fine,
                "{source:?} gave {}=\"{value}\" in {markup}",
                attribute.name.local
            );
        }
    }
    assert!(open.is_empty(), "{source:?} left {open:?} open in {markup}");
}

/// Reads an address as browsers do: controls and blanks at its ends fall off, tabs and line ends anywhere.
fn leads_somewhere_safe(address: &str) -> bool {
    let address = address
        .trim_matches(|letter: char| letter <= ' ')
        .replace(['\t', '\n', '\r'], "")
        .to_lowercase();
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = first
        .split_once(':')
        .map(|(scheme, _)| scheme)
        .filter(|scheme| {
            scheme.starts_with(|letter: char| letter.is_ascii_lowercase())
                && scheme
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
        });
    match scheme {
        Some(scheme) => matches!(scheme, "http" | "https" | "mailto"),
        None => !address.replace('\\', "/").starts_with("//"),
    }
}

const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)//",
    "<img src=x onerror=alert(1)>",
    "text <img src=x onerror=alert(1)> text",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<style>body{display:none}</style>",
    "<math><mtext></mtext><mglyph><style><!--</style><img title=\"--&gt;&lt;img src onerror=alert(1)&gt;\">",
    "<!-- <script>alert(1)</script> -->",
    "a <!-- --!><img src=x onerror=alert(1)> --> b",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "<div\nonclick=alert(1)>\n\n# heading\n\n</div>",
    "</p></article></body><script>alert(1)</script>",
    "<b id=x class=y style=color:red>bold</b>",
    "<form action=https://evil.example><input name=password></form>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content=0>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;&#x61;vascript&#58;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](&#1;javascript:alert(1))",
    "[x](<\u{1}javascript:alert(1)>)",
    "[x](<   javascript:alert(1)>)",
    "[x](\\javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](DATA:text/html,<script>alert(1)</script>)",
    "[x](blob:https://example.org/1)",
    "[x](file:///etc/passwd)",
    "[x](ftp://example.org/)",
    "[x](tel:123)",
    "[x](//evil.example/)",
    "[x](\\\\\\\\evil.example/)",
    "[x](/\\\\evil.example/)",
    "[x](</\t/evil.example/>)",
    "[x](http://[evil)",
    "[x](https://example.org/\"onmouseover=\"alert(1))",
    "[x](https://example.org \"t\\\" onmouseover=alert(1) x=\\\"\")",
    "[x](https://example.org '\"><script>alert(1)</script>')",
    "[x](a.html\" onclick=\"alert(1))",
    "[x](<\"><script>alert(1)</script>>)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[x][y]\n\n[y]: <java\u{0}script:alert(1)>",
    "[y]\n\n[y]: data:text/html,x \"title\"",
    "[y][]\n\n[y]: vbscript:x",
    "<javascript:alert(1)>",
    "<data:text/html,alert(1)>",
    "<JAVASCRIPT:alert(1)>",
    "<mailto:a@example.org>",
    "<a@example.org>",
    "<https://example.org/?a=\"b\"&c=<d>",
    "![x](javascript:alert(1))",
    "![x\" onerror=alert(1) y=\"](https://example.org/i.png)",
    "![<img src=x onerror=alert(1)>](https://example.org/i.png)",
    "![[x](javascript:alert(1))](https://example.org/i.png)",
    "[![x](data:image/svg+xml,<svg>)](javascript:alert(1))",
    "[![[x](https://example.org)](y)](https://example.org)",
    "[<script>alert(1)</script>](https://example.org)",
    "[*<b onclick=alert(1)>*](https://example.org)",
    "`<script>alert(1)</script>`",
    "```html\" onclick=\"alert(1)\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "# <script>alert(1)</script>",
    "# \"onclick=alert(1) {#x onclick=alert(1)}",
    "# x { onclick=\"alert(1)\" .y }",
    "|<b>|b|\n|-|-|\n|<script>alert(1)</script>|[x](javascript:1)|",
    "|a|\n|-|\n|`|`<img src=x>|",
    "x[^\"onclick=\"]\n\n[^\"onclick=\"]: <script>alert(1)</script>",
    "x[^1]\n\n[^1]: [y](javascript:alert(1)) <svg onload=alert(1)>",
    "> <script>\n> alert(1)\n> </script>",
    "- <img src=x\n  onerror=alert(1)>",
    "1. [x](javascript:alert(1))",
    "~~<del onclick=x>~~",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script\\>alert(1)\\</script\\>",
    "<<script>script>alert(1)</script>",
    "<scr\u{0}ipt>alert(1)</scr\u{0}ipt>",
    "*a <b*>*",
    "</textarea><script>alert(1)</script>",
    "<title></title><img src=x onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
];

#[test]
fn hostile_prose_is_safe() {
    assert!(HOSTILE.len() >= 40);
    for source in HOSTILE {
        assert_safe(source, &markdown(source));
    }
    // Each in the company of the next, in one paragraph, one link, one table and one list.
    for pair in HOSTILE.windows(2) {
        for source in [
            format!("{} {}", pair[0], pair[1]),
            format!("[{}]({})", pair[0], pair[1]),
            format!(
                "|{}|{}|\n|:-:|-:|\n|{}|{}|\n",
                pair[0], pair[1], pair[1], pair[0]
            ),
            format!("- {}\n- {}\n\n# {}\n", pair[0], pair[1], pair[0]),
        ] {
            assert_safe(&source, &markdown(&source));
        }
    }
}

#[test]
fn tags_stay_visible() {
    for source in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- a comment -->",
        "a <b>c</b> d",
        "<?php echo 1 ?>",
        "</div>",
    ] {
        assert_eq!(text_of(&markdown(source)).trim(), source);
    }
}

#[test]
fn links_lead_only_to_the_web_to_mail_and_to_the_site() {
    const RELATION: &str = "rel=\"noopener noreferrer\"";
    for address in [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "HTTPS://example.org",
        "mailto:a@example.org",
    ] {
        assert_eq!(
            paragraph(&format!("[x]({address})")),
            format!("<a href=\"{address}\" {RELATION}>x</a>")
        );
    }
    for address in [
        "a.html",
        "../terms/x/",
        "/about/",
        "#part",
        "?q=1",
        "./a:b",
        "a/b:c",
    ] {
        assert_eq!(
            paragraph(&format!("[x]({address})")),
            format!("<a href=\"{address}\" {RELATION}>x</a>")
        );
    }
    for address in [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:x",
        "//evil.example",
        "tel:1",
        "a:b",
        "java&Tab;script:x",
    ] {
        assert_eq!(
            paragraph(&format!("[*x* `y`]({address})")),
            "<em>x</em> <code>y</code>",
            "{address}"
        );
    }
    assert_eq!(
        paragraph("<a@example.org>"),
        format!("<a href=\"mailto:a@example.org\" {RELATION}>a@example.org</a>")
    );
    assert_eq!(paragraph("<javascript:x>"), "javascript:x");
    let reference = markdown(
        "[one][a] [two][b]\n\n[a]: javascript:x\n[b]: https://example.org 'the \"title\"'\n",
    );
    let link = format!(
        "<a href=\"https://example.org\" title=\"the &quot;title&quot;\" {RELATION}>two</a>"
    );
    assert_eq!(reference.as_str(), format!("<p>one {link}</p>\n"));
}

#[test]
fn images_leave_their_description() {
    assert_eq!(
        markdown("![a *map* of `x`](map.png \"title\")").as_str(),
        "<p>a <em>map</em> of <code>x</code></p>\n"
    );
    assert_eq!(paragraph("see ![](x.png) here"), "see  here");
    assert!(paragraph("[![alt](x.png)](a.html)").contains(">alt</a>"));
}

#[test]
fn headings_stand_below_the_title_without_a_gap_and_have_ids_of_their_own() {
    for (source, expected) in [
        ("# A title", "<h2 id=\"a-title\">A title</h2>\n"),
        ("### First of all", "<h2 id=\"first-of-all\">"),
        ("# One\n### Three", "<h3 id=\"three\">"),
        ("### Three\n# One\n## Two", "<h3 id=\"two\">"),
        ("# 1\n## 2\n### 3\n#### 4\n##### 5", "<h6 id=\"5\">"),
        (
            "# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6",
            "<h6 id=\"6\">",
        ),
        ("# *How* `we` [count](x.html)!", "<h2 id=\"how-we-count\">"),
        ("# 人工智能 2030", "<h2 id=\"人工智能-2030\">"),
        ("# Élan—VITAL", "<h2 id=\"élan-vital\">"),
        ("# !!!", "<h2 id=\"section\">!!!</h2>\n"),
        ("Set\next\n===", "<h2 id=\"set-ext\">"),
        ("> # Quoted", "<h2 id=\"quoted\">"),
    ] {
        let markup = markdown(source);
        assert!(
            markup.as_str().contains(expected),
            "{source:?} gave {markup}"
        );
        assert_safe(source, &markup);
    }
    let markup = markdown("# a\n# a 2\n# a\n# a\n").to_string();
    let ids: Vec<_> = markup
        .match_indices("id=\"")
        .map(|(at, _)| markup[at + 4..].split('"').next().unwrap())
        .collect();
    assert_eq!(ids, ["a", "a-2", "a-3", "a-4"]);
}

#[test]
fn tables_footnotes_and_strikethrough_are_known() {
    assert_eq!(
        markdown("|a|b|c|d|\n|-|:-|-:|:-:|\n|1|2|3|4|\n|5|\n").as_str(),
        "<table><thead><tr><th>a</th><th class=\"align-left\">b</th><th class=\"align-right\">c</th>\
         <th class=\"align-center\">d</th></tr></thead><tbody>\n<tr><td>1</td><td class=\"align-left\">2</td>\
         <td class=\"align-right\">3</td><td class=\"align-center\">4</td></tr>\n<tr><td>5</td><td class=\"align-left\"></td>\
         <td class=\"align-right\"></td><td class=\"align-center\"></td></tr>\n</tbody></table>\n"
    );
    assert_eq!(markdown("~~gone~~").as_str(), "<p><del>gone</del></p>\n");

    let source = "One[^b], two[^A], one[^b], none[^c].\n\n[^a]: Second.\n\n[^b]: First.\n\n    More.\n\n[^z]: Unused.\n";
    let markup = markdown(source);
    assert_safe(source, &markup);
    let text = text_of(&markup)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(
        text,
        "One1, two2, one1, none[^c]. First. More. ↩ Second. ↩ Unused."
    );
    assert_eq!(markup.as_str().matches("id=\"footnote:1:from\"").count(), 1);
    for target in [
        "footnote:1",
        "footnote:2",
        "footnote:1:from",
        "footnote:2:from",
    ] {
        assert!(
            markup.as_str().contains(&format!("href=\"#{target}\"")),
            "{target} in {markup}"
        );
        assert!(
            markup.as_str().contains(&format!("id=\"{target}\"")),
            "{target} in {markup}"
        );
    }
}

#[test]
fn blocks_are_written_without_classes_of_the_author() {
    assert_eq!(
        markdown("```rust evil\nlet x = 1 < 2;\n```\n").as_str(),
        "<pre><code>let x = 1 &lt; 2;\n</code></pre>\n"
    );
    assert_eq!(
        markdown("3. a\n4. b\n").as_str(),
        "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"
    );
    assert_eq!(
        markdown("- a\n- b\n").as_str(),
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
    );
    assert_eq!(
        markdown("> a  \n> b\n\n---\n").as_str(),
        "<blockquote>\n<p>a<br>\nb</p>\n</blockquote>\n<hr>\n"
    );
    assert_eq!(markdown("").as_str(), "");
    assert_eq!(markdown("a\r\n\r\nb\r\n").as_str(), "<p>a</p>\n<p>b</p>\n");
}

#[test]
fn any_text_can_be_prose() {
    let deep = 3_000;
    for source in [
        "[".repeat(deep),
        "*".repeat(deep),
        "> ".repeat(deep) + "x",
        "- ".repeat(200) + "x",
        "[x](".repeat(deep),
        "![".repeat(deep) + &"](x)".repeat(deep),
        "**_".repeat(deep) + "x",
        "<b>".repeat(deep),
        "|".repeat(deep) + "\n" + &"|-".repeat(deep),
        "[^1]: ".repeat(200),
        "x[^1]\n\n[^1]: y[^1] [^2]\n\n[^2]: z[^1]\n".to_owned(),
        "[^a]: > [^b]: c\n\nx[^a][^b]\n".to_owned(),
        "\u{0}\u{feff}\u{202e}\u{2028}\u{fffe} *x*".to_owned(),
        "`".repeat(deep),
        "&#0; &#xD800; &#x110000; &#128;".to_owned(),
    ] {
        let _ = markdown(&source);
    }
}

#[test]
fn html_is_escaped_text_and_serialises_as_it_is() {
    let html = Html::escape("<a href=\"x\" title='y'>&amp;</a>");
    assert_eq!(
        html.as_str(),
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;"
    );
    assert_eq!(html.to_string(), html.as_str());
    assert_eq!(
        serde_json::to_string(&markdown("*x* \"y\"")).unwrap(),
        r#""<p><em>x</em> \"y\"</p>\n""#
    );
    assert!(Html::default().is_empty() && Html::escape("").is_empty() && !html.is_empty());
}

/// Highlighted YAML with `class[text]` for its elements.
fn highlighted(source: &str) -> Vec<String> {
    let lines = Highlighter::new().yaml_lines(source);
    let lines = lines.iter().map(|line| {
        let line = line
            .as_str()
            .replace("<span class=\"y-", "")
            .replace("\">", "[")
            .replace("</span>", "]");
        line.replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    });
    lines.collect()
}

#[test]
fn yaml_is_marked_by_token() {
    for (source, expected) in [
        ("id: x", "key[id]punctuation[: ]string[x]"),
        (
            "- id: leads-in-widgets",
            "punctuation[- ]key[id]punctuation[: ]string[leads-in-widgets]",
        ),
        ("  value: 50", "  key[value]punctuation[: ]number[50]"),
        (
            "value: -1_000.5e3  # note",
            "key[value]punctuation[: ]number[-1_000.5e3]comment[  # note]",
        ),
        (
            "as_of: 2026-11-21",
            "key[as_of]punctuation[: ]number[2026-11-21]",
        ),
        (
            "of: 50 households",
            "key[of]punctuation[: ]string[50 households]",
        ),
        (
            "inferred: true",
            "key[inferred]punctuation[: ]constant[true]",
        ),
        (
            "said: true words",
            "key[said]punctuation[: ]string[true words]",
        ),
        ("# all of it", "comment[# all of it]"),
        (
            "says: a#b is c # d",
            "key[says]punctuation[: ]string[a#b is c ]comment[# d]",
        ),
        (
            "url: https://example.org/a",
            "key[url]punctuation[: ]string[https://example.org/a]",
        ),
        (
            "says: A, b [c] {d}",
            "key[says]punctuation[: ]string[A, b [c] {d}]",
        ),
        (
            "about: [us, china]",
            "key[about]punctuation[: []string[us]punctuation[, ]string[china]punctuation[]]",
        ),
        (
            "m: {a/b: positive, n: 1}",
            "key[m]punctuation[: {]key[a/b]punctuation[: ]string[positive]punctuation[, ]key[n]punctuation[: ]number[1]punctuation[}]",
        ),
        (
            "release: \"20\\\"26\"",
            "key[release]punctuation[: ]string[\"20]constant[\\\"]string[26\"]",
        ),
        (
            "n: 'it''s'",
            "key[n]punctuation[: ]string['it]constant['']string[s']",
        ),
        ("\"k\": v", "key[\"k\"]punctuation[: ]string[v]"),
        ("- 中文：字", "punctuation[- ]string[中文：字]"),
        ("---", "punctuation[---]"),
        ("x: &a *b", "key[x]punctuation[: ]constant[&a *b]"),
        ("a: <b>&", "key[a]punctuation[: ]string[<b>&]"),
        ("", ""),
    ] {
        assert_eq!(
            highlighted(&format!("{source}\n")),
            [expected],
            "{source:?}"
        );
    }
}

#[test]
fn block_scalars_end_with_their_indentation() {
    let source =
        "- note: |\n    a: b\n\n   # c\n  id: >- # d\n   e\n  f: g\n- |\n h\n- i: |\n j: k\n";
    assert_eq!(
        highlighted(source),
        [
            "punctuation[- ]key[note]punctuation[: |]",
            "string[    a: b]",
            "",
            "string[   # c]",
            "  key[id]punctuation[: >-]comment[ # d]",
            "string[   e]",
            "  key[f]punctuation[: ]string[g]",
            "punctuation[- |]",
            "string[ h]",
            "punctuation[- ]key[i]punctuation[: |]",
            " key[j]punctuation[: ]string[k]",
        ]
    );
}

#[test]
fn every_line_of_yaml_is_whole() {
    let source =
        "q: \"one\r\n  two <&> \\n\r\n  three\" # end\r\nf: [a,\r\n  {b: 'c\r\n  d'}]\r\nlast: 1";
    let lines = Highlighter::new().yaml_lines(source);
    assert_eq!(lines.len(), source.lines().count());
    for (line, written) in lines.iter().zip(source.lines()) {
        assert_eq!(text_of(line), written);
        let open = line.as_str().matches("<span ").count();
        assert_eq!(open, line.as_str().matches("</span>").count(), "{line}");
    }
    assert_eq!(
        lines[1].as_str(),
        "<span class=\"y-string\">  two &lt;&amp;&gt; </span><span class=\"y-constant\">\\n</span>"
    );
    assert_eq!(
        lines[6].as_str(),
        "<span class=\"y-key\">last</span><span class=\"y-punctuation\">: </span><span class=\"y-number\">1</span>"
    );
}

/// A line without end is shown as it is, since its patterns may take the square of its length.
#[test]
fn a_line_without_end_is_not_marked() {
    let line = format!("a: {}", "'' ".repeat(2_000));
    assert_eq!(
        highlighted(&format!("{line}\nb: c\n")),
        [&line, "key[b]punctuation[: ]string[c]"]
    );
}

#[test]
fn any_text_can_be_highlighted() {
    const PARTS: [&str; 30] = [
        "\"", "'", "[", "]", "{", "}", ": ", "- ", "#", " # ", "|", ">", "|2-", "\n", "\r\n", "\r",
        "  ", "\t", "&a", "*b", "!t", "---", "...", "%Y", "字", "é", "\u{0}", "\u{2028}", "1",
        "key",
    ];
    let highlighter = Highlighter::new();
    let check = |source: &str| {
        let lines = highlighter.yaml_lines(source);
        assert_eq!(lines.len(), source.lines().count(), "{source:?}");
        for (line, written) in lines.iter().zip(source.lines()) {
            let markup = line.as_str();
            let plain = markup
                .replace("</span>", "")
                .replace("<span class=\"y-", "\u{1}")
                .split('\u{1}')
                .fold(String::new(), |text, part| {
                    text.clone()
                        + if text.is_empty() && markup.starts_with(part) {
                            part
                        } else {
                            part.split_once("\">").map_or(part, |(_, rest)| rest)
                        }
                });
            assert_eq!(plain, Html::escape(written).to_string(), "{source:?}");
        }
    };
    // A linear congruential generator: the same texts on every run.
    let mut seed = 1_u64;
    let mut next = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for _ in 0..500 {
        let source: String = (0..next(24)).map(|_| PARTS[next(PARTS.len())]).collect();
        check(&source);
    }
    for part in PARTS {
        check(&part.repeat(300));
    }
}
