//! Runs inside a block → HTML; links out of the module open elsewhere, so that the session stays.

use crate::model::Inline;
use crate::render::html::Html;
use crate::render::prose::Writer;

impl Writer<'_, '_> {
    /// Writes runs.
    pub fn inlines(&self, content: &[Inline], out: &mut Html) {
        let is_term =
            |at: Option<usize>| matches!(at.and_then(|at| content.get(at)), Some(Inline::Term { .. }));
        for (at, inline) in content.iter().enumerate() {
            let (after, before) = (is_term(at.checked_sub(1)), is_term(Some(at + 1)));
            match inline {
                Inline::Text(text) => {
                    let start = if after { closing(text) } else { 0 };
                    let end = if before { text.len() - opening(text) } else { text.len() };
                    out.text(&text[start..end]);
                }
                Inline::Term { term, content: words } => {
                    let left = at.checked_sub(1).and_then(|left| content.get(left));
                    let beside = (words_of(left), words_of(content.get(at + 1)));
                    self.term(term, words, beside, out);
                }
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

    /// A button is a box to the browser, which would break the line between « l’ » or a comma and
    /// it: what touches the term is kept with it.
    fn term(&self, term: &str, content: &[Inline], beside: (&str, &str), out: &mut Html) {
        let (left, right) = (beside.0, beside.1);
        out.open("span", &[("class", "fi-nb")]);
        // A text between two terms gives its beginning to the first of them.
        out.text(&left[left.len() - opening(left)..]);
        self.opener(term, content, out);
        out.text(&right[..closing(right)]);
        out.close("span");
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

fn words_of(inline: Option<&Inline>) -> &str {
    match inline {
        Some(Inline::Text(text)) => text,
        _ => "",
    }
}

/// Bytes at the end of `text` that touch what follows: « l’ », « ( ».
fn opening(text: &str) -> usize {
    let word = text[closing(text)..].rsplit(char::is_whitespace).next().unwrap_or_default();
    if word.ends_with(['’', '(', '[', '«']) { word.len() } else { 0 }
}

/// Bytes at the beginning of `text` that touch what precedes: a comma, a period.
fn closing(text: &str) -> usize {
    text.find(|c: char| !",.;:!?)]»…".contains(c)).unwrap_or(text.len())
}
