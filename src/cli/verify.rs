//! `filiere verify`: judges a released folder, wherever it was copied to; writes nothing.

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
use crate::diag::Format;
use crate::diag::Language;
use crate::pipeline::Error;
use crate::release;
use crate::text;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("verify")
        .about(say(
            language,
            "Vérifie une publication\u{a0}: sommes, paquets, release.json",
            "Verifies a release: sums, packages, release.json",
        ))
        .arg(
            arguments::positional("dist", say(language, "DOSSIER", "FOLDER"))
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    language,
                    "Dossier de la publication; par défaut, dist/ dans l'espace de travail",
                    "Folder of the release; by default dist/ in the workspace",
                )),
        )
        .arg(arguments::format(language))
        .arg(arguments::deny_warnings(language))
}

/// Verifies the folder and prints the findings to the standard output.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let format = arguments::wanted_format(matches);
    let dist = matches.get_one("dist").cloned().unwrap_or_else(|| context.root().join("dist"));
    let verified = release::verify(&dist).map_err(Error::from)?;
    let count = context.report(Stream::Out, format, &verified.findings, &verified.sources);
    if verified.findings.is_empty() && format == Format::Human {
        let (files, packages) = (verified.files, verified.packages);
        let text = text! {
            fr: "fichiers : {files}; paquets jugés : {packages}; rien à signaler\n",
            en: "files: {files}; packages judged: {packages}; nothing to report\n",
        };
        context.print(Stream::Out, &text);
    }
    Ok(context::exit(count, matches.get_flag("deny-warnings")))
}
