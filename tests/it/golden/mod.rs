//! The packages of the modules, in the clear where a person must review them, by hash for the rest.
//!
//! `make bless` writes tests/golden anew. A golden file is never the only witness of a behaviour.

pub mod clear;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use filiere::archive::Hash;
use filiere::pipeline;

use crate::bless;
use crate::manifest;
use crate::tool;

/// What platforms read of a package before they open it.
const MANIFESTS: [&str; 3] = ["cmi5.xml", "imsmanifest.xml", "tincan.xml"];

/// Every file of a zip, in the order of the zip.
fn unzipped(zip: &Path) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(fs::File::open(zip).unwrap()).unwrap();
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut content).unwrap();
        files.push((entry.name().unwrap().into_owned(), content));
    }
    files
}

/// What is kept of a package.
fn golden(files: &[(String, Vec<u8>)]) -> BTreeMap<String, String> {
    let line =
        |(name, content): &(String, Vec<u8>)| format!("{name} {} {}\n", content.len(), Hash::of(content));
    let text = |wanted: &str| {
        let (_, content) = files.iter().find(|(name, _)| name == wanted).unwrap();
        String::from_utf8(content.clone()).unwrap()
    };
    let page = text("index.html");
    let manifests = files.iter().map(|(name, _)| name).filter(|name| MANIFESTS.contains(&name.as_str()));
    let mut kept: BTreeMap<String, String> = manifests.map(|name| (name.clone(), text(name))).collect();
    kept.extend([
        ("listing.txt".to_owned(), files.iter().map(line).collect()),
        ("index.txt".to_owned(), clear::text(&page)),
        ("data.json".to_owned(), clear::data(&page)),
    ]);
    kept
}

/// Entries of a zip, by name.
type Files = Vec<(String, Vec<u8>)>;

/// The packages of this repository's modules, under the folders where they are kept.
fn packages() -> Vec<(String, Files)> {
    let out = tempfile::tempdir().unwrap();
    let outcome = pipeline::build(&tool::repository("."), out.path(), &[], &|_| {}).unwrap();
    let names =
        outcome.packages.iter().map(|package| package.path.file_name().unwrap().to_str().unwrap().to_owned());
    names.map(|name| (folder(&name), unzipped(&out.path().join(&name)))).collect()
}

/// The packages of one target.
fn packages_for(target: &str) -> impl Iterator<Item = (String, Files)> + use<'_> {
    packages().into_iter().filter(move |(folder, _)| folder.ends_with(&format!("/{target}")))
}

/// `hall-heroult-1.0.0-fr-CA-scorm12.zip` is kept under `hall-heroult/fr-CA/scorm12`.
fn folder(name: &str) -> String {
    let start = name.find("-1.").or_else(|| name.find("-0.")).expect("a version stands in the name");
    let (_, rest) = name[start + 1..].split_once('-').unwrap();
    let (language, target) = rest.trim_end_matches(".zip").rsplit_once('-').unwrap();
    format!("{}/{language}/{target}", &name[..start])
}

#[test]
fn the_packages_of_the_modules_are_those_that_were_reviewed() {
    for (folder, files) in packages() {
        bless::same_folder(&tool::repository("tests/golden").join(folder), &golden(&files));
    }
}

#[test]
fn every_module_has_its_packages_among_the_reviewed_ones() {
    let kept = tool::repository("tests/golden");
    let found: Vec<String> = packages().into_iter().map(|(folder, _)| folder).collect();
    assert_eq!(bless::folders(&kept, 3), found);
}

#[test]
fn the_official_schemas_accept_the_manifest_of_every_module() {
    for (folder, files) in packages_for("scorm12") {
        let (_, content) = files.into_iter().find(|(name, _)| name == "imsmanifest.xml").unwrap();
        let manifest = String::from_utf8(content).unwrap();
        assert_eq!(manifest::verdict(&manifest), Ok(()), "{folder}");
    }
}

#[test]
fn a_manifest_lists_every_file_of_the_zip_but_itself_and_none_else() {
    for (_, files) in packages_for("scorm12") {
        let (name, content) = &files[0];
        assert_eq!(name, "imsmanifest.xml");
        let manifest = String::from_utf8(content.clone()).unwrap();
        let listed = manifest.split("<file href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        let mut listed: Vec<&str> = listed.collect();
        assert_eq!(listed[0], "index.html");
        listed.sort_unstable();
        assert_eq!(listed, files[1..].iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
    }
}

#[test]
fn the_manifests_of_xapi_open_the_zip_and_the_rest_but_the_run_time_is_that_of_scorm() {
    let modules = packages_for("xapi").zip(packages_for("scorm12"));
    let mut compared = 0;
    for ((folder, xapi), (_, scorm)) in modules {
        let names: Vec<&str> = xapi[..2].iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["cmi5.xml", "tincan.xml"], "{folder}");
        assert_eq!(xapi.len() - 2, scorm.len() - 1, "{folder}");
        let pairs = xapi[2..].iter().zip(&scorm[1..]);
        let other: Vec<[&str; 2]> =
            pairs.filter(|(one, two)| one != two).map(|((one, _), (two, _))| [one.as_str(), two]).collect();
        assert_eq!(other, [["player/filiere.js"; 2]], "{folder}");
        compared += 1;
    }
    assert!(compared > 0);
}
