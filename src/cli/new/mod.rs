//! `filiere new`: a workspace or a module to start from; it never replaces a file.

mod date;

use std::path::Path;
use std::path::PathBuf;

use clap::ArgMatches;
use clap::Command;
use clap::value_parser;

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::file;
use crate::cli::say;
use crate::cli::schema;
use crate::cli::terminal::Stream;
use crate::diag::Language;
use crate::model::ModuleId;
use crate::text;

/// Files by their path, with their text.
type Files = &'static [(&'static str, &'static str)];

/// The workspace's own file, in each language.
const FILIERE: (Files, Files) = (
    &[("filiere.yaml", include_str!("workspace/fr/filiere.yaml"))],
    &[("filiere.yaml", include_str!("workspace/en/filiere.yaml"))],
);

/// What an editor and git need of a new workspace, but for the schemas.
const AROUND: Files = &[
    (".gitignore", include_str!("workspace/gitignore")),
    (".vscode/settings.json", include_str!("workspace/settings.json")),
    (".vscode/extensions.json", include_str!("workspace/extensions.json")),
    (".vscode/tasks.json", include_str!("workspace/tasks.json")),
    (".vscode/filiere.code-snippets", include_str!("workspace/filiere.code-snippets")),
];

/// Files of a new module, in each language.
const MODULE: (Files, Files) = (
    &[
        ("module.yaml", include_str!("module/fr/module.yaml")),
        ("pages/01-premiere-page.md", include_str!("module/fr/01-premiere-page.md")),
        ("questions/quiz.yaml", include_str!("module/fr/quiz.yaml")),
    ],
    &[
        ("module.yaml", include_str!("module/en/module.yaml")),
        ("pages/01-first-page.md", include_str!("module/en/01-first-page.md")),
        ("questions/quiz.yaml", include_str!("module/en/quiz.yaml")),
    ],
);

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    let folder = say(language, "DOSSIER", "FOLDER");
    let workspace = Command::new("workspace")
        .about(say(
            language,
            "Crée un espace de travail et ce qu'il faut à VS Code",
            "Creates a workspace, with what VS Code needs",
        ))
        .arg(
            arguments::positional("folder", folder)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(say(language, "Dossier à créer ou à remplir", "Folder to create or to fill")),
        );
    let module = Command::new("module")
        .about(say(language, "Crée un module prêt à compiler", "Creates a module that is ready to compile"))
        .arg(arguments::positional("id", "ID").required(true).help(say(
            language,
            "Identifiant\u{a0}: minuscules sans accents, chiffres, traits d'union",
            "Id: unaccented lower-case letters, digits, hyphens",
        )));
    Command::new("new")
        .about(say(language, "Crée un espace de travail ou un module", "Creates a workspace or a module"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommands([workspace, module].map(|command| arguments::worded(command, language)))
}

/// Creates what was asked for.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let (root, files) = match matches.subcommand() {
        Some(("workspace", matches)) => {
            let folder: &PathBuf = matches.get_one("folder").expect("clap requires it");
            (folder.clone(), workspace(context.language))
        }
        Some(("module", matches)) => {
            let id: &String = matches.get_one("id").expect("clap requires it");
            let id = ModuleId::new(id).ok_or_else(|| bad_id(id))?;
            (context.root().join("modules").join(id.as_str()), module(&id, context.language))
        }
        _ => unreachable!("clap requires one of the two"),
    };
    create(&root, &files)?;
    let list: String = files.iter().map(|(path, _)| format!("{}\n", root.join(path).display())).collect();
    context.terminal.write(Stream::Out, &list);
    Ok(Exit::Done)
}

fn workspace(language: Language) -> Vec<(String, String)> {
    let own = worded(FILIERE, language).iter().chain(AROUND);
    own.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).chain(schema::files()).collect()
}

fn module(id: &ModuleId, language: Language) -> Vec<(String, String)> {
    let fill = |text: &str| text.replace("{id}", id.as_str()).replace("{date}", &date::today());
    worded(MODULE, language).iter().map(|(path, text)| ((*path).to_owned(), fill(text))).collect()
}

fn worded((french, english): (Files, Files), language: Language) -> Files {
    match language {
        Language::French => french,
        Language::English => english,
    }
}

fn create(root: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    if let Some((path, _)) = files.iter().find(|(path, _)| root.join(path).exists()) {
        let path = root.join(path);
        let path = path.display();
        return Err(Failure::Said(text! {
            fr: "{path} existe déjà; rien n'a été écrit",
            en: "{path} exists already; nothing was written",
        }));
    }
    for (path, text) in files {
        file::write(&root.join(path), text)?;
    }
    Ok(())
}

fn bad_id(id: &str) -> Failure {
    Failure::Said(text! {
        fr: "«\u{a0}{id}\u{a0}» ne peut pas être un identifiant\u{a0}: minuscules sans accents, chiffres et traits d'union, 48 caractères au plus",
        en: "« {id} » cannot be an id: unaccented lower-case letters, digits and hyphens, at most 48 characters",
    })
}
