use crate::draft::{Form, Values};
use crate::naming::Kind;
use camino::Utf8PathBuf;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

/// What the command was called with; there is an option for every field that takes words.
#[derive(Debug)]
pub struct Arguments {
    /// What is made.
    pub kind: Kind,
    /// Its id.
    pub id: Option<String>,
    /// What its fields are given.
    pub values: Values,
    /// The bibliography from which a document starts.
    pub from: Option<Utf8PathBuf>,
    /// The key of its entry there.
    pub entry: Option<String>,
    /// The body of an issue from which a claim starts.
    pub from_issue: Option<Utf8PathBuf>,
    /// The folder of source texts.
    pub sources: Option<Utf8PathBuf>,
    /// The date.
    pub today: String,
}

/// A kind of record, what making one means, an example, and the rest of its options, which wait until they are
/// asked for: they are read from the schemas.
type New = (Kind, &'static str, &'static str, fn(Command) -> Command);

const KINDS: [New; 5] = [
    (
        Kind::Document,
        "A source text: its record, from options, answers or a bibliography",
        "diptych new document widgets-2030 --from library.bib --entry doe2025",
        |command| {
            let from = file(
                "from",
                "Start from the entry of a bibliography: BibTeX, or CSL-JSON where the name ends with `.json`",
            );
            let entry = Arg::new("entry").long("entry").value_name("KEY");
            let entry = entry.help("The key of the entry, where there are several");
            with_fields(command, Kind::Document).arg(from).arg(entry)
        },
    ),
    (
        Kind::Claim,
        "A statement: put where its quotation stands in the text, if that is at hand",
        "diptych new claim example/share-by-2030 --quote \"by 2030, more than half of\" --quote \"will own a widget\" --about north",
        |command| {
            let issue = file(
                "from-issue",
                "Start from the body of an issue made with the form \"Propose a statement\"",
            );
            with_fields(command, Kind::Claim).arg(issue)
        },
    ),
    (
        Kind::Theme,
        "A theme with its first question",
        "diptych new theme industry --title Industry --question standing --asks \"How strong is its industry?\" --compare about",
        |command| with_fields(command, Kind::Theme),
    ),
    (
        Kind::Voice,
        "A person or body that speaks",
        "diptych new voice widget-institute --name \"Widget Institute\" --kind body --side north",
        |command| with_fields(command, Kind::Voice),
    ),
    (
        Kind::Term,
        "A named law, bill, plan, programme, body or idea",
        "diptych new term widget-plan --name \"Widget Plan\" --kind plan --side north",
        |command| with_fields(command, Kind::Term),
    ),
];

impl Args for Arguments {
    fn augment_args(command: Command) -> Command {
        let kinds = KINDS.map(|(kind, about, example, fields)| {
            let command = Command::new(kind.word()).about(about);
            command
                .after_help(format!("Example: {example}"))
                .defer(fields)
        });
        let about = "Begin a record: document, claim, theme, voice or term";
        let long = "Begin a record: document, claim, theme, voice or term.\n\n\
            On a terminal it asks for what it has to know, offers the ids that there are, and refuses what cannot be. \
            Elsewhere what no option gives is left open. A record that is there is never changed.";
        command
            .about(about)
            .long_about(long)
            .after_help("Example: diptych new voice widget-institute --name \"Widget Institute\" --kind body")
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands(kinds)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn file(name: &'static str, help: &'static str) -> Arg {
    let arg = Arg::new(name).long(name).value_name("FILE").help(help);
    arg.value_parser(|path: &str| -> Result<Utf8PathBuf, String> { Ok(path.into()) })
}

/// An option for each field of a kind of record.
fn with_fields(command: Command, kind: Kind) -> Command {
    let id = if kind == Kind::Claim {
        "DOCUMENT/ID"
    } else {
        "ID"
    };
    let id = Arg::new("id")
        .value_name(id)
        .help("Its id: small letters of a to z, digits and hyphens");
    let options = Form::of(kind).blanks.into_iter().map(|blank| {
        let is_list = blank.names.is_some() || !blank.words.is_empty();
        let words: Vec<&str> = blank.words.iter().map(|(word, _)| word.as_str()).collect();
        let mut help = blank.sentence().to_owned();
        if !words.is_empty() && blank.names.is_none() {
            help += &format!(" [{}]", words.join(", "));
        }
        let mut option = Arg::new(blank.key.clone()).long(blank.option()).help(help);
        option = option.value_name(blank.names.as_deref().unwrap_or("WORDS").to_uppercase());
        if blank.takes_several {
            option = option.action(ArgAction::Append);
            if is_list {
                option = option.value_delimiter(',');
            }
        }
        option
    });
    let sources = "The folder of source texts, `<document>.txt` or `.md`; by default `sources`, where it exists";
    command
        .arg(id)
        .args(options)
        .arg(file("sources", sources).value_name("DIR"))
}

impl FromArgMatches for Arguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let (name, own) = matches.subcommand().unwrap_or(("", matches));
        let kind = Kind::named(name).unwrap_or(Kind::Claim);
        let blanks = Form::of(kind).blanks.into_iter();
        let values = blanks.filter_map(|blank| {
            let given = own.get_many::<String>(&blank.key)?;
            Some((blank.key, given.cloned().collect()))
        });
        let path = |name: &str| own.try_get_one::<Utf8PathBuf>(name).ok().flatten().cloned();
        let words = |name: &str| own.try_get_one::<String>(name).ok().flatten().cloned();
        Ok(Self {
            kind,
            id: words("id"),
            values: values.collect(),
            from: path("from"),
            entry: words("entry"),
            from_issue: path("from-issue"),
            sources: path("sources"),
            today: super::super::today(),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
