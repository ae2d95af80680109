//! `filiere build`: checks, compiles and writes every package, or none of them.

use std::path::Path;

use clap::ArgMatches;
use clap::Command;

use crate::cli::arguments;
use crate::cli::context;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::progress;
use crate::cli::say;
use crate::cli::summary;
use crate::cli::terminal::Stream;
use crate::diag::Count;
use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::model::Module;
use crate::pipeline;
use crate::pipeline::Purpose;
use crate::text;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("build")
        .about(say(
            language,
            "Compile les modules et écrit leurs paquets",
            "Compiles the modules and writes their packages",
        ))
        .arg(arguments::modules(language))
        .arg(arguments::out(language).help(say(
            language,
            "Où écrire les paquets; par défaut, dist/ dans l'espace de travail",
            "Where to write the packages; by default dist/ in the workspace",
        )))
        .arg(arguments::format(language))
        .arg(arguments::deny_warnings(language))
        .arg(arguments::allow_id_change(language))
}

/// Writes the packages; findings go to the standard error, the summary to the standard output.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let format = arguments::wanted_format(matches);
    let root = context.root();
    let (modules, count) = checked(&root, matches, format, context)?;
    let exit = context::exit(count, matches.get_flag("deny-warnings"));
    if exit != Exit::Done {
        refuse(format, context);
        return Ok(exit);
    }
    let out = matches.get_one("out").cloned().unwrap_or_else(|| root.join("dist"));
    let compiled = pipeline::compile(&modules);
    let bar = progress::bar(&compiled, context);
    let packages = pipeline::write(&compiled, &out, &|bytes| bar.inc(bytes))?;
    bar.finish_and_clear();
    let shown = |path: &Path| path.strip_prefix(&root).unwrap_or(path).display().to_string();
    let text = summary::text(&packages, &shown, format, context.language);
    context.terminal.write(Stream::Out, &text);
    Ok(Exit::Done)
}

fn checked(
    root: &Path,
    matches: &ArgMatches,
    format: Format,
    context: &mut Context,
) -> Result<(Vec<Module>, Count), Failure> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let selection = arguments::selection(matches);
    let terms = arguments::terms(matches, Purpose::Draft);
    let modules = pipeline::check_for(terms, root, &selection, &mut sources, &mut sink)?;
    let findings = sink.into_sorted(&sources);
    let count = context.report(Stream::Err, format, &findings, &sources);
    Ok((modules, count))
}

fn refuse(format: Format, context: &mut Context) {
    if format == Format::Human {
        let text = text! {
            fr: "aucun paquet n'a été écrit; ceux d'avant sont restés tels quels\n",
            en: "no package was written; those from before are as they were\n",
        };
        context.print(Stream::Err, &text);
    }
}
