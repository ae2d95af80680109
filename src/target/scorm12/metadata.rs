//! The LOM record of a manifest in its IMS MD 1.2.1 form, in the strict order of its schema.
//!
//! It is for repositories and search: no LMS depends on it. It gives no e-mail address.

use crate::lom;
use crate::model::Contributor;
use crate::model::Licence;
use crate::model::Module;
use crate::model::Programme;
use crate::model::Publisher;
use crate::package::Package;
use crate::target::scorm12::words;
use crate::xml::Xml;

/// Language of titles that exist in French only.
const FRENCH: &str = "fr-CA";
/// Marks a string that is in no language.
const NONE: &str = "x-none";

pub(super) fn lom(xml: &mut Xml, module: &Module, package: &Package) {
    xml.element("imsmd:lom", &[], |xml| {
        general(xml, module);
        lifecycle(xml, module);
        xml.element("imsmd:metametadata", &[], |xml| {
            xml.text("imsmd:metadatascheme", &[], "ADL SCORM 1.2");
            xml.text("imsmd:language", &[], module.language.as_str());
        });
        technical(xml, module, package);
        educational(xml, module);
        rights(xml, module);
        module.requires.iter().for_each(|id| relation(xml, &module.workspace.iri.module(id)));
        discipline(xml, module);
        objectives(xml, module);
    });
}

fn general(xml: &mut Xml, module: &Module) {
    let language = module.language.as_str();
    xml.element("imsmd:general", &[], |xml| {
        lang(xml, "imsmd:title", language, &module.title);
        catalogentry(xml, &module.workspace.iri.module(&module.id));
        xml.text("imsmd:language", &[], language);
        lang(xml, "imsmd:description", language, &module.description);
        module.keywords.iter().for_each(|word| lang(xml, "imsmd:keyword", language, word));
        vocabulary(xml, "imsmd:structure", "Linear");
        vocabulary(xml, "imsmd:aggregationlevel", "2");
    });
}

fn lifecycle(xml: &mut Xml, module: &Module) {
    xml.element("imsmd:lifecycle", &[], |xml| {
        lang(xml, "imsmd:version", NONE, &module.version);
        vocabulary(xml, "imsmd:status", "Final");
        for person in &module.contributors {
            contribute(xml, &words::capitals(&person.role), &card_of(person), &module.date);
        }
        contribute(xml, "Publisher", &publisher(&module.workspace.publisher), &module.date);
    });
}

fn contribute(xml: &mut Xml, role: &str, card: &str, date: &str) {
    xml.element("imsmd:contribute", &[], |xml| {
        vocabulary(xml, "imsmd:role", role);
        xml.element("imsmd:centity", &[], |xml| xml.text("imsmd:vcard", &[], card));
        xml.element("imsmd:date", &[], |xml| xml.text("imsmd:datetime", &[], date));
    });
}

fn card_of(person: &Contributor) -> String {
    lom::card(&person.name, person.organization.as_deref())
}

fn publisher(publisher: &Publisher) -> String {
    lom::card(&publisher.name, Some(&publisher.organization))
}

fn technical(xml: &mut Xml, module: &Module, package: &Package) {
    let mut types: Vec<&str> = package.entries().map(|(path, _)| path.media_type()).collect();
    types.sort_unstable();
    types.dedup();
    let size: u64 = package.entries().map(|(_, entry)| entry.length()).sum();
    xml.element("imsmd:technical", &[], |xml| {
        types.iter().for_each(|name| xml.text("imsmd:format", &[], name));
        xml.text("imsmd:size", &[], &size.to_string());
        xml.text("imsmd:location", &[("type", "URI")], &module.workspace.iri.module(&module.id));
    });
}

fn educational(xml: &mut Xml, module: &Module) {
    xml.element("imsmd:educational", &[], |xml| {
        vocabulary(xml, "imsmd:learningresourcetype", words::resource_type(module.kind));
        if !module.questions.is_empty() {
            vocabulary(xml, "imsmd:learningresourcetype", "Questionnaire");
        }
        vocabulary(xml, "imsmd:intendedenduserrole", "Learner");
        vocabulary(xml, "imsmd:context", "Higher Education");
        xml.element("imsmd:typicallearningtime", &[], |xml| {
            xml.text("imsmd:datetime", &[], &lom::period(module.duration));
        });
        xml.text("imsmd:language", &[], module.language.as_str());
    });
}

fn rights(xml: &mut Xml, module: &Module) {
    let licence = match Licence::find(&module.workspace.licence) {
        Some(known) => format!("{} — {}", known.name(), known.deed(module.language.is_french())),
        None => module.workspace.licence.clone(),
    };
    xml.element("imsmd:rights", &[], |xml| {
        vocabulary(xml, "imsmd:cost", "no");
        vocabulary(xml, "imsmd:copyrightandotherrestrictions", "yes");
        lang(xml, "imsmd:description", module.language.as_str(), &licence);
    });
}

fn relation(xml: &mut Xml, iri: &str) {
    xml.element("imsmd:relation", &[], |xml| {
        vocabulary(xml, "imsmd:kind", "Requires");
        xml.element("imsmd:resource", &[], |xml| catalogentry(xml, iri));
    });
}

fn discipline(xml: &mut Xml, module: &Module) {
    let language = module.language.as_str();
    let [source, description] = lom::programmes(module.language.is_french());
    xml.element("imsmd:classification", &[], |xml| {
        vocabulary(xml, "imsmd:purpose", "Discipline");
        for code in &module.programmes {
            let title = Programme::find(code).map(Programme::title);
            taxon(xml, (language, source), code, title.map(|title| (FRENCH, title)));
        }
        lang(xml, "imsmd:description", language, description);
        let names = module.disciplines.iter().map(|word| lom::discipline(word, module.language.is_french()));
        names.for_each(|name| lang(xml, "imsmd:keyword", language, name));
    });
}

fn objectives(xml: &mut Xml, module: &Module) {
    if module.objectives.is_empty() {
        return;
    }
    let language = module.language.as_str();
    let source = lom::objectives(module.language.is_french());
    xml.element("imsmd:classification", &[], |xml| {
        vocabulary(xml, "imsmd:purpose", "Educational Objective");
        for objective in &module.objectives {
            let text = objective.text.plain();
            taxon(xml, (language, source), objective.id.as_str(), Some((language, &text)));
        }
        lang(xml, "imsmd:description", language, source);
    });
}

// A taxonpath holds one taxon, a taxon one taxon: siblings are paths of their own.
fn taxon(xml: &mut Xml, source: (&str, &str), id: &str, entry: Option<(&str, &str)>) {
    xml.element("imsmd:taxonpath", &[], |xml| {
        lang(xml, "imsmd:source", source.0, source.1);
        xml.element("imsmd:taxon", &[], |xml| {
            xml.text("imsmd:id", &[], id);
            entry.into_iter().for_each(|(language, text)| lang(xml, "imsmd:entry", language, text));
        });
    });
}

fn catalogentry(xml: &mut Xml, iri: &str) {
    xml.element("imsmd:catalogentry", &[], |xml| {
        xml.text("imsmd:catalog", &[], "URI");
        lang(xml, "imsmd:entry", NONE, iri);
    });
}

fn lang(xml: &mut Xml, name: &str, language: &str, text: &str) {
    xml.element(name, &[], |xml| xml.text("imsmd:langstring", &[("xml:lang", language)], text));
}

fn vocabulary(xml: &mut Xml, name: &str, value: &str) {
    xml.element(name, &[], |xml| {
        lang(xml, "imsmd:source", NONE, "LOMv1.0");
        lang(xml, "imsmd:value", NONE, value);
    });
}
