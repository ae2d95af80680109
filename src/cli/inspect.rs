//! `filiere inspect`: judges finished packages, whoever made them; writes no file.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use clap::ArgAction;
use clap::ArgMatches;
use clap::Command;
use clap::value_parser;
use serde_json::json;

use crate::cli::arguments;
use crate::cli::context;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::say;
use crate::cli::summary;
use crate::cli::terminal::Stream;
use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Text;
use crate::inspect;
use crate::inspect::About;
use crate::inspect::Standard;
use crate::pipeline;
use crate::text;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("inspect")
        .about(say(
            language,
            "Juge des paquets finis, d'où qu'ils viennent, comme une plateforme les lira",
            "Judges finished packages, wherever they come from, as a platform will read them",
        ))
        .arg(
            arguments::positional("zips", "ZIP")
                .action(ArgAction::Append)
                .num_args(1..)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    language,
                    "Paquets à juger, ou dossiers dont tous les zips le sont",
                    "Packages to judge, or folders of which all zips are",
                )),
        )
        .arg(arguments::format(language))
        .arg(arguments::deny_warnings(language))
}

/// Judges the packages and prints the findings, then what each right one is, to the standard output.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let format = arguments::wanted_format(matches);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let (mut right, mut records) = (Vec::new(), String::new());
    for path in zips(matches)? {
        let mut own = Sink::default();
        let about = inspect::zip_into(&path, &mut sources, &mut own).map_err(|cause| unread(&path, cause))?;
        let name = shown(&path);
        records.push_str(&record(&name, &about));
        if !own.has_errors() {
            right.push(line(&name, &about));
        }
        sink.append(own);
    }
    if format == Format::Json {
        context.terminal.write(Stream::Out, &records);
    }
    let findings = sink.into_sorted(&sources);
    let count = context.report(Stream::Out, format, &findings, &sources);
    if format == Format::Human {
        if !findings.is_empty() && !right.is_empty() {
            context.terminal.write(Stream::Out, "\n");
        }
        right.iter().for_each(|line| context.print(Stream::Out, line));
    }
    Ok(context::exit(count, matches.get_flag("deny-warnings")))
}

/// The zips that are named, and those of the folders that are, by name.
fn zips(matches: &ArgMatches) -> Result<Vec<PathBuf>, Failure> {
    let mut out = Vec::new();
    for path in matches.get_many::<PathBuf>("zips").into_iter().flatten() {
        if !path.is_dir() {
            out.push(path.clone());
            continue;
        }
        let inside = inside(path).map_err(|cause| unread(path, cause))?;
        if inside.is_empty() {
            let folder = shown(path);
            return Err(Failure::Said(text! {
                fr: "le dossier « {folder} » ne contient pas de zip",
                en: "the folder « {folder} » holds no zip",
            }));
        }
        out.extend(inside);
    }
    Ok(out)
}

#[expect(clippy::disallowed_methods, reason = "the names are sorted below")]
fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut zips = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")) && path.is_file() {
            zips.push(path);
        }
    }
    zips.sort();
    Ok(zips)
}

fn unread(path: &Path, cause: io::Error) -> Failure {
    Failure::Pipeline(pipeline::Error::Read { path: path.to_path_buf(), cause })
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// « a.zip : SCORM 1.2, « Hall-Héroult », 1 SCO, 31 fichiers, 1,2 Mo; ouvre index.html ».
fn line(name: &str, about: &About) -> Text {
    let standards: Vec<&str> = about.standards.iter().map(|standard| standard.name()).collect();
    let standards = standards.join(" + ");
    let title = about.title.as_ref().map(|title| format!(", « {title} »")).unwrap_or_default();
    let scos = match about.scos {
        0 => text! { fr: "", en: "" },
        1 => text! { fr: ", 1 SCO", en: ", 1 SCO" },
        many => text! { fr: ", {many} SCO", en: ", {many} SCOs" },
    };
    let files = match about.files {
        1 => text! { fr: "1 fichier", en: "1 file" },
        many => text! { fr: "{many} fichiers", en: "{many} files" },
    };
    let opens = match &about.launch {
        Some(page) => text! { fr: "; ouvre {page}", en: "; opens {page}" },
        None => text! { fr: "", en: "" },
    };
    let size = summary::size(about.size);
    let [fr, en] = [(&scos.fr, &files.fr, &size.fr, &opens.fr), (&scos.en, &files.en, &size.en, &opens.en)]
        .map(|(scos, files, size, opens)| format!("{standards}{title}{scos}, {files}, {size}{opens}\n"));
    text! { fr: "{name} : {fr}", en: "{name}: {en}" }
}

/// What a zip is, for programs.
fn record(name: &str, about: &About) -> String {
    let standards: Vec<&str> = about.standards.iter().copied().map(Standard::name).collect();
    let record = json!({ "v": 1, "inspected": {
        "file": name,
        "standards": standards,
        "title": about.title,
        "scos": about.scos,
        "launch": about.launch,
        "files": about.files,
        "bytes": about.size,
        "unpacked": about.unpacked,
    } });
    format!("{record}\n")
}
