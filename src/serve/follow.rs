use super::editor::Editor;
use super::notice::Notice;
use super::server::{Said, Say, Settings};
use super::show::Show;
use super::watch::Touched;
use crate::compile::{Analysis, BuildError, Design, Memory, Options, World, analyse_again};
use crate::corpus::Site;
use crate::disk::Reader;
use crate::source::{Inputs, StaticFile, Template};
use camino::Utf8PathBuf;
use std::sync::Arc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};
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
    display: Sender<Display>,
    say: Say,
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
            display,
            say,
        }
    }

    /// The folders in which files matter.
    pub fn folders(&self) -> Vec<Utf8PathBuf> {
        self.reader.folders()
    }

    /// Reads what was touched and shows the result, if anything changed.
    pub fn follow(&mut self, touched: &Touched) {
        let start = Instant::now();
        let changed = if touched.anything {
            self.reader.read_all()
        } else {
            self.reader.read(&touched.files)
        };
        match changed {
            Ok(false) => {}
            Ok(true) => self.make(start),
            Err(error) => self.fail(&error.to_string()),
        }
    }

    fn make(&mut self, start: Instant) {
        let inputs = self.reader.inputs();
        let texts = self.reader.texts();
        let Analysis { world, report } =
            analyse_again(&inputs.content, texts, &self.options, &mut self.memory);
        let Some(world) = world.filter(|_| report.errors() == 0) else {
            (self.say)(Said::Found(&report, &inputs.content));
            let notice = Notice::of(&report, &inputs.content, &self.root, &self.editor);
            self.display
                .send_modify(|display| display.notice = Some(notice));
            return;
        };
        let content = inputs.content.clone();
        match self.show(inputs, world) {
            Ok(show) => {
                let (documents, claims) = show.size();
                self.count += 1;
                self.display.send_replace(Display {
                    version: format!("{:x}-{}", self.start, self.count),
                    show: Some(Arc::new(show)),
                    notice: None,
                });
                (self.say)(Said::Found(&report, &content));
                (self.say)(Said::Made {
                    documents,
                    claims,
                    time: start.elapsed(),
                });
            }
            Err(error) => {
                (self.say)(Said::Found(&report, &content));
                // What was made of these files has to be made again, though they do not change.
                self.design = None;
                self.fail(&error.to_string());
            }
        }
    }

    /// The site of a sound world.
    fn show(&mut self, inputs: Inputs, world: World) -> Result<Show, BuildError> {
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
