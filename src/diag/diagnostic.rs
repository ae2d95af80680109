//! One finding, and the sink that collects all of a run.

use crate::diag::Code;
use crate::diag::Severity;
use crate::diag::Sources;
use crate::diag::Span;
use crate::diag::Text;

/// A finding about content: the fault in the message, the cure in the hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which finding.
    pub code: Code,
    /// Where; `None` only for what has no place in a text (a missing folder).
    pub span: Option<Span>,
    /// What is wrong.
    pub message: Text,
    /// How to mend it.
    pub hints: Vec<Text>,
    /// Other places that help to understand (the first definition of a duplicate).
    pub related: Vec<(Span, Text)>,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn new(code: Code, span: Span, message: Text) -> Self {
        Self { span: Some(span), ..Self::placeless(code, message) }
    }

    /// A finding that no text holds.
    pub fn placeless(code: Code, message: Text) -> Self {
        Self { code, span: None, message, hints: Vec::new(), related: Vec::new() }
    }

    /// Adds a cure.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hints.push(hint);
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn related(mut self, span: Span, text: Text) -> Self {
        self.related.push((span, text));
        self
    }
}

/// Collects findings; keeps going after each.
#[derive(Debug, Default)]
pub struct Sink {
    findings: Vec<Diagnostic>,
}

impl Sink {
    /// Adds a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Takes over the findings of `other`.
    pub fn append(&mut self, other: Self) {
        self.findings.extend(other.findings);
    }

    /// Whether a finding of error level was pushed.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|f| f.code.severity() == Severity::Error)
    }

    /// How many findings of error level there are.
    pub fn error_count(&self) -> usize {
        self.findings.iter().filter(|f| f.code.severity() == Severity::Error).count()
    }

    /// Every finding, in the order pushed.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.iter()
    }

    /// How many findings there are; a decoder compares before and after.
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// All findings, sorted by (path, offset, code), equal ones once.
    pub fn into_sorted(mut self, sources: &Sources) -> Vec<Diagnostic> {
        self.findings.sort_by_cached_key(|f| {
            let place = f.span.map(|s| (sources.path(s.file).to_owned(), s.start, s.end));
            (place, f.code, f.message.fr.clone())
        });
        self.findings.dedup();
        self.findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn findings_are_sorted_by_path_place_and_code_and_equal_ones_are_said_once() {
        let mut sources = Sources::default();
        let [second, first] = ["b.yaml", "a.yaml"].map(|path| sources.add(path, "0123456789"));
        let finding = |code, file, start| {
            Diagnostic::new(code, Span::new(file, start..start + 1), text! { fr: "faute", en: "fault" })
        };
        let placeless = Diagnostic::placeless(Code::FIL9001, text! { fr: "faute", en: "fault" });
        let sorted = [
            placeless.clone(),
            finding(Code::FIL2001, first, 2),
            finding(Code::FIL1001, first, 9),
            finding(Code::FIL1002, first, 9),
            finding(Code::FIL1001, second, 0),
        ];
        let mut sink = Sink::default();
        sorted.iter().rev().chain(&sorted).cloned().for_each(|finding| sink.push(finding));
        assert_eq!(sink.into_sorted(&sources), sorted);
    }
}
