//! A field that is one Markdown list (options, pairs, items, mistakes) → its items.

use std::ops::Range;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::text;

/// An item of a list field.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its first line.
    pub at: Span,
    pub marker: Marker,
    /// What follows the marker, without attributes and feedback.
    pub content: Fragment,
    /// The quote that ends the item, without its `>`.
    pub feedback: Option<Fragment>,
    /// `{#id}`
    pub id: Option<Fragment>,
    /// `{fixed}`
    pub fixed: bool,
}

/// What announces an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// `- [x]`
    Checked,
    /// `- [ ]`
    Unchecked,
    /// `-`
    Bullet,
    /// `1.`
    Number(u64),
}

/// The items of `text`; `None` after a finding.
pub fn list(text: &Fragment, sink: &mut Sink) -> Option<Vec<Item>> {
    let before = sink.len();
    let mut items: Vec<Raw> = Vec::new();
    for line in lines(text.text()) {
        let written = &text.text()[line.clone()];
        let indent = written.len() - written.trim_start_matches(' ').len();
        if written.trim().is_empty() {
            if let Some(item) = items.last_mut() {
                item.body.append(&text.slice(line));
            }
        } else if let Some((marker, width)) = (indent < 2).then(|| marker(written.trim_start())).flatten() {
            let start = line.start + indent + width;
            let at = text.span(line.start + indent..line.start + written.trim_end().len());
            let body = text.slice(start.min(line.end)..line.end);
            items.push(Raw { at, marker, width: indent + width, body });
        } else if let Some(item) = items.last_mut().filter(|item| indent >= item.width.min(2)) {
            let dropped = indent.min(item.width);
            item.body.append(&text.slice(line.start + dropped..line.end));
        } else {
            sink.push(stray(text, &line));
        }
    }
    if items.is_empty() && sink.len() == before {
        sink.push(stray(text, &(0..text.text().trim_end().len())));
    }
    let items: Vec<Item> = items.into_iter().filter_map(|raw| raw.item(sink)).collect();
    (sink.len() == before).then_some(items)
}

struct Raw {
    at: Span,
    marker: Marker,
    width: usize,
    body: Fragment,
}

impl Raw {
    fn item(self, sink: &mut Sink) -> Option<Item> {
        let (content, feedback) = split_feedback(&self.body);
        let mut content = content.trim();
        let marker = match (self.marker, content.text().get(..3)) {
            (Marker::Bullet, Some("[x]" | "[X]")) => Marker::Checked,
            (Marker::Bullet, Some("[ ]")) => Marker::Unchecked,
            (marker, _) => marker,
        };
        if matches!(marker, Marker::Checked | Marker::Unchecked) {
            content = content.slice(3..content.text().len()).trim();
        }
        if feedback.is_none() && matches!(marker, Marker::Checked | Marker::Unchecked) {
            unquoted(&content).into_iter().for_each(|finding| sink.push(finding));
        }
        let Named { content, id, fixed } = named(content, sink);
        let item = Item { at: self.at, marker, content, feedback, id, fixed };
        if item.content.text().is_empty() {
            let message = text! { fr: "cet élément de liste est vide", en: "this list item is empty" };
            let cure = text! { fr: "écrivez son texte, ou enlevez la ligne", en: "write its text, or remove the line" };
            sink.push(Diagnostic::new(Code::FIL1024, self.at, message).hint(cure));
            return None;
        }
        Some(item)
    }
}

/// A text and the attributes that ended it.
pub struct Named {
    pub content: Fragment,
    /// `{#id}`
    pub id: Option<Fragment>,
    /// `{fixed}`
    pub fixed: bool,
}

/// Takes the attributes off the end of a text; those that do not exist are reported.
pub fn named(content: Fragment, sink: &mut Sink) -> Named {
    let mut named = Named { content, id: None, fixed: false };
    while let Some(open) = attribute(named.content.text()) {
        named.take(open, sink);
    }
    named
}

