//! Runs as written → runs of the model: text, formulas, notes, citations and blanks.

use crate::check::findings;
use crate::check::prose::scope::Scope;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Span;
use crate::formula;
use crate::model::Inline;
use crate::model::Math;
use crate::model::ReferenceId;
use crate::notation;
use crate::notation::Display;
use crate::source::markdown;
use crate::source::markdown::InlineKind;
use crate::text;

impl Scope<'_> {
    pub fn inlines(&mut self, content: &[markdown::Inline]) -> Vec<Inline> {
        let mut out = Vec::new();
        for inline in content {
            self.inline(inline, &mut out);
        }
        out
    }

    fn inline(&mut self, inline: &markdown::Inline, out: &mut Vec<Inline>) {
        let at = inline.at;
        match &inline.kind {
            InlineKind::Text(text) => {
                self.bare_address(text, at);
                self.bare_reference(text, at);
                push_text(text, out);
            }
            InlineKind::Emphasis(content) => out.push(Inline::Emphasis(self.inlines(content))),
            InlineKind::Strong(content) => out.push(Inline::Strong(self.inlines(content))),
            InlineKind::Strike(content) => out.push(Inline::Strike(self.inlines(content))),
            InlineKind::Sub(content) => out.push(Inline::Sub(self.inlines(content))),
            InlineKind::Sup(content) => out.push(Inline::Sup(self.inlines(content))),
            InlineKind::Code(code) => out.push(Inline::Code(code.clone())),
            InlineKind::Break => out.push(Inline::Break),
            InlineKind::Math { display, tex } => {
                let display = if *display { Display::Block } else { Display::Inline };
                out.extend(self.math(tex, display).map(Inline::Math));
            }
            InlineKind::Link { target, words, content } => out.extend(self.link(target, *words, content, at)),
            InlineKind::Image { source, alt } => out.extend(self.picture(source, alt, at)),
            InlineKind::Role { name, body } => out.extend(self.role(name, body)),
            InlineKind::Note(label) => out.extend(self.note(label, at)),
            InlineKind::Bracket { label, content } => self.bracket(label, content, at, out),
        }
    }

    /// A formula in MathML.
    pub fn math(&mut self, tex: &Fragment, display: Display) -> Option<Math> {
        let math = notation::math(tex, display, self.rules(), &mut self.sink)?;
        for unit in notation::written_units(tex) {
            if let Err(unknown) = formula::unit(unit.text()) {
                let at = unit.span(unknown.at.clone());
                self.sink.push(findings::unknown_unit(unit.text(), &unknown, at));
            }
        }
        Some(Math { mathml: math.mathml, tex: math.tex, plain: math.plain })
    }

    /// A citation, a blank, or brackets and what stands between them.
    fn bracket(&mut self, label: &str, content: &[markdown::Inline], at: Span, out: &mut Vec<Inline>) {
        if let Some(cited) = label.strip_prefix('@') {
            out.extend(self.citation(cited, at));
        } else if let Some(note) = label.strip_prefix('^') {
            out.extend(self.note(note, at));
        } else if self.blanks.contains(label) {
            out.push(Inline::Blank(label.to_owned()));
        } else {
            push_text("[", out);
            for inline in content {
                self.inline(inline, out);
            }
            push_text("]", out);
        }
    }

    /// `id` or `id, p. 3`
    fn citation(&mut self, cited: &str, at: Span) -> Option<Inline> {
        let (id, locator) = cited.split_once(',').unwrap_or((cited, ""));
        let (id, locator) = (id.trim(), locator.trim());
        if let Some((first, rest)) = id.split_once([' ', ';']) {
            self.cited_wrongly(first.trim(), rest.trim(), at);
            return None;
        }
        let names = self.names;
        let known = names.references.contains(id).then(|| ReferenceId::new(id)).flatten();
        let Some(reference) = known else {
            if names.whole {
                let message =
                    text! { fr: "la référence « {id} » n'existe pas", en: "there is no reference « {id} »" };
                let cure = text! {
                    fr: "ajoutez à references.yaml : « - id: {id} », puis son titre, « title: … »",
                    en: "add to references.yaml: « - id: {id} », then its title, « title: … »",
                };
                self.unknown((message, cure), at, id, names.references.iter().map(String::as_str));
            }
            return None;
        };
        names.used.borrow_mut().references.insert(id.to_owned());
        let locator = (!locator.is_empty()).then(|| notation::typography(locator, self.rules()));
        Some(Inline::Citation { reference, locator })
    }

    /// `[@a; @b]`, `[@a p. 3]`
    fn cited_wrongly(&mut self, first: &str, rest: &str, at: Span) {
        let message = text! { fr: "cette citation ne se lit pas", en: "this citation cannot be read" };
        let cure = match rest.trim_start_matches([';', ' ']).strip_prefix('@') {
            Some(second) => {
                text! { fr: "écrivez [@{first}] [@{second}]", en: "write [@{first}] [@{second}]" }
            }
            None => text! { fr: "écrivez [@{first}, {rest}]", en: "write [@{first}, {rest}]" },
        };
        self.sink.push(Diagnostic::new(Code::FIL2004, at, message).hint(cure));
    }

    fn note(&mut self, label: &str, at: Span) -> Option<Inline> {
        let Some(page) = &mut self.page else {
            let message = text! {
                fr: "une note s'appelle dans une page seulement",
                en: "a footnote is called in a page only",
            };
            let cure = text! { fr: "dites-le dans la phrase", en: "say it in the sentence" };
            self.unknown((message, cure), at, label, []);
            return None;
        };
        if page.defined.contains(label) {
            let next = page.called.len();
            return Some(Inline::Footnote(*page.called.entry(label.to_owned()).or_insert(next)));
        }
        let defined = page.defined.clone();
        let message = text! {
            fr: "la note « {label} » n'est pas définie",
            en: "the footnote « {label} » is not defined",
        };
        let cure = text! {
            fr: "écrivez plus bas « [^{label}]: … », après une ligne vide",
            en: "write « [^{label}]: … » further down, after an empty line",
        };
        self.unknown((message, cure), at, label, defined.iter().map(String::as_str));
        None
    }
}

/// Appends text to the run before it when that is text too, so that a sentence stays in one piece.
pub fn push_text(text: &str, out: &mut Vec<Inline>) {
    if let Some(Inline::Text(last)) = out.last_mut() {
        last.push_str(text);
    } else {
        out.push(Inline::Text(text.to_owned()));
    }
}
