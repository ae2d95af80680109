//! Finds the files that content names, and remembers which were used; it reads no bytes from disk.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::closest;
use crate::source::ModuleFile;
use crate::source::Spanned;
use crate::text;

/// The files of a module, and those that content used.
pub struct Files<'a> {
    files: BTreeMap<&'a str, &'a ModuleFile>,
    used: RefCell<BTreeMap<String, Use>>,
}

/// Where a file was first used, and the bytes that replace its own.
#[derive(Debug, Clone)]
pub struct Use {
    /// The first place that names it.
    pub span: Span,
    /// Bytes to put into the package instead of the file (a cleaned SVG).
    pub bytes: Option<Vec<u8>>,
}

impl<'a> Files<'a> {
    /// The files of a module; none is used yet.
    pub fn new(files: &'a [ModuleFile]) -> Self {
        Self { files: files.iter().map(|f| (f.path.as_str(), f)).collect(), used: RefCell::default() }
    }

    /// The file that content puts into the package; a missing or outside one is reported.
    pub fn take(&self, path: &Spanned<String>, sink: &mut Sink) -> Option<&'a ModuleFile> {
        let file = self.find(path, sink)?;
        let first = Use { span: path.span, bytes: None };
        self.used.borrow_mut().entry(file.path.clone()).or_insert(first);
        Some(file)
    }

    /// The file that content reads without shipping it (the CSV of a table).
    pub fn read(&self, path: &Spanned<String>, sink: &mut Sink) -> Option<&'a ModuleFile> {
        let file = self.find(path, sink)?;
        self.used
            .borrow_mut()
            .entry(file.path.clone())
            .or_insert(Use { span: path.span, bytes: Some(Vec::new()) });
        Some(file)
    }

    /// Ships `bytes` instead of the file's own.
    pub fn replace(&self, path: &str, bytes: Vec<u8>) {
        if let Some(used) = self.used.borrow_mut().get_mut(path) {
            used.bytes = Some(bytes);
        }
    }

    /// Every file, with its first use.
    pub fn uses(&self) -> Vec<(&'a ModuleFile, Option<Use>)> {
        let used = self.used.borrow();
        self.files.values().map(|f| (*f, used.get(&f.path).cloned())).collect()
    }

    fn find(&self, path: &Spanned<String>, sink: &mut Sink) -> Option<&'a ModuleFile> {
        let written = path.value.as_str();
        if leaves(written) {
            sink.push(escape(path));
            return None;
        }
        match self.files.get(written.trim_start_matches("./")) {
            Some(file) if file.outside => {
                sink.push(outside(path));
                None
            }
            Some(file) => Some(*file),
            None => {
                sink.push(self.missing(path));
                None
            }
        }
    }

    fn missing(&self, path: &Spanned<String>) -> Diagnostic {
        let written = path.value.as_str();
        let message = text! {
            fr: "le fichier « {written} » n'est pas dans le dossier du module",
            en: "the file « {written} » is not in the module's folder",
        };
        let found = Diagnostic::new(Code::FIL2005, path.span, message);
        match closest(written, self.files.keys().copied()).or_else(|| self.same_name(written)) {
            Some(known) => {
                found.hint(text! { fr: "vouliez-vous dire « {known} »?", en: "did you mean « {known} »?" })
            }
            None => found.hint(text! {
                fr: "les chemins partent du dossier du module, comme assets/cuve.svg",
                en: "paths start at the module's folder, as assets/cuve.svg",
            }),
        }
    }

    /// A file of another folder that has the same name.
    fn same_name(&self, written: &str) -> Option<&'a str> {
        let name = written.rsplit('/').next().filter(|n| !n.is_empty())?;
        self.files.keys().find(|f| f.rsplit('/').next() == Some(name)).copied()
    }
}

/// Whether a path is absolute, or climbs out of the folder it starts from.
fn leaves(path: &str) -> bool {
    path.starts_with(['/', '\\', '~'])
        || path.contains(':')
        || path.split(['/', '\\']).any(|part| part == "..")
}

fn escape(path: &Spanned<String>) -> Diagnostic {
    let written = &path.value;
    Diagnostic::new(
        Code::FIL2006,
        path.span,
        text! {
            fr: "le chemin « {written} » sort du dossier du module",
            en: "the path « {written} » leaves the module's folder",
        },
    )
    .hint(text! {
        fr: "copiez le fichier dans le dossier du module, par exemple dans assets/",
        en: "copy the file into the module's folder, for example into assets/",
    })
}

fn outside(path: &Spanned<String>) -> Diagnostic {
    let written = &path.value;
    Diagnostic::new(
        Code::FIL2006,
        path.span,
        text! {
            fr: "« {written} » est un lien symbolique qui mène hors du dossier du module",
            en: "« {written} » is a symbolic link that leads out of the module's folder",
        },
    )
    .hint(text! {
        fr: "remplacez le lien par une copie du fichier",
        en: "replace the link by a copy of the file",
    })
}
