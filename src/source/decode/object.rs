//! Decodes a mapping key by key; values are decoded by `value`.

use crate::diag::Sink;
use crate::diag::Span;
use crate::source::Field;
use crate::source::Kind;
use crate::source::Object;
use crate::source::Presence;
use crate::source::Spanned;
use crate::source::Value;
use crate::source::decode::forms;
use crate::source::decode::value;
use crate::source::decode::wording;
use crate::source::decode::words;
use crate::source::yaml::Content;
use crate::source::yaml::Node;
use crate::source::yaml::Style;

/// The object that `node` holds; `id` stands for its key of that name.
///
/// Of a kind that a field decides on, the object has the kind decided; it keeps the general kind
/// when the field is missing or wrong, so that its id is known.
pub(super) fn object(
    node: &Node,
    kind: &'static Kind,
    id: Option<&Spanned<String>>,
    sink: &mut Sink,
) -> Option<Object> {
    let pairs: &[(Node, Node)] = match &node.content {
        Content::Map(pairs) => pairs,
        _ if node.is_null() => &[],
        _ => {
            sink.push(wording::not_an_object(node, kind));
            return None;
        }
    };
    let (kind, certain) = decided(pairs, kind);
    let head = pairs.first().map_or(node.span, |(key, _)| key.span);
    let mut decoder = Decoder { kind, certain, flow: node.flow, object: Object::new(kind, node.span), sink };
    if let Some(id) = id {
        decoder.object.insert("id", id.span, Some(value::id(id)));
    }
    let mut rest = pairs.iter().peekable();
    while let Some((key, node)) = rest.next() {
        match rest.next_if(|(tail, value)| is_decimals(node, tail, value)) {
            Some((decimals, _)) => decoder.comma(key, node, decimals),
            None => decoder.pair(key, node),
        }
    }
    decoder.finish(head);
    Some(decoder.object)
}

/// How sure the kind of an object is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Certainty {
    /// It is its kind.
    Certain,
    /// Its deciding field is missing or wrong.
    Undecided,
    /// A later version will know its kind.
    Later,
}

/// The kind that the deciding field chooses.
fn decided(pairs: &[(Node, Node)], kind: &'static Kind) -> (&'static Kind, Certainty) {
    let Some(variants) = kind.variants else { return (kind, Certainty::Certain) };
    let is_key =
        |key: &Node| key.scalar().is_some_and(|(k, _)| words::means(k.text(), kind) == Some(variants.key));
    let value = pairs.iter().find(|(key, _)| is_key(key)).and_then(|(_, value)| value.scalar());
    let Some((word, _)) = value else { return (kind, Certainty::Undecided) };
    let word = word.text().trim();
    if let Some(named) = variants.kinds.iter().find(|k| k.name == word) {
        return (named, Certainty::Certain);
    }
    let later = words::later(word, variants).is_some();
    (kind, if later { Certainty::Later } else { Certainty::Undecided })
}

/// Whether `{ a: 0,05 }` was cut at its comma: `05` is a key without value right after a number.
fn is_decimals(number: &Node, tail: &Node, value: &Node) -> bool {
    let digits = |node: &Node| {
        let text = node.scalar().filter(|(_, style)| *style == Style::Plain).map(|(t, _)| t.text());
        text.is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()))
    };
    let ends = number.scalar().is_some_and(|(t, _)| t.text().ends_with(|c: char| c.is_ascii_digit()));
    value.is_null() && digits(number) && ends && digits(tail) && number.span.end + 1 == tail.span.start
}

struct Decoder<'a> {
    kind: &'static Kind,
    certain: Certainty,
    /// Whether the object is written in braces.
    flow: bool,
    object: Object,
    sink: &'a mut Sink,
}

impl Decoder<'_> {
    fn pair(&mut self, key: &Node, node: &Node) {
        let Some((name, style)) = key.scalar() else {
            self.sink.push(wording::key_is_no_word(key));
            return;
        };
        let name = name.text().trim();
        if name == "<<" && style == Style::Plain {
            self.sink.push(wording::merge(key.span));
            return;
        }
        match self.kind.field(name) {
            Some(field) => self.field(field, key.span, node),
            None => self.unknown(name, key.span, node),
        }
    }

    /// A number that its decimal comma cut in two.
    fn comma(&mut self, key: &Node, number: &Node, decimals: &Node) {
        let text = |node: &Node| node.scalar().map_or(String::new(), |(t, _)| t.text().to_owned());
        let written = format!("{},{}", text(number), text(decimals));
        self.sink.push(forms::decimal_comma(&written, number.span.to(decimals.span)));
        if let Some(field) = key.scalar().and_then(|(name, _)| self.kind.field(name.text().trim())) {
            self.object.insert(field.name, key.span, None);
        }
    }

    fn field(&mut self, field: &'static Field, key: Span, node: &Node) {
        if let Some(first) = self.object.key_span(field.name) {
            self.sink.push(wording::repeated(field.name, key, first));
            return;
        }
        self.insert(field, key, node);
    }

    /// An empty value is shown at its key: it has no place of its own.
    fn insert(&mut self, field: &'static Field, key: Span, node: &Node) {
        let value = if node.is_null() && node.span.start == node.span.end {
            value::value(&Node { span: key, ..node.clone() }, field, self.kind, self.sink)
        } else {
            value::value(node, field, self.kind, self.sink)
        };
        self.object.insert(field.name, key, value);
    }

    /// Reports an unknown key; one that a field was meant by counts as that field, so that the
    /// field is not missing too.
    fn unknown(&mut self, name: &str, key: Span, node: &Node) {
        if self.kind.later.contains(&name) {
            self.sink.push(wording::later_key(name, key));
            return;
        }
        if self.certain == Certainty::Later {
            return;
        }
        if self.kind.variants.is_some_and(|v| v.kinds.iter().any(|k| k.field(name).is_some())) {
            return;
        }
        let meant = words::means(name, self.kind);
        if self.flow && meant.is_none() && node.is_null() {
            self.sink.push(wording::cut_at_comma(name, self.kind, key));
            let glued = name.split_once(':').and_then(|(word, _)| self.kind.field(word));
            if let Some(field) = glued.filter(|field| !self.object.has(field.name)) {
                self.object.insert(field.name, key, None);
            }
            return;
        }
        self.sink.push(wording::unknown_key(name, self.kind, meant, key));
        if let Some(field) = meant.and_then(|m| self.kind.field(m))
            && !self.object.has(field.name)
        {
            self.insert(field, key, node);
        }
    }

    fn finish(&mut self, head: Span) {
        for field in self.kind.fields() {
            if self.object.has(field.name) {
                continue;
            }
            match field.presence {
                Presence::Required if self.certain == Certainty::Later => {}
                Presence::Required => self.sink.push(wording::missing(field, self.kind, head)),
                Presence::Optional => {}
                Presence::Default(text) => {
                    let value: Value = value::default(text, field, head);
                    self.object.fill(field.name, value);
                }
            }
        }
    }
}
