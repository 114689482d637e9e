use crate::prose::Html;

/// The folder of the server's own files; no site has a page there, since no id begins with an underscore.
pub const OWN: &str = "/__diptych/";

/// The element by which a page follows the version of the site that it shows.
pub const SCRIPT: &str =
    "<script src=\"/__diptych/reload.js\" data-version=\"{version}\" defer></script>";

/// The script that follows.
pub const RELOAD: &str = concat!(
    include_str!("page/served-page.js"),
    include_str!("page/reload.js")
);

/// The style of the report and of the server's own pages.
pub const STYLE: &str = include_str!("page/report.css");

/// A page of the server itself, where the site has none to show.
pub fn shell(title: &str, words: &str, version: &str) -> String {
    let page = include_str!("page/shell.html");
    // The words come last, since they may hold what would be replaced.
    page.replace("{script}", &SCRIPT.replace("{version}", version))
        .replace("{title}", Html::escape(title).as_str())
        .replace("{words}", Html::escape(words).as_str())
}
