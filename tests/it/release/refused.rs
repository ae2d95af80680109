//! What no release does: change what was given out, or delete what is not its own.

use std::fs;
use std::path::Path;

use crate::bless;
use crate::lock::edit;
use crate::release::MODULE;
use crate::release::record;
use crate::release::release;
use crate::release::tree;
use crate::release::workspace;
use crate::run;
use crate::tool;

const PAGE: &str = "modules/m/pages/01-etats.md";

#[test]
fn a_released_version_with_another_word_is_refused_by_its_sum() {
    let folder = workspace();
    release(folder.path(), &[]);
    fs::write(folder.path().join(PAGE), changed(folder.path())).unwrap();
    refused("other-bytes", folder.path(), &["release"]);
    fs::remove_dir_all(folder.path().join("dist")).unwrap();
    assert_eq!(run::run(folder.path(), &["release"]).code, 1, "filiere.lock knows it without dist/");
}

#[test]
fn a_version_that_was_given_out_but_not_noted_is_refused_too() {
    let folder = workspace();
    release(folder.path(), &[]);
    fs::remove_file(folder.path().join("filiere.lock")).unwrap();
    fs::write(folder.path().join(PAGE), changed(folder.path())).unwrap();
    refused("other-bytes-not-noted", folder.path(), &["release"]);
}

#[test]
fn an_earlier_package_that_was_changed_is_not_handed_on() {
    let folder = workspace();
    release(folder.path(), &[]);
    fs::remove_file(folder.path().join("dist/m-1.0.0-fr-CA-xapi.zip")).unwrap();
    fs::write(folder.path().join("dist/m-1.0.0-fr-CA-xapi.zip"), "autre").unwrap();
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    refused("kept-package-changed", folder.path(), &["release"]);
    fs::remove_file(folder.path().join("dist/m-1.0.0-fr-CA-xapi.zip")).unwrap();
    release(folder.path(), &[]);
    assert_eq!(record(folder.path())["kept"].as_array().unwrap().len(), 1);
}

#[test]
fn a_module_that_is_not_released_this_time_must_be_whole() {
    let folder = workspace();
    run::copy(&tool::repository("tests/it/base/modules"), &folder.path().join("modules"));
    release(folder.path(), &[]);
    fs::remove_file(folder.path().join("dist/latest/base-fr-CA-xapi.zip")).unwrap();
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    refused("carried-file-missing", folder.path(), &["release", "m"]);
}

#[test]
fn a_folder_that_holds_a_strangers_file_is_left_alone() {
    let folder = workspace();
    release(folder.path(), &[]);
    fs::write(folder.path().join("dist/latest/notes.txt"), "à moi").unwrap();
    let before = tree(folder.path());
    let run = run::run(folder.path(), &["release", "--ui", "fr"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.err,
        "erreur\u{a0}: [DOSSIER]/dist contient «\u{a0}latest/notes.txt\u{a0}», que ni une publication ni une compilation n'y a mis; déplacez-le, ou choisissez un autre dossier par --out\n"
    );
    assert_eq!(tree(folder.path()), before);
    for out in [".", "modules"] {
        assert_eq!(run::run(folder.path(), &["release", "--out", out]).code, 2, "{out}");
    }
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn sums_of_somebody_else_do_not_make_their_files_ours() {
    let folder = workspace();
    let dist = folder.path().join("dist");
    fs::create_dir(&dist).unwrap();
    fs::write(dist.join("notes.txt"), "à moi").unwrap();
    fs::write(dist.join("SHA256SUMS"), format!("{}  notes.txt\n", "0".repeat(64))).unwrap();
    let before = tree(folder.path());
    assert_eq!(run::run(folder.path(), &["release"]).code, 2);
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn a_folder_of_builds_gives_way_to_an_edition() {
    let folder = workspace();
    assert_eq!(run::run(folder.path(), &["build"]).code, 0);
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    release(folder.path(), &[]);
    assert!(!folder.path().join("dist/m-1.0.0-fr-CA-xapi.zip").exists(), "a draft is no part of an edition");
}

#[test]
fn warnings_that_are_denied_and_addresses_of_examples_release_nothing() {
    let folder = workspace();
    let before = tree(folder.path());
    edit(folder.path(), "filiere.yaml", "https://essai.ca/", "https://essai.example/");
    assert_eq!(run::run(folder.path(), &["release"]).code, 1);
    edit(folder.path(), "filiere.yaml", "https://essai.example/", "https://essai.ca/");
    let glossary = "- term: siphon\n  text: |\n    Un tube.\n";
    fs::write(folder.path().join("modules/m/glossary.yaml"), glossary).unwrap();
    assert_eq!(run::run(folder.path(), &["release", "--deny-warnings"]).code, 1);
    fs::remove_file(folder.path().join("modules/m/glossary.yaml")).unwrap();
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn a_release_of_nothing_is_refused_and_the_last_one_stays() {
    let folder = workspace();
    release(folder.path(), &[]);
    fs::remove_dir_all(folder.path().join("modules")).unwrap();
    refused("no-module", folder.path(), &["release"]);
    refused("no-module", folder.path(), &["release", "--allow-id-change"]);
    fs::create_dir(folder.path().join("modules")).unwrap();
    refused("no-module", folder.path(), &["release"]);
    assert_eq!(run::run(folder.path(), &["check", "--release"]).code, 1);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(run::run(empty.path(), &["new", "workspace", "."]).code, 0);
    assert_eq!(run::run(empty.path(), &["release"]).code, 1);
    assert!(!empty.path().join("dist").exists());
}

/// A command that changes nothing, and what it says in both languages.
fn refused(name: &str, root: &Path, arguments: &[&str]) {
    let before = tree(root);
    for ui in ["fr", "en"] {
        let run = run::run(root, &[arguments, &["--ui", ui]].concat());
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{name}");
        let file = format!("tests/it/release/said/{name}.{ui}.txt");
        bless::same_file(&tool::repository(&file), &run.err);
    }
    assert_eq!(tree(root), before, "{name}");
}

fn changed(root: &Path) -> String {
    fs::read_to_string(root.join(PAGE)).unwrap() + "\nUne phrase de plus.\n"
}
