//! `filiere release`: makes an edition whole, puts it in the place of the last one, then notes it in
//! filiere.lock.
//!
//! Each step leaves whole what was there: a run that ends before the exchange leaves the last
//! edition; one that ends before filiere.lock is named leaves the new edition, whose sums keep its
//! versions as they are, and the next run finishes.

use std::path::Path;

use clap::ArgMatches;
use clap::Command;
use serde_json::json;

use crate::cli::arguments;
use crate::cli::context;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::file;
use crate::cli::progress;
use crate::cli::say;
use crate::cli::summary;
use crate::cli::terminal::Stream;
use crate::diag::Count;
use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Text;
use crate::pipeline;
use crate::pipeline::Order;
use crate::pipeline::Purpose;
use crate::pipeline::Staged;
use crate::release::EditionModule;
use crate::release::Folder;
use crate::text;

/// Name of the file that notes what was released, at the root of the workspace.
const LOCK: &str = "filiere.lock";

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("release")
        .about(say(
            language,
            "Publie les modules\u{a0}: un dossier complet pour les établissements",
            "Releases the modules: a complete folder for institutions",
        ))
        .arg(arguments::modules(language))
        .arg(arguments::out(language).help(say(
            language,
            "Dossier de la publication, remplacé en entier; par défaut, dist/ dans l'espace de travail",
            "Folder of the release, replaced whole; by default dist/ in the workspace",
        )))
        .arg(arguments::format(language))
        .arg(arguments::deny_warnings(language))
        .arg(arguments::allow_id_change(language))
}

/// Releases; findings go to the standard error, the summary to the standard output.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let format = arguments::wanted_format(matches);
    let root = context.root();
    let out = matches.get_one("out").cloned().unwrap_or_else(|| root.join("dist"));
    let (count, staged) = staged(&root, &out, matches, format, context)?;
    let exit = context::exit(count, matches.get_flag("deny-warnings"));
    let (folder, staged) = match staged {
        Some(staged) if exit == Exit::Done => staged,
        staged => {
            refuse(staged.map(|(folder, _)| folder), format, context);
            return Ok(exit);
        }
    };
    let lock = root.join(LOCK);
    let noted = if staged.lock_changed { Some(file::ready(&lock, &staged.lock)?) } else { None };
    if let Err(error) = folder.replace() {
        // What takes no place is of no use; when it cannot be removed, the next run does.
        let _ = folder.clean_new();
        return Err(pipeline::Error::from(error).into());
    }
    if let Some(noted) = noted {
        noted.name()?;
    }
    folder.clean().map_err(pipeline::Error::from)?;
    tell(&staged, &folder, &root, format, context);
    Ok(exit)
}

type Edition = Option<(Folder, Staged)>;

/// Checks, compiles and makes the edition beside the last one; findings are told.
fn staged(
    root: &Path,
    out: &Path,
    matches: &ArgMatches,
    format: Format,
    context: &mut Context,
) -> Result<(Count, Edition), Failure> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let selection = arguments::selection(matches);
    let terms = arguments::terms(matches, Purpose::Release);
    let candidate = pipeline::candidate(terms, root, &selection, &mut sources, &mut sink)?;
    let is_denied = matches.get_flag("deny-warnings") && !sink.is_empty();
    let mut made = None;
    if !sink.has_errors() && !is_denied {
        let folder = Folder::open(out).map_err(pipeline::Error::from)?;
        let compiled = candidate.compile();
        let bar = progress::bar(&compiled, context);
        let progress = |bytes| bar.inc(bytes);
        let tool = env!("CARGO_PKG_VERSION");
        let order = Order { tool, partial: !selection.is_empty(), progress: &progress };
        let staged = pipeline::stage(&candidate, &compiled, &order, &folder, &mut sources, &mut sink);
        bar.finish_and_clear();
        made = match staged {
            Ok(Some(staged)) => Some((folder, staged)),
            failed => {
                // What could not be finished is of no use; when it cannot be removed, the next run does.
                let _ = folder.clean();
                failed?.map(|staged| (folder, staged))
            }
        };
    }
    let findings = sink.into_sorted(&sources);
    Ok((context.report(Stream::Err, format, &findings, &sources), made))
}

fn refuse(folder: Option<Folder>, format: Format, context: &mut Context) {
    // What is of no use and cannot be removed now, the next run removes.
    let _ = folder.map(|folder| folder.clean());
    if format == Format::Human {
        let text = text! {
            fr: "rien n'a été publié; la dernière publication et filiere.lock sont restés tels quels\n",
            en: "nothing was released; the last release and filiere.lock are as they were\n",
        };
        context.print(Stream::Err, &text);
    }
}

fn tell(staged: &Staged, folder: &Folder, root: &Path, format: Format, context: &mut Context) {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let shown = |path: &Path| path.strip_prefix(&root).unwrap_or(path).display().to_string();
    let packages = summary::text(&staged.built, &shown, format, context.language);
    context.terminal.write(Stream::Out, &packages);
    let (name, dist, files) = (&staged.edition.name, shown(folder.dist()), staged.files);
    if format == Format::Json {
        let record = json!({ "v": 1, "release": { "name": name, "folder": dist, "files": files } });
        return context.terminal.write(Stream::Out, &format!("{record}\n"));
    }
    for module in &staged.edition.modules {
        context.print(Stream::Out, &replaces(module));
    }
    for Text { fr, en } in staged.edition.gone.iter().flat_map(|gone| &gone.losses) {
        context.print(Stream::Out, &text! { fr: "{fr}\n", en: "{en}\n" });
    }
    context.print(
        Stream::Out,
        &text! {
            fr: "publication du {name} : {files} fichiers dans {dist}\n",
            en: "release of {name}: {files} files in {dist}\n",
        },
    );
}

/// What becomes of learners of the last version.
fn replaces(module: &EditionModule) -> Text {
    let (id, version) = (&module.id, &module.version);
    match module.earlier.last() {
        None => text! {
            fr: "{id} {version} : première version publiée\n",
            en: "{id} {version}: first version released\n",
        },
        Some(last) if last.lossless => {
            let old = &last.version;
            text! {
                fr: "{id} {version} : remplace {old} sans perte\n",
                en: "{id} {version}: replaces {old} without loss\n",
            }
        }
        Some(last) => {
            let (old, lost) = (&last.version, last.losses.len());
            text! {
                fr: "{id} {version} : remplacer {old} fait perdre quelque chose aux apprenants ({lost}, voir release.json)\n",
                en: "{id} {version}: replacing {old} makes learners lose something ({lost}, see release.json)\n",
            }
        }
    }
}
