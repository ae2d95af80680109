//! `filiere diff`: what changed between two packages or editions, and whether one can take the other's place.

use std::path::Path;
use std::path::PathBuf;

use clap::ArgMatches;
use clap::Command;
use clap::builder::PossibleValuesParser;
use clap::value_parser;
use serde::Serialize;

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::decode;
use crate::cli::editions;
use crate::cli::exit::Exit;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::comparison;
use crate::comparison::Comparison;
use crate::comparison::Verdict;
use crate::diag::Diagnostic;
use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Sources;
use crate::diag::Text;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    let package = |id, name, fr, en| {
        arguments::positional(id, name)
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(say(language, fr, en))
    };
    Command::new("diff")
        .about(say(
            language,
            "Dit ce qui change d'un paquet à l'autre, et si l'un peut remplacer l'autre sans perte",
            "Says what changes from one package to another, and whether one can replace the other without loss",
        ))
        .arg(package("from", "A", "Paquet en usage (zip), ou dossier de son édition",
            "Package in use (zip), or folder of its edition",))
        .arg(package("to", "B", "Paquet qui prendrait sa place (zip), ou dossier de son édition",
            "Package that would take its place (zip), or folder of its edition",))
        .arg(
            arguments::option("format")
                .value_name("FORMAT")
                .value_parser(PossibleValuesParser::new(["human", "json"]))
                .default_value("human")
                .help(say(
                    language,
                    "Forme du résultat\u{a0}: human (par défaut) ou json",
                    "Form of the result: human (default) or json",
                )),
        )
}

/// Compares; 1 when learners would lose something, 2 when a package can't be read.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let format = arguments::wanted_format(matches);
    let path = |id| matches.get_one::<PathBuf>(id).expect("clap requires it");
    let (from, to) = (path("from"), path("to"));
    let found = if editions::is_edition(from) && editions::is_edition(to) {
        editions::compare(from, to)?.map(|found| said(&found, found.verdict, editions::told(&found)))
    } else {
        packages(from, to)?.map(|found| said(&found, found.verdict, comparison::told(&found)))
    };
    match found {
        Ok(said) => Ok(tell(said, format, context)),
        Err(finding) => Ok(unreadable(finding, format, context)),
    }
}

fn packages(from: &Path, to: &Path) -> Result<Result<Comparison, Diagnostic>, Failure> {
    let (old, new) = (decode::open(from)?, decode::open(to)?);
    Ok(old.and_then(|old| {
        let said = to.display().to_string();
        comparison::compare(&old, &new?).map_err(|fault| fault.finding(&said))
    }))
}

/// What is printed, in either form.
struct Said {
    json: String,
    lines: Vec<Text>,
    verdict: Verdict,
}

fn said(found: &impl Serialize, verdict: Verdict, lines: Vec<Text>) -> Said {
    let json = serde_json::to_string(found).expect("a comparison has only string keys");
    Said { json, lines, verdict }
}

fn tell(said: Said, format: Format, context: &mut Context) -> Exit {
    if format == Format::Json {
        context.terminal.write(Stream::Out, &format!("{}\n", said.json));
    } else {
        for line in said.lines {
            let line = line.get(context.language).to_owned();
            context.terminal.write(Stream::Out, &format!("{line}\n"));
        }
    }
    if said.verdict == Verdict::Lossy { Exit::Findings } else { Exit::Done }
}

fn unreadable(finding: Diagnostic, format: Format, context: &mut Context) -> Exit {
    context.report(Stream::Err, format, &[finding], &Sources::default());
    Exit::CannotRun
}
