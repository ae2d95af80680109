//! The command line: the only part that knows arguments, terminal, environment, clock, current
//! directory and exit codes. It decides nothing about content.

mod arguments;
mod build;
mod check;
mod completions;
mod context;
mod decode;
mod diff;
mod editions;
mod exit;
mod explain;
mod file;
mod fmt;
mod inspect;
mod lock;
mod lrs;
mod man;
mod new;
mod preview;
mod progress;
mod release;
mod schema;
mod summary;
mod terminal;
mod usage;
mod verify;

use std::process::ExitCode;

use crate::diag::Language;

use arguments::Subcommand;
use context::Context;
use exit::Exit;
use terminal::Terminal;

/// Every subcommand, in the order of the help.
const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand { command: build::command, run: build::run },
    Subcommand { command: check::command, run: check::run },
    Subcommand { command: preview::command, run: preview::run },
    Subcommand { command: lock::command, run: lock::run },
    Subcommand { command: release::command, run: release::run },
    Subcommand { command: verify::command, run: verify::run },
    Subcommand { command: inspect::command, run: inspect::run },
    Subcommand { command: decode::command, run: decode::run },
    Subcommand { command: diff::command, run: diff::run },
    Subcommand { command: fmt::command, run: fmt::run },
    Subcommand { command: new::command, run: new::run },
    Subcommand { command: explain::command, run: explain::run },
    Subcommand { command: schema::command, run: schema::run },
    Subcommand { command: completions::command, run: completions::run },
    Subcommand { command: man::command, run: man::run },
    Subcommand { command: lrs::command, run: lrs::run },
];

/// Runs the command line and returns the process's exit code.
pub fn main() -> ExitCode {
    exit::guarded(run).into()
}

fn run() -> Exit {
    let arguments: Vec<_> = std::env::args_os().collect();
    let language = context::language(&arguments);
    let mut terminal = Terminal::new();
    let matches = match tree(language).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::answer(&error, language, &mut terminal),
    };
    let mut context = Context::new(language, terminal, &matches);
    match arguments::dispatch(SUBCOMMANDS, &matches, &mut context) {
        Ok(exit) => exit,
        Err(failure) => {
            context.fail(&failure);
            Exit::CannotRun
        }
    }
}

/// The whole command tree, in `language`.
fn tree(language: Language) -> clap::Command {
    arguments::command(SUBCOMMANDS, language)
}

/// The words of `text` in `language`, owned, as clap wants them.
fn say(language: Language, fr: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::French => fr,
        Language::English => en,
    }
}
