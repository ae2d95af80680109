//! `filiere schema`: the JSON Schemas that editors complete and check with.

use clap::ArgMatches;
use clap::Command;

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::file;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::comparison;
use crate::diag::Language;
use crate::release;
use crate::report;
use crate::source;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("schema")
        .about(say(
            language,
            "Écrit les schémas JSON du format et de release.json, pour les éditeurs",
            "Writes the JSON Schemas of the format and of release.json, for editors",
        ))
        .arg(arguments::flag("write").help(say(
            language,
            "Écrit dans schemas/ au lieu d'afficher",
            "Writes into schemas/ instead of printing",
        )))
}

/// Prints the schemas, or writes them into the workspace.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let written = [release::SCHEMA, report::SCHEMA, comparison::SCHEMA];
    let written = written.map(|(name, text)| (format!("schemas/{name}"), text.to_owned()));
    for (path, text) in files().into_iter().chain(written) {
        if matches.get_flag("write") {
            file::write(&context.root().join(&path), &text)?;
            context.terminal.write(Stream::Out, &format!("{path}\n"));
        } else {
            context.terminal.write(Stream::Out, &text);
        }
    }
    Ok(Exit::Done)
}

/// Path in the workspace and text of each schema that editors use there.
pub fn files() -> Vec<(String, String)> {
    source::SCHEMAS
        .iter()
        .map(|(name, kind, holds)| {
            let schema = source::file_schema(kind, *holds);
            let text = serde_json::to_string_pretty(&schema).expect("a schema has only string keys");
            (format!("schemas/{name}"), text + "\n")
        })
        .collect()
}
