use super::editor::Editor;
use super::notice::Notice;
use super::server::{Said, Say, Settings};
use super::show::Show;
use super::watch::Touched;
use crate::compile::{Analysis, BuildError, Design, Memory, Options, World, analyse_first};
use crate::corpus::Site;
use crate::diagnostic::Report;
use crate::disk::Reader;
use crate::source::{Inputs, StaticFile, Template};
use camino::Utf8PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::sync::watch::Sender;

/// What the server shows now.
#[derive(Clone, Debug)]
pub struct Display {
    /// Names this site among all that were ever shown, also before the server was started again.
    pub version: String,
    /// The last good site; nothing where there was none yet.
    pub show: Option<Arc<Show>>,
    /// What stands against the files as they are; nothing where they are what is shown.
    pub notice: Option<Notice>,
}

/// Follows the files of a root and shows what they amount to.
pub struct Follower {
    root: Utf8PathBuf,
    editor: Editor,
    options: Options,
    reader: Reader,
    memory: Memory,
    design: Option<Kept>,
    start: u128,
    count: usize,
    /// Whether a fault of the files as they are was kept back until they come to rest.
    owes: bool,
    /// What was shown last, where it is not told yet.
    untold: Option<Untold>,
    /// What was shown before that: whoever lets go of it last spends the time of a page on it.
    outgoing: Option<Arc<Show>>,
    display: Sender<Display>,
    say: Say,
}

/// A site that is shown, and what there is to tell of it.
struct Untold {
    show: Arc<Show>,
    report: Report,
    time: Duration,
}

/// A design, and what it was made of.
struct Kept {
    templates: Vec<Template>,
    statics: Vec<StaticFile>,
    languages: Vec<String>,
    design: Arc<Design>,
}

impl Follower {
    /// A follower that has read nothing yet, and where it shows.
    pub fn new(settings: &Settings, display: Sender<Display>, say: Say) -> Self {
        let start = SystemTime::now().duration_since(UNIX_EPOCH);
        Self {
            root: settings.root.clone(),
            editor: settings.editor.clone(),
            options: settings.options.clone(),
            reader: Reader::new(settings.root.clone(), settings.sources.clone()),
            memory: Memory::default(),
            design: None,
            start: start.map_or(0, |start| start.as_nanos()),
            count: 0,
            owes: false,
            untold: None,
            outgoing: None,
            display,
            say,
        }
    }

    /// The folders in which files matter.
    pub fn folders(&self) -> Vec<Utf8PathBuf> {
        self.reader.folders()
    }

    /// Reads what was touched and shows the result, if anything changed. A fault of what is only a beginning is kept
    /// back: it may be half of something.
    pub fn follow(&mut self, touched: &Touched) {
        let start = Instant::now();
        // Before there is a third one in memory.
        self.outgoing = None;
        let changed = if touched.anything {
            self.reader.read_all()
        } else {
            self.reader.read(&touched.files)
        };
        let is_final = !touched.is_first;
        match changed {
            Ok(changed) if changed || (self.owes && is_final) => self.make(start, is_final),
            Ok(_) => {}
            Err(error) if is_final => {
                self.tell();
                self.fail(&error.to_string());
            }
            // The reader tries again whatever it is told next.
            Err(_) => {}
        }
        if is_final {
            self.outgoing = None;
            self.tell();
        }
    }

    /// Completes the report of the site that is shown, and tells it. Nobody who looks at the page waits for that, and so
    /// it is done when the files have come to rest: the page is being made until then.
    fn tell(&mut self) {
        let Some(Untold {
            show,
            mut report,
            time,
        }) = self.untold.take()
        else {
            return;
        };
        show.warn(&mut report);
        (self.say)(Said::Found(&report, show.content()));
        let (documents, claims) = show.size();
        (self.say)(Said::Made {
            documents,
            claims,
            time,
        });
    }

    fn make(&mut self, start: Instant, is_final: bool) {
        let inputs = self.reader.inputs();
        let texts = self.reader.texts();
        let Analysis { world, mut report } =
            analyse_first(&inputs.content, texts, &self.options, &mut self.memory);
        let content = inputs.content.clone();
        let is_sound = report.errors() == 0;
        let shown = match world {
            Some(world) if is_sound => self.show(inputs, world).map(Some),
            Some(world) => {
                world.warn(&mut report);
                Ok(None)
            }
            None => Ok(None),
        };
        let time = start.elapsed();
        self.owes = !is_final && !matches!(shown, Ok(Some(_)));
        if self.owes {
            return;
        }
        self.untold = None;
        match shown {
            Ok(Some(show)) => self.untold = Some(Untold { show, report, time }),
            Ok(None) => {
                (self.say)(Said::Found(&report, &content));
                let notice = Notice::of(&report, &content, &self.root, &self.editor);
                self.display
                    .send_modify(|display| display.notice = Some(notice));
            }
            Err(error) => {
                (self.say)(Said::Found(&report, &content));
                self.fail(&error.to_string());
            }
        }
    }

