//! XML as a tree whose names and values know their places; it stops at the first fault of syntax.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesDecl;
use quick_xml::events::BytesRef;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use quick_xml::events::attributes::AttrError;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::Text;
use crate::text;

/// Elements inside one another, at most.
const DEPTH: usize = 64;
/// The namespace that `xml:` stands for.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    /// Without its prefix.
    pub name: String,
    /// The prefix that it is written with.
    pub prefix: Option<String>,
    /// Its namespace; empty when it has none.
    pub space: String,
    /// All but declarations of namespaces.
    pub attributes: Vec<Attribute>,
    /// The elements inside.
    pub children: Vec<Element>,
    /// The text directly inside.
    pub text: String,
    /// Where its name stands.
    pub at: Span,
}

impl Element {
    /// The value of the attribute `name` that is in no namespace.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.space.is_empty() && attribute.name == name)
    }

    /// The children called `name`.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.children.iter().filter(move |child| child.name == name && child.space == self.space)
    }
}

/// An attribute.
#[derive(Debug)]
pub(super) struct Attribute {
    /// Without its prefix.
    pub name: String,
    /// With its prefix.
    pub written: String,
    pub space: String,
    pub value: String,
    /// Where its value stands, without quotes.
    pub at: Span,
}

/// The root of a document, or `None` after a finding.
pub(super) fn read(text: &str, file: FileId, written: Written, sink: &mut Sink) -> Option<Element> {
    let mut builder = Builder { text, file, written, open: Vec::new(), scopes: Vec::new(), root: None };
    match builder.build() {
        Ok(root) => Some(root),
        Err((range, message)) => {
            let found = Diagnostic::new(Code::FIL7001, Span::new(file, range), message);
            sink.push(found.hint(text! {
                fr: "corrigez le XML : une plateforme refuse le paquet entier",
                en: "mend the XML: a platform refuses the whole package",
            }));
            None
        }
    }
}

type Fault = (Range<usize>, Text);

/// How a document stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Utf8,
    /// In the encoding that it announces, which is another.
    Otherwise,
}

struct Builder<'a> {
    text: &'a str,
    file: FileId,
    written: Written,
    open: Vec<Element>,
    /// Prefixes that each open element declares.
    scopes: Vec<BTreeMap<String, String>>,
    root: Option<Element>,
}

impl<'a> Builder<'a> {
    fn build(&mut self) -> Result<Element, Fault> {
        characters(self.text)?;
        late_declaration(self.text)?;
        // A byte order mark is no part of the document.
        let start = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut reader = Reader::from_str(&self.text[start..]);
        reader.config_mut().enable_all_checks(true);
        loop {
            let at = start + position(reader.buffer_position());
            let event = reader.read_event().map_err(|error| {
                let at = (start + position(reader.error_position())).min(self.text.len());
                (at..at, malformed(&error))
            })?;
            match event {
                Event::Eof => break,
                event => self.event(event, at)?,
            }
        }
        let end = self.text.len();
        if let Some(open) = self.open.last() {
            let name = &open.name;
            let message = text! { fr: "« {name} » n'est pas fermé", en: "« {name} » is not closed" };
            return Err((range(open.at), message));
        }
        let nothing =
            || (end..end, text! { fr: "le document n'a pas d'élément", en: "the document has no element" });
        self.root.take().ok_or_else(nothing)
    }

    fn event(&mut self, event: Event<'a>, at: usize) -> Result<(), Fault> {
        match event {
            Event::Start(tag) => self.start(&tag, at)?,
            Event::Empty(tag) => {
                self.start(&tag, at)?;
                self.end();
            }
            Event::End(_) => self.end(),
            Event::Text(text) => self.words(&text.xml10_content(), at)?,
            Event::CData(text) => self.words(&text.xml10_content(), at)?,
            Event::GeneralRef(reference) => self.words(&resolved(&reference, at)?, at)?,
            Event::Decl(declaration) => self.declaration(&declaration, at)?,
            Event::Comment(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
        }
        Ok(())
    }

    /// Platforms believe the encoding that is announced; the text was read as UTF-8.
    fn declaration(&self, declaration: &BytesDecl<'a>, at: usize) -> Result<(), Fault> {
        match declaration.encoding() {
            Some(Ok(name))
                if self.written == Written::Utf8
                    && !name.eq_ignore_ascii_case("utf-8")
                    && !self.text.is_ascii() =>
            {
                let message = text! {
                    fr: "le fichier s'annonce en « {name} », et il est en UTF-8",
                    en: "the file announces « {name} », and it is in UTF-8",
                };
                Err((at..at + declaration.len(), message))
            }
            _ => Ok(()),
        }
    }

    fn start(&mut self, tag: &BytesStart<'a>, at: usize) -> Result<(), Fault> {
        let name = tag.name().0;
        let here = at + 1..at + 1 + name.len();
        if self.root.is_some() || self.open.len() == DEPTH {
            let message = if self.root.is_some() {
                text! { fr: "un second élément suit le premier", en: "a second element follows the first" }
            } else {
                text! { fr: "plus de {DEPTH} éléments l'un dans l'autre", en: "more than {DEPTH} elements inside one another" }
            };
            return Err((here, message));
        }
        let written = self.attributes(tag, at)?;
        self.scopes.push(declared(&written));
        let (prefix, local) = split(name);
        let space = self.space(prefix, &here)?;
        let attributes = written.into_iter().filter(|one| !declares(&one.written));
        let attributes = attributes.map(|one| self.qualified(one)).collect::<Result<_, _>>()?;
        self.open.push(Element {
            name: local.to_owned(),
            prefix: prefix.map(str::to_owned),
            space,
            attributes,
            children: Vec::new(),
            text: String::new(),
            at: Span::new(self.file, here),
        });
        Ok(())
    }

    fn end(&mut self) {
        self.scopes.pop();
        // The reader refuses an end without a start.
        let Some(element) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    fn words(&mut self, words: &str, at: usize) -> Result<(), Fault> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(words),
            None if words.trim().is_empty() => {}
            None => {
                let message = text! { fr: "du texte se trouve hors des éléments", en: "text stands outside the elements" };
                return Err((at..at, message));
            }
        }
        Ok(())
    }

