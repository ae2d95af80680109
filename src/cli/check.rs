//! `filiere check`: reports every finding; writes no file.

use clap::ArgMatches;
use clap::Command;

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
use crate::pipeline;
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
}

/// Checks the modules and prints the findings to the standard output.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let format = arguments::wanted_format(matches);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let selection = arguments::selection(matches);
    let modules = pipeline::check(&context.root(), &selection, &mut sources, &mut sink)?;
    let findings = sink.into_sorted(&sources);
    let count = context.report(Stream::Out, format, &findings, &sources);
    if findings.is_empty() && format == Format::Human {
        let n = modules.len();
        context.print(
            Stream::Out,
            &text! { fr: "{n} module(s) sans faute\n", en: "{n} module(s) without a fault\n" },
        );
    }
    Ok(context::exit(count, matches.get_flag("deny-warnings")))
}