    /// Shows the site of a sound world.
    fn show(&mut self, inputs: Inputs, world: World) -> Result<Arc<Show>, BuildError> {
        let show = self.site(inputs, world);
        if show.is_err() {
            // What was made of these files has to be made again, though they do not change.
            self.design = None;
        }
        let show = Arc::new(show?);
        self.count += 1;
        let before = self.display.send_replace(Display {
            version: format!("{:x}-{}", self.start, self.count),
            show: Some(Arc::clone(&show)),
            notice: None,
        });
        self.outgoing = before.show;
        Ok(show)
    }

    /// The site of a sound world.
    fn site(&mut self, inputs: Inputs, world: World) -> Result<Show, BuildError> {
        let (design, is_new) = self.design(&inputs, &world.corpus.site)?;
        // With templates that were tried before the program was released nothing can fail.
        let is_untried = is_new && inputs.templates.iter().any(|it| it.is_own);
        let before = self.display.borrow().show.clone();
        let options = self.options.clone();
        let show = Show::new(before.as_deref(), inputs, world, design, options);
        if is_untried {
            show.rehearse()?;
        }
        Ok(show)
    }

    fn fail(&mut self, message: &str) {
        (self.say)(Said::Failed(message));
        let notice = Notice::about(message);
        self.display
            .send_modify(|display| display.notice = Some(notice));
    }

    /// The design for these files, and whether it is another than before.
    fn design(&mut self, inputs: &Inputs, site: &Site) -> Result<(Arc<Design>, bool), BuildError> {
        let is_kept = |kept: &&Kept| {
            kept.languages == site.languages
                && kept.templates == inputs.templates
                && kept.statics == inputs.statics
        };
        if let Some(kept) = self.design.as_ref().filter(is_kept) {
            return Ok((Arc::clone(&kept.design), false));
        }
        let design = Arc::new(Design::new(inputs, site)?);
        self.design = Some(Kept {
            templates: inputs.templates.clone(),
            statics: inputs.statics.clone(),
            languages: site.languages.clone(),
            design: Arc::clone(&design),
        });
        Ok((design, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::Scratch;
    use tokio::sync::watch;

    const SOUND: &str = "title: Canals\nlanguages: [en]\nsides:\n  - {id: fen, name: Fen}\n  - {id: hill, name: Hill}\n";

    fn settings(root: Utf8PathBuf) -> Settings {
        Settings {
            root,
            sources: None,
            host: "localhost".to_owned(),
            port: 0,
            options: Options::default(),
            editor: "vscode".parse().unwrap(),
        }
    }

    #[test]
    fn a_fault_is_told_when_no_more_comes() {
        let folder = Scratch::default();
        let save = |text: &str| folder.write("content/site.yaml", text);
        save(SOUND);
        let empty = Display {
            version: String::new(),
            show: None,
            notice: None,
        };
        let (shows, display) = watch::channel(empty);
        let mut follower =
            Follower::new(&settings(folder.root().to_owned()), shows, Arc::new(|_| {}));
        let first = || Touched {
            files: [folder.root().join("content/site.yaml")].into(),
            is_first: true,
            ..Touched::default()
        };
        let told = || display.borrow().notice.is_some();
        let version = || display.borrow().version.clone();
        follower.follow(&first());
        let shown = version();
        assert!(!shown.is_empty() && !told());

        save("title: Ca");
        follower.follow(&first());
        assert!(!told());
        follower.follow(&Touched::default());
        assert!(told());
        assert_eq!(version(), shown);

        save(SOUND);
        follower.follow(&first());
        assert!(!told());
        let mended = version();
        follower.follow(&Touched::default());
        assert_eq!(version(), mended, "what did not change was made again");

        save("title: Ca");
        follower.follow(&first());
        save(&SOUND.replace("Canals", "Channels"));
        follower.follow(&Touched {
            is_first: false,
            ..first()
        });
        assert!(!told());
        assert_ne!(version(), mended);
    }
}
