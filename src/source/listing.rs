//! The files of a workspace that follow the format, for `fmt`; it reads none of them.

use std::path::Path;
use std::path::PathBuf;

use crate::source::LoadError;
use crate::source::files;
use crate::source::files::Place;

/// What a file of the format is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// YAML by the tables of fields.
    Yaml,
    /// Markdown with blocks.
    Page,
}

/// A file of the format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Path in the workspace, NFC, with `/`.
    pub path: String,
    /// Where it is.
    pub disk: PathBuf,
    /// What it is written in.
    pub written: Written,
}

/// filiere.yaml, and the files of the modules that `selection` names (none: all), by path.
pub fn listing(root: &Path, selection: &[String]) -> Result<Vec<Listed>, LoadError> {
    let workspace = root.join("filiere.yaml");
    let mut out = Vec::new();
    if files::exists(&workspace) {
        out.push(Listed { path: "filiere.yaml".to_owned(), disk: workspace, written: Written::Yaml });
    }
    for (folder, disk) in files::folders(&root.join("modules"))? {
        if selection.is_empty() || selection.contains(&folder) {
            let found = files::files(&disk)?.into_iter().filter(|file| file.place == Place::Inside);
            out.extend(found.filter_map(|file| {
                let written = written(&file.path)?;
                Some(Listed { path: format!("modules/{folder}/{}", file.path), disk: file.disk, written })
            }));
        }
    }
    Ok(out)
}

fn written(path: &str) -> Option<Written> {
    match path.split_once('/') {
        None if ["module.yaml", "glossary.yaml", "references.yaml"].contains(&path) => Some(Written::Yaml),
        Some(("questions", name)) if !name.contains('/') && name.ends_with(".yaml") => Some(Written::Yaml),
        Some(("pages", name)) if !name.contains('/') && name.ends_with(".md") => Some(Written::Page),
        _ => None,
    }
}
