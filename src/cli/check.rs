//! `filiere check`: reports every finding; writes no file.

use clap::ArgMatches;
use clap::Command;
use serde_json::json;

use crate::cli::arguments;
use crate::cli::context;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Text;
use crate::pipeline;
use crate::pipeline::Purpose;
use crate::text;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("check")
        .about(say(
            language,
            "Signale tout ce qui n'irait pas, sans rien écrire",
            "Reports everything that would go wrong, writes nothing",
        ))
        .arg(arguments::modules(language))
        .arg(arguments::format(language))
        .arg(arguments::deny_warnings(language))
        .arg(arguments::allow_id_change(language))
        .arg(arguments::flag("release").help(say(
            language,
            "Juge comme pour une publication\u{a0}: les adresses d'exemple sont refusées",
            "Judges as for a release: addresses of examples are refused",
        )))
        .arg(
            arguments::option("report")
                .value_name(say(language, "RAPPORT", "REPORT"))
                .value_parser(["review"])
                .help(say(
                    language,
                    "Affiche plutôt un rapport\u{a0}: review, les faits qu'un expert doit confirmer",
                    "Prints a report instead: review, the facts that an expert must confirm",
                )),
        )
}

/// Checks the modules and prints the findings to the standard output.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let format = arguments::wanted_format(matches);
    let purpose = if matches.get_flag("release") { Purpose::Release } else { Purpose::Draft };
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let selection = arguments::selection(matches);
    let terms = arguments::terms(matches, purpose);
    let modules = pipeline::check_for(terms, &context.root(), &selection, &mut sources, &mut sink)?;
    let findings = sink.into_sorted(&sources);
    let reports = matches.contains_id("report");
    let stream = if reports { Stream::Err } else { Stream::Out };
    let count = context.report(stream, format, &findings, &sources);
    if reports {
        context.terminal.write(Stream::Out, &review(&sources, format));
    } else if findings.is_empty() && format == Format::Human {
        context.print(Stream::Out, &nothing(modules.len()));
    }
    Ok(context::exit(count, matches.get_flag("deny-warnings")))
}

fn nothing(modules: usize) -> Text {
    match modules {
        0 => text! { fr: "0 module, rien à signaler\n", en: "0 modules, nothing to report\n" },
        1 => {
            text! { fr: "{modules} module, rien à signaler\n", en: "{modules} module, nothing to report\n" }
        }
        _ => {
            text! { fr: "{modules} modules, rien à signaler\n", en: "{modules} modules, nothing to report\n" }
        }
    }
}

/// The facts to confirm, one a line.
fn review(sources: &Sources, format: Format) -> String {
    let line = |review: pipeline::Review| {
        let (file, place) = (sources.path(review.file), review.place);
        match format {
            Format::Json => {
                let record = json!({ "v": 1, "review": {
                    "file": file, "line": place.line, "column": place.column, "text": review.text,
                } });
                format!("{record}\n")
            }
            Format::Human | Format::Short | Format::Sarif | Format::Github => {
                format!("{file}:{}:{}: {}\n", place.line, place.column, review.text)
            }
        }
    };
    pipeline::reviews(sources).into_iter().map(line).collect()
}
