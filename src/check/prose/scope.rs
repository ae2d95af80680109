//! The state of one conversion: names in sight, findings so far, notes and headings of the page.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::VecDeque;

use crate::check::findings;
use crate::check::prose::Names;
use crate::check::prose::rules;
use crate::check::prose::text;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::Text;
use crate::model::Block;
use crate::model::Inline;
use crate::model::LangTag;
use crate::model::Prose;
use crate::model::QuestionId;
use crate::notation::Lang;
use crate::source::Object;
use crate::source::markdown;
use crate::source::markdown::BlockKind;
use crate::source::markdown::Document;
use crate::text;

/// A conversion under way.
pub struct Scope<'a> {
    pub names: &'a Names,
    pub blanks: &'a BTreeSet<String>,
    pub language: LangTag,
    pub sink: Sink,
    /// `Some` while a page is converted.
    pub page: Option<PageState>,
}

/// What a page gathers while it is converted.
#[derive(Default)]
pub struct PageState {
    /// The page's own id.
    pub id: String,
    /// Ids of its headings still to come, in order.
    pub coming: VecDeque<String>,
    /// Ids of all its headings.
    pub headings: BTreeSet<String>,
    /// Labels of its footnotes that are defined.
    pub defined: BTreeSet<String>,
    /// Number of each footnote called so far.
    pub called: BTreeMap<String, usize>,
    pub placed: Vec<(QuestionId, Span)>,
    pub written: Vec<Object>,
}

/// Runs a conversion; gives its value only when it found no error.
pub fn within<T>(
    names: &Names,
    blanks: &BTreeSet<String>,
    sink: &mut Sink,
    convert: impl FnOnce(&mut Scope) -> T,
) -> Option<T> {
    let errors = sink.error_count();
    let value = throughout(names, blanks, sink, convert);
    (sink.error_count() == errors).then_some(value)
}

/// Runs a conversion; gives what it could make of it, even after an error.
pub fn throughout<T>(
    names: &Names,
    blanks: &BTreeSet<String>,
    sink: &mut Sink,
    convert: impl FnOnce(&mut Scope) -> T,
) -> T {
    let language = names.language.clone();
    let mut scope = Scope { names, blanks, language, sink: Sink::default(), page: None };
    let value = convert(&mut scope);
    sink.append(scope.sink);
    value
}

impl Scope<'_> {
    /// A whole text.
    pub fn field(&mut self, text: &Fragment) -> Prose {
        let document = markdown::parse(text, &mut self.sink);
        self.no_notes(&document);
        self.prose(&document.blocks)
    }

    /// A single paragraph.
    pub fn run(&mut self, text: &Fragment) -> Vec<Inline> {
        let document = markdown::parse(text, &mut self.sink);
        self.no_notes(&document);
        let mut out = Vec::new();
        for (number, block) in document.blocks.iter().enumerate() {
            if let (0, BlockKind::Paragraph(content)) = (number, &block.kind) {
                out = self.typeset(content);
                continue;
            }
            let message =
                text! { fr: "un seul paragraphe est permis ici", en: "a single paragraph is allowed here" };
            let cure = text! { fr: "gardez une phrase, sans liste ni bloc", en: "keep one sentence, without list or block" };
            self.sink.push(Diagnostic::new(Code::FIL1024, block.at, message).hint(cure));
        }
        out
    }

    /// Blocks, one after the other.
    pub fn prose(&mut self, blocks: &[markdown::Block]) -> Prose {
        let blocks: Vec<Block> = blocks.iter().filter_map(|block| self.block(block)).collect();
        Prose(blocks)
    }

    /// Runs, typeset as one text.
    pub fn typeset(&mut self, content: &[markdown::Inline]) -> Vec<Inline> {
        let mut out = self.inlines(content);
        text::typeset(&mut out, &self.language);
        out
    }

    /// The rules of typography of the language being written.
    pub fn rules(&self) -> Lang {
        rules(&self.language)
    }

    fn no_notes(&mut self, document: &Document) {
        for note in &document.notes {
            let message = text! { fr: "une note se définit dans une page seulement", en: "a footnote is defined in a page only" };
            let cure = text! { fr: "dites-le dans la phrase", en: "say it in the sentence" };
            self.sink.push(Diagnostic::new(Code::FIL2004, note.at, message).hint(cure));
        }
    }

    /// A reference to nothing, with the known names, else with `cure`.
    pub fn unknown<'n>(
        &mut self,
        (message, cure): (Text, Text),
        at: Span,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) {
        let known: Vec<&str> = known.into_iter().collect();
        let finding = Diagnostic::new(Code::FIL2004, at, message);
        self.sink.push(if known.is_empty() {
            finding.hint(cure)
        } else {
            findings::suggest(finding, name, known)
        });
    }
}
