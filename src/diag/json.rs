//! One JSON object a line, versioned, for programs; schemas/diagnostic.schema.json describes it.

use serde_json::Value;
use serde_json::json;

use crate::diag::Count;
use crate::diag::Diagnostic;
use crate::diag::Sources;
use crate::diag::Span;
use crate::diag::Text;
use crate::diag::short;

/// Version of the records.
const VERSION: u32 = 1;

/// All findings, one a line, then a summary record.
pub fn render(findings: &[Diagnostic], sources: &Sources) -> String {
    let count = Count::of(findings);
    let summary = json!({ "v": VERSION, "summary": {
        "errors": count.errors, "warnings": count.warnings, "files": count.files,
    } });
    let records = findings.iter().map(|finding| record(finding, sources));
    records.chain([summary]).map(|value| format!("{value}\n")).collect()
}

fn record(finding: &Diagnostic, sources: &Sources) -> Value {
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|(span, text)| {
            json!({ "file": sources.path(span.file), "span": range(*span, sources), "message": both(text) })
        })
        .collect();
    json!({
        "v": VERSION,
        "code": finding.code.id(),
        "name": finding.code.name(),
        "severity": short::level(finding.code.severity()),
        "file": finding.span.map(|span| sources.path(span.file)),
        "span": finding.span.map(|span| range(span, sources)),
        "message": both(&finding.message),
        "hints": finding.hints.iter().map(both).collect::<Vec<_>>(),
        "related": related,
        "url": format!("docs/fr/reference/codes.md#{}", finding.code.id().to_lowercase()),
    })
}

fn both(text: &Text) -> Value {
    json!({ "fr": text.fr, "en": text.en })
}

fn range(span: Span, sources: &Sources) -> Value {
    let start = sources.place(span.file, span.start);
    let end = sources.place(span.file, span.end);
    json!({
        "line": start.line, "column": start.column,
        "end_line": end.line, "end_column": end.column,
        "byte_start": span.start, "byte_end": span.end,
    })
}
