//! What prose may refer to, and a record of what it did refer to; it reads no file.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::PathBuf;

use unicode_normalization::UnicodeNormalization;

use crate::check::prose::page;
use crate::diag::Fragment;
use crate::diag::Span;
use crate::model::LangTag;
use crate::source::ModuleFile;
use crate::source::PageSource;

/// Every name that the prose of one module may use.
#[derive(Debug)]
pub struct Names {
    pub language: LangTag,
    /// Every form of every glossary entry, folded → `Term::id`.
    terms: BTreeMap<String, String>,
    /// Ids of references.
    pub references: BTreeSet<String>,
    /// Ids of questions of banks, which a page may place.
    pub questions: BTreeSet<String>,
    /// Page id → what links may name in it.
    pub pages: BTreeMap<String, PageNames>,
    /// Files of the module by path, NFC, with `/`.
    pub files: BTreeMap<String, FileNames>,
    /// Whether a name that is nowhere is really missing: false when a file could not be decoded.
    pub whole: bool,
    /// What was used so far.
    pub used: RefCell<Used>,
}

/// A page that links may lead to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PageNames {
    /// File name without `.md`, as `02-cuve`.
    pub file: String,
    pub headings: BTreeSet<String>,
}

/// A file that prose may show or offer.
#[derive(Debug, Clone, PartialEq)]
pub struct FileNames {
    pub disk: PathBuf,
    /// Content of an SVG or CSV file.
    pub text: Option<Fragment>,
    /// A symbolic link that leaves the folder.
    pub outside: bool,
    /// A text that was reported as unreadable: nothing more is said of it.
    pub unread: bool,
}

/// What prose referred to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Used {
    /// `Term::id`s.
    pub terms: BTreeSet<String>,
    pub references: BTreeSet<String>,
    /// Paths of files that go into the package, each with the first place that names it.
    pub files: BTreeMap<String, Span>,
    /// Paths of files that were read at build only: data of tables.
    pub data: BTreeSet<String>,
    /// Cleaned SVG files by path; they replace the bytes on disk.
    pub svgs: BTreeMap<String, Vec<u8>>,
}

impl Names {
    /// No name at all yet.
    pub fn new(language: LangTag) -> Self {
        Self {
            language,
            terms: BTreeMap::new(),
            references: BTreeSet::new(),
            questions: BTreeSet::new(),
            pages: BTreeMap::new(),
            files: BTreeMap::new(),
            whole: true,
            used: RefCell::new(Used::default()),
        }
    }

    /// Adds a form of the glossary entry `id`.
    pub fn add_term(&mut self, form: &str, id: &str) {
        self.terms.insert(fold(form), id.to_owned());
    }

    /// Adds a page and its headings.
    pub fn add_page(&mut self, source: &PageSource) {
        let headings = page::headings(&source.text).into_iter().collect();
        let names = PageNames { file: source.name.clone(), headings };
        self.pages.insert(page::page_id(&source.name).to_owned(), names);
    }

    /// Adds a file.
    pub fn add_file(&mut self, file: &ModuleFile, unread: bool) {
        let (disk, text, outside) = (file.disk.clone(), file.text.clone(), file.outside);
        let names = FileNames { disk, text, outside, unread };
        self.files.insert(file.path.clone(), names);
    }

    /// The glossary entry that `form` calls.
    pub fn term(&self, form: &str) -> Option<&str> {
        self.terms.get(&fold(form)).map(String::as_str)
    }

    /// Every form that calls an entry, folded.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.terms.keys().map(String::as_str)
    }
}

/// Lower case, NFC, one space between words, straight apostrophes.
fn fold(form: &str) -> String {
    let words: Vec<&str> = form.split_whitespace().collect();
    words.join(" ").replace('’', "'").nfc().collect::<String>().to_lowercase()
}
