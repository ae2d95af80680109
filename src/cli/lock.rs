//! `filiere lock`: writes into filiere.lock what the modules promise from this version on.

use clap::ArgMatches;
use clap::Command;
use serde_json::json;

use crate::cli::arguments;
use crate::cli::context;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::file;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Text;
use crate::pipeline;
use crate::pipeline::Locked;
use crate::pipeline::Purpose;
use crate::text;

/// Name of the file, at the root of the workspace.
const FILE: &str = "filiere.lock";

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("lock")
        .about(say(
            language,
            "Inscrit dans filiere.lock la version qui va être publiée",
            "Writes the version that is about to be released into filiere.lock",
        ))
        .arg(arguments::modules(language))
        .arg(arguments::format(language))
        .arg(arguments::deny_warnings(language))
        .arg(arguments::allow_id_change(language))
}

/// Checks the modules, then writes the file whole; it stays as it was when a finding forbids it.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let format = arguments::wanted_format(matches);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let terms = arguments::terms(matches, Purpose::Draft);
    let (root, selection) = (context.root(), arguments::selection(matches));
    let locked = pipeline::lock(terms, &root, &selection, &mut sources, &mut sink)?;
    let findings = sink.into_sorted(&sources);
    let count = context.report(Stream::Err, format, &findings, &sources);
    let exit = context::exit(count, matches.get_flag("deny-warnings"));
    match locked.filter(|_| exit == Exit::Done) {
        Some(locked) => {
            if locked.changed {
                file::write(&root.join(FILE), &locked.text)?;
            }
            tell(&locked, format, context);
        }
        None if format == Format::Human => context.print(
            Stream::Err,
            &text! { fr: "filiere.lock est resté tel quel\n", en: "filiere.lock is as it was\n" },
        ),
        None => {}
    }
    Ok(exit)
}

fn tell(locked: &Locked, format: Format, context: &mut Context) {
    for (module, version) in &locked.added {
        if format == Format::Json {
            let record = json!({ "v": 1, "locked": { "module": module, "version": version } });
            context.terminal.write(Stream::Out, &format!("{record}\n"));
        } else {
            context.print(Stream::Out, &added(module, version));
        }
    }
    if locked.added.is_empty() && format == Format::Human {
        context
            .print(Stream::Out, &text! { fr: "rien de nouveau à inscrire\n", en: "nothing new to write\n" });
    }
}

fn added(module: &str, version: &str) -> Text {
    text! {
        fr: "filiere.lock : {module} {version} inscrit\n",
        en: "filiere.lock: {module} {version} written\n",
    }
}
