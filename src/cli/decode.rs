//! `filiere decode`: what a learner did, from the state that a platform kept.

use std::fs::File;
use std::io;
use std::io::BufReader;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use clap::ArgMatches;
use clap::Command;
use clap::value_parser;

use crate::cli::arguments;
use crate::cli::context;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::contents;
use crate::contents::Contents;
use crate::diag::Diagnostic;
use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Sources;
use crate::pipeline;
use crate::text;
use crate::transcript;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("decode")
        .about(say(
            language,
            "Dit ce qu'une personne a fait, d'après l'état gardé par la plateforme",
            "Says what a learner did, from the state that the platform kept",
        ))
        .arg(
            arguments::positional("state", say(language, "ÉTAT", "STATE"))
                .required(true)
                .allow_hyphen_values(true)
                .help(say(
                    language,
                    "Valeur de cmi.suspend_data ou document State, tels que copiés; « - » lit l'entrée standard",
                    "Value of cmi.suspend_data or State document, as copied; “-” reads the standard input",
                )),
        )
        .arg(
            arguments::option("package")
                .required(true)
                .value_name("ZIP")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    language,
                    "Paquet que la plateforme donne à cette personne",
                    "Package that the platform gives this person",
                )),
        )
        .arg(arguments::format(language))
}

/// Reads the package and the state, and prints what they say together.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let format = arguments::wanted_format(matches);
    let given: &String = matches.get_one("state").expect("clap requires it");
    let package: &PathBuf = matches.get_one("package").expect("clap requires it");
    let text = if given == "-" { standard_input()? } else { given.clone() };
    let found = open(package)?.and_then(|contents| {
        let pasted = transcript::pasted(&text);
        let state = transcript::joined(&contents.data, &pasted);
        let state = state.map_err(|refusal| refusal.finding(&contents.data))?;
        Ok(transcript::transcript(&contents, &state, pasted.document))
    });
    match found {
        Ok(said) if format == Format::Json => {
            let json = serde_json::to_string(&said).expect("a transcript has only string keys");
            context.terminal.write(Stream::Out, &format!("{json}\n"));
            Ok(Exit::Done)
        }
        Ok(said) => {
            for line in transcript::told(&said) {
                let line = line.get(context.language).to_owned();
                context.terminal.write(Stream::Out, &format!("{line}\n"));
            }
            Ok(Exit::Done)
        }
        Err(finding) => {
            let count = context.report(Stream::Err, format, &[finding], &Sources::default());
            Ok(context::exit(count, false))
        }
    }
}

/// A finished package, or what is wrong with it.
pub fn open(path: &Path) -> Result<Result<Contents, Diagnostic>, Failure> {
    let file = File::open(path).map_err(|cause| pipeline::Error::Read { path: path.to_owned(), cause })?;
    let said = path.display().to_string();
    Ok(contents::read(BufReader::new(file)).map_err(|fault| fault.finding(&said)))
}

fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|cause| {
        Failure::Said(text! {
            fr: "l'entrée standard ne peut être lue : {cause}",
            en: "the standard input cannot be read: {cause}",
        })
    })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
