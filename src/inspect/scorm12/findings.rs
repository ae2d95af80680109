//! Findings that several rules share, and those about the manifest as a document.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::Text;
use crate::inspect::scorm12::Manifest;
use crate::inspect::xml::Element;
use crate::text;

/// FIL7006.
pub(super) fn misread(at: Span, message: Text) -> Diagnostic {
    Diagnostic::new(Code::FIL7006, at, message)
}

/// FIL7005.
pub(super) fn cannot_launch(at: Span, message: Text) -> Diagnostic {
    Diagnostic::new(Code::FIL7005, at, message)
}

/// Every element, the outer one first.
pub(super) fn all<'a>(element: &'a Element, out: &mut Vec<&'a Element>) {
    out.push(element);
    element.children.iter().for_each(|child| all(child, out));
}

/// What of the document itself platforms stumble on.
pub(super) fn form(manifest: &Manifest, sink: &mut Sink) {
    let mut elements = Vec::new();
    all(manifest.root, &mut elements);
    let of_ims = |element: &&&Element| element.space == manifest.root.space;
    if let Some(element) = elements.iter().filter(of_ims).find(|element| element.prefix.is_some()) {
        let name = &element.name;
        let message = text! { fr: "« {name} » porte un préfixe", en: "« {name} » bears a prefix" };
        sink.push(cannot_launch(element.at, message).hint(text! {
            fr: "déclarez l'espace de noms par défaut : Moodle et Open edX ne trouvent que les noms sans préfixe",
            en: "declare the default namespace: Moodle and Open edX find only names without a prefix",
        }));
    }
    if let Some(at) = manifest.text.find("<!DOCTYPE") {
        let at = Span::new(manifest.root.at.file, at..at + "<!DOCTYPE".len());
        let message = text! { fr: "le manifeste a une déclaration DOCTYPE", en: "the manifest has a DOCTYPE declaration" };
        sink.push(misread(at, message).hint(text! {
            fr: "retirez-la : des plateformes refusent ces documents par prudence",
            en: "remove it: platforms refuse such documents out of caution",
        }));
    }
    for element in elements {
        for base in element.attributes.iter().filter(|one| one.written == "xml:base") {
            let message = text! {
                fr: "« xml:base » n'est pas lu partout de la même manière",
                en: "« xml:base » is not read everywhere in the same way",
            };
            sink.push(misread(base.at, message).hint(text! {
                fr: "écrivez le chemin entier dans « href » : Moodle ignore xml:base, ou le colle sans barre oblique",
                en: "write the whole path in « href »: Moodle ignores xml:base, or glues it without a slash",
            }));
        }
    }
}
