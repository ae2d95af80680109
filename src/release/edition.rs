//! What release.json says of an edition, and how it is written and read; schemas/release.schema.json
//! describes it. It looks at no file.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::diag::Text;
use crate::model::Module;

/// Version of the layout.
const VERSION: u32 = 1;

/// Everything that one release gave out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Version of this layout: 1.
    pub v: u32,
    /// Date of its newest module, `2026-11-22`: an edition asks no clock.
    pub name: String,
    /// Version of the program that made it.
    pub tool: String,
    pub publisher: EditionPublisher,
    /// By id, then language.
    pub modules: Vec<EditionModule>,
    /// Packages of earlier versions that are still in the folder, by file name.
    pub kept: Vec<Kept>,
    /// Modules of filiere.lock that are released no more, by id, then language.
    pub gone: Vec<Gone>,
    /// Packages that try a platform: no module, and of no version.
    pub trials: Vec<EditionTrial>,
}

/// Who publishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionPublisher {
    pub name: String,
    pub organization: String,
    pub url: String,
    /// Address or sentence; may be empty.
    pub support: String,
}

/// One module in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionModule {
    pub id: String,
    /// `1.0.0`
    pub version: String,
    /// `YYYY-MM-DD`
    pub date: String,
    /// `fr-CA`
    pub language: String,
    pub title: String,
    /// Plain text, one line.
    pub description: String,
    /// Word of the format, as `theory`.
    pub kind: String,
    /// Words of the format, as `metallurgy`.
    pub disciplines: Vec<String>,
    /// `college`, `university`
    pub levels: Vec<String>,
    /// DEC codes, as `270.A0`.
    pub programmes: Vec<String>,
    pub keywords: Vec<String>,
    /// Minutes.
    pub duration: u32,
    /// SPDX id, or as written.
    pub licence: String,
    /// Ids of modules to study before.
    pub requires: Vec<String>,
    /// What xAPI calls it.
    pub iri: String,
    /// Ids of its questions: what interactions are called begins or ends with them.
    pub questions: Vec<String>,
    /// In the order of the workspace's targets.
    pub packages: Vec<EditionPackage>,
    /// The module's folder, to be adapted.
    pub source: EditionFile,
    /// Guides and records made from it, by file name.
    pub documents: Vec<EditionFile>,
    /// Every earlier version of filiere.lock, the last one last.
    pub earlier: Vec<Replaced>,
}

/// A package that platforms import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionPackage {
    /// Its name in the folder of the edition.
    pub file: String,
    /// The same bytes under a name that no version changes, `latest/…`.
    pub latest: String,
    /// `scorm12`, `xapi`
    pub target: String,
    pub bytes: u64,
    /// 64 hexadecimal digits.
    pub sha256: String,
    /// What platforms know it by: `manifest`, `item`, `activity`…
    pub identifiers: BTreeMap<String, String>,
    /// Characters of a learner's state.
    pub state: Usage,
}

/// How much of a limit is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Usage {
    /// In the worst case.
    pub worst: usize,
    /// Allowed.
    pub limit: usize,
}

/// A file of the edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionFile {
    pub file: String,
    pub bytes: u64,
    pub sha256: String,
}

/// A package that tries a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionTrial {
    pub file: String,
    /// `fr-CA`
    pub language: String,
    /// `scorm12`, `xapi`
    pub target: String,
    pub bytes: u64,
    pub sha256: String,
}

/// An earlier version, and what becomes of its learners when this one replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replaced {
    pub version: String,
    /// Whether nothing is lost: then `losses` is empty.
    pub lossless: bool,
    /// What would be lost, a sentence each.
    pub losses: Vec<Text>,
}

/// A package of an earlier version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    pub module: String,
    pub version: String,
    pub language: String,
    pub target: String,
    pub file: String,
    pub bytes: u64,
    pub sha256: String,
}

/// A module that was released and is not here under its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gone {
    pub module: String,
    pub language: String,
    /// Of filiere.lock, the last one last.
    pub versions: Vec<String>,
    /// What it would cost to put something else in its place, a sentence each.
    pub losses: Vec<Text>,
}

impl EditionModule {
    /// The base of the publisher's identifiers, under which modules and trials are named.
    pub fn base(&self) -> Option<&str> {
        self.iri.strip_suffix(&format!("modules/{}", self.id))
    }
}

impl Edition {
    /// An edition of these modules, sorted, that keeps nothing of earlier ones.
    pub fn new(tool: &str, publisher: EditionPublisher, mut modules: Vec<EditionModule>) -> Self {
        modules.sort_by(|a, b| (&a.id, &a.language).cmp(&(&b.id, &b.language)));
        // Dates of the format sort as texts.
        let name = modules.iter().map(|module| module.date.clone()).max().unwrap_or_default();
        Self {
            v: VERSION,
            name,
            tool: tool.to_owned(),
            publisher,
            modules,
            kept: Vec::new(),
            gone: Vec::new(),
            trials: Vec::new(),
        }
    }

    /// Sums of the packages of this very version, by target; of an earlier one that is kept, too.
    pub fn sums(&self, module: &Module) -> BTreeMap<String, String> {
        let wanted = (module.id.as_str(), &*module.version, module.language.as_str());
        let current = self.modules.iter().filter(|one| (&*one.id, &*one.version, &*one.language) == wanted);
        let current = current.flat_map(|one| &one.packages).map(|one| (&one.target, &one.sha256));
        let kept = self.kept.iter().filter(|one| (&*one.module, &*one.version, &*one.language) == wanted);
        let kept = kept.map(|one| (&one.target, &one.sha256));
        current.chain(kept).map(|(target, sum)| (target.clone(), sum.clone())).collect()
    }

    /// The text of release.json.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).expect("an edition has only string keys") + "\n"
    }

    /// What a release.json says, or why it cannot be read.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}
