//! `filiere man`: the manual pages, for whoever packs the program for a system.

use std::io;
use std::path::PathBuf;

use clap::ArgMatches;
use clap::Command;
use clap_mangen::Man;

use crate::cli;
use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::file;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::diag::Language;

/// The only heading that the generator writes in English alone.
const NAME: [&str; 2] = [
    ".SH NAME
",
    ".SH NOM
",
];

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    let help = say(
        language,
        "Dossier où écrire une page par commande; sans lui, affiche celle de filiere",
        "Folder for one page a command; without it, that of filiere is printed",
    );
    Command::new("man")
        .about(say(language, "Écrit les pages de manuel", "Writes the manual pages"))
        .arg(arguments::out(language).help(help))
}

/// Prints a page, or writes them all and says where.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let language = context.language;
    let pages = pages(cli::tree(language), language);
    let Some(folder) = matches.get_one::<PathBuf>("out") else {
        context.terminal.write(Stream::Out, &pages[0].1);
        return Ok(Exit::Done);
    };
    for (name, text) in &pages {
        let path = folder.join(name);
        file::write(&path, text)?;
        context.terminal.write(Stream::Out, &format!("{}\n", path.display()));
    }
    Ok(Exit::Done)
}

/// File name and text of each page, that of the program first.
fn pages(mut tree: Command, language: Language) -> Vec<(String, String)> {
    tree.build();
    let named =
        tree.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help");
    let commands: Vec<Command> = named.cloned().collect();
    [tree].into_iter().chain(commands).map(|command| page(command, language)).collect()
}

fn page(command: Command, language: Language) -> (String, String) {
    let man = Man::new(command).date("").manual("Filière");
    let mut out = Vec::new();
    write(&man, &mut out).expect("memory takes every byte");
    let text = String::from_utf8_lossy(&out).into_owned();
    let text = match language {
        Language::French => text.replace(NAME[0], NAME[1]),
        Language::English => text,
    };
    (man.get_filename(), text)
}

fn write(man: &Man, out: &mut dyn io::Write) -> io::Result<()> {
    man.render(out)
}