    /// The attributes as written, prefixes and declarations included.
    fn attributes(&self, tag: &BytesStart<'a>, at: usize) -> Result<Vec<Attribute>, Fault> {
        let mut out = Vec::new();
        // What the tag holds follows its `<`.
        let content: &str = tag;
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| misplaced(&error, at + 1))?;
            let raw = attribute.value.as_ref();
            let start = at + 1 + (raw.as_ptr() as usize - content.as_ptr() as usize);
            let here = start..start + raw.len();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok();
            let value =
                value.filter(|_| !raw.contains('<')).ok_or_else(|| (here.clone(), unreadable(raw)))?;
            out.push(Attribute {
                name: attribute.key.0.to_owned(),
                written: attribute.key.0.to_owned(),
                space: String::new(),
                value: value.into_owned(),
                at: Span::new(self.file, here),
            });
        }
        Ok(out)
    }

    fn qualified(&self, written: Attribute) -> Result<Attribute, Fault> {
        let (prefix, local) = split(&written.written);
        let space = match prefix {
            Some(_) => self.space(prefix, &range(written.at))?,
            None => String::new(),
        };
        Ok(Attribute { name: local.to_owned(), space, ..written })
    }

    fn space(&self, prefix: Option<&str>, here: &Range<usize>) -> Result<String, Fault> {
        let known = self.scopes.iter().rev().find_map(|scope| scope.get(prefix.unwrap_or_default()));
        match (known, prefix) {
            (Some(space), _) => Ok(space.clone()),
            (None, None) => Ok(String::new()),
            (None, Some("xml")) => Ok(XML.to_owned()),
            (None, Some(prefix)) => {
                let message = text! {
                    fr: "le préfixe « {prefix} » n'est pas déclaré",
                    en: "the prefix « {prefix} » is not declared",
                };
                Err((here.clone(), message))
            }
        }
    }
}

/// Prefixes that attributes declare; the empty one is that of elements without prefix.
fn declared(attributes: &[Attribute]) -> BTreeMap<String, String> {
    let declarations = attributes.iter().filter(|one| declares(&one.written));
    let prefix = |name: &str| name.strip_prefix("xmlns:").unwrap_or_default().to_owned();
    declarations.map(|one| (prefix(&one.written), one.value.clone())).collect()
}

fn declares(name: &str) -> bool {
    name == "xmlns" || name.starts_with("xmlns:")
}

fn split(name: &str) -> (Option<&str>, &str) {
    name.split_once(':').map_or((None, name), |(prefix, local)| (Some(prefix), local))
}

fn position(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// XML 1.0, 2.2: control characters have no place in a document.
fn characters(text: &str) -> Result<(), Fault> {
    match text.char_indices().find(|(_, c)| !allowed(*c)) {
        Some((at, c)) => {
            let code = u32::from(c);
            let message = text! {
                fr: "le caractère U+{code:04X} est interdit en XML",
                en: "the character U+{code:04X} is forbidden in XML",
            };
            Err((at..at + c.len_utf8(), message))
        }
        None => Ok(()),
    }
}

/// XML 1.0, 2.8: nothing stands before the declaration; PHP and others refuse even a line break.
fn late_declaration(text: &str) -> Result<(), Fault> {
    let rest = text.trim_start();
    if rest.len() < text.len() && rest.starts_with("<?xml ") {
        let message = text! {
            fr: "des espaces précèdent la déclaration « <?xml »",
            en: "spaces stand before the declaration « <?xml »",
        };
        return Err((0..text.len() - rest.len(), message));
    }
    Ok(())
}

fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

fn resolved(reference: &BytesRef<'_>, at: usize) -> Result<String, Fault> {
    let name: &str = reference;
    let character = reference.resolve_char_ref().ok().flatten().filter(|c| allowed(*c));
    let found = character.map(String::from).or_else(|| resolve_predefined_entity(name).map(str::to_owned));
    found.ok_or_else(|| (at..at + name.len() + 2, unreadable(&format!("&{name};"))))
}

fn unreadable(raw: &str) -> Text {
    text! { fr: "« {raw} » ne peut pas être lu", en: "« {raw} » cannot be read" }
}

fn malformed(error: &dyn std::fmt::Display) -> Text {
    text! { fr: "le XML est mal formé", en: "the XML is not well formed: {error}" }
}

/// A fault among the attributes of the tag whose content starts at `start`.
fn misplaced(error: &AttrError, start: usize) -> Fault {
    match error {
        AttrError::Duplicated(at, _) => {
            let message = text! { fr: "cet attribut est répété", en: "this attribute is repeated" };
            (start + at..start + at, message)
        }
        AttrError::ExpectedEq(at)
        | AttrError::ExpectedValue(at)
        | AttrError::UnquotedValue(at)
        | AttrError::ExpectedQuote(at, _) => (start + at..start + at, malformed(error)),
    }
}
