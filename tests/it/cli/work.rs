//! The other commands, and how each of them ends.

use std::collections::BTreeMap;
use std::fs;

use snapbox::assert_data_eq;
use snapbox::str;

use crate::cli::faulty;
use crate::run;
use crate::run::Run;
use crate::tool;

#[test]
fn a_reader_that_leaves_early_does_not_hide_the_faults() {
    let folder = faulty();
    assert_eq!(run::run_with_an_impatient_reader(folder.path(), &["check"], 1), 1);
    assert_eq!(run::run_with_an_impatient_reader(folder.path(), &["explain", "FIL2101"], 1), 0);
}

#[test]
fn a_module_that_does_not_exist_is_a_finding_with_a_suggestion() {
    let folder = run::workspace();
    let check = run::run(folder.path(), &["check", "bse"]);
    assert_eq!(check.code, 1);
    assert_data_eq!(
        check.out,
        str![[r#"
erreur[FIL9001]: le module « bse » n'existe pas
  = aide : vouliez-vous dire « base »?
  = pour en savoir plus : filiere explain FIL9001

1 erreur, 0 avertissement

"#]]
    );
}

#[test]
fn addresses_of_examples_are_refused_for_a_release_only() {
    let folder = run::workspace();
    let path = folder.path().join("filiere.yaml");
    let text = fs::read_to_string(&path).unwrap().replace("https://exemple.org/", "https://a.example/");
    fs::write(path, text).unwrap();
    assert_eq!(run::run(folder.path(), &["check"]).code, 0);
    let release = run::run(folder.path(), &["check", "--release", "--format", "short"]);
    assert_eq!(release.code, 1);
    assert_data_eq!(
        release.out,
        str![[r#"
filiere.yaml:6:7: error FIL6001: « a.example » est une adresse d'exemple, qui ne mène nulle part

"#]]
    );
}

#[test]
fn facts_to_confirm_are_listed_with_their_places() {
    let folder = run::workspace();
    let page = "# Première page\n\nLe bain est à {review}`960 °C`.\n";
    fs::write(folder.path().join("modules/base/pages/01-page.md"), page).unwrap();
    let report = run::run(folder.path(), &["check", "--report", "review"]);
    assert_eq!(
        report,
        Run { code: 0, out: "modules/base/pages/01-page.md:3:24: 960 °C\n".to_owned(), err: String::new() }
    );
}

#[test]
fn a_finding_is_explained_by_number_and_by_name() {
    let folder = run::workspace();
    let [number, name] =
        ["fil2101", "question-sans-bonne-reponse"].map(|code| run::run(folder.path(), &["explain", code]));
    assert_eq!(number, name);
    assert_eq!(number.out, fs::read_to_string(tool::repository("src/diag/codes/FIL2101.fr.md")).unwrap());
    let unknown = run::run(folder.path(), &["explain", "question-sans-bone-reponse"]);
    assert_eq!(unknown.code, 2);
    assert_data_eq!(
        unknown.err,
        str![[r#"
erreur : aucun constat ne s'appelle « question-sans-bone-reponse »; vouliez-vous dire « question-sans-bonne-reponse »?

"#]]
    );
}

#[test]
fn a_new_workspace_and_its_first_module_pass_and_build() {
    let folder = tempfile::tempdir().unwrap();
    let created = run::run(folder.path(), &["new", "workspace", "."]);
    assert_eq!((created.code, created.err.as_str()), (0, ""));
    assert_data_eq!(
        created.out,
        str![[r#"
./filiere.yaml
./.gitignore
./.vscode/settings.json
./.vscode/extensions.json
./.vscode/tasks.json
./.vscode/filiere.code-snippets
./schemas/filiere.schema.json
./schemas/module.schema.json
./schemas/questions.schema.json
./schemas/glossary.schema.json
./schemas/references.schema.json

"#]]
    );
    let module = run::run(folder.path(), &["new", "module", "essai"]);
    assert_data_eq!(
        module.out,
        str![[r#"
[DOSSIER]/modules/essai/module.yaml
[DOSSIER]/modules/essai/pages/01-premiere-page.md
[DOSSIER]/modules/essai/questions/quiz.yaml

"#]]
    );
    let check = run::run(folder.path(), &["check", "--deny-warnings"]);
    assert_eq!((check.code, check.out.as_str()), (0, "1 module, rien à signaler\n"));
    assert_eq!(run::run(folder.path(), &["fmt", "--check"]).code, 0);
    assert_eq!(run::run(folder.path(), &["build"]).code, 0);
    let again = run::run(folder.path(), &["new", "module", "essai"]);
    assert_eq!(again.code, 2);
    assert_data_eq!(
        again.err,
        str![[r#"
erreur : [DOSSIER]/modules/essai/module.yaml existe déjà; rien n'a été écrit

"#]]
    );
}

#[test]
fn what_an_english_speaker_starts_from_is_in_english_and_passes() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run::run(folder.path(), &["--ui", "en", "new", "workspace", "."]).code, 0);
    let module = run::run(folder.path(), &["--ui", "en", "new", "module", "trial"]);
    let names = ["module.yaml", "pages/01-first-page.md", "questions/quiz.yaml"];
    let written: String = names.iter().map(|name| format!("[DOSSIER]/modules/trial/{name}\n")).collect();
    assert_data_eq!(module.out, written);
    let none = run::run(folder.path(), &["--ui", "en", "check", "--deny-warnings"]);
    assert_eq!((none.code, none.out.as_str()), (0, "1 module, nothing to report\n"));
    assert_eq!(run::run(folder.path(), &["fmt", "--check"]).code, 0);
    let config = fs::read_to_string(folder.path().join("filiere.yaml")).unwrap();
    assert!(config.contains("language: en-CA\n"), "{config}");
}

#[test]
fn a_workspace_without_a_module_is_counted_in_words_of_each_language() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run::run(folder.path(), &["new", "workspace", "."]).code, 0);
    let said = ["fr", "en"].map(|ui| run::run(folder.path(), &["--ui", ui, "check"]).out);
    assert_eq!(said, ["0 module, rien à signaler\n", "0 modules, nothing to report\n"]);
}

#[test]
fn every_snippet_passes_once_its_placeholders_hold_their_defaults() {
    let text = fs::read_to_string(tool::repository("src/cli/new/workspace/filiere.code-snippets")).unwrap();
    let snippets: BTreeMap<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
    let mut wrong = Vec::new();
    for (name, snippet) in &snippets {
        let lines = snippet["body"].as_array().unwrap().iter();
        let body: String = lines.map(|line| filled(line.as_str().unwrap()) + "\n").collect();
        let folder = around_snippet(&body, snippet["scope"] == "yaml");
        let check = run::run(folder.path(), &["check", "--deny-warnings", "--format", "short"]);
        if check.code != 0 {
            wrong.push(format!("{name}:\n{}", check.out));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A line of a snippet as an author accepts it: `${1:x}` is x, `${1|a,b|}` is a.
fn filled(line: &str) -> String {
    let Some((before, rest)) = line.split_once("${") else { return line.to_owned() };
    let (inside, after) = rest.split_once('}').unwrap();
    let value = match inside.split_once(':') {
        Some((_, value)) => value,
        None => inside.split_once('|').unwrap().1.split(',').next().unwrap(),
    };
    format!("{before}{value}{}", filled(after))
}

/// A workspace whose module is right, and holds a snippet on its page or in its bank.
fn around_snippet(body: &str, in_bank: bool) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    run::run(folder.path(), &["new", "workspace", "."]);
    run::run(folder.path(), &["new", "module", "essai"]);
    let module = folder.path().join("modules/essai");
    let edit = |name: &str, edit: &dyn Fn(String) -> String| {
        let path = module.join(name);
        fs::write(&path, edit(fs::read_to_string(&path).unwrap())).unwrap();
    };
    edit("module.yaml", &|text| {
        text.replace("premier-objectif", "objectif").replace("bank: quiz }", "bank: quiz, reuse: true }")
    });
    let bank = |text: String| if in_bank { body.to_owned() } else { text };
    let ids = |text: String| {
        text.replace("premier-objectif", "objectif").replace("premiere-question", "id-de-la-question")
    };
    edit("questions/quiz.yaml", &|text| bank(ids(text)));
    if !in_bank {
        edit("pages/01-premiere-page.md", &|text| format!("{text}\n{body}"));
    }
    fs::create_dir(module.join("assets")).unwrap();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>";
    for (name, content) in [("image.svg", svg), ("donnees.csv", "a,b\n1,2\n")] {
        if body.contains(name) {
            fs::write(module.join("assets").join(name), content).unwrap();
        }
    }
    folder
}

#[test]
fn every_block_and_question_has_its_snippet() {
    let text = fs::read_to_string(tool::repository("src/cli/new/workspace/filiere.code-snippets")).unwrap();
    let snippets: serde_json::Value = serde_json::from_str(&text).unwrap();
    let blocks = filiere::source::fields::BLOCKS.iter().map(|kind| kind.name);
    let questions = filiere::source::fields::QUESTION.variants.unwrap().kinds.iter().map(|kind| kind.name);
    let missing: Vec<&str> = blocks.chain(questions).filter(|name| snippets.get(name).is_none()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn fmt_repairs_a_trap_and_then_has_nothing_to_do() {
    let folder = run::workspace();
    let path = folder.path().join("modules/base/module.yaml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("title: Module de base", "title: Aluminium : les bases")).unwrap();
    assert_eq!(run::run(folder.path(), &["check"]).code, 1);
    let named = |code| Run { code, out: "modules/base/module.yaml\n".to_owned(), err: String::new() };
    assert_eq!(run::run(folder.path(), &["fmt", "--check"]), named(1));
    assert_eq!(run::run(folder.path(), &["fmt"]), named(0));
    assert_eq!(run::run(folder.path(), &["fmt", "--check"]).out, "");
    assert_eq!(run::run(folder.path(), &["check"]).code, 0);
}

#[test]
fn the_schemas_written_are_those_of_the_repository() {
    let folder = run::workspace();
    let written = run::run(folder.path(), &["schema", "--write"]);
    assert_eq!(written.code, 0);
    for path in written.out.lines() {
        let [ours, committed] =
            [folder.path().join(path), tool::repository(path)].map(|p| fs::read_to_string(p).unwrap());
        assert_eq!(ours, committed, "{path}");
    }
}

#[test]
fn every_shell_gets_its_completions() {
    let folder = run::workspace();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = run::run(folder.path(), &["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert!(run.out.contains("deny-warnings"), "{shell}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_an_error_with_its_path() {
    let folder = run::workspace();
    fs::write(folder.path().join("dist"), "un fichier").unwrap();
    let build = run::run(folder.path(), &["build"]);
    assert_eq!(build.code, 2);
    assert_data_eq!(
        build.err,
        str![[r#"
erreur : [DOSSIER]/dist ne peut être écrit : File exists (os error 17)

"#]]
    );
}

#[test]
fn every_command_has_a_manual_page_in_both_languages() {
    let folder = run::workspace();
    for (ui, name) in [("fr", ".SH NOM\n"), ("en", ".SH NAME\n")] {
        let run = run::run(folder.path(), &["--ui", ui, "man", "--out", "man1"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let mut pages: Vec<&str> = run.out.lines().collect();
        assert_eq!(pages.remove(0), "man1/filiere.1");
        let help = run::run(folder.path(), &["--ui", "en", "--help"]).out;
        let commands = help.split("Commands:\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty());
        let commands =
            commands.filter(|line| !line.starts_with("    ")).map(|line| line.split_whitespace().next());
        let wanted: Vec<String> =
            commands.map(|command| format!("man1/filiere-{}.1", command.unwrap())).collect();
        assert_eq!(pages, wanted);
        let text = fs::read_to_string(folder.path().join("man1/filiere-build.1")).unwrap();
        assert!(text.contains(name) && text.contains("deny\\-warnings"), "{text}");
    }
}
