//! What prose may refer to in a module, and what of it was used; it reports nothing itself.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::check::Files;
use crate::model::LangTag;

/// Everything that prose may refer to.
pub struct Names<'a> {
    /// Language of the content.
    pub language: LangTag,
    /// `Term::id` by folded form ([`fold`]), of every form of every term.
    pub terms: BTreeMap<String, String>,
    /// Ids of references.yaml.
    pub references: BTreeSet<String>,
    /// Ids of the questions of all banks.
    pub questions: BTreeSet<String>,
    /// Heading ids by page id.
    pub pages: BTreeMap<String, BTreeSet<String>>,
    /// Files of the module.
    pub files: Files<'a>,
    /// Whether a name that is not here is really missing: every file was decoded.
    pub whole: bool,
    used: RefCell<Used>,
}

#[derive(Debug, Default)]
struct Used {
    terms: BTreeSet<String>,
    references: BTreeSet<String>,
}

impl<'a> Names<'a> {
    /// Names of a module without terms, references, questions and pages yet.
    pub fn new(language: LangTag, files: Files<'a>, whole: bool) -> Self {
        Self {
            language,
            terms: BTreeMap::new(),
            references: BTreeSet::new(),
            questions: BTreeSet::new(),
            pages: BTreeMap::new(),
            files,
            whole,
            used: RefCell::default(),
        }
    }

    /// The id of the term that has this form, which is then used.
    pub fn use_term(&self, form: &str) -> Option<&str> {
        let id = self.terms.get(&fold(form))?;
        self.used.borrow_mut().terms.insert(id.clone());
        Some(id)
    }

    /// Whether the reference exists; it is then used.
    pub fn use_reference(&self, id: &str) -> bool {
        let known = self.references.contains(id);
        if known {
            self.used.borrow_mut().references.insert(id.to_owned());
        }
        known
    }

    /// Whether prose called the term.
    pub fn is_term_used(&self, id: &str) -> bool {
        self.used.borrow().terms.contains(id)
    }

    /// Whether prose cited the reference.
    pub fn is_reference_used(&self, id: &str) -> bool {
        self.used.borrow().references.contains(id)
    }
}

/// A form as it is compared: NFC, lower case, blanks collapsed, one kind of apostrophe.
pub fn fold(form: &str) -> String {
    let lower: String =
        form.nfc().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_compared_without_case_and_blanks() {
        assert_eq!(fold("Effet\u{a0} d’Anode"), "effet d'anode");
        assert_eq!(fold("Ele\u{301}ment"), "elément");
    }
}
