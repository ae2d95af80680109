//! Splits a Markdown list into its items, each with its marker, attributes and explanation.

use std::ops::Range;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::source::Spanned;
use crate::text;

/// What an item begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// `- [x]`
    Right,
    /// `- [ ]`
    Wrong,
    /// `-`
    Bullet,
    /// `1.`
    Number,
}

/// An item of a list.
#[derive(Debug, Clone)]
pub struct Item {
    pub marker: Marker,
    /// From the marker to the end of its first line.
    pub span: Span,
    /// Without marker and attributes.
    pub content: Fragment,
    /// The block quote under it: feedback or explanation.
    pub quote: Option<Fragment>,
    /// `{#id}`
    pub id: Option<Spanned<String>>,
    /// `{fixed}`
    pub fixed: Option<Span>,
}

/// The items of a list; `None` when something else stands there, which was then reported.
pub fn list(text: &Fragment, sink: &mut Sink) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut whole = true;
    for line in lines(text.text()) {
        let written = &text.text()[line.clone()];
        let indent = written.len() - written.trim_start().len();
        let rest = line.start + indent..line.end;
        if let Some((marker, length)) = marker(written).filter(|_| indent == 0) {
            items.push(item(text, marker, rest.start..rest.end, length));
        } else if let (Some(item), false) = (items.last_mut(), indent == 0) {
            follow(item, text, rest);
        } else if !written.trim().is_empty() {
            whole = false;
            sink.push(stray(text.span(rest)));
        }
    }
    (whole && !items.is_empty()).then_some(items)
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = start..start + line.trim_end().len();
        start += line.len();
        range
    })
}

/// The marker of a line and its length.
fn marker(line: &str) -> Option<(Marker, usize)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && line[digits..].starts_with(". ") {
        return Some((Marker::Number, digits + 2));
    }
    let rest = line.strip_prefix("- ").or(if line == "-" { Some("") } else { None })?;
    match rest.get(..3) {
        Some("[x]" | "[X]") => Some((Marker::Right, 5)),
        Some("[ ]") => Some((Marker::Wrong, 5)),
        _ => Some((Marker::Bullet, line.len() - rest.len())),
    }
}

fn item(text: &Fragment, marker: Marker, line: Range<usize>, length: usize) -> Item {
    let mut content = text.slice(line.start + length..line.end).trim();
    let (mut id, mut fixed) = (None, None);
    while let Some(start) = attribute(content.text()) {
        let span = content.span(start..content.text().len());
        let written = &content.text()[start + 1..content.text().len() - 1];
        match written.strip_prefix('#') {
            Some(slug) => id = Some(Spanned { value: slug.to_owned(), span }),
            None => fixed = Some(span),
        }
        content = content.slice(0..start).trim();
    }
    Item { marker, span: text.span(line), content, quote: None, id, fixed }
}

fn attribute(content: &str) -> Option<usize> {
    let start = content.strip_suffix('}')?.rfind('{')?;
    let written = &content[start + 1..content.len() - 1];
    let spaced = start == 0 || content[..start].ends_with(' ');
    (spaced && (written == "fixed" || written.starts_with('#'))).then_some(start)
}

fn follow(item: &mut Item, text: &Fragment, line: Range<usize>) {
    let written = &text.text()[line.clone()];
    match written.strip_prefix('>') {
        Some(rest) => {
            let start = line.end - rest.trim_start().len();
            append(item.quote.get_or_insert_with(|| text.slice(start..start)), text, start..line.end);
        }
        None => append(&mut item.content, text, line),
    }
}

fn append(fragment: &mut Fragment, text: &Fragment, line: Range<usize>) {
    let origin = text.span(line.clone()).start as usize;
    if !fragment.text().is_empty() {
        fragment.push("\n", origin.saturating_sub(1));
    }
    fragment.push(&text.text()[line], origin);
}

fn stray(span: Span) -> Diagnostic {
    let message = text! {
        fr: "cette ligne n'appartient à aucun élément de la liste",
        en: "this line belongs to no item of the list",
    };
    Diagnostic::new(Code::FIL1024, span, message).hint(text! {
        fr: "commencez chaque élément par « - », et décalez la suite de deux espaces",
        en: "begin each item with « - », and indent what follows by two spaces",
    })
}
