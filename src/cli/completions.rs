//! `filiere completions`: the script that makes a shell complete the commands.

use clap::ArgMatches;
use clap::Command;
use clap::value_parser;
use clap_complete::Shell;

use crate::cli;
use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::diag::Language;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    let help = say(
        language,
        "Interpréteur\u{a0}: bash, zsh, fish, elvish ou powershell",
        "Shell: bash, zsh, fish, elvish or powershell",
    );
    Command::new("completions")
        .about(say(
            language,
            "Affiche le script de complétion d'un interpréteur de commandes",
            "Prints the completion script of a shell",
        ))
        .arg(
            arguments::positional("shell", "SHELL")
                .required(true)
                .hide_possible_values(true)
                .value_parser(value_parser!(Shell))
                .help(help),
        )
}

/// Prints the script.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let shell: Shell = *matches.get_one("shell").expect("clap requires it");
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut cli::tree(context.language), "filiere", &mut script);
    context.terminal.write(Stream::Out, &String::from_utf8_lossy(&script));
    Ok(Exit::Done)
}
