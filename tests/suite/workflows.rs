//! What the action and the workflows run: each file of `tests/workflows/cases` names steps, and they are run by the shell
//! that would run them, with the built program, in a folder of their own.
//!
//! A case goes through `runs`: each `prepare`s the folder, names a file with the steps of an action or of a `job`, or `only`
//! some of them, and says what is `given` by GitHub. `fails` names the step that has to fail, and `after` is a script that
//! looks at what came of it all. `cargo` and `gh` are those of `tests/workflows/stand-ins`; steps that use an action of others are not
//! run, but what they hand over has to be there.

use crate::overlay::{files, tests};
use crate::program::{PROGRAM, Site};
use serde::Deserialize;
use serde_yaml::{Mapping, Value};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::process::{Command, Output};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    runs: Vec<Run>,
    after: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    /// A script that lays down what the steps find.
    prepare: String,
    /// A file of this repository or, where it is not there, of the prepared folder.
    file: String,
    job: Option<String>,
    only: Option<Vec<String>>,
    #[serde(default)]
    given: BTreeMap<String, String>,
    fails: Option<String>,
}

#[test]
fn what_the_workflows_run_does_its_work() {
    let folder = tests().join("workflows/cases");
    let cases = files(&folder);
    assert!(cases.len() > 5, "{cases:?}");
    let mut wrong = String::new();
    for case in cases {
        let text = fs::read_to_string(folder.join(&case)).unwrap();
        let read: Case =
            serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{case}: {error}"));
        if let Err(fault) = Runner::new().case(&read) {
            let _ = writeln!(wrong, "{case}: {fault}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A machine on which steps are run.
struct Runner {
    /// Holds the folder of the repository, `work`, and all that GitHub has beside it.
    site: Site,
}

impl Runner {
    fn new() -> Self {
        let site = Site::empty();
        for folder in ["work", "temp", "home"] {
            fs::create_dir(site.root.join(folder)).unwrap();
        }
        for file in ["output", "summary"] {
            site.write(file, "");
        }
        Self { site }
    }

    fn case(&self, case: &Case) -> Result<(), String> {
        for run in &case.runs {
            self.well("prepare", &run.prepare)?;
            self.steps(run)
                .map_err(|fault| format!("{}: {fault}", run.file))?;
        }
        self.well("after", &case.after)
    }

    /// Runs a script of the case, which has to end well.
    fn well(&self, name: &str, script: &str) -> Result<(), String> {
        let output = self.bash(&["-e", "-u", "-o", "pipefail"], script, &BTreeMap::new());
        if output.status.success() {
            return Ok(());
        }
        Err(format!("`{name}` failed: {}", told(&output)))
    }

    fn steps(&self, run: &Run) -> Result<(), String> {
        let own = tests().parent().unwrap().join(&run.file);
        let made = self.site.root.join("work").join(&run.file);
        let text = fs::read_to_string(if own.exists() { own } else { made });
        let text = text.map_err(|error| error.to_string())?;
        let file: Value = serde_yaml::from_str(&text).unwrap();
        let (steps, is_action) = match &run.job {
            Some(job) => (&file["jobs"][job.as_str()]["steps"], false),
            None => (&file["runs"]["steps"], true),
        };
        let steps = steps.as_sequence().ok_or("there are no such steps")?;
        let mut known = run.given.clone();
        let repository = tests().parent().unwrap().to_string();
        known.insert("github.action_path".to_owned(), repository);
        for (name, input) in file["inputs"].as_mapping().into_iter().flatten() {
            let name = format!("inputs.{}", word(name));
            let default = || input["default"].as_str().unwrap_or_default().to_owned();
            known.entry(name).or_insert_with(default);
        }
        let mut failed: Option<String> = None;
        let mut names = Vec::new();
        for step in steps {
            let step = Step::read(step)?;
            names.push(step.name.clone());
            let is_wanted = run
                .only
                .as_ref()
                .is_none_or(|only| only.contains(&step.name));
            if is_wanted && step.is_due(&known, failed.is_some())? {
                let fault = self.step(&step, is_action, &mut known)?;
                failed = failed.or(fault);
            }
        }
        if let Some(missing) = run.only.iter().flatten().find(|it| !names.contains(it)) {
            return Err(format!("there is no step `{missing}`"));
        }
        let expected = run.fails.as_deref();
        let actual = failed.as_deref().and_then(|it| it.split('\n').next());
        if expected != actual {
            return Err(format!(
                "should fail at {expected:?}, and fails at {}",
                failed.as_deref().unwrap_or("nothing")
            ));
        }
        for (name, output) in file["outputs"].as_mapping().into_iter().flatten() {
            if failed.is_none() {
                filled(word(&output["value"]), &known)
                    .map_err(|fault| format!("the output `{}`: {fault}", word(name)))?;
            }
        }
        Ok(())
    }

    /// Runs a step; its name and what it said where it fails.
    fn step(
        &self,
        step: &Step,
        is_action: bool,
        known: &mut BTreeMap<String, String>,
    ) -> Result<Option<String>, String> {
        let Some(script) = &step.run else {
            return self.handed_over(step, known).map(|()| None);
        };
        let mut variables = BTreeMap::new();
        for (name, value) in &step.env {
            let value = filled(word(value), known).map_err(|it| format!("{}: {it}", step.name))?;
            variables.insert(word(name).to_owned(), value);
        }
        // As the documentation of GitHub says of steps that name the shell and of those that do not.
        let options: &[&str] = match step.shell.as_deref() {
            Some("bash") => &["--noprofile", "--norc", "-e", "-o", "pipefail"],
            None if !is_action => &["-e"],
            other => return Err(format!("{}: the shell {other:?}", step.name)),
        };
        if script.contains("${{") {
            return Err(format!(
                "{}: a script is filled with what others wrote",
                step.name
            ));
        }
        let output = self.bash(options, script, &variables);
        if let Some(id) = &step.id {
            for line in self.site.read("output").lines() {
                let (name, value) = line.split_once('=').ok_or("an output without a value")?;
                known.insert(format!("steps.{id}.outputs.{name}"), value.to_owned());
            }
        }
        self.site.write("output", "");
        Ok((!output.status.success()).then(|| format!("{}\n{}", step.name, told(&output))))
    }

    /// Looks whether what a step uploads is there.
    fn handed_over(&self, step: &Step, known: &BTreeMap<String, String>) -> Result<(), String> {
        let is_upload = step.uses.as_ref().is_some_and(|it| it.contains("/upload-"));
        let Some(path) = step.with.get("path").filter(|_| is_upload) else {
            return Ok(());
        };
        let path = filled(word(path), known).map_err(|it| format!("{}: {it}", step.name))?;
        self.well(
            &step.name,
            &format!("for path in {path}; do [[ -s $path ]]; done"),
        )
    }

    fn bash(&self, options: &[&str], script: &str, variables: &BTreeMap<String, String>) -> Output {
        let root = &self.site.root;
        let stand_ins = tests().join("workflows/stand-ins");
        let path = format!(
            "{stand_ins}:{root}/home/.cargo/bin:{}",
            std::env::var("PATH").unwrap()
        );
        fs::write(root.join("script"), script).unwrap();
        let mut command = Command::new("bash");
        command
            .args(options)
            .arg(root.join("script"))
            .current_dir(root.join("work"))
            .envs(variables)
            .env("PATH", path)
            .env("HOME", root.join("home"))
            .env("RUNNER_TEMP", root.join("temp"))
            .env("GITHUB_OUTPUT", root.join("output"))
            .env("GITHUB_STEP_SUMMARY", root.join("summary"))
            .env("DIPTYCH_REPOSITORY", tests().parent().unwrap())
            .env("DIPTYCH", PROGRAM);
        command.output().unwrap()
    }
}

/// A step, of which every key is one that the runner knows what to do with.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    name: String,
    id: Option<String>,
    #[serde(rename = "if")]
    condition: Option<String>,
    shell: Option<String>,
    uses: Option<String>,
    #[serde(default)]
    with: Mapping,
    #[serde(default)]
    env: Mapping,
    run: Option<String>,
}

impl Step {
    fn read(step: &Value) -> Result<Self, String> {
        serde_yaml::from_value(step.clone()).map_err(|error| error.to_string())
    }

    /// Whether it is run: after a failure only where it says so.
    fn is_due(&self, known: &BTreeMap<String, String>, has_failed: bool) -> Result<bool, String> {
        let Some(condition) = &self.condition else {
            return Ok(!has_failed);
        };
        let asks = condition.contains("failure()") || condition.contains("success()");
        let mut known = known.clone();
        known.insert("failure()".to_owned(), flag(has_failed).to_owned());
        known.insert("success()".to_owned(), flag(!has_failed).to_owned());
        let holds = value(condition, &known).map_err(|it| format!("{}: {it}", self.name))?;
        Ok(!holds.is_empty() && (asks || !has_failed))
    }
}

/// A text with the values of its expressions.
fn filled(text: &str, known: &BTreeMap<String, String>) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${{") {
        let (expression, after) = after.split_once("}}").ok_or("an expression has no end")?;
        out += before;
        out += &value(expression, known)?;
        rest = after;
    }
    Ok(out + rest)
}

/// The value of an expression of GitHub's: names, words, `==`, `!=`, `&&` and `||`; what does not hold is empty.
fn value(expression: &str, known: &BTreeMap<String, String>) -> Result<String, String> {
    if let Some((one, other)) = expression.split_once("||") {
        let one = value(one, known)?;
        return if one.is_empty() {
            value(other, known)
        } else {
            Ok(one)
        };
    }
    if let Some((one, other)) = expression.split_once("&&") {
        let one = value(one, known)?;
        return if one.is_empty() {
            Ok(one)
        } else {
            value(other, known)
        };
    }
    for (sign, wanted) in [("==", true), ("!=", false)] {
        if let Some((one, other)) = expression.split_once(sign) {
            let is_same = value(one, known)? == value(other, known)?;
            return Ok(flag(is_same == wanted).to_owned());
        }
    }
    let name = expression.trim();
    if let Some(word) = name.strip_prefix('\'') {
        return Ok(word.trim_end_matches('\'').to_owned());
    }
    let value = known.get(name).cloned();
    value.ok_or_else(|| format!("nothing is `given` for `{name}`"))
}

fn flag(holds: bool) -> &'static str {
    if holds { "true" } else { "" }
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn told(output: &Output) -> String {
    let part = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    part(&output.stdout) + &part(&output.stderr)
}
