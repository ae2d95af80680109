//! What `filiere release` leaves in its folder, and what it says of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use filiere::archive::Hash;
use serde_json::Value;
use serde_json::json;
use tempfile::TempDir;

use crate::bless;
use crate::lock::edit;
use crate::run;
use crate::tool;

mod builds;
pub mod described;
mod interrupted;
mod refused;
mod replaced;
mod verdicts;
mod verified;

const MODULE: &str = "modules/m/module.yaml";
const BANK: &str = "modules/m/questions/quiz.yaml";

#[test]
fn an_edition_holds_packages_their_second_names_sources_sums_and_its_record() {
    let folder = workspace();
    release(folder.path(), &[]);
    let names = tree(&folder.path().join("dist")).into_iter().map(|(name, _)| name);
    let (sheets, names): (Vec<String>, Vec<String>) = names.partition(|name| name.starts_with("fiches/"));
    let wanted: Vec<String> = filiere::release::sheets().into_iter().map(|(name, _)| name).collect();
    assert_eq!(BTreeSet::from_iter(sheets), BTreeSet::from_iter(wanted));
    assert_eq!(
        names,
        [
            "SHA256SUMS",
            "decode.html",
            "decode/m.js",
            "essai-ena-en-scorm12.zip",
            "essai-ena-en-xapi.zip",
            "essai-ena-fr-scorm12.zip",
            "essai-ena-fr-xapi.zip",
            "index.html",
            "latest/m-fr-CA-scorm12.zip",
            "latest/m-fr-CA-xapi.zip",
            "m-1.0.0-fr-CA-enseignant.html",
            "m-1.0.0-fr-CA-interactions.csv",
            "m-1.0.0-fr-CA-interactions.json",
            "m-1.0.0-fr-CA-scorm12.lom.xml",
            "m-1.0.0-fr-CA-scorm12.zip",
            "m-1.0.0-fr-CA-source.zip",
            "m-1.0.0-fr-CA-xapi.lom.xml",
            "m-1.0.0-fr-CA-xapi.zip",
            "release.json",
        ]
    );
    assert_eq!(described::faults(&record(folder.path())), Vec::<String>::new());
}

#[test]
fn sha256sum_finds_every_file_of_an_edition_right() {
    let folder = workspace();
    release(folder.path(), &[]);
    let dist = folder.path().join("dist");
    let check = Command::new("sha256sum").args(["--strict", "-c", "SHA256SUMS"]).current_dir(&dist).output();
    let check = check.unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    let said = String::from_utf8(check.stdout).unwrap();
    assert_eq!(said.lines().count() + 1, tree(&dist).len(), "every file but the list itself");
}

#[test]
fn the_record_says_what_the_files_are() {
    let folder = workspace();
    release(folder.path(), &[]);
    let record = record(folder.path());
    let module = &record["modules"][0];
    let zip = fs::read(folder.path().join("dist/m-1.0.0-fr-CA-xapi.zip")).unwrap();
    assert_eq!(
        module["packages"][1],
        json!({
            "file": "m-1.0.0-fr-CA-xapi.zip",
            "latest": "latest/m-fr-CA-xapi.zip",
            "target": "xapi",
            "bytes": zip.len(),
            "sha256": Hash::of(&zip).to_string(),
            "identifiers": { "activity": "https://essai.ca/modules/m", "unit": "https://essai.ca/modules/m/au" },
            "state": { "worst": 53, "limit": 32000 },
        })
    );
    let said = ["/name", "/modules/0/questions", "/modules/0/earlier", "/kept"];
    assert_eq!(
        said.map(|at| record.pointer(at).unwrap().clone()),
        [json!("2026-11-22"), json!(["cycle", "dense", "series", "t5"]), json!([]), json!([])]
    );
}

#[test]
fn a_second_release_changes_no_byte_wherever_and_whenever_it_runs() {
    let [first, second] = [workspace(), workspace()];
    release(first.path(), &[]);
    let dist = tree(&first.path().join("dist"));
    let lock = fs::read(first.path().join("filiere.lock")).unwrap();
    release(first.path(), &[]);
    assert_eq!(tree(&first.path().join("dist")), dist, "again");
    let run = Command::new("sh")
        .args(["-c", "umask 077; exec \"$0\" -C \"$1\" release"])
        .args([Path::new(env!("CARGO_BIN_EXE_filiere")), second.path()])
        .current_dir("/")
        .env("TZ", "Pacific/Chatham")
        .env("LC_ALL", "tr_TR.UTF-8")
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(tree(&second.path().join("dist")), dist, "elsewhere");
    assert_eq!(fs::read(second.path().join("filiere.lock")).unwrap(), lock);
}

#[test]
fn line_ends_and_byte_order_marks_change_nothing_in_the_sources_either() {
    let [first, second] = [workspace(), workspace()];
    for file in ["filiere.yaml", MODULE, BANK, "modules/m/pages/01-etats.md"] {
        let path = second.path().join(file);
        let text = fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
        fs::write(path, format!("\u{feff}{text}")).unwrap();
    }
    release(first.path(), &[]);
    release(second.path(), &[]);
    let [first, second] = [first, second].map(|folder| tree(&folder.path().join("dist")));
    assert_eq!(first, second);
}

