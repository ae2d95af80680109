//! Reads a workspace from disk and decodes its YAML; pages stay as written.

use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::source::BankDraft;
use crate::source::Kind;
use crate::source::LoadError;
use crate::source::ModuleDraft;
use crate::source::ModuleFile;
use crate::source::Object;
use crate::source::PageSource;
use crate::source::WorkspaceDraft;
use crate::source::decode;
use crate::source::fields;
use crate::source::files;
use crate::source::files::Found;
use crate::source::files::Place;
use crate::source::texts;
use crate::text;

/// Name of the record of released versions.
const LOCK: &str = "filiere.lock";

/// Endings of files of the format, in order of preference.
const ENDINGS: &[&str] = &["yaml", "yml", "json"];

/// Endings of other texts that checks look into.
const TEXTS: &[&str] = &["csv", "svg", "md", "vtt"];

/// Reads the workspace at `root` and all of its modules.
pub fn load(root: &Path, sources: &mut Sources, sink: &mut Sink) -> Result<WorkspaceDraft, LoadError> {
    load_only(root, &[], sources, sink)
}

/// Reads the workspace at `root` and those of its modules that `selection` names (none: all).
pub fn load_only(
    root: &Path,
    selection: &[String],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<WorkspaceDraft, LoadError> {
    if !root.is_dir() {
        let cause = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(LoadError { path: root.to_owned(), cause });
    }
    let object = workspace(root, sources, sink);
    let lock = lock(root, sources, sink);
    let all = files::folders(&root.join("modules"))?;
    let folders: Vec<String> = all.iter().map(|(name, _)| name.clone()).collect();
    let mut modules = Vec::new();
    for (folder, path) in all {
        if selection.is_empty() || selection.contains(&folder) {
            modules.push(module(folder, path, sources, sink)?);
        }
    }
    Ok(WorkspaceDraft { object, lock, folders, modules })
}

fn workspace(root: &Path, sources: &mut Sources, sink: &mut Sink) -> Option<Object> {
    let names = ENDINGS.iter().map(|ending| format!("filiere.{ending}"));
    let Some(name) = names.into_iter().find(|name| files::exists(&root.join(name))) else {
        let message = text! {
            fr: "aucun fichier filiere.yaml ici",
            en: "no filiere.yaml here",
        };
        sink.push(Diagnostic::placeless(Code::FIL1022, message).hint(text! {
            fr: "allez dans le dossier de l'espace de travail, ou créez-en un par « filiere new workspace »",
            en: "go to the workspace's folder, or make one with « filiere new workspace »",
        }));
        return None;
    };
    let text = texts::read(&root.join(&name), &name, sources, sink)?;
    decode::decode(&text, &fields::WORKSPACE, sink)
}

/// filiere.lock, as text: what it says is read elsewhere.
fn lock(root: &Path, sources: &mut Sources, sink: &mut Sink) -> Option<Fragment> {
    let disk = root.join(LOCK);
    files::exists(&disk).then(|| texts::read(&disk, LOCK, sources, sink))?
}

fn module(
    folder: String,
    root: PathBuf,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<ModuleDraft, LoadError> {
    let found = files::files(&root)?;
    let prefix = format!("modules/{folder}/");
    let draft = ModuleDraft {
        folder,
        root,
        module: None,
        glossary: Vec::new(),
        references: Vec::new(),
        pages: Vec::new(),
        banks: Vec::new(),
        files: Vec::new(),
        unread: BTreeSet::new(),
    };
    let mut reader = Reader { draft, prefix, sources, sink };
    reader.module_file(&found);
    for file in &found {
        reader.file(file, &found);
    }
    Ok(reader.draft)
}

/// What a path inside a module is.
enum Role<'a> {
    Module,
    Glossary,
    References,
    Page(&'a str),
    Bank(&'a str),
    Other,
}

struct Reader<'a> {
    draft: ModuleDraft,
    prefix: String,
    sources: &'a mut Sources,
    sink: &'a mut Sink,
}

impl Reader<'_> {
    /// Reports a folder without module.yaml.
    fn module_file(&mut self, found: &[Found]) {
        if found.iter().any(|f| matches!(role(&f.path, found), Role::Module)) {
            return;
        }
        let folder = &self.draft.folder;
        let message = text! {
            fr: "le dossier modules/{folder} n'a pas de module.yaml",
            en: "the folder modules/{folder} has no module.yaml",
        };
        self.sink.push(Diagnostic::placeless(Code::FIL1001, message).hint(text! {
            fr: "créez-le par « filiere new module », ou retirez le dossier",
            en: "make it with « filiere new module », or remove the folder",
        }));
        self.draft.unread.insert("module.yaml".to_owned());
    }

    fn file(&mut self, file: &Found, all: &[Found]) {
        if file.place == Place::TooDeep {
            return texts::too_deep(&format!("{}{}", self.prefix, file.path), self.sources, self.sink);
        }
        match role(&file.path, all) {
            Role::Module => {
                self.draft.module =
                    self.decoded(file, |text, sink| decode::decode(text, &fields::MODULE, sink));
            }
            Role::Glossary => self.draft.glossary = self.entries(file, &fields::TERM).1,
            Role::References => self.draft.references = self.entries(file, &fields::REFERENCE).1,
            Role::Page(name) => {
                if let Some(text) = self.text(file) {
                    self.draft.pages.push(PageSource { name: name.to_owned(), text });
                }
            }
            Role::Bank(name) => self.bank(file, name),
            Role::Other => self.other(file),
        }
    }

    fn bank(&mut self, file: &Found, name: &str) {
        let (text, questions) = self.entries(file, &fields::QUESTION);
        let Some(text) = text else { return };
        let whole = !self.draft.unread.contains(&file.path);
        self.draft.banks.push(BankDraft { name: name.to_owned(), text, questions, whole });
    }

    fn other(&mut self, file: &Found) {
        let is_text = ending(&file.path).is_some_and(|e| TEXTS.contains(&e.to_ascii_lowercase().as_str()));
        let outside = file.place == Place::Outside;
        let read = is_text && !outside && file.length <= files::TEXT_LIMIT;
        let text = if read { self.text(file) } else { None };
        self.draft.files.push(ModuleFile {
            path: file.path.clone(),
            disk: file.disk.clone(),
            length: file.length,
            text,
            outside,
        });
    }

    /// The objects of a list; a file that is not wholly decoded is noted.
    fn entries(&mut self, file: &Found, kind: &'static Kind) -> (Option<Fragment>, Vec<Object>) {
        let Some(text) = self.text(file) else { return (None, Vec::new()) };
        let (objects, whole) = decode::entries(&text, kind, self.sink).unwrap_or((Vec::new(), false));
        if !whole {
            self.draft.unread.insert(file.path.clone());
        }
        (Some(text), objects)
    }

    fn decoded(
        &mut self,
        file: &Found,
        decode: impl FnOnce(&Fragment, &mut Sink) -> Option<Object>,
    ) -> Option<Object> {
        let text = self.text(file)?;
        let object = decode(&text, self.sink);
        if object.is_none() {
            self.draft.unread.insert(file.path.clone());
        }
        object
    }

    fn text(&mut self, file: &Found) -> Option<Fragment> {
        let path = format!("{}{}", self.prefix, file.path);
        let text = texts::of_module(file, &path, self.sources, self.sink);
        if text.is_none() {
            self.draft.unread.insert(file.path.clone());
        }
        text
    }
}

fn role<'a>(path: &'a str, all: &[Found]) -> Role<'a> {
    match path.split_once('/') {
        None => match preferred(path, all) {
            Some("module") => Role::Module,
            Some("glossary") => Role::Glossary,
            Some("references") => Role::References,
            _ => Role::Other,
        },
        Some(("pages", name)) if !name.contains('/') => {
            name.strip_suffix(".md").map_or(Role::Other, Role::Page)
        }
        Some(("questions", name)) if !name.contains('/') => preferred(path, all)
            .and_then(|stem| stem.strip_prefix("questions/"))
            .map_or(Role::Other, Role::Bank),
        Some(_) => Role::Other,
    }
}

/// The path without its ending, of a file of the format; `None` when another ending comes first.
fn preferred<'a>(path: &'a str, all: &[Found]) -> Option<&'a str> {
    let (stem, ending) = path.rsplit_once('.')?;
    let rank = ENDINGS.iter().position(|e| *e == ending)?;
    let other = |better: &str| all.iter().any(|f| f.path == format!("{stem}.{better}"));
    (!ENDINGS[..rank].iter().any(|better| other(better))).then_some(stem)
}

fn ending(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, ending)| ending)
}

#[cfg(test)]
mod tests;
