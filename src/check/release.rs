//! What a release refuses and a build accepts; the release itself is made elsewhere.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::source::Object;
use crate::source::Spanned;
use crate::source::WorkspaceDraft;
use crate::text;

/// FIL6001: addresses of the workspace that are reserved for examples (RFC 2606).
pub fn release(draft: &WorkspaceDraft, sink: &mut Sink) {
    let Some(object) = &draft.object else { return };
    let publisher = object.object("publisher").and_then(|p| p.text("url"));
    for address in [publisher, object.text("iri"), support(object)].into_iter().flatten() {
        if let Some(host) = example_host(&address.value) {
            let message = text! {
                fr: "« {host} » est une adresse d'exemple, qui ne mène nulle part",
                en: "« {host} » is an example address, which leads nowhere",
            };
            sink.push(Diagnostic::new(Code::FIL6001, address.span, message).hint(text! {
                fr: "mettez l'adresse définitive avant la première publication : elle ne peut plus changer ensuite",
                en: "put the final address before the first release: it cannot change afterwards",
            }));
        }
    }
}

fn support(object: &Object) -> Option<&Spanned<String>> {
    object.text("support")
}

/// The host of an address, when it is one of those that RFC 2606 reserves.
fn example_host(text: &str) -> Option<&str> {
    let hosts = text.split([' ', '/', '@', ':', ',', ';', '<', '>', '(', ')', '?', '#']);
    hosts.map(|h| h.trim_end_matches('.')).find(|host| {
        let lower = host.to_lowercase();
        let reserved = [".example", ".test", ".invalid"].iter().any(|end| lower.ends_with(end));
        let domain = ["example.com", "example.org", "example.net"];
        reserved || domain.iter().any(|d| lower == *d || lower.ends_with(&format!(".{d}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_hosts_are_found_in_addresses_and_sentences() {
        assert_eq!(example_host("https://alucompetences.example/"), Some("alucompetences.example"));
        assert_eq!(example_host("écrivez à aide@exemple.example."), Some("exemple.example"));
        assert_eq!(example_host("https://www.example.org/a"), Some("www.example.org"));
        assert_eq!(example_host("https://alucompetences.ca/example"), None);
        assert_eq!(example_host("par exemple"), None);
    }
}
