//! `filiere build`: checks, compiles and writes every package, or none of them.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::path::absolute;

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
use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::pipeline;
use crate::pipeline::Packed;
use crate::pipeline::Place;
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
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let selection = arguments::selection(matches);
    let terms = arguments::terms(matches, Purpose::Draft);
    let candidate = pipeline::candidate(terms, &root, &selection, &mut sources, &mut sink)?;
    let is_denied = matches.get_flag("deny-warnings") && !sink.is_empty();
    let (out, place) = place(&root, matches);
    let is_new = !out.exists();
    let compiled = if sink.has_errors() || is_denied { Vec::new() } else { candidate.compile() };
    let mut packed = None;
    if !compiled.is_empty() {
        let bar = progress::bar(&compiled, context);
        let all = pipeline::pack(&compiled, &out, &|bytes| bar.inc(bytes))?;
        bar.finish_and_clear();
        pipeline::released(&candidate, &all, place, &mut sink)?;
        packed = Some(all);
    }
    let count = context.report(Stream::Err, format, &sink.into_sorted(&sources), &sources);
    let exit = context::exit(count, matches.get_flag("deny-warnings"));
    if exit != Exit::Done {
        drop(packed);
        refuse(&out, is_new, format, context);
        return Ok(exit);
    }
    let packages = packed.map_or_else(|| Ok(Vec::new()), Packed::commit)?;
    let shown = |path: &Path| path.strip_prefix(&root).unwrap_or(path).display().to_string();
    let text = summary::text(&packages, &shown, format, context.language);
    context.terminal.write(Stream::Out, &text);
    Ok(Exit::Done)
}

/// Where to write, and whether releases stand there.
fn place(root: &Path, matches: &ArgMatches) -> (PathBuf, Place) {
    let dist = root.join("dist");
    let Some(out) = matches.get_one::<PathBuf>("out").cloned() else { return (dist, Place::Dist) };
    // A folder that does not exist yet has no other name than the one written.
    let whole =
        |path: &Path| path.canonicalize().or_else(|_| absolute(path)).unwrap_or_else(|_| path.to_owned());
    let place = if whole(&out) == whole(&dist) { Place::Dist } else { Place::Apart };
    (out, place)
}

fn refuse(out: &Path, is_new: bool, format: Format, context: &mut Context) {
    if is_new {
        // It held the temporary files, which are gone; when it is not empty, it is not ours to remove.
        let _ = fs::remove_dir(out);
    }
    if format == Format::Human {
        let text = text! {
            fr: "aucun paquet n'a été écrit; ceux d'avant sont restés tels quels\n",
            en: "no package was written; those from before are as they were\n",
        };
        context.print(Stream::Err, &text);
    }
}
