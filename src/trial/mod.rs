//! Packages that try a platform before any module is imported: a page that examines it, in two languages
//! and two standards; it makes no module and reads no content.

mod scorm12;
mod words;
mod xapi;

use serde::Serialize;

use crate::assets;
use crate::package::Entry;
use crate::package::Package;
use crate::package::PackagePath;
use crate::render::Templates;
use crate::trial::words::Words;

/// The page that a platform opens, relative to the manifest.
const LAUNCH: &str = "index.html";

/// A package that tries platforms.
#[derive(Debug)]
pub struct Trial {
    /// Its file name, which no version changes: `essai-ena-fr-scorm12.zip`.
    pub file: String,
    /// `fr-CA`
    pub language: &'static str,
    /// `scorm12`, `xapi`
    pub target: &'static str,
    pub package: Package,
    /// The files that open the zip, in order.
    pub first: &'static [&'static str],
}

/// A manifest by its name.
type Manifest = (&'static str, Vec<u8>);

/// Script, manifests and names of one standard.
struct Standard {
    name: &'static str,
    script: &'static str,
    first: &'static [&'static str],
    /// What its page says that it is, where the launch does not; may be empty.
    activity: fn(&Words, &str) -> String,
    manifests: fn(&Words, &Package, &str) -> Vec<Manifest>,
}

const STANDARDS: &[Standard] = &[
    Standard {
        name: "scorm12",
        script: assets::TRIAL_SCORM12_JS,
        first: &["imsmanifest.xml"],
        activity: |_, _| String::new(),
        manifests: scorm12::manifests,
    },
    Standard {
        name: "xapi",
        script: assets::TRIAL_XAPI_JS,
        first: &["cmi5.xml", "tincan.xml"],
        activity: xapi::activity,
        manifests: xapi::manifests,
    },
];

/// Every trial; `iri` is the base of the publisher's identifiers, and ends with `/`.
pub fn trials(iri: &str) -> Vec<Trial> {
    let both = words::ALL.iter().flat_map(|words| STANDARDS.iter().map(move |standard| (words, standard)));
    both.map(|(words, standard)| trial(words, standard, iri)).collect()
}

fn trial(words: &Words, standard: &Standard, iri: &str) -> Trial {
    let mut package = Package::default();
    let mut add = |path: &str, bytes: Vec<u8>| {
        let path = PackagePath::new(path).expect("paths of a trial are in lower case");
        package.insert(path, Entry::Bytes(bytes));
    };
    add(LAUNCH, page(words, (standard.activity)(words, iri)).into_bytes());
    add("assets/trial.css", assets::TRIAL_CSS.into());
    add("assets/trial.js", standard.script.into());
    add("assets/icon.svg", assets::template("icon.svg").expect("a test makes every trial").into());
    for (name, bytes) in assets::samples() {
        add(&format!("assets/{name}"), bytes.to_vec());
    }
    for (name, manifest) in (standard.manifests)(words, &package, iri) {
        let path = PackagePath::new(name).expect("manifests are in lower case");
        package.insert(path, Entry::Bytes(manifest));
    }
    Trial {
        file: format!("essai-ena-{}-{}.zip", words.tag, standard.name),
        language: words.language,
        target: standard.name,
        package,
        first: standard.first,
    }
}

#[derive(Serialize)]
struct View<'a> {
    words: &'a Words,
    activity: String,
}

fn page(words: &Words, activity: String) -> String {
    Templates::new(&["trial"]).render("trial", &View { words, activity }) + "\n"
}

#[cfg(test)]
mod tests;
