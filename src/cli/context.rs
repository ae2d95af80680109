//! What every subcommand needs: language, streams, workspace; no subcommand reads them elsewhere.

use std::ffi::OsString;
use std::path::Path;
use std::path::PathBuf;

use clap::ArgMatches;

use crate::cli::arguments;
use crate::cli::exit::Exit;
use crate::cli::terminal::Stream;
use crate::cli::terminal::Terminal;
use crate::diag::Count;
use crate::diag::Diagnostic;
use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Sources;
use crate::diag::Style;
use crate::diag::Text;
use crate::diag::render;
use crate::pipeline;

/// Why a subcommand could not run.
#[derive(Debug)]
pub enum Failure {
    /// A stage met a machine error.
    Pipeline(pipeline::Error),
    /// Something else, said in both languages.
    Said(Text),
}

impl From<pipeline::Error> for Failure {
    fn from(error: pipeline::Error) -> Self {
        Self::Pipeline(error)
    }
}

/// What every subcommand needs.
#[derive(Debug)]
pub struct Context {
    /// Language of messages.
    pub language: Language,
    /// The streams.
    pub terminal: Terminal,
    root: Option<PathBuf>,
}

impl Context {
    /// The context that the global options give.
    pub fn new(language: Language, terminal: Terminal, matches: &ArgMatches) -> Self {
        let root = matches.get_one::<PathBuf>(arguments::ROOT).cloned();
        Self { language, terminal, root }
    }

    /// The workspace: `--root`, else the nearest folder upwards that holds filiere.yaml, else here.
    pub fn root(&self) -> PathBuf {
        if let Some(root) = &self.root {
            return root.clone();
        }
        let here = here();
        let found = here.ancestors().find(|folder| folder.join("filiere.yaml").is_file());
        found.map_or_else(|| here.clone(), Path::to_path_buf)
    }

    /// Prints in the language of messages.
    pub fn print(&mut self, stream: Stream, text: &Text) {
        self.terminal.write(stream, text.get(self.language));
    }

    /// Prints findings, then, for people, how many there are.
    pub fn report(
        &mut self,
        stream: Stream,
        format: Format,
        findings: &[Diagnostic],
        sources: &Sources,
    ) -> Count {
        let style = Style { format, language: self.language, colour: self.terminal.colour(stream) };
        self.terminal.write(stream, &render(findings, sources, style));
        let count = Count::of(findings);
        if format == Format::Human && !findings.is_empty() {
            let line = count.text().get(self.language).to_owned();
            self.terminal.write(stream, &format!("\n{line}\n"));
        }
        count
    }

    /// Says why the subcommand could not run.
    pub fn fail(&mut self, failure: &Failure) {
        let text = match failure {
            Failure::Pipeline(error) => error.text(),
            Failure::Said(text) => text.clone(),
        };
        let label = match self.language {
            Language::French => "erreur\u{a0}:",
            Language::English => "error:",
        };
        let message = format!("{label} {}\n", text.get(self.language));
        self.terminal.write(Stream::Err, &message);
    }
}

/// The code that findings lead to.
pub fn exit(count: Count, deny_warnings: bool) -> Exit {
    if count.errors > 0 || (deny_warnings && count.warnings > 0) { Exit::Findings } else { Exit::Done }
}

/// Language of messages: `--ui`, else the locale, else French. It is needed before the arguments
/// are parsed, for the help itself.
pub fn language(arguments: &[OsString]) -> Language {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    let mut asked = None;
    while let Some(word) = words.next() {
        match word.strip_prefix("--ui") {
            Some("") => asked = words.next(),
            Some(value) if value.starts_with('=') => asked = value.get(1..),
            _ => {}
        }
    }
    match asked {
        Some("en") => Language::English,
        Some(_) => Language::French,
        None if locale().to_lowercase().starts_with("en") => Language::English,
        None => Language::French,
    }
}

/// The first of the POSIX variables that is set (XBD 8.2: LC_ALL, LC_MESSAGES, LANG).
#[expect(clippy::disallowed_methods, reason = "cli is where the environment is read")]
fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "cli is where the current directory is known")]
fn here() -> PathBuf {
    std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."))
}
