//! Two versions of a module: what `filiere lock` writes down, what it refuses, and what the second
//! package carries of the first.

use std::fs;
use std::path::Path;

use filiere::diag::Sink;
use filiere::diag::Sources;
use filiere::package::Entry;
use filiere::pipeline;
use serde_json::Value;
use serde_json::json;
use tempfile::TempDir;

use crate::bless;
use crate::run;
use crate::run::Run;
use crate::tool;

mod losses;

#[test]
fn a_version_is_written_down_once_and_in_words() {
    let folder = released();
    let text = fs::read_to_string(folder.path().join("filiere.lock")).unwrap();
    bless::same_file(&tool::repository("tests/it/lock/filiere.lock"), &text);
    let again = run::run(folder.path(), &["lock", "--ui", "fr"]);
    assert_eq!(again, said(0, "rien de nouveau à inscrire\n", ""));
    assert_eq!(fs::read_to_string(folder.path().join("filiere.lock")).unwrap(), text);
}

#[test]
fn a_package_of_the_released_version_carries_no_table() {
    let folder = released();
    assert_eq!(state(folder.path())["earlier"], Value::Null);
}

#[test]
fn the_next_package_reads_the_first_one_by_letters_and_ids() {
    let folder = released();
    let first = state(folder.path());
    update(folder.path());
    let second = state(folder.path());
    assert_ne!(second["hash"], first["hash"]);
    let options = json!({ "q": "t5", "layout": { "pick": 4 }, "parts": "badc" });
    assert_eq!(second["practice"][0], options);
    assert_eq!(
        second["earlier"],
        json!([{
            "hash": first["hash"],
            "pages": ["etats", "series"],
            "draws": [{ "take": 2, "pool": ["cycle", "dense"] }],
            "slots": [{ "q": "t5", "layout": { "pick": 3 } }],
        }])
    );
    let built = run::run(folder.path(), &["build", "--ui", "fr"]);
    assert!(
        built.out.contains("  relit les réponses d'une version publiée\u{a0}: 133\u{a0}octets\n"),
        "{}",
        built.out
    );
}

#[test]
fn a_table_is_the_same_whatever_is_written_down_twice() {
    let folder = released();
    update(folder.path());
    assert_eq!(run::run(folder.path(), &["lock", "--ui", "en"]).out, "filiere.lock: m 1.1.0 written\n");
    let second = state(folder.path());
    edit(folder.path(), "modules/m/module.yaml", "version: 1.1.0", "version: 1.2.0");
    assert_eq!(run::run(folder.path(), &["lock", "--ui", "en"]).out, "filiere.lock: m 1.2.0 written\n");
    assert_eq!(state(folder.path()), second);
}

#[test]
fn a_released_version_with_another_question_is_refused_and_the_file_stays() {
    let folder = released();
    let before = fs::read_to_string(folder.path().join("filiere.lock")).unwrap();
    update(folder.path());
    edit(folder.path(), "modules/m/module.yaml", "version: 1.1.0", "version: 1.0.0");
    let run = run::run(folder.path(), &["lock", "--ui", "fr", "--format", "short"]);
    let message = "modules/m/module.yaml:2:10: error FIL2016: la version 1.0.0 est déjà publiée, avec d'autres identifiants, options ou questions\n";
    assert_eq!(run, said(1, "", message));
    assert_eq!(fs::read_to_string(folder.path().join("filiere.lock")).unwrap(), before);
}

#[test]
fn a_lost_question_stops_every_command_until_it_is_allowed() {
    let folder = released();
    edit(folder.path(), "modules/m/module.yaml", "version: 1.0.0", "version: 1.1.0");
    edit(folder.path(), "modules/m/questions/quiz.yaml", "id: dense", "id: densite");
    for command in ["build", "check", "lock"] {
        assert_eq!(run::run(folder.path(), &[command]).code, 1, "{command}");
        assert_eq!(run::run(folder.path(), &[command, "--allow-id-change"]).code, 0, "{command}");
    }
    assert_eq!(run::run(folder.path(), &["build"]).code, 0, "the loss is released");
}

#[test]
fn a_letter_that_was_released_is_never_given_again() {
    let folder = released();
    edit(folder.path(), "modules/m/module.yaml", "version: 1.0.0", "version: 1.1.0");
    edit(
        folder.path(),
        "modules/m/questions/quiz.yaml",
        "    - [ ] Écroui au quart dur.\n      > Ce serait H12.\n",
        "",
    );
    assert_eq!(run::run(folder.path(), &["lock", "--allow-id-change"]).code, 0);
    edit(folder.path(), "modules/m/module.yaml", "version: 1.1.0", "version: 1.2.0");
    let end = "      > C'est T4.\n";
    edit(
        folder.path(),
        "modules/m/questions/quiz.yaml",
        end,
        &format!("{end}    - [ ] Recuit.\n      > C'est O.\n"),
    );
    assert_eq!(state(folder.path())["practice"][0]["parts"], "acd");
}

