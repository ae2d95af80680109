//! A page: its title, its headings with their ids, its lead question and its footnotes.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::check::findings;
use crate::check::prose::Names;
use crate::check::prose::scope::PageState;
use crate::check::prose::scope::Scope;
use crate::check::prose::scope::throughout;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Block;
use crate::model::Inline;
use crate::model::Prose;
use crate::model::QuestionId;
use crate::source::Object;
use crate::source::PageSource;
use crate::source::markdown;
use crate::source::markdown::BlockKind;
use crate::source::markdown::Document;
use crate::source::markdown::InlineKind;
use crate::text;

/// A page, converted.
#[derive(Debug, Clone, PartialEq)]
pub struct PageParts {
    /// The first line `# …`.
    pub title: Vec<Inline>,
    /// What follows it.
    pub body: Prose,
    /// In order of first call.
    pub footnotes: Vec<Prose>,
    /// Questions placed, those written in place included, in order, each with its place.
    pub questions: Vec<(QuestionId, Span)>,
    /// Questions written in place; their `id` is the block's.
    pub written: Vec<Object>,
}

/// Converts a page; after an error it still gives the questions, so that they are checked too.
pub fn page(source: &PageSource, names: &Names, sink: &mut Sink) -> PageParts {
    throughout(names, &BTreeSet::new(), sink, |scope| {
        let start = markdown::front_matter(&source.text, &mut scope.sink);
        let text = source.text.slice(start..source.text.text().len());
        let document = markdown::parse(&text, &mut scope.sink);
        scope.page = Some(state(page_id(&source.name), &document, &mut scope.sink));
        scope.page(&text, &document)
    })
}

/// A page's id: its file's name without the leading number.
pub fn page_id(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.strip_prefix(['-', '_']).filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// Ids of the headings of a page, in order.
pub fn headings(text: &Fragment) -> Vec<String> {
    let document = markdown::parse(text, &mut Sink::default());
    ids(&document, &mut Sink::default())
}

fn state(id: &str, document: &Document, sink: &mut Sink) -> PageState {
    let ids = ids(document, sink);
    repeated_notes(document, sink);
    PageState {
        id: id.to_owned(),
        headings: ids.iter().cloned().collect(),
        coming: ids.into(),
        defined: document.notes.iter().map(|note| note.label.clone()).collect(),
        ..PageState::default()
    }
}

/// Footnotes whose label is taken: only the first would be shown.
fn repeated_notes(document: &Document, sink: &mut Sink) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for note in &document.notes {
        match first.get(note.label.as_str()) {
            Some(first) => sink.push(findings::repeated(&note.label, note.at, *first)),
            None => drop(first.insert(&note.label, note.at)),
        }
    }
}

/// One id per heading: the one written `{#id}`, else made of its words; unique in the page.
fn ids(document: &Document, sink: &mut Sink) -> Vec<String> {
    let headings: Vec<_> = document.blocks.iter().filter_map(heading).skip(1).collect();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for (_, id, at) in &headings {
        let Some(id) = id else { continue };
        if taken.insert((*id).clone(), 1).is_some() {
            let message = text! { fr: "l'identifiant « {id} » sert déjà dans cette page", en: "the id « {id} » is already used on this page" };
            let cure = text! { fr: "choisissez-en un autre", en: "choose another one" };
            sink.push(Diagnostic::new(Code::FIL2002, *at, message).hint(cure));
        }
    }
    headings
        .into_iter()
        .map(|(content, id, _)| id.cloned().unwrap_or_else(|| free(slug(content), &mut taken)))
        .collect()
}

type Heading<'a> = (&'a [markdown::Inline], Option<&'a String>, Span);

fn heading(block: &markdown::Block) -> Option<Heading<'_>> {
    match &block.kind {
        BlockKind::Heading { id, content, .. } => Some((content, id.as_ref(), block.at)),
        _ => None,
    }
}

/// `name`, `name-2`, `name-3`…
fn free(name: String, taken: &mut BTreeMap<String, usize>) -> String {
    let mut number = 1;
    let mut id = name.clone();
    while taken.contains_key(&id) {
        number += 1;
        id = format!("{name}-{number}");
    }
    taken.insert(id.clone(), 1);
    id
}

fn slug(content: &[markdown::Inline]) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut words = String::new();
    written(content, &mut words);
    let letters = words.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let mut out = String::new();
    for c in letters.flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() { "section".to_owned() } else { out.to_owned() }
}

fn written(content: &[markdown::Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Emphasis(c)
            | InlineKind::Strong(c)
            | InlineKind::Strike(c)
            | InlineKind::Sub(c)
            | InlineKind::Sup(c)
            | InlineKind::Link { content: c, .. } => written(c, out),
            InlineKind::Role { body, .. } => out.push_str(body.text().split('<').next().unwrap_or_default()),
            InlineKind::Math { tex, .. } => out.push_str(tex.text()),
            InlineKind::Break => out.push(' '),
            InlineKind::Image { .. } | InlineKind::Note(_) | InlineKind::Bracket { .. } => {}
        }
    }
}

