//! What `filiere verify` says of a folder that is not as it left.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::bless;
use crate::release::edited;
use crate::release::release;
use crate::release::workspace;
use crate::run;
use crate::tool;

const RECORD: &str = "dist/release.json";

/// A name and what happens to a released folder.
type Case = (&'static str, fn(&Path));

const CASES: &[Case] = &[
    ("verify-file-altered", |root| fs::write(root.join("dist/index.html"), "<!doctype html>").unwrap()),
    ("verify-trial-altered", |root| {
        let path = root.join("dist/essai-ena-fr-scorm12.zip");
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(path, bytes).unwrap();
    }),
    ("verify-file-missing", |root| fs::remove_file(root.join("dist/latest/m-fr-CA-xapi.zip")).unwrap()),
    ("verify-file-added", |root| fs::write(root.join("dist/latest/essai.zip"), "PK").unwrap()),
    ("verify-no-record", |root| fs::remove_file(root.join(RECORD)).unwrap()),
    ("verify-no-sums", |root| fs::remove_file(root.join("dist/SHA256SUMS")).unwrap()),
    ("verify-path-that-leaves", |root| {
        let sums = fs::read_to_string(root.join("dist/SHA256SUMS")).unwrap();
        fs::write(root.join("dist/SHA256SUMS"), sums + &"0".repeat(64) + "  ../filiere.yaml\n").unwrap();
    }),
    ("verify-record-cut", |root| {
        let text = fs::read_to_string(root.join(RECORD)).unwrap();
        recorded(root, &text[..40]);
    }),
    ("verify-another-title", |root| changed(root, "/modules/0/title", Value::from("Autre titre"))),
    ("verify-another-identifier", |root| {
        changed(root, "/modules/0/packages/0/identifiers/item", Value::from("item-autre"));
    }),
    ("verify-another-length", |root| changed(root, "/modules/0/source/bytes", Value::from(1))),
    ("verify-another-name", |root| changed(root, "/name", Value::from("2020-01-01"))),
    ("verify-packages-exchanged", |root| {
        let record: Value = serde_json::from_slice(&fs::read(root.join(RECORD)).unwrap()).unwrap();
        changed(root, "/modules/0/packages/0/target", record["modules"][0]["packages"][1]["target"].clone());
    }),
    ("verify-page-of-others", |root| {
        let page = fs::read_to_string(root.join("dist/decode.html")).unwrap();
        rewritten(root, "dist/decode.html", &page.replace("\"version\":\"1.0.0\"", "\"version\":\"1.0.1\""));
        let data = fs::read_to_string(root.join("dist/decode/m.js")).unwrap();
        rewritten(root, "dist/decode/m.js", &data.replace("\"right\":true", "\"right\":false"));
    }),
];

#[test]
fn a_release_is_found_right_by_who_receives_it() {
    let folder = workspace();
    release(folder.path(), &[]);
    let received = tempfile::tempdir().unwrap();
    fs::rename(folder.path().join("dist"), received.path().join("recu")).unwrap();
    let files = filiere::release::verify(&received.path().join("recu")).unwrap().files;
    let run = run::run(received.path(), &["verify", "recu", "--ui", "en"]);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (0, &*format!("files: {files}; packages judged: 6; nothing to report\n"), "")
    );
}

#[test]
fn earlier_packages_are_judged_too() {
    let folder = workspace();
    release(folder.path(), &[]);
    edited(folder.path(), "1.0.0", "1.1.0");
    release(folder.path(), &[]);
    let verified = filiere::release::verify(&folder.path().join("dist")).unwrap();
    assert_eq!((verified.findings, verified.packages), (Vec::new(), 4 + 4));
}

#[test]
fn whatever_is_not_as_it_left_is_said_with_its_place_in_both_languages() {
    for (name, change) in CASES {
        let folder = workspace();
        release(folder.path(), &[]);
        change(folder.path());
        for ui in ["fr", "en"] {
            let run = run::run(folder.path(), &["verify", "--ui", ui]);
            assert_eq!((run.code, run.err.as_str()), (1, ""), "{name}");
            let file = format!("tests/it/release/said/{name}.{ui}.txt");
            bless::same_file(&tool::repository(&file), &run.out);
        }
    }
}

#[test]
fn a_package_with_a_fault_is_said_though_every_sum_is_right() {
    let folder = workspace();
    release(folder.path(), &[]);
    let dist = folder.path().join("dist");
    let zip = dist.join("m-1.0.0-fr-CA-scorm12.zip");
    let mut bytes = fs::read(&zip).unwrap();
    let old = filiere::archive::Hash::of(&bytes).to_string();
    let last = bytes.len() - 30;
    bytes.truncate(last);
    let (new, length) = (filiere::archive::Hash::of(&bytes).to_string(), bytes.len());
    for file in [&zip, &dist.join("latest/m-fr-CA-scorm12.zip")] {
        fs::remove_file(file).unwrap();
        fs::write(file, &bytes).unwrap();
    }
    let record = fs::read_to_string(dist.join("release.json")).unwrap().replace(&old, &new);
    let record = record.replacen(&format!("\"bytes\": {}", length + 30), &format!("\"bytes\": {length}"), 1);
    let sums = fs::read_to_string(dist.join("SHA256SUMS")).unwrap().replace(&old, &new);
    fs::write(dist.join("SHA256SUMS"), sums).unwrap();
    recorded(folder.path(), &record);
    let run = run::run(folder.path(), &["verify", "--format", "short"]);
    assert_eq!((run.code, run.out.contains(" error FIL7007: ")), (1, true), "{}", run.out);
}

/// Another value in the record, whose sum is put right: only what it says is wrong.
fn changed(root: &Path, pointer: &str, value: Value) {
    let mut record: Value = serde_json::from_slice(&fs::read(root.join(RECORD)).unwrap()).unwrap();
    *record.pointer_mut(pointer).unwrap() = value;
    recorded(root, &(serde_json::to_string_pretty(&record).unwrap() + "\n"));
}

fn recorded(root: &Path, text: &str) {
    rewritten(root, RECORD, text);
}

fn rewritten(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    let sum = |bytes: &[u8]| filiere::archive::Hash::of(bytes).to_string();
    let (old, new) = (sum(&fs::read(&path).unwrap()), sum(text.as_bytes()));
    fs::write(&path, text).unwrap();
    let sums = root.join("dist/SHA256SUMS");
    let listed = fs::read_to_string(&sums).unwrap().replace(&old, &new);
    fs::write(sums, listed).unwrap();
}
