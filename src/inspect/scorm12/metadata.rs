//! Metadata: the two words that say the standard, and descriptions in the terms of IMS.

use crate::diag::Code;
use crate::diag::Sink;
use crate::inspect::schema;
use crate::inspect::scorm12::Manifest;
use crate::inspect::scorm12::findings;
use crate::inspect::scorm12::table_imsmd;
use crate::inspect::xml::Element;
use crate::text;

/// What the two words must be.
const WANTED: [(&str, &str); 2] = [("schema", "ADL SCORM"), ("schemaversion", "1.2")];

pub(super) fn judge(manifest: &Manifest, sink: &mut Sink) {
    let own = manifest.root.named("metadata").next();
    for (name, wanted) in WANTED {
        word(manifest.root, own, name, wanted, sink);
    }
    let mut elements = Vec::new();
    findings::all(manifest.root, &mut elements);
    for lom in elements.into_iter().filter(|one| one.space == table_imsmd::SPACE && one.name == "lom") {
        // No platform refuses a package for its description.
        let mut found = Sink::default();
        schema::judge(lom, &table_imsmd::LOM, table_imsmd::SPACE, &mut found);
        for finding in found.iter() {
            let mut finding = finding.clone();
            finding.code = Code::FIL7014;
            sink.push(finding);
        }
    }
}

fn word(root: &Element, own: Option<&Element>, name: &str, wanted: &str, sink: &mut Sink) {
    let found = own.and_then(|metadata| metadata.named(name).next());
    let (at, message) = match found {
        Some(found) if found.text == wanted => return,
        Some(found) => {
            let written = &found.text;
            (
                found.at,
                text! {
                    fr: "« {name} » est « {written} », et non « {wanted} »",
                    en: "« {name} » is « {written} », and not « {wanted} »",
                },
            )
        }
        None => (
            own.map_or(root.at, |metadata| metadata.at),
            text! { fr: "il manque « {name} »", en: "« {name} » is missing" },
        ),
    };
    sink.push(findings::misread(at, message).hint(text! {
        fr: "écrivez <{name}>{wanted}</{name}> : Open edX et d'autres y lisent la norme",
        en: "write <{name}>{wanted}</{name}>: Open edX and others read the standard there",
    }));
}