impl Scope<'_> {
    fn page(&mut self, text: &Fragment, document: &Document) -> PageParts {
        let title = self.title(text, document);
        let rest = document.blocks.get(usize::from(title.is_some())..).unwrap_or_default();
        self.levels(rest);
        let mut body = Prose(rest.iter().filter_map(|block| self.top(block)).collect());
        if let Some(Block::Paragraph(content)) = body.0.first()
            && let [Inline::Emphasis(lead)] = content.as_slice()
        {
            body.0[0] = Block::Lead(lead.clone());
        }
        let footnotes = self.footnotes(document);
        let page = self.page.take().unwrap_or_default();
        let title = title.unwrap_or_default();
        PageParts { title, body, footnotes, questions: page.placed, written: page.written }
    }

    /// A block of the page itself: only there headings stand.
    fn top(&mut self, block: &markdown::Block) -> Option<Block> {
        let BlockKind::Heading { level, content, .. } = &block.kind else { return self.block(block) };
        let content = self.typeset(content);
        let id = self.page.as_mut().and_then(|page| page.coming.pop_front()).unwrap_or_default();
        Some(Block::Heading { level: *level, id, content })
    }

    fn title(&mut self, text: &Fragment, document: &Document) -> Option<Vec<Inline>> {
        if let Some(markdown::Block { kind: BlockKind::Heading { level: 1, content, .. }, at }) =
            document.blocks.first()
        {
            if content.is_empty() {
                let message = text! { fr: "le titre de la page est vide", en: "the page's title is empty" };
                self.sink.push(Diagnostic::new(Code::FIL3001, *at, message));
            }
            return Some(self.typeset(content));
        }
        let line = text.text().lines().next().unwrap_or_default().len();
        let message = text! {
            fr: "la page ne commence pas par son titre",
            en: "the page does not begin with its title",
        };
        let cure = text! { fr: "écrivez « # Titre » à la première ligne", en: "write « # Title » on the first line" };
        self.sink.push(Diagnostic::new(Code::FIL3001, text.span(0..line), message).hint(cure));
        None
    }

    /// Levels go down one at a time, from `##`.
    fn levels(&mut self, blocks: &[markdown::Block]) {
        let mut above = 1;
        for block in blocks {
            let BlockKind::Heading { level, content, .. } = &block.kind else { continue };
            let (level, at) = (*level, block.at);
            let marks = "#".repeat(usize::from(above) + 1);
            if level == 1 {
                let message =
                    text! { fr: "la page a un second titre « # »", en: "the page has a second title « # »" };
                let cure =
                    text! { fr: "commencez les sections par « ## »", en: "begin sections with « ## »" };
                self.sink.push(Diagnostic::new(Code::FIL3001, at, message).hint(cure));
                continue;
            }
            if level > above + 1 {
                let message = text! {
                    fr: "ce titre passe du niveau {above} au niveau {level}",
                    en: "this heading goes from level {above} to level {level}",
                };
                let cure = text! { fr: "écrivez « {marks} »", en: "write « {marks} »" };
                self.sink.push(Diagnostic::new(Code::FIL3001, at, message).hint(cure));
            }
            if content.is_empty() {
                let message = text! { fr: "ce titre est vide", en: "this heading is empty" };
                self.sink.push(Diagnostic::new(Code::FIL3001, at, message));
            }
            above = level;
        }
    }

    /// Footnotes in order of first call; those that footnotes call come after.
    fn footnotes(&mut self, document: &Document) -> Vec<Prose> {
        let mut out = Vec::new();
        while let Some(label) = self.called(out.len()) {
            let note = document.notes.iter().find(|note| note.label == label);
            out.push(note.map(|note| self.prose(&note.blocks)).unwrap_or_default());
        }
        for note in &document.notes {
            let label = &note.label;
            if self.page.as_ref().is_some_and(|page| !page.called.contains_key(label)) {
                let message = text! { fr: "rien n'appelle la note « {label} »", en: "nothing calls the footnote « {label} »" };
                let cure = text! { fr: "écrivez [^{label}] à sa place, ou enlevez-la", en: "write [^{label}] in its place, or remove it" };
                self.sink.push(Diagnostic::new(Code::FIL2004, note.at, message).hint(cure));
            }
        }
        out
    }

    fn called(&self, number: usize) -> Option<String> {
        let called = &self.page.as_ref()?.called;
        called.iter().find(|(_, n)| **n == number).map(|(label, _)| label.clone())
    }
}