impl Named {
    fn take(&mut self, open: usize, sink: &mut Sink) {
        let end = self.content.text().len() - 1;
        let inside = self.content.slice(open + 1..end).trim();
        match inside.text() {
            "fixed" => self.fixed = true,
            name if name.starts_with('#') => self.id = Some(inside.slice(1..name.len())),
            name => {
                let message = text! { fr: "l'attribut « {name} » n'existe pas", en: "there is no attribute « {name} »" };
                let cure = text! {
                    fr: "les attributs sont {{fixed}} et {{#identifiant}}",
                    en: "the attributes are {{fixed}} and {{#id}}",
                };
                sink.push(Diagnostic::new(Code::FIL1024, inside.all(), message).hint(cure));
            }
        }
        self.content = self.content.slice(0..open).trim();
    }
}

/// Where the attribute that ends `text` opens.
fn attribute(text: &str) -> Option<usize> {
    let inside = text.strip_suffix('}')?;
    let open = inside.rfind('{')?;
    let apart = open == 0 || inside[..open].ends_with(char::is_whitespace);
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '#' | '-' | '_');
    (apart && !inside[open + 1..].is_empty() && inside[open + 1..].chars().all(is_name)).then_some(open)
}

/// A sentence of its own under a whole one: a feedback without its `>`.
fn unquoted(content: &Fragment) -> Option<Diagnostic> {
    let (first, second) = content.text().split_once('\n')?;
    let ends = first.trim_end().ends_with(['.', '?', '!', '…']);
    let begins = second.trim_start().starts_with(char::is_uppercase);
    if !(ends && begins) {
        return None;
    }
    let start = content.text().len() - second.trim_start().len();
    let line = content.text()[start..].lines().next().unwrap_or_default().trim_end();
    let message = text! {
        fr: "cette ligne fait partie de l'option, et n'est pas sa rétroaction",
        en: "this line is part of the option, and is not its feedback",
    };
    let cure = text! {
        fr: "une rétroaction commence par « > »; une option de deux phrases s'écrit sur une seule ligne",
        en: "a feedback begins with « > »; an option of two sentences is written on one line",
    };
    Some(Diagnostic::new(Code::FIL1027, content.span(start..start + line.len()), message).hint(cure))
}

/// Lines of the quote that ends an item are its feedback.
fn split_feedback(body: &Fragment) -> (Fragment, Option<Fragment>) {
    let all: Vec<_> = lines(body.text()).collect();
    let is_quote = |line: &Range<usize>| body.text()[line.clone()].trim_start().starts_with('>');
    let filled = all.iter().rposition(|line| !body.text()[line.clone()].trim().is_empty());
    let quoted =
        all[..filled.map_or(0, |last| last + 1)].iter().rev().take_while(|line| is_quote(line)).count();
    if quoted == 0 {
        return (body.clone(), None);
    }
    let last = filled.unwrap_or_default();
    let first = last + 1 - quoted;
    let mut feedback: Option<Fragment> = None;
    for line in &all[first..=last] {
        let written = &body.text()[line.clone()];
        let mark = written.find('>').unwrap_or_default() + 1;
        let start = line.start + mark + usize::from(written[mark..].starts_with(' '));
        let piece = body.slice(start..line.end);
        match &mut feedback {
            Some(text) => text.append(&piece),
            None => feedback = Some(piece),
        }
    }
    (body.slice(0..all[first].start), feedback)
}

/// The marker of an item and its width, the space after it included.
fn marker(line: &str) -> Option<(Marker, usize)> {
    let bare = line.trim_end();
    if let Some(rest) = bare.strip_prefix(['-', '*', '+']) {
        return (rest.is_empty() || rest.starts_with(' ')).then_some((Marker::Bullet, 2));
    }
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = bare[..digits].parse().ok()?;
    let rest = bare[digits..].strip_prefix(['.', ')'])?;
    (rest.is_empty() || rest.starts_with(' ')).then_some((Marker::Number(number), digits + 2))
}

/// Ranges of the lines, ends of line included.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end;
        range
    })
}

fn stray(text: &Fragment, line: &Range<usize>) -> Diagnostic {
    let written = &text.text()[line.clone()];
    let indent = written.len() - written.trim_start().len();
    let at =
        text.span(line.start + indent.min(written.trim_end().len())..line.start + written.trim_end().len());
    let message = text! { fr: "une liste est attendue ici", en: "a list is expected here" };
    Diagnostic::new(Code::FIL1024, at, message).hint(text! {
        fr: "commencez chaque élément par « - » ou « 1. », et ce qui le suit par deux espaces",
        en: "begin each item with « - » or « 1. », and what follows it with two spaces",
    })
}
