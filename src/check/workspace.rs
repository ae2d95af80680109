//! filiere.yaml becomes a valid workspace; modules are checked elsewhere.

use crate::check::findings;
use crate::check::licence;
use crate::check::titles;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::model::BaseIri;
use crate::model::LangTag;
use crate::model::Manifests;
use crate::model::Publisher;
use crate::model::Workspace;
use crate::source::Object;
use crate::source::Spanned;
use crate::source::WorkspaceDraft;
use crate::text;

/// The workspace, or `None` when something in filiere.yaml was reported.
pub fn workspace(draft: &WorkspaceDraft, sink: &mut Sink) -> Option<Workspace> {
    let object = draft.object.as_ref()?;
    let publisher = object.object("publisher").and_then(|p| publisher(p, sink));
    let iri = object.text("iri").and_then(|t| iri(t, sink));
    let language = object.text("language").and_then(|t| language(t, sink));
    let licence = object.text("licence").and_then(|t| licence(t, sink));
    let targets = targets(object, sink);
    let manifests = manifests(object);
    if let (Some(targets), Some(word)) =
        (&targets, object.word("manifests").filter(|_| object.has("manifests")))
    {
        chosen_in_vain(targets, &word, sink);
    }
    let support = object.text("support").map(|t| t.value.trim().to_owned());
    if object.is_broken("support") {
        return None;
    }
    Some(Workspace {
        publisher: publisher?,
        iri: iri?,
        language: language?,
        licence: licence?,
        support: support.unwrap_or_default(),
        targets: targets?,
        manifests: manifests?,
    })
}

fn publisher(object: &Object, sink: &mut Sink) -> Option<Publisher> {
    let name = object.text("name").and_then(|t| titles::short(t, sink));
    let organization = object.text("organization").and_then(|t| titles::short(t, sink));
    let url = object.text("url").map(|t| t.value.clone());
    Some(Publisher { name: name?, organization: organization?, url: url? })
}

fn iri(text: &Spanned<String>, sink: &mut Sink) -> Option<BaseIri> {
    let iri = BaseIri::new(&text.value);
    if iri.is_none() {
        let written = &text.value;
        let message = text! {
            fr: "« {written} » ne peut pas servir de base aux adresses",
            en: "« {written} » cannot be the base of addresses",
        };
        let hint = if written.is_ascii() {
            text! {
                fr: "écrivez une adresse complète qui finit par une barre oblique, comme https://exemple.ca/",
                en: "write a complete address that ends with a slash, as https://example.org/",
            }
        } else {
            text! {
                fr: "écrivez-la sans accent, ou sous la forme que le navigateur envoie : xn--… pour un nom de domaine, %C3%A9 pour un é",
                en: "write it without accents, or in the form that a browser sends: xn--… for a domain name, %C3%A9 for an é",
            }
        };
        sink.push(Diagnostic::new(Code::FIL1010, text.span, message).hint(hint));
    }
    iri
}

/// A known licence, or a sentence that says what is allowed.
fn licence(text: &Spanned<String>, sink: &mut Sink) -> Option<String> {
    let written = titles::short(text, sink)?;
    if written.contains(' ') || licence::is_known(&written) {
        return Some(written);
    }
    let message = text! {
        fr: "la licence « {written} » n'est pas connue",
        en: "the licence « {written} » is not known",
    };
    let found =
        findings::suggest(Diagnostic::new(Code::FIL1012, text.span, message), &written, licence::common());
    sink.push(found.hint(text! {
        fr: "une autre licence SPDX s'écrit LicenseRef-nom; sans licence, dites-le en une phrase",
        en: "another SPDX licence is written LicenseRef-name; without a licence, say so in a sentence",
    }));
    None
}

fn language(text: &Spanned<String>, sink: &mut Sink) -> Option<LangTag> {
    let tag = LangTag::new(&text.value);
    if tag.is_none() {
        let written = &text.value;
        let message = text! {
            fr: "« {written} » n'est pas une étiquette de langue",
            en: "« {written} » is not a language tag",
        };
        let hint = text! { fr: "écrivez par exemple fr-CA ou en-CA", en: "write for example fr-CA or en-CA" };
        sink.push(Diagnostic::new(Code::FIL1010, text.span, message).hint(hint));
    }
    tag
}

fn targets(object: &Object, sink: &mut Sink) -> Option<Vec<String>> {
    if object.is_broken("targets") {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for word in object.list("targets").iter().filter_map(|v| v.as_word()) {
        if !names.iter().any(|n| n == word.value) {
            names.push(word.value.to_owned());
        }
    }
    if let (true, Some(key)) = (names.is_empty(), object.key_span("targets")) {
        let message = text! { fr: "aucune cible n'est nommée", en: "no target is named" };
        let hint = text! { fr: "écrivez targets: [scorm12]", en: "write targets: [scorm12]" };
        sink.push(Diagnostic::new(Code::FIL1026, key, message).hint(hint));
        return None;
    }
    Some(if names.is_empty() { vec!["scorm12".to_owned()] } else { names })
}

/// Which manifests packages for xAPI hold; both unless one is named.
fn manifests(object: &Object) -> Option<Manifests> {
    if object.is_broken("manifests") {
        return None;
    }
    Some(match object.word("manifests").map(|word| word.value) {
        Some("tincan") => Manifests::Tincan,
        Some("cmi5") => Manifests::Cmi5,
        _ => Manifests::Both,
    })
}

/// FIL6002: only packages for xAPI have manifests to choose from.
fn chosen_in_vain(targets: &[String], word: &Spanned<&'static str>, sink: &mut Sink) {
    if targets.iter().any(|target| target == "xapi") {
        return;
    }
    let message = text! {
        fr: "« manifests » ne change rien : aucun paquet xapi n'est produit",
        en: "« manifests » changes nothing: no xapi package is made",
    };
    sink.push(Diagnostic::new(Code::FIL6002, word.span, message).hint(text! {
        fr: "ajoutez xapi à targets, ou retirez manifests",
        en: "add xapi to targets, or remove manifests",
    }));
}
