//! A log of SARIF 2.1.0, for code scanning; one run, its rules named once.

use serde_json::Value;
use serde_json::json;
use sha2::Digest;
use sha2::Sha256;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Language;
use crate::diag::Sources;
use crate::diag::Span;
use crate::diag::catalogue;
use crate::diag::short;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// All findings, as one document.
pub fn render(findings: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let mut codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, language)).collect();
    let results: Vec<Value> = findings.iter().map(|one| result(one, &codes, sources, language)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "filiere",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log}\n")
}

fn rule(code: Code, language: Language) -> Value {
    json!({
        "id": code.id(),
        "name": code.name(),
        "fullDescription": { "text": catalogue::what(code, language) },
        "help": { "text": code.page(language), "markdown": code.page(language) },
        "defaultConfiguration": { "level": short::level(code.severity()) },
    })
}

fn result(finding: &Diagnostic, codes: &[Code], sources: &Sources, language: Language) -> Value {
    let texts = std::iter::once(&finding.message).chain(&finding.hints);
    let texts: Vec<&str> = texts.map(|text| text.get(language)).collect();
    let mut result = json!({
        "ruleId": finding.code.id(),
        "ruleIndex": codes.binary_search(&finding.code).unwrap_or_default(),
        "level": short::level(finding.code.severity()),
        "message": { "text": texts.join("\n") },
    });
    if let Some(span) = finding.span {
        result["locations"] = json!([location(span, sources)]);
        result["partialFingerprints"] = json!({ "filiere/v1": fingerprint(finding.code, span, sources) });
    }
    if !finding.related.is_empty() {
        let related = |(span, text): &(Span, crate::diag::Text)| {
            let mut location = location(*span, sources);
            location["message"] = json!({ "text": text.get(language) });
            location
        };
        result["relatedLocations"] = finding.related.iter().map(related).collect();
    }
    result
}

fn location(span: Span, sources: &Sources) -> Value {
    let [start, end] = [span.start, span.end].map(|offset| sources.place(span.file, offset));
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(sources.path(span.file)) },
        "region": {
            "startLine": start.line, "startColumn": start.column,
            "endLine": end.line, "endColumn": end.column,
        },
    } })
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let signs = path.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") });
    signs.collect()
}

/// The same as long as the line at fault says the same, wherever it moves in its file.
fn fingerprint(code: Code, span: Span, sources: &Sources) -> String {
    let line = sources.line(span.file, sources.place(span.file, span.start).line).trim();
    let told = format!("{}\n{}\n{line}", code.id(), sources.path(span.file));
    Sha256::digest(told.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn log(text: &str, from: usize) -> Value {
        let mut sources = Sources::default();
        let file = sources.add("modules/é.yaml", text);
        let at = |start: usize| Span::new(file, start..start + 1);
        let message = text! { fr: "faute", en: "fault" };
        let found = Diagnostic::new(Code::FIL2002, at(from), message.clone())
            .hint(text! { fr: "aide", en: "help" })
            .related(at(0), text! { fr: "ici", en: "here" });
        let findings = [Diagnostic::placeless(Code::FIL9001, message), found];
        serde_json::from_str(&render(&findings, &sources, Language::English)).unwrap()
    }

    #[test]
    fn a_result_names_its_rule_its_place_and_its_cure() {
        let log = log("aé\nbc", 4);
        let run = &log["runs"][0];
        let ids: Vec<&Value> =
            run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|r| &r["id"]).collect();
        assert_eq!(ids, ["FIL2002", "FIL9001"]);
        assert_eq!(
            run["results"][0],
            json!({ "ruleId": "FIL9001", "ruleIndex": 1, "level": "error", "message": { "text": "fault" } })
        );
        let place = |line: u32, column: u32, to: u32| {
            json!({
                "artifactLocation": { "uri": "modules/%C3%A9.yaml" },
                "region": { "startLine": line, "startColumn": column, "endLine": line, "endColumn": to },
            })
        };
        let result = &run["results"][1];
        assert_eq!(result["message"], json!({ "text": "fault\nhelp" }));
        assert_eq!(result["locations"], json!([{ "physicalLocation": place(2, 1, 2) }]));
        assert_eq!(
            result["relatedLocations"],
            json!([{ "physicalLocation": place(1, 1, 2), "message": { "text": "here" } }])
        );
    }

    #[test]
    fn a_fingerprint_stays_when_the_line_moves_and_changes_when_it_is_rewritten() {
        let print = |log: Value| log["runs"][0]["results"][1]["partialFingerprints"]["filiere/v1"].clone();
        let first = print(log("a\nbc", 2));
        assert_eq!(first, print(log("a\n\n  bc", 5)));
        assert_ne!(first, print(log("a\nbd", 2)));
    }
}
