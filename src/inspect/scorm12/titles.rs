//! Titles, which platforms show: present, short, and written so that Moodle keeps every sign.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Text;
use crate::inspect::scorm12::Manifest;
use crate::inspect::scorm12::findings;
use crate::inspect::xml::Element;
use crate::text;

/// Characters that the schema allows, and that Moodle can store.
const SCHEMA: usize = 200;
const STORED: usize = 255;

pub(super) fn judge(manifest: &Manifest, sink: &mut Sink) {
    for organization in manifest.organizations() {
        titled(organization, manifest, sink);
    }
}

fn titled(element: &Element, manifest: &Manifest, sink: &mut Sink) {
    match element.named("title").next() {
        Some(title) => self::title(title, manifest.text, sink),
        None => {
            let name = &element.name;
            let message = text! { fr: "« {name} » n'a pas de titre", en: "« {name} » has no title" };
            sink.push(findings::misread(element.at, message).hint(text! {
                fr: "ajoutez « title » : les menus des plateformes montrent une ligne vide",
                en: "add « title »: the menus of platforms show an empty line",
            }));
        }
    }
    element.named("item").for_each(|item| titled(item, manifest, sink));
}

fn title(title: &Element, text: &str, sink: &mut Sink) {
    let length = title.text.chars().count();
    if length > STORED {
        let message = text! {
            fr: "le titre a {length} caractères, plus que {STORED}",
            en: "the title has {length} characters, more than {STORED}",
        };
        let hint = text! { fr: "abrégez-le : Moodle interrompt l'importation", en: "shorten it: Moodle breaks off the import" };
        sink.push(Diagnostic::new(Code::FIL7003, title.at, message).hint(hint));
    } else if let Some((message, hint)) = misread(&title.text, written(title, text)) {
        sink.push(findings::misread(title.at, message).hint(hint));
    }
}

/// The title as it is written, references and all.
fn written<'a>(title: &Element, text: &'a str) -> &'a str {
    let rest = text.get(title.at.end as usize..).unwrap_or_default();
    let content = rest.split_once('>').map_or("", |(_, content)| content);
    content.split_once("</").map_or(content, |(content, _)| content)
}

fn misread(title: &str, written: &str) -> Option<(Text, Text)> {
    let shown = title.trim();
    let found = if shown.is_empty() || shown == "0" {
        (
            text! { fr: "le titre est vide, ou Moodle le lit ainsi", en: "the title is empty, or Moodle reads it so" },
            text! { fr: "écrivez un titre en mots", en: "write a title in words" },
        )
    } else if written.contains("<![CDATA[") || written.contains("&#") {
        (
            text! {
                fr: "le titre a une section CDATA ou une référence numérique",
                en: "the title has a CDATA section or a numeric reference",
            },
            text! {
                fr: "écrivez le signe lui-même en UTF-8 : Moodle montrerait la référence",
                en: "write the sign itself in UTF-8: Moodle would show the reference",
            },
        )
    } else if shown.len() < title.len() || title.contains('\n') {
        (
            text! { fr: "le titre est entouré ou coupé de blancs", en: "the title is surrounded or cut by blanks" },
            text! { fr: "écrivez-le sur une ligne, sans blancs autour : Moodle les garde", en: "write it on one line, without blanks around: Moodle keeps them" },
        )
    } else if title.chars().count() > SCHEMA {
        (
            text! { fr: "le titre dépasse {SCHEMA} caractères", en: "the title is longer than {SCHEMA} characters" },
            text! { fr: "abrégez-le : le schéma n'en permet pas plus", en: "shorten it: the schema allows no more" },
        )
    } else {
        return None;
    };
    Some(found)
}
