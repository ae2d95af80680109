//! Whole packages: every one of ours is clean, and one that another tool made is judged fairly.

use std::fs;
use std::path::Path;
use std::process::Command;

use filiere::inspect;
use filiere::pipeline;

use crate::bless;
use crate::cases;
use crate::inspect::short;
use crate::inspect::zips;
use crate::manifest;
use crate::run;
use crate::tool;

/// Packs the folder `site` into `out`, as a script that uses the packager would.
const PACK: &str = "require(process.argv[1])({ version: '1.2', organization: 'Essai', title: 'Essai', language: 'fr-CA', \
                    identifier: 'essai', masteryScore: 80, startingPage: 'index.html', source: './site', \
                    package: { version: '1.0.0', zip: true, outputFolder: './out' } }, () => {})";

#[test]
fn every_package_of_this_repository_is_clean_once_it_is_a_zip() {
    let out = tempfile::tempdir().unwrap();
    let outcome = pipeline::build(&tool::repository("."), out.path(), &[], &|_| {}).unwrap();
    assert!(outcome.packages.len() >= 2, "one for each target");
    for built in outcome.packages {
        assert_eq!(short(&inspect::zip(&built.path).unwrap()), "", "{}", built.path.display());
    }
}

#[test]
fn a_package_of_another_tool_has_warnings_where_no_platform_refuses_it() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    fs::create_dir(&site).unwrap();
    let page = "<!DOCTYPE html><meta charset=\"utf-8\"><script src=\"a b.js\"></script>";
    fs::write(site.join("index.html"), page).unwrap();
    fs::write(site.join("a b.js"), "parent.API.LMSSetValue('cmi.core.lesson_status', 'passed')").unwrap();
    let zip = packed(folder.path());
    let judged = inspect::zip(&zip).unwrap();
    bless::same_file(&tool::repository("tests/it/inspect/packager.txt"), &zips::findings(&judged));
}

/// Findings that a schema of SCORM can give the reason for.
const FORMAL: [&str; 5] = ["FIL7001", "FIL7002", "FIL7003", "FIL7004", "FIL7014"];

/// What the schemas refuse and every platform that we know takes: warnings of another kind.
const MILDER: [&str; 1] = ["scorm12-titre-de-201-caracteres"];

#[test]
fn the_judge_finds_fault_wherever_the_official_schemas_of_scorm_do() {
    let (mut taken, mut milder) = (String::new(), Vec::new());
    for case in cases::folders(&cases::cases("inspect/err")) {
        let slug = case.file_name().unwrap().to_str().unwrap().to_owned();
        let Ok(text) = fs::read_to_string(case.join("imsmanifest.xml")) else { continue };
        let said = fs::read_to_string(case.join("expected.txt")).unwrap();
        match manifest::verdict(&text) {
            Ok(()) => taken += &format!("{slug}\n"),
            Err(_) if FORMAL.iter().any(|code| said.contains(code)) => {}
            Err(_) => milder.push(slug),
        }
    }
    assert_eq!(milder, MILDER);
    // Wrong for what they lead to, or for a platform that misreads them.
    bless::same_file(&tool::repository("tests/it/inspect/taken-by-schemas.txt"), &taken);
    for case in cases::folders(&cases::cases("inspect/ok")) {
        if let Ok(text) = fs::read_to_string(case.join("imsmanifest.xml")) {
            assert_eq!(manifest::verdict(&text), Ok(()), "{}", case.display());
        }
    }
}

/// The zip that npm's simple-scorm-packager makes of `folder/site`.
fn packed(folder: &Path) -> std::path::PathBuf {
    let packager = tool::repository("node_modules/simple-scorm-packager");
    let node = Command::new("node").args(["-e", PACK]).arg(packager).current_dir(folder).output().unwrap();
    assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
    let made = run::entries(&folder.join("out"));
    let zip = made.iter().find(|path| path.extension().is_some_and(|e| e == "zip")).expect("a zip was made");
    let renamed = folder.join("paquet.zip");
    fs::rename(zip, &renamed).unwrap();
    renamed
}
