//! A decoded mapping and its values, each with its place; it knows nothing of YAML.

use crate::diag::Fragment;
use crate::diag::Span;
use crate::source::Kind;

/// A value and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// A value that has the shape its field asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, slug, path, date, version, language, address, tolerance, range.
    Text(Spanned<String>),
    /// Markdown, a Markdown list or an expression, with the place of each byte.
    Prose(Fragment),
    /// A number.
    Number(Spanned<f64>),
    /// A whole number; minutes for a duration.
    Integer(Spanned<i64>),
    /// `true` or `false`.
    Boolean(Spanned<bool>),
    /// One of the words that the field allows.
    Word(Spanned<&'static str>),
    /// Values in order.
    List(Spanned<Vec<Value>>),
    /// A nested object.
    Object(Object),
    /// Values by free names, in the order written.
    Map(Spanned<Vec<(Spanned<String>, Value)>>),
}

impl Value {
    /// The text, of a text.
    pub fn as_text(&self) -> Option<&Spanned<String>> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The object, of an object.
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// The word, of a word.
    pub fn as_word(&self) -> Option<Spanned<&'static str>> {
        if let Self::Word(word) = self { Some(*word) } else { None }
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Text(v) => v.span,
            Self::Prose(v) => v.all(),
            Self::Number(v) => v.span,
            Self::Integer(v) => v.span,
            Self::Boolean(v) => v.span,
            Self::Word(v) => v.span,
            Self::List(v) => v.span,
            Self::Object(v) => v.span(),
            Self::Map(v) => v.span,
        }
    }
}

/// A decoded mapping of one kind.
///
/// A getter gives `None` for an absent key and for a value that the decoder already reported; for
/// an absent key with a default it gives the default.
#[derive(Debug, Clone)]
pub struct Object {
    kind: &'static Kind,
    span: Span,
    entries: Vec<Entry>,
}

/// A key that was written; no value when the value was reported.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    name: &'static str,
    /// `None`: a default.
    key: Option<Span>,
    value: Option<Value>,
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.kind, other.kind) && self.span == other.span && self.entries == other.entries
    }
}

impl Object {
    /// An object of `kind` without entries.
    pub(in crate::source) fn new(kind: &'static Kind, span: Span) -> Self {
        Self { kind, span, entries: Vec::new() }
    }

    /// Adds an entry; `value` is `None` when it was reported.
    pub(in crate::source) fn insert(&mut self, name: &'static str, key: Span, value: Option<Value>) {
        self.entries.push(Entry { name, key: Some(key), value });
    }

    /// Adds what an absent key means.
    pub(in crate::source) fn fill(&mut self, name: &'static str, value: Value) {
        self.entries.push(Entry { name, key: None, value: Some(value) });
    }

    /// Its kind; for a question, the kind that `type:` chose.
    pub fn kind(&self) -> &'static Kind {
        self.kind
    }

    /// Where it stands, from its first key to the end of its last value.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The place of its first key: where findings about the object as a whole point.
    pub fn head(&self) -> Span {
        self.entries.first().and_then(|e| e.key).unwrap_or(self.span)
    }

    /// The place of a key, also when its value was reported.
    pub fn key_span(&self, name: &str) -> Option<Span> {
        self.entry(name)?.key
    }

    /// Whether the key was written, even with a value that was reported.
    pub fn has(&self, name: &str) -> bool {
        self.key_span(name).is_some()
    }

    /// Whether the key was written with a value that was reported.
    pub fn is_broken(&self, name: &str) -> bool {
        self.entry(name).is_some_and(|e| e.value.is_none())
    }

    /// The value of a key.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.entry(name)?.value.as_ref()
    }

    /// The keys that were written, in that order.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().filter(|e| e.key.is_some()).map(|e| e.name)
    }

    /// A short text: text, slug, path, date, version, language, address, tolerance, range.
    pub fn text(&self, name: &str) -> Option<&Spanned<String>> {
        self.value(name)?.as_text()
    }

    /// Markdown, a Markdown list or an expression.
    pub fn prose(&self, name: &str) -> Option<&Fragment> {
        if let Value::Prose(prose) = self.value(name)? { Some(prose) } else { None }
    }

    /// A number.
    pub fn number(&self, name: &str) -> Option<Spanned<f64>> {
        if let Value::Number(number) = self.value(name)? { Some(*number) } else { None }
    }

    /// A whole number, or the minutes of a duration.
    pub fn integer(&self, name: &str) -> Option<Spanned<i64>> {
        if let Value::Integer(number) = self.value(name)? { Some(*number) } else { None }
    }

    /// `true` or `false`.
    pub fn boolean(&self, name: &str) -> Option<Spanned<bool>> {
        if let Value::Boolean(value) = self.value(name)? { Some(*value) } else { None }
    }

    /// One of the words that the field allows.
    pub fn word(&self, name: &str) -> Option<Spanned<&'static str>> {
        self.value(name)?.as_word()
    }

    /// The values of a list; none when it is absent.
    pub fn list(&self, name: &str) -> &[Value] {
        if let Some(Value::List(list)) = self.value(name) { &list.value } else { &[] }
    }

    /// A nested object.
    pub fn object(&self, name: &str) -> Option<&Object> {
        self.value(name)?.as_object()
    }

    /// The values of a map; none when it is absent.
    pub fn map(&self, name: &str) -> &[(Spanned<String>, Value)] {
        if let Some(Value::Map(map)) = self.value(name) { &map.value } else { &[] }
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        debug_assert!(self.kind.field(name).is_some(), "{} has no field {name}", self.kind.name);
        self.entries.iter().find(|e| e.name == name)
    }
}
