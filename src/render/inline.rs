//! Runs inside a block → HTML; links out of the module open elsewhere, so that the session stays.

use std::ops::Range;

use crate::model::Inline;
use crate::render::html::Html;
use crate::render::prose::Writer;

impl Writer<'_, '_> {
    /// Writes runs.
    pub fn inlines(&self, content: &[Inline], out: &mut Html) {
        for (at, inline) in content.iter().enumerate() {
            match inline {
                Inline::Text(text) => out.text(&text[free(content, at)]),
                Inline::Term { term, content: words } => self.term(term, words, beside(content, at), out),
                Inline::Math(math) => kept(beside(content, at), out, |out| out.raw(&math.mathml)),
                other => self.run(other, out),
            }
        }
    }

    fn run(&self, inline: &Inline, out: &mut Html) {
        match inline {
            Inline::Text(text) => out.text(text),
            Inline::Emphasis(content) => self.within("em", &[], content, out),
            Inline::Strong(content) => self.within("strong", &[], content, out),
            Inline::Strike(content) => self.within("s", &[], content, out),
            Inline::Sub(content) => self.within("sub", &[], content, out),
            Inline::Sup(content) => self.within("sup", &[], content, out),
            Inline::Code(text) => out.leaf("code", &[], text),
            Inline::Break => out.open("br", &[]),
            Inline::Math(math) => out.raw(&math.mathml),
            Inline::Link { href, content } => self.link(href, content, out),
            Inline::Image { asset, alt, width, height } => self.image(asset, alt, (*width, *height), out),
            Inline::Term { term, content } => self.term(term, content, ("", ""), out),
            Inline::Review(content) => self.review(content, out),
            Inline::Lang { lang, content } => self.within("span", &[("lang", lang.as_str())], content, out),
            Inline::Footnote(number) => self.call(*number, out),
            Inline::Citation { reference, locator } => self.citation(reference, locator.as_deref(), out),
            Inline::Blank(name) => self.blank(name, out),
        }
    }

    fn within(&self, tag: &str, attributes: &[(&str, &str)], content: &[Inline], out: &mut Html) {
        out.open(tag, attributes);
        self.inlines(content, out);
        out.close(tag);
    }

    /// `#page` and `#page/heading` become routes, which are also ids of the document.
    fn link(&self, href: &str, content: &[Inline], out: &mut Html) {
        if let Some(place) = href.strip_prefix('#') {
            let route = format!("#/{}", place.trim_start_matches('/'));
            return self.within("a", &[("href", &route)], content, out);
        }
        if href.starts_with("mailto:") {
            return self.within("a", &[("href", href)], content, out);
        }
        out.open("a", &[("href", href), ("target", "_blank"), ("rel", "noopener noreferrer")]);
        self.inlines(content, out);
        out.leaf("span", &[("class", "fi-vh")], self.context.words.get("link.new"));
        out.close("a");
    }

    fn image(&self, asset: &str, alt: &str, size: (u32, u32), out: &mut Html) {
        let path = &self.context.asset(asset).path;
        let (width, height) = (size.0.to_string(), size.1.to_string());
        out.open("img", &[("src", path), ("alt", alt), ("width", &width), ("height", &height)]);
    }

    fn term(&self, term: &str, content: &[Inline], beside: (&str, &str), out: &mut Html) {
        kept(beside, out, |out| self.opener(term, content, out));
    }

    fn opener(&self, term: &str, content: &[Inline], out: &mut Html) {
        let id = format!("fi-term-{term}");
        out.open("button", &[("type", "button"), ("class", "fi-term"), ("popovertarget", &id)]);
        self.inlines(content, out);
        out.close("button");
    }

    fn review(&self, content: &[Inline], out: &mut Html) {
        out.open("span", &[("class", "fi-review")]);
        out.open("span", &[("class", "fi-review-w")]);
        self.inlines(content, out);
        out.close("span");
        out.open("span", &[("class", "fi-review-t")]);
        out.text(self.context.words.get("review.mark"));
        out.close("span");
        out.close("span");
    }

    /// A call is numbered from 1; its note follows the block.
    fn call(&self, number: usize, out: &mut Html) {
        let shown = (number + 1).to_string();
        let id = format!("{}/call-{shown}", self.at);
        let first = self.is_first_call(number);
        let href = format!("#{}/note-{shown}", self.at);
        let label = self.context.words.fill("note.label", &[("n", &shown)]);
        out.open("sup", &[("class", "fi-call")]);
        let mut attributes = vec![("href", href.as_str()), ("aria-label", label.as_str())];
        if first {
            attributes.push(("id", id.as_str()));
        }
        out.leaf("a", &attributes, &shown);
        out.close("sup");
    }

    fn is_first_call(&self, number: usize) -> bool {
        let mut seen = self.seen.borrow_mut();
        let first = seen.insert(number);
        if first {
            self.called.borrow_mut().push(number);
        }
        first
    }

    fn citation(&self, reference: &crate::model::ReferenceId, locator: Option<&str>, out: &mut Html) {
        let number = self.context.reference_number(reference).to_string();
        let href = format!("#/@references/{reference}");
        let label = self.context.words.fill("reference.label", &[("n", &number)]);
        out.text("[");
        out.leaf("a", &[("class", "fi-cite"), ("href", &href), ("aria-label", &label)], &number);
        if let Some(locator) = locator {
            out.text(", ");
            out.text(locator);
        }
        out.text("]");
    }

    fn blank(&self, name: &str, out: &mut Html) {
        if let Some((_, field)) = self.blanks.iter().find(|(blank, _)| blank == name) {
            out.raw(field);
        }
    }
}

/// A button or a formula is a box to the browser, which would break the line between « l’ », a
/// parenthesis or a no-break space and it: what touches the box is kept with it.
pub fn kept((left, right): (&str, &str), out: &mut Html, content: impl FnOnce(&mut Html)) {
    if left.is_empty() && right.is_empty() {
        return content(out);
    }
    out.open("span", &[("class", "fi-nb")]);
    out.text(left);
    content(out);
    out.text(right);
    out.close("span");
}

/// What touches the box at `at`, on both sides.
pub fn beside(content: &[Inline], at: usize) -> (&str, &str) {
    let text = |at: usize| match content.get(at) {
        Some(Inline::Text(text)) => Some((text.as_str(), free(content, at))),
        _ => None,
    };
    let left = at.checked_sub(1).and_then(text).map_or("", |(text, free)| &text[free.end..]);
    let right = text(at + 1).map_or("", |(text, free)| &text[..free.start]);
    (left, right)
}

/// What of the text at `at` touches no box; between two of them, the first has its share first.
pub fn free(content: &[Inline], at: usize) -> Range<usize> {
    let Some(Inline::Text(text)) = content.get(at) else { return 0..0 };
    let is_box = |at: usize| matches!(content.get(at), Some(Inline::Term { .. } | Inline::Math(_)));
    let start =
        if at.checked_sub(1).is_some_and(is_box) { text.find(breaks).unwrap_or(text.len()) } else { 0 };
    let last = text[start..].rsplit(breaks).next().unwrap_or_default();
    start..text.len() - if is_box(at + 1) { last.len() } else { 0 }
}

/// Whether a line may end at this character.
fn breaks(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}
