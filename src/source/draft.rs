//! What was read from disk: a workspace and its modules as written; it resolves no reference.

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::diag::Fragment;
use crate::source::Object;

/// A workspace as written.
#[derive(Debug)]
pub struct WorkspaceDraft {
    /// filiere.yaml; `None` when it was reported.
    pub object: Option<Object>,
    /// filiere.lock; `None` when there is none, or when it was reported.
    pub lock: Option<Fragment>,
    /// Names of all folders of modules/, NFC, sorted.
    pub folders: Vec<String>,
    /// The modules that were asked for, by folder name.
    pub modules: Vec<ModuleDraft>,
}

/// A module folder as written.
#[derive(Debug)]
pub struct ModuleDraft {
    /// Name of the folder, NFC.
    pub folder: String,
    /// Where the folder is.
    pub root: PathBuf,
    /// module.yaml; `None` when it was reported.
    pub module: Option<Object>,
    /// glossary.yaml.
    pub glossary: Vec<Object>,
    /// references.yaml.
    pub references: Vec<Object>,
    /// pages/*.md, by name.
    pub pages: Vec<PageSource>,
    /// questions/*.yaml and *.json, by name.
    pub banks: Vec<BankDraft>,
    /// Every other file, by path.
    pub files: Vec<ModuleFile>,
    /// Paths inside the module of files that could not be decoded: ids they hold are unknown.
    pub unread: BTreeSet<String>,
}

impl ModuleDraft {
    /// Whether every file was decoded, so that an id that is nowhere is really missing.
    pub fn is_whole(&self) -> bool {
        self.unread.is_empty()
    }
}

/// A page as written.
#[derive(Debug, Clone)]
pub struct PageSource {
    /// File name without `.md`, as `02-cuve`.
    pub name: String,
    /// The whole file.
    pub text: Fragment,
}

/// A question bank as written.
#[derive(Debug)]
pub struct BankDraft {
    /// File name without its ending.
    pub name: String,
    /// The whole file.
    pub text: Fragment,
    /// Its questions that could be decoded; the kind of each is its type's.
    pub questions: Vec<Object>,
    /// Whether `questions` are all of them.
    pub whole: bool,
}

/// A file of a module that is neither page nor YAML of the format.
#[derive(Debug, Clone)]
pub struct ModuleFile {
    /// Path inside the module folder, NFC, with `/`.
    pub path: String,
    /// Where it is.
    pub disk: PathBuf,
    /// Length in bytes.
    pub length: u64,
    /// Its text (csv, svg, md, vtt; at most 8 MB).
    pub text: Option<Fragment>,
    /// Whether it is a symbolic link that leaves the module folder.
    pub outside: bool,
}

/// The workspace cannot be read at all.
#[derive(Debug)]
pub struct LoadError {
    /// The folder or file.
    pub path: PathBuf,
    /// What the system said.
    pub cause: io::Error,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}
