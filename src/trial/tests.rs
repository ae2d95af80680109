//! What every trial holds.

use crate::trial::trials;

fn paths(file: &str) -> Vec<String> {
    let all = trials("https://essai.ca/");
    let trial = all.iter().find(|trial| trial.file == file).unwrap();
    trial.package.entries().map(|(path, _)| path.as_str().to_owned()).collect()
}

#[test]
fn a_trial_holds_its_page_a_file_of_each_kind_and_its_manifests() {
    let files = [
        "assets/icon.svg",
        "assets/sample.json",
        "assets/sample.mjs",
        "assets/sample.mp4",
        "assets/sample.svg",
        "assets/sample.vtt",
        "assets/sample.webm",
        "assets/sample.webp",
        "assets/sample.woff2",
        "assets/trial.css",
        "assets/trial.js",
    ];
    assert_eq!(paths("essai-ena-fr-scorm12.zip"), [&files[..], &["imsmanifest.xml", "index.html"]].concat());
    let manifests = ["cmi5.xml", "index.html", "tincan.xml"];
    assert_eq!(paths("essai-ena-en-xapi.zip"), [&files[..], &manifests].concat());
}
