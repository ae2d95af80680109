//! What `filiere build` does beside a release: a released version keeps its bytes, and drafts go on.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::bless;
use crate::release::edited;
use crate::release::release;
use crate::release::tree;
use crate::release::workspace;
use crate::run;
use crate::tool;

const PAGE: &str = "modules/m/pages/01-etats.md";
const PACKAGES: [&str; 2] = ["m-1.0.0-fr-CA-scorm12.zip", "m-1.0.0-fr-CA-xapi.zip"];

#[test]
fn a_released_package_is_not_overwritten_by_other_bytes_and_nothing_is_written() {
    let folder = taken_up();
    said("build-of-a-released-version", folder.path(), &["build"], 1);
    for out in ["dist", "./dist", "modules/../dist"] {
        said("build-of-a-released-version", folder.path(), &["build", "--out", out], 1);
    }
}

#[test]
fn filiere_lock_is_enough_where_the_release_itself_is_not() {
    let folder = taken_up();
    fs::remove_dir_all(folder.path().join("dist")).unwrap();
    said("build-of-a-released-version", folder.path(), &["build"], 1);
    said("build-of-a-released-version", folder.path(), &["build", "--out", "dist"], 1);
    assert!(!folder.path().join("dist").exists());
}

#[test]
fn the_release_is_enough_where_filiere_lock_is_not() {
    let folder = taken_up();
    fs::remove_file(folder.path().join("filiere.lock")).unwrap();
    said("build-over-a-release", folder.path(), &["build"], 1);
    fs::rename(folder.path().join("dist"), folder.path().join("recu")).unwrap();
    said("build-over-a-release", folder.path(), &["build", "--out", "recu"], 1);
}

#[test]
fn a_trial_goes_to_a_folder_of_its_own_with_a_warning() {
    let folder = taken_up();
    let before = tree(&folder.path().join("dist"));
    let denied = run::run(folder.path(), &["build", "--out", "essai", "--deny-warnings"]);
    assert_eq!((denied.code, folder.path().join("essai").exists()), (1, false));
    for ui in ["fr", "en"] {
        let run = run::run(folder.path(), &["build", "--out", "essai", "--ui", ui]);
        assert_eq!(run.code, 0, "{}", run.err);
        let file = format!("tests/it/release/said/build-of-a-trial.{ui}.txt");
        bless::same_file(&tool::repository(&file), &run.err);
    }
    assert_eq!(names(&folder.path().join("essai")), PACKAGES);
    assert_eq!(tree(&folder.path().join("dist")), before);
}

#[test]
fn the_same_bytes_may_be_built_again() {
    let folder = workspace();
    release(folder.path(), &[]);
    let before = tree(folder.path());
    assert_eq!(run::run(folder.path(), &["build"]).code, 0);
    assert_eq!(tree(folder.path()), before);
    fs::remove_dir_all(folder.path().join("dist")).unwrap();
    assert_eq!(run::run(folder.path(), &["build"]).code, 0);
    assert_eq!(names(&folder.path().join("dist")), PACKAGES);
}

#[test]
fn the_next_version_is_built_beside_the_released_one_and_can_be_released() {
    let folder = taken_up();
    let released = tree(&folder.path().join("dist"));
    edited(folder.path(), "1.0.0", "1.0.1");
    assert_eq!(run::run(folder.path(), &["build"]).code, 0);
    let built = tree(&folder.path().join("dist"));
    assert!(released.iter().all(|file| built.contains(file)));
    assert_eq!(built.len(), released.len() + 2);
    release(folder.path(), &[]);
}

/// A workspace whose module was released, then taken up again under the same number.
fn taken_up() -> TempDir {
    let folder = workspace();
    release(folder.path(), &[]);
    let page = folder.path().join(PAGE);
    fs::write(&page, fs::read_to_string(&page).unwrap() + "\nUne phrase de plus.\n").unwrap();
    folder
}

/// A command that changes nothing, and what it says in both languages.
fn said(name: &str, root: &Path, arguments: &[&str], code: i32) {
    let before = tree(root);
    for ui in ["fr", "en"] {
        let run = run::run(root, &[arguments, &["--ui", ui]].concat());
        assert_eq!((run.code, run.out.as_str()), (code, ""), "{arguments:?}");
        let file = format!("tests/it/release/said/{name}.{ui}.txt");
        bless::same_file(&tool::repository(&file), &run.err);
    }
    assert_eq!(tree(root), before, "{arguments:?}");
}

fn names(folder: &Path) -> Vec<String> {
    tree(folder).into_iter().map(|(name, _)| name).collect()
}
