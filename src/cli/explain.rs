//! `filiere explain`: the page of the catalogue for one finding.

use clap::ArgMatches;
use clap::Command;

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::diag::Code;
use crate::diag::Language;
use crate::diag::closest;
use crate::text;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    let help = say(
        language,
        "Numéro (FIL2101) ou nom (question-sans-bonne-reponse) du constat",
        "Number (FIL2101) or name (question-sans-bonne-reponse) of the finding",
    );
    Command::new("explain")
        .about(say(
            language,
            "Explique un constat\u{a0}: ce qui est signalé, pourquoi, comment corriger",
            "Explains a finding: what is reported, why, how to mend it",
        ))
        .arg(arguments::positional("code", "CODE").required(true).help(help))
}

/// Prints the page.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let wanted: &String = matches.get_one("code").expect("clap requires it");
    let Some(code) = Code::find(wanted) else { return Err(unknown(wanted)) };
    context.terminal.write(Stream::Out, code.page(context.language));
    Ok(Exit::Done)
}

fn unknown(wanted: &str) -> Failure {
    let words = Code::ALL.iter().flat_map(|code| [code.id(), code.name()]);
    Failure::Said(match closest(wanted, words) {
        Some(near) => text! {
            fr: "aucun constat ne s'appelle « {wanted} »; vouliez-vous dire « {near} »?",
            en: "no finding is called « {wanted} »; did you mean « {near} »?",
        },
        None => text! {
            fr: "aucun constat ne s'appelle « {wanted} »",
            en: "no finding is called « {wanted} »",
        },
    })
}
