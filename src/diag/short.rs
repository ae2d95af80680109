//! One line a finding, `file:line:column: error FIL2101: …`, for editors; no excerpt, no hint.

use crate::diag::Diagnostic;
use crate::diag::Language;
use crate::diag::Severity;
use crate::diag::Sources;

/// All findings, one a line.
pub fn render(findings: &[Diagnostic], sources: &Sources, language: Language) -> String {
    findings.iter().map(|finding| line(finding, sources, language)).collect()
}

fn line(finding: &Diagnostic, sources: &Sources, language: Language) -> String {
    let place = match finding.span {
        Some(span) => {
            let at = sources.place(span.file, span.start);
            format!("{}:{}:{}", sources.path(span.file), at.line, at.column)
        }
        None => "filiere.yaml:1:1".to_owned(),
    };
    let message = finding.message.get(language);
    format!("{place}: {} {}: {message}\n", level(finding.code.severity()), finding.code.id())
}

/// The word that editors match, the same in every language.
pub fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
