//! A module and its workspace, valid.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::model::Assessment;
use crate::model::BankId;
use crate::model::BaseIri;
use crate::model::LangTag;
use crate::model::ModuleId;
use crate::model::ObjectiveId;
use crate::model::PageId;
use crate::model::Prose;
use crate::model::Question;
use crate::model::QuestionId;
use crate::model::ReferenceId;
use crate::model::Release;

/// filiere.yaml.
#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    pub publisher: Publisher,
    pub iri: BaseIri,
    pub language: LangTag,
    /// SPDX id, as `CC-BY-NC-SA-4.0`.
    pub licence: String,
    /// Address or sentence shown in « À propos »; may be empty.
    pub support: String,
    /// Names of targets, in the order written, as `scorm12`.
    pub targets: Vec<String>,
    /// Which manifests a package for xAPI holds.
    pub manifests: Manifests,
}

/// Manifests of a package for xAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manifests {
    Tincan,
    Cmi5,
    Both,
}

impl Manifests {
    /// Whether tincan.xml is among them.
    pub fn has_tincan(self) -> bool {
        matches!(self, Self::Tincan | Self::Both)
    }

    /// Whether cmi5.xml is among them.
    pub fn has_cmi5(self) -> bool {
        matches!(self, Self::Cmi5 | Self::Both)
    }
}

/// Who publishes.
#[derive(Debug, Clone, PartialEq)]
pub struct Publisher {
    pub name: String,
    pub organization: String,
    pub url: String,
}

/// One module in one language, valid: every reference resolves, every notation is converted.
#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    pub workspace: Workspace,
    pub id: ModuleId,
    /// `1.0.0`
    pub version: String,
    /// `YYYY-MM-DD`; every date that shows anywhere comes from here.
    pub date: String,
    pub language: LangTag,
    pub title: String,
    /// Plain text, one line.
    pub description: String,
    pub kind: Kind,
    /// Words of the format, as `metallurgy`.
    pub disciplines: Vec<String>,
    /// `college`, `university`
    pub levels: Vec<String>,
    /// DEC codes, as `270.A0`.
    pub programmes: Vec<String>,
    pub keywords: Vec<String>,
    /// Minutes.
    pub duration: u32,
    /// Modules of the workspace to study before.
    pub requires: Vec<ModuleId>,
    /// Shown before the first page, as a safety notice.
    pub notice: Option<Prose>,
    pub objectives: Vec<Objective>,
    pub contributors: Vec<Contributor>,
    pub pages: Vec<Page>,
    pub completion: Completion,
    pub assessment: Option<Assessment>,
    /// Every question that is placed on a page or can be drawn, by id.
    pub questions: BTreeMap<QuestionId, Question>,
    /// Banks in the order of their file names, each with its questions in order.
    pub banks: Vec<(BankId, Vec<QuestionId>)>,
    pub glossary: Vec<Term>,
    pub references: Vec<Reference>,
    /// Files that go into the package, sorted by name.
    pub assets: Vec<Asset>,
    /// Versions that learners may have begun with, the last one last.
    pub earlier: Vec<Release>,
    /// How it keeps and times a learner's sessions.
    pub sessions: Sessions,
}

/// What a module does in a learner's browser besides showing itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sessions {
    pub journal: Journal,
    pub time: SessionTime,
}

/// Whether the browser keeps the work that the LMS has not stored yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Journal {
    On,
    Off,
}

/// Which time of a session is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionTime {
    /// While the page is visible and used.
    Active,
    /// All of it.
    Wall,
}

/// Kind of module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Theory,
    TechnicalProject,
    DigitalProject,
    Workshop,
    Video,
}

impl Kind {
    /// Its word in the format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Theory => "theory",
            Self::TechnicalProject => "technical-project",
            Self::DigitalProject => "digital-project",
            Self::Workshop => "workshop",
            Self::Video => "video",
        }
    }
}

/// What completes the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completion {
    Pages,
    Assessment,
    Both,
}

/// A learning objective.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    pub id: ObjectiveId,
    /// `remember` … `create`
    pub bloom: Option<String>,
    pub text: Prose,
}

/// Who made it.
#[derive(Debug, Clone, PartialEq)]
pub struct Contributor {
    pub name: String,
    /// A LOMv1.0 role, as `author`.
    pub role: String,
    pub organization: Option<String>,
}

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub id: PageId,
    /// Inline prose of the first line `# …`; its plain text is the page's name in lists.
    pub title: Vec<crate::model::Inline>,
    pub body: Prose,
    /// Footnotes in order of first call; `Inline::Footnote(n)` is the n-th, from 0.
    pub footnotes: Vec<Prose>,
    /// Questions placed on the page, in order.
    pub questions: Vec<QuestionId>,
}

/// An entry of the glossary.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Slug of the term, for HTML ids.
    pub id: String,
    pub term: String,
    /// Other forms that call it, as plurals.
    pub forms: Vec<String>,
    pub text: Prose,
}

/// A bibliographic reference.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    pub id: ReferenceId,
    pub title: String,
    pub author: Option<String>,
    pub publisher: Option<String>,
    pub year: Option<String>,
    pub url: Option<String>,
}

/// A file of the module that goes into the package.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asset {
    /// Path inside the module folder as the author writes it, NFC, `assets/cuve.svg`.
    pub source: String,
    /// Path inside the package: ASCII, lower case, unique.
    pub path: String,
    /// Where the bytes are.
    pub content: AssetContent,
}

/// Bytes that were read and rewritten, or a file that is streamed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum AssetContent {
    /// In memory (a cleaned SVG).
    Bytes(Vec<u8>),
    /// On disk, never loaded whole.
    File { path: PathBuf, length: u64 },
}
