//! Commands that GitHub Actions turns into annotations; no excerpt.

use crate::diag::Diagnostic;
use crate::diag::Language;
use crate::diag::Sources;
use crate::diag::short;

/// All findings, one a line.
pub fn render(findings: &[Diagnostic], sources: &Sources, language: Language) -> String {
    findings.iter().map(|finding| line(finding, sources, language)).collect()
}

fn line(finding: &Diagnostic, sources: &Sources, language: Language) -> String {
    let level = short::level(finding.code.severity());
    let title = property(&format!("{} {}", finding.code.id(), finding.code.name()));
    let place = finding.span.map(|span| {
        let [start, end] = [span.start, span.end].map(|offset| sources.place(span.file, offset));
        let file = property(sources.path(span.file));
        let lines = format!("file={file},line={},endLine={},", start.line, end.line);
        // GitHub refuses columns over several lines, and an end before the start.
        if start.line == end.line && end.column > start.column {
            format!("{lines}col={},endColumn={},", start.column, end.column)
        } else {
            lines
        }
    });
    let texts = std::iter::once(&finding.message).chain(&finding.hints);
    let texts: Vec<&str> = texts.map(|text| text.get(language)).collect();
    format!("::{level} {}title={title}::{}\n", place.unwrap_or_default(), data(&texts.join("\n")))
}

/// What follows `::`; a line break would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;
    use crate::diag::Span;
    use crate::text;

    #[test]
    fn a_finding_is_one_line_whatever_its_signs_and_columns_stand_on_one_line_alone() {
        let mut sources = Sources::default();
        let file = sources.add("a,b.yaml", "une\ndeux\n");
        let message = text! { fr: "100 % : faute", en: "100 %: fault" };
        let at = |range| {
            Diagnostic::new(Code::FIL2001, Span::new(file, range), message.clone())
                .hint(text! { fr: "aide", en: "help" })
        };
        let placeless = Diagnostic::placeless(Code::FIL2007, message.clone());
        assert_eq!(
            render(&[at(1..3), at(1..6), placeless], &sources, Language::English),
            "::error file=a%2Cb.yaml,line=1,endLine=1,col=2,endColumn=4,title=FIL2001 identifiant-mal-forme::100 %25: fault%0Ahelp\n\
             ::error file=a%2Cb.yaml,line=1,endLine=2,title=FIL2001 identifiant-mal-forme::100 %25: fault%0Ahelp\n\
             ::error title=FIL2007 page-inutilisee::100 %25: fault\n"
        );
    }
}