#[test]
fn the_sources_of_a_module_give_its_very_packages_again() {
    let folder = workspace();
    let name = "modules/m/assets/Pièce usée.svg";
    let picture =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
    fs::create_dir_all(folder.path().join("modules/m/assets")).unwrap();
    fs::write(folder.path().join(name), picture).unwrap();
    let page = folder.path().join("modules/m/pages/01-etats.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(
        &page,
        format!("{text}\n```{{figure}}\nsrc: assets/Pièce usée.svg\nalt: |\n  Une pièce.\n```\n"),
    )
    .unwrap();
    assert_eq!(run::run(folder.path(), &["release"]).code, 0);
    let again = tempfile::tempdir().unwrap();
    let zip = folder.path().join("dist/m-1.0.0-fr-CA-source.zip");
    zip::ZipArchive::new(fs::File::open(zip).unwrap()).unwrap().extract(again.path()).unwrap();
    let texts: Vec<String> = tree(again.path()).into_iter().map(|(name, _)| name).collect();
    assert!(texts.iter().any(|path| path == name), "{texts:?}");
    assert_eq!(&texts[..2], ["adapt-this-module.md", "adapter-ce-module.md"]);
    let build = run::run(again.path(), &["build"]);
    assert_eq!(build.code, 0, "{}", build.err);
    for target in ["scorm12", "xapi"] {
        let path = format!("dist/m-1.0.0-fr-CA-{target}.zip");
        let [one, two] = [folder.path(), again.path()].map(|root| fs::read(root.join(&path)).unwrap());
        assert_eq!(Hash::of(&one), Hash::of(&two), "{target}");
    }
}

#[test]
fn how_to_adapt_a_module_is_told_in_both_languages() {
    let folder = workspace();
    release(folder.path(), &[]);
    let zip = fs::File::open(folder.path().join("dist/m-1.0.0-fr-CA-source.zip")).unwrap();
    let mut zip = zip::ZipArchive::new(zip).unwrap();
    for name in ["adapter-ce-module.md", "adapt-this-module.md"] {
        let text = std::io::read_to_string(zip.by_name(name).unwrap()).unwrap();
        bless::same_file(&tool::repository("tests/it/release/said").join(name), &text);
    }
}

#[test]
fn a_run_for_programs_says_its_packages_and_its_folder_and_nothing_else() {
    let folder = workspace();
    let run = run::run(folder.path(), &["release", "--format", "json"]);
    let records: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let files: Vec<&Value> = records.iter().filter_map(|record| record.pointer("/package/file")).collect();
    assert_eq!(files, ["dist/m-1.0.0-fr-CA-scorm12.zip", "dist/m-1.0.0-fr-CA-xapi.zip"]);
    let files = tree(&folder.path().join("dist")).len();
    let last = json!({ "v": 1, "release": { "name": "2026-11-22", "folder": "dist", "files": files } });
    assert_eq!((records.len(), records.last()), (3, Some(&last)));
    assert_eq!(run.err, "{\"v\":1,\"summary\":{\"errors\":0,\"warnings\":0,\"files\":0}}\n");
}

#[test]
fn the_next_version_keeps_the_packages_of_the_first() {
    let folder = workspace();
    release(folder.path(), &[]);
    let first = fs::read(folder.path().join("dist/m-1.0.0-fr-CA-xapi.zip")).unwrap();
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    release(folder.path(), &[]);
    let dist = folder.path().join("dist");
    assert_eq!(fs::read(dist.join("m-1.0.0-fr-CA-xapi.zip")).unwrap(), first);
    let record = record(folder.path());
    let kept: Vec<&Value> = record["kept"].as_array().unwrap().iter().map(|one| &one["file"]).collect();
    assert_eq!(kept, ["m-1.0.0-fr-CA-scorm12.zip", "m-1.0.0-fr-CA-xapi.zip"]);
    assert!(!dist.join("m-1.0.0-fr-CA-source.zip").exists());
    edit(folder.path(), MODULE, "version: 1.1.0", "version: 1.2.0");
    release(folder.path(), &[]);
    assert_eq!(fs::read(dist.join("m-1.0.0-fr-CA-xapi.zip")).unwrap(), first, "two versions later");
}

#[test]
fn a_release_of_one_module_leaves_the_others_in_the_edition() {
    let folder = workspace();
    run::copy(&tool::repository("tests/it/base/modules"), &folder.path().join("modules"));
    release(folder.path(), &[]);
    let before = record(folder.path());
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    release(folder.path(), &["m"]);
    let after = record(folder.path());
    assert_eq!(after["modules"][0], before["modules"][0], "base");
    assert_eq!(after["modules"][1]["version"], "1.1.0");
    assert!(folder.path().join("dist/latest/base-fr-CA-xapi.zip").exists());
}

/// The workspace of tests/it/lock, with both targets.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    run::copy(&tool::repository("tests/it/lock/workspace"), folder.path());
    let path = folder.path().join("filiere.yaml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, text + "targets: [scorm12, xapi]\n").unwrap();
    folder
}

/// Gives the module another version.
fn edited(root: &Path, from: &str, to: &str) {
    edit(root, MODULE, &format!("version: {from}"), &format!("version: {to}"));
}

/// Releases without a word to say.
fn release(root: &Path, more: &[&str]) {
    let run = run::run(root, &[&["release"], more].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
}

fn record(root: &Path) -> Value {
    serde_json::from_slice(&fs::read(root.join("dist/release.json")).unwrap()).unwrap()
}

/// Paths below a folder with the hashes of their bytes, sorted; what stands beside an edition counts too.
fn tree(folder: &Path) -> Vec<(String, Hash)> {
    let mut out = Vec::new();
    walk(folder, "", &mut out);
    out.sort();
    out
}

fn walk(folder: &Path, prefix: &str, out: &mut Vec<(String, Hash)>) {
    for path in run::entries(folder) {
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            walk(&path, &format!("{name}/"), out);
        } else {
            out.push((name, Hash::of(&fs::read(&path).unwrap())));
        }
    }
}
