//! Findings for people: the fault underlined in its line, the cure under it; no counting, no paging.

use crate::diag::Colour;
use crate::diag::Diagnostic;
use crate::diag::Language;
use crate::diag::Severity;
use crate::diag::Sources;
use crate::diag::Span;
use crate::diag::Style;
use crate::diag::excerpt;
use crate::diag::excerpt::Line;

const RED: &str = "1;31";
const YELLOW: &str = "1;33";
const BLUE: &str = "34";
const BOLD: &str = "1";

/// All findings, separated by an empty line.
pub fn render(findings: &[Diagnostic], sources: &Sources, style: Style) -> String {
    let blocks: Vec<String> =
        findings.iter().map(|finding| Block::new(finding, sources, style).text()).collect();
    blocks.join("\n")
}

struct Block<'a> {
    finding: &'a Diagnostic,
    sources: &'a Sources,
    style: Style,
    /// Characters of the column of line numbers.
    gutter: usize,
    out: String,
}

impl<'a> Block<'a> {
    fn new(finding: &'a Diagnostic, sources: &'a Sources, style: Style) -> Self {
        let spans = finding.span.iter().chain(finding.related.iter().map(|(span, _)| span));
        let last = spans.map(|s| sources.place(s.file, s.end).line).max().unwrap_or(1);
        Self { finding, sources, style, gutter: last.to_string().len().max(2), out: String::new() }
    }

    fn text(mut self) -> String {
        self.title();
        if let Some(span) = self.finding.span {
            let at = self.at(span);
            self.arrow("┌", &at);
            self.excerpt(span, '^', self.level_colour());
        }
        for (span, text) in &self.finding.related {
            let text = format!("{} : {}", self.at(*span), text.get(self.style.language));
            self.arrow("├", &text);
            self.excerpt(*span, '-', BLUE);
        }
        for hint in &self.finding.hints {
            let label = self.word("aide", "help");
            self.note(label, hint.get(self.style.language));
        }
        let label = self.word("pour en savoir plus", "to know more");
        self.note(label, &format!("filiere explain {}", self.finding.code.id()));
        self.out
    }

    fn title(&mut self) {
        let level = match self.finding.code.severity() {
            Severity::Error => self.word("erreur", "error"),
            Severity::Warning => self.word("avertissement", "warning"),
        };
        let head = self.paint(self.level_colour(), &format!("{level}[{}]", self.finding.code.id()));
        let message = printable(self.finding.message.get(self.style.language));
        let message = self.paint(BOLD, &format!(": {message}"));
        self.out.push_str(&format!("{head}{message}\n"));
    }

    fn at(&self, span: Span) -> String {
        let place = self.sources.place(span.file, span.start);
        format!("{}:{}:{}", self.sources.path(span.file), place.line, place.column)
    }

    fn arrow(&mut self, corner: &str, text: &str) {
        let corner = self.paint(BLUE, &format!("{:width$}{corner}", "", width = self.gutter));
        self.out.push_str(&format!("{corner} {text}\n"));
    }

    fn excerpt(&mut self, span: Span, mark: char, colour: &str) {
        for line in excerpt::lines(self.sources, span, mark) {
            let (number, text, marks) = match line {
                Line::Source { number, text, marks } => (number.to_string(), text, marks),
                Line::Gap => (String::new(), "…".to_owned(), String::new()),
            };
            let bar = self.paint(BLUE, &format!("{number:>width$}│", width = self.gutter));
            self.out.push_str(format!("{bar} {text}").trim_end());
            self.out.push('\n');
            if !marks.trim().is_empty() {
                let bar = self.paint(BLUE, &format!("{:width$}│", "", width = self.gutter));
                let marks = self.paint(colour, &marks);
                self.out.push_str(&format!("{bar} {marks}\n"));
            }
        }
    }

    fn note(&mut self, label: &str, text: &str) {
        let equals = self.paint(BLUE, &format!("{:width$}=", "", width = self.gutter));
        let colon = self.word("\u{a0}:", ":");
        let text = printable(text).replace('\n', &format!("\n{:width$}  ", "", width = self.gutter));
        self.out.push_str(&format!("{equals} {}{colon} {text}\n", self.paint(BOLD, label)));
    }

    fn level_colour(&self) -> &'static str {
        match self.finding.code.severity() {
            Severity::Error => RED,
            Severity::Warning => YELLOW,
        }
    }

    fn word(&self, fr: &'static str, en: &'static str) -> &'static str {
        match self.style.language {
            Language::French => fr,
            Language::English => en,
        }
    }

    fn paint(&self, code: &str, text: &str) -> String {
        match self.style.colour {
            Colour::Always => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            Colour::Never => text.to_owned(),
        }
    }
}

/// `text` without characters that would move a terminal's cursor.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { c } else { excerpt::visible(c) }).collect()
}

#[cfg(test)]
mod tests;
