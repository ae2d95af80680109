//! `filiere fmt`: puts files in canonical form; it never touches what it cannot read.

use std::fs;
use std::io;

use clap::ArgMatches;
use clap::Command;

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::file;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::diag::Language;
use crate::pipeline;
use crate::source;
use crate::source::Listed;
use crate::source::Written;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("fmt")
        .about(say(
            language,
            "Met les fichiers en forme canonique et répare les pièges courants de YAML",
            "Puts files in canonical form and repairs the usual traps of YAML",
        ))
        .arg(arguments::modules(language))
        .arg(arguments::flag("check").help(say(
            language,
            "N'écrit rien; nomme les fichiers à remettre en forme et sort avec 1",
            "Writes nothing; names the files to put in form and exits with 1",
        )))
}

/// Rewrites the files whose form is not canonical, and names them.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let only_check = matches.get_flag("check");
    let files = source::listing(&context.root(), &arguments::selection(matches));
    let mut changed = false;
    for file in files.map_err(pipeline::Error::from)? {
        let Some(text) = formatted(&file)? else { continue };
        changed = true;
        context.terminal.write(Stream::Out, &format!("{}\n", file.path));
        if !only_check {
            file::write(&file.disk, &text)?;
        }
    }
    Ok(if changed && only_check { Exit::Findings } else { Exit::Done })
}

/// The canonical form of a file that is not in it yet.
fn formatted(file: &Listed) -> Result<Option<String>, pipeline::Error> {
    let text = match fs::read_to_string(&file.disk) {
        Ok(text) => text,
        // `check` says what is wrong with a file that is not UTF-8.
        Err(cause) if cause.kind() == io::ErrorKind::InvalidData => return Ok(None),
        Err(cause) => return Err(pipeline::Error::Read { path: file.disk.clone(), cause }),
    };
    let form = match file.written {
        Written::Yaml => source::format(&text),
        Written::Page => source::format_page(&text),
    };
    Ok((form != text).then_some(form))
}
