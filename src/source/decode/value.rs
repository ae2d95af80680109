//! Decodes a value by the shape that its field asks for; single words and numbers are `scalar`'s.

use crate::diag::Sink;
use crate::diag::Span;
use crate::source::Field;
use crate::source::Kind;
use crate::source::Shape;
use crate::source::Spanned;
use crate::source::Value;
use crate::source::decode::object;
use crate::source::decode::scalar;
use crate::source::decode::wording;
use crate::source::yaml::Content;
use crate::source::yaml::Node;
use crate::source::yaml::Style;

/// Whose value is decoded.
#[derive(Clone, Copy)]
pub(super) struct Of {
    pub(super) field: &'static Field,
    pub(super) kind: &'static Kind,
}

/// The value of `field`; `None` when it was reported.
pub(super) fn value(
    node: &Node,
    field: &'static Field,
    kind: &'static Kind,
    sink: &mut Sink,
) -> Option<Value> {
    shaped(node, &field.shape, Of { field, kind }, sink)
}

fn shaped(node: &Node, shape: &'static Shape, of: Of, sink: &mut Sink) -> Option<Value> {
    // A trap was reported: it can be a text, and is nothing else.
    if node.trapped && !shape.is_text() {
        return None;
    }
    match shape {
        Shape::List(item) => list(node, item, of, sink),
        Shape::Map(item) => map(node, item, of, sink),
        Shape::Object(kind) if node.is_null() => {
            sink.push(wording::empty_object(node.span, kind));
            None
        }
        Shape::Object(kind) => object::object(node, kind, None, sink).map(Value::Object),
        Shape::Prose | Shape::Items | Shape::Formula => prose(node, shape, of, sink),
        Shape::Data => match node.scalar() {
            Some((text, Style::Block)) if !text.text().trim().is_empty() => Some(Value::Prose(text.clone())),
            _ => word(node, &Shape::Path, of, sink),
        },
        _ => word(node, shape, of, sink),
    }
}

fn list(node: &Node, item: &'static Shape, of: Of, sink: &mut Sink) -> Option<Value> {
    let values = match &node.content {
        Content::List(nodes) => nodes.iter().filter_map(|n| shaped(n, item, of, sink)).collect(),
        _ if node.is_null() => {
            sink.push(wording::empty_list(node.span, of));
            return None;
        }
        // One value where a list is expected is read as a list of one.
        _ => {
            let before = sink.len();
            let value = shaped(node, item, of, sink);
            sink.push(wording::not_a_list(node, of, sink.len() == before));
            value.into_iter().collect()
        }
    };
    Some(Value::List(Spanned { value: values, span: node.span }))
}

fn map(node: &Node, item: &'static Shape, of: Of, sink: &mut Sink) -> Option<Value> {
    let Content::Map(pairs) = &node.content else {
        sink.push(wording::not_a_map(node, of));
        return None;
    };
    let mut out: Vec<(Spanned<String>, Value)> = Vec::new();
    for (key, node) in pairs {
        let Some((name, _)) = key.scalar() else {
            sink.push(wording::key_is_no_word(key));
            continue;
        };
        let name = name.text().trim().to_owned();
        if let Some((first, _)) = out.iter().find(|(k, _)| k.value == name) {
            sink.push(wording::repeated(&name, key.span, first.span));
        } else if let Some(value) = shaped(node, item, of, sink) {
            out.push((Spanned { value: name, span: key.span }, value));
        }
    }
    Some(Value::Map(Spanned { value: out, span: node.span }))
}

fn prose(node: &Node, shape: &Shape, of: Of, sink: &mut Sink) -> Option<Value> {
    let Some((text, _)) = node.scalar() else {
        sink.push(match (shape, &node.content) {
            (Shape::Items, Content::List(_)) => wording::items_as_yaml(node, of),
            _ => wording::not_a_text(node, of),
        });
        return None;
    };
    if text.text().trim().is_empty() {
        sink.push(wording::empty_text(node.span, of));
        return None;
    }
    if matches!(shape, Shape::Formula) {
        scalar::formula(text, sink)?;
        return Some(Value::Prose(text.trim()));
    }
    Some(Value::Prose(text.clone()))
}

/// A value on one line.
fn word(node: &Node, shape: &'static Shape, of: Of, sink: &mut Sink) -> Option<Value> {
    let Some((text, _)) = node.scalar() else {
        sink.push(wording::not_a_text(node, of));
        return None;
    };
    let trimmed = text.trim();
    if trimmed.text().is_empty() || node.is_null() {
        if matches!(shape, Shape::Empty) {
            return Some(Value::Text(Spanned { value: String::new(), span: node.span }));
        }
        sink.push(wording::empty_text(node.span, of));
        return None;
    }
    if trimmed.text().contains('\n') {
        sink.push(wording::several_lines(trimmed.all(), of));
        return None;
    }
    scalar::scalar(&trimmed, shape, of, sink)
}

/// An id that stands outside the object.
pub(super) fn id(id: &Spanned<String>) -> Value {
    Value::Text(id.clone())
}

/// What an absent key means.
pub(super) fn default(text: &'static str, field: &'static Field, span: Span) -> Value {
    match &field.shape {
        Shape::Boolean => Value::Boolean(Spanned { value: text == "true", span }),
        Shape::Integer(..) | Shape::Percent => {
            Value::Integer(Spanned { value: text.parse().expect("the table's default is a number"), span })
        }
        Shape::Word(_) | Shape::IntegerOr(..) => Value::Word(Spanned { value: text, span }),
        Shape::List(item) => {
            let words = text.trim_matches(['[', ']']).split(", ").filter(|w| !w.is_empty());
            let value = words.map(|w| listed(w, item, span)).collect();
            Value::List(Spanned { value, span })
        }
        _ => Value::Text(Spanned { value: text.to_owned(), span }),
    }
}

fn listed(word: &'static str, shape: &Shape, span: Span) -> Value {
    match shape {
        Shape::Word(_) => Value::Word(Spanned { value: word, span }),
        _ => Value::Text(Spanned { value: word.to_owned(), span }),
    }
}
