//! Manifests of finished packages, each with one fault: what `inspect` says of it, whole, with its place.
//!
//! A case is a folder with a manifest; beside it the package holds `index.html` and `a/b.html`.

mod made;
mod others;
mod zips;

use std::fs;
use std::path::Path;

use filiere::diag::Format;
use filiere::diag::Style;
use filiere::diag::render;
use filiere::inspect;
use filiere::inspect::Judged;
use filiere::package::Entry;
use filiere::package::Package;
use filiere::package::PackagePath;

use crate::bless;
use crate::cases;

/// A page that asks for nothing more.
const PAGE: &str = "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Essai</title></head>\
                    <body><script>API.LMSSetValue('cmi.core.lesson_status', 'passed')</script></body></html>";

#[test]
fn every_faulty_manifest_gets_exactly_its_findings() {
    let folders = cases::folders(&cases::cases("inspect/err"));
    for case in &folders {
        let found = findings(case);
        assert!(!found.is_empty(), "{}", case.display());
        bless::same_file(&case.join("expected.txt"), &found);
    }
    assert!(folders.len() >= 25);
}

#[test]
fn right_manifests_of_other_tools_get_no_finding() {
    for case in cases::folders(&cases::cases("inspect/ok")) {
        assert_eq!(findings(&case), "", "{}", case.display());
    }
}

#[test]
fn every_finding_about_a_manifest_is_worded_by_the_house_rules() {
    let folders = cases::folders(&cases::cases("inspect/err"));
    let mut broken: Vec<String> =
        folders.iter().flat_map(|case| judged(case).findings).flat_map(|f| cases::wording(&f)).collect();
    broken.sort();
    broken.dedup();
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn a_manifest_that_is_not_in_utf_8_is_told_at_the_first_wrong_byte() {
    let mut package = Package::default();
    package.insert(PackagePath::new("cmi5.xml").unwrap(), Entry::Bytes(b"<a>\xe9</a>".to_vec()));
    assert_eq!(
        short(&inspect::inspect(&package)),
        "cmi5.xml:1:4: error FIL7001: le fichier n'est pas en UTF-8\n"
    );
}

#[test]
fn a_manifest_in_a_folder_is_told_when_none_is_at_the_root() {
    let nested = package("module/tincan.xml", Vec::new());
    let expected = "module/tincan.xml:1:1: error FIL7005: «\u{a0}tincan.xml\u{a0}» est dans le dossier «\u{a0}module\u{a0}»\n";
    assert_eq!(short(&inspect::inspect(&nested)), expected);
    let mut attached = nested;
    attached.insert(PackagePath::new("cmi5.xml").unwrap(), Entry::Bytes(b"<a/>".to_vec()));
    let wrong_root = short(&inspect::inspect(&attached));
    assert!(!wrong_root.contains("dossier"), "{wrong_root}");
}

#[test]
fn a_manifest_that_is_cut_or_garbled_anywhere_is_judged_without_a_panic() {
    for case in cases::folders(&cases::cases("inspect/ok")) {
        for name in manifests(&case) {
            let whole = fs::read(case.join(&name)).unwrap();
            for at in (0..whole.len()).step_by(5) {
                let mut garbled = whole.clone();
                garbled[at] = b"<&\" :"[at / 5 % 5];
                inspect::inspect(&package(&name, garbled));
                inspect::inspect(&package(&name, whole[..at].to_vec()));
            }
        }
    }
}

fn findings(case: &Path) -> String {
    short(&judged(case))
}

fn judged(case: &Path) -> Judged {
    let names = manifests(case);
    let [name] = &names[..] else { panic!("{}: one manifest a case", case.display()) };
    inspect::inspect(&package(name, fs::read(case.join(name)).unwrap()))
}

fn manifests(case: &Path) -> Vec<String> {
    bless::names(case).into_iter().filter(|name| name.ends_with(".xml")).collect()
}

fn package(name: &str, manifest: Vec<u8>) -> Package {
    let mut package = Package::default();
    for (name, bytes) in [("index.html", PAGE.into()), ("a/b.html", PAGE.into()), (name, manifest)] {
        package.insert(PackagePath::new(name).unwrap(), Entry::Bytes(bytes));
    }
    package
}

fn short(judged: &Judged) -> String {
    render(&judged.findings, &judged.sources, Style { format: Format::Short, ..Style::default() })
}
