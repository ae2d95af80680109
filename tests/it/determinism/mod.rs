//! The same source gives the same bytes, whatever the machine, the hour and the way files are written.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use filiere::archive::Hash;
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

use crate::tool;

/// Surroundings of a build.
struct Around<'a> {
    /// Where it is called.
    folder: &'a str,
    umask: &'a str,
    time_zone: &'a str,
    locale: &'a str,
    /// A program that runs it, with its arguments.
    through: &'a str,
}

const PLAIN: Around = Around { folder: "/", umask: "022", time_zone: "UTC", locale: "C", through: "env" };

/// A copy of the sample workspace with other names and contents.
fn copy(name: fn(&str) -> String, content: fn(&str) -> String) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    let from = tool::repository("tests/it/determinism/workspace");
    for file in files(&from) {
        let path: String = file.strip_prefix(&from).unwrap().to_str().unwrap().nfc().collect();
        let to = copy.path().join(name(&path));
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, content(&fs::read_to_string(&file).unwrap())).unwrap();
    }
    copy
}

#[expect(clippy::disallowed_methods, reason = "each file is copied alone: their order changes nothing")]
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The hashes of the packages that a workspace gives.
fn built(workspace: &Path, around: &Around) -> [Hash; 2] {
    let out = tempfile::tempdir().unwrap();
    let run = Command::new("sh")
        .args([
            "-c",
            "umask $0; exec $1 \"$2\" build --root \"$3\" --out \"$4\"",
            around.umask,
            around.through,
        ])
        .args([Path::new(env!("CARGO_BIN_EXE_filiere")), workspace, out.path()])
        .current_dir(around.folder)
        .env("TZ", around.time_zone)
        .env("LC_ALL", around.locale)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    ["scorm12", "xapi"].map(|target| {
        Hash::of(&fs::read(out.path().join(format!("usure-1.0.0-fr-CA-{target}.zip"))).unwrap())
    })
}

fn as_is(text: &str) -> String {
    text.to_owned()
}

fn reference() -> [Hash; 2] {
    built(copy(as_is, as_is).path(), &PLAIN)
}

#[test]
fn folder_time_zone_locale_and_umask_change_nothing() {
    let workspace = copy(as_is, as_is);
    let folder = workspace.path().join("modules/usure").display().to_string();
    let elsewhere = Around {
        folder: &folder,
        umask: "077",
        time_zone: "Pacific/Chatham",
        locale: "tr_TR.UTF-8",
        through: "env",
    };
    assert_eq!(built(workspace.path(), &elsewhere), reference());
}

#[test]
fn a_single_processor_changes_nothing() {
    let alone = Around { through: "taskset -c 0", ..PLAIN };
    assert_eq!(built(copy(as_is, as_is).path(), &alone), reference());
}

#[test]
fn line_ends_of_windows_change_nothing() {
    assert_eq!(built(copy(as_is, |text| text.replace('\n', "\r\n")).path(), &PLAIN), reference());
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    assert_eq!(built(copy(as_is, |text| format!("\u{feff}{text}")).path(), &PLAIN), reference());
}

#[test]
fn names_with_accents_apart_change_nothing() {
    let apart = copy(|path| path.nfd().collect(), as_is);
    assert!(apart.path().join("modules/usure/assets/pie\u{300}ce use\u{301}e.svg").exists());
    assert_eq!(built(apart.path(), &PLAIN), reference());
}

#[test]
fn another_word_changes_each_package() {
    let other = built(copy(as_is, |text| text.replace("durs", "fins")).path(), &PLAIN);
    let same: Vec<bool> = other.iter().zip(reference()).map(|(one, two)| *one == two).collect();
    assert_eq!(same, [false, false]);
}