#[test]
fn a_named_option_is_known_whatever_its_text_and_place() {
    let folder = tempfile::tempdir().unwrap();
    run::copy(&tool::repository("tests/it/lock/workspace"), folder.path());
    let bank = "modules/m/questions/quiz.yaml";
    let hard = "    - [ ] Écroui au quart dur.";
    edit(folder.path(), bank, hard, &format!("{hard} {{#h12}}"));
    assert_eq!(run::run(folder.path(), &["lock"]).code, 0);
    edit(folder.path(), "modules/m/module.yaml", "version: 1.0.0", "version: 1.1.0");
    let written = "      > Ce serait H12.\n";
    edit(folder.path(), bank, &format!("{hard} {{#h12}}\n{written}"), "");
    let end = "      > C'est T4.\n";
    let last = "    - [ ] À demi écroui. {#h12}\n";
    edit(folder.path(), bank, end, &format!("{end}{last}{written}"));
    assert_eq!(state(folder.path())["practice"][0]["parts"], "acb");
}

#[test]
fn the_player_is_tested_on_a_table_that_the_compiler_made() {
    let folder = released();
    let first = data(folder.path());
    update(folder.path());
    let second = data(folder.path());
    let text = serde_json::to_string_pretty(&json!({ "first": first, "second": second })).unwrap() + "\n";
    bless::same_file(&tool::repository("player/test/vectors/update.json"), &text);
}

pub fn released() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    run::copy(&tool::repository("tests/it/lock/workspace"), folder.path());
    let run = run::run(folder.path(), &["lock", "--ui", "fr"]);
    assert_eq!(run, said(0, "filiere.lock\u{a0}: m 1.0.0 inscrit\n", ""));
    folder
}

/// The second version: options in another order, one more, a new page in front, one more question.
fn update(root: &Path) {
    edit(root, "modules/m/module.yaml", "version: 1.0.0", "version: 1.1.0");
    let bank = "modules/m/questions/quiz.yaml";
    let (right, hard) = (
        "    - [x] Refroidi après l'extrusion, puis vieilli.\n",
        "    - [ ] Écroui au quart dur.\n      > Ce serait H12.\n",
    );
    edit(
        root,
        bank,
        &format!("{right}{hard}"),
        &format!("{hard}{right}    - [ ] Recuit.\n      > C'est O.\n"),
    );
    let more = "- id: bain\n  type: true-false\n  objective: decoder\n  prompt: |\n    Le bain est solide.\n  answer: false\n";
    edit(root, bank, "- id: cycle\n", &format!("{more}- id: cycle\n"));
    fs::write(root.join("modules/m/pages/00-avant.md"), "# Avant\n\nDu texte.\n").unwrap();
}

pub fn edit(root: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(path)).unwrap();
    assert!(text.contains(from), "{path} holds {from}");
    fs::write(root.join(path), text.replace(from, to)).unwrap();
}

/// The state schema that the package of the module carries.
fn state(root: &Path) -> Value {
    data(root)["state"].clone()
}

/// What of a package's data says how states are packed.
fn data(root: &Path) -> Value {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let modules = pipeline::check(root, &[], &mut sources, &mut sink).unwrap();
    assert_eq!(modules.len(), 1, "{:?}", sink.into_sorted(&sources));
    let package = pipeline::compile(&modules).remove(0).package;
    let Some(Entry::Bytes(page)) = package.get("index.html") else {
        panic!("the package has its page");
    };
    let page = String::from_utf8(page.clone()).unwrap();
    let (_, data) = page.split_once("id=\"filiere-data\">").unwrap();
    let data: Value = serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap();
    let ids = |list: &Value| list.as_array().unwrap().iter().map(|one| one["id"].clone()).collect::<Vec<_>>();
    json!({
        "pages": ids(&data["pages"]),
        "objectives": ids(&data["objectives"]),
        "shuffle": data["assessment"]["shuffleQuestions"],
        "state": data["state"],
    })
}

fn said(code: i32, out: &str, err: &str) -> Run {
    Run { code, out: out.to_owned(), err: err.to_owned() }
}
