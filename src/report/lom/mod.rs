//! The record of a package for repositories: IEEE LOM 1.0, with what Normetic 1.2 asks for.
//!
//! The manifest of SCORM 1.2 has its own form (target/scorm12/metadata.rs); the two are never mixed.
//! A record gives no e-mail address.

mod classification;
mod vocabulary;

use crate::lom;
use crate::model::Licence;
use crate::model::Module;
use crate::render::Words;
use crate::report::Packaged;
use crate::report::lom::vocabulary::LOM;
use crate::xml::Xml;

const NAMESPACE: &str = "http://ltsc.ieee.org/xsd/LOM";

/// What a record speaks of, and in which words.
#[derive(Clone, Copy)]
struct Subject<'a> {
    module: &'a Module,
    words: &'a Words,
}

/// The record of one package of a module; `packages` are all of them.
pub fn record(module: &Module, words: &Words, package: &Packaged, packages: &[Packaged]) -> Vec<u8> {
    let subject = Subject { module, words };
    let mut xml = Xml::new();
    xml.element("lom", &[("xmlns", NAMESPACE)], |xml| {
        subject.general(xml);
        subject.life_cycle(xml);
        subject.meta_metadata(xml, package);
        subject.technical(xml, package);
        subject.educational(xml);
        subject.rights(xml);
        module.requires.iter().for_each(|id| relation(xml, "requires", &module.workspace.iri.module(id)));
        let others = packages.iter().filter(|other| other.target != package.target);
        others.for_each(|other| relation(xml, "hasformat", &subject.identifier(other)));
        subject.classifications(xml);
    });
    xml.finish()
}

impl Subject<'_> {
    fn general(self, xml: &mut Xml) {
        let module = self.module;
        xml.element("general", &[], |xml| {
            identifier(xml, &module.workspace.iri.module(&module.id));
            self.string(xml, "title", &module.title);
            xml.text("language", &[], module.language.as_str());
            let blank = module.description.trim().is_empty();
            self.string(xml, "description", if blank { &module.title } else { &module.description });
            module.keywords.iter().for_each(|word| self.string(xml, "keyword", word));
            term(xml, "structure", (LOM, "linear"));
            term(xml, "aggregationLevel", (LOM, "2"));
        });
    }

    fn life_cycle(self, xml: &mut Xml) {
        let module = self.module;
        let publisher = &module.workspace.publisher;
        let named =
            |person: &crate::model::Contributor| person.role == "publisher" && person.name == publisher.name;
        xml.element("lifeCycle", &[], |xml| {
            self.string(xml, "version", &module.version);
            term(xml, "status", (LOM, "final"));
            for person in &module.contributors {
                let card = lom::card(&person.name, person.organization.as_deref());
                self.contribute(xml, &person.role, &card);
            }
            if !module.contributors.iter().any(named) {
                self.contribute(xml, "publisher", &lom::card(&publisher.name, Some(&publisher.organization)));
            }
        });
    }

    fn contribute(self, xml: &mut Xml, role: &str, card: &str) {
        xml.element("contribute", &[], |xml| {
            term(xml, "role", (LOM, role));
            xml.text("entity", &[], card);
            xml.element("date", &[], |xml| xml.text("dateTime", &[], &self.module.date));
        });
    }

    fn meta_metadata(self, xml: &mut Xml, package: &Packaged) {
        xml.element("metaMetadata", &[], |xml| {
            identifier(xml, &self.identifier(package));
            xml.text("metadataSchema", &[], "LOMv1.0");
            xml.text("metadataSchema", &[], "NORMETICv1.2");
            xml.text("language", &[], self.module.language.as_str());
        });
    }

    /// What harvesters know a record by, the same in every version: `oai:<host>:<path>/<language>/<target>`.
    fn identifier(self, package: &Packaged) -> String {
        let iri = self.module.workspace.iri.module(&self.module.id);
        let rest = iri.split_once("://").map_or(iri.as_str(), |(_, rest)| rest);
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        format!("oai:{host}:{path}/{}/{}", self.module.language.as_str(), package.target)
    }

    fn technical(self, xml: &mut Xml, package: &Packaged) {
        let module = self.module;
        xml.element("technical", &[], |xml| {
            package.formats.iter().for_each(|format| xml.text("format", &[], format));
            xml.text("size", &[], &package.bytes.to_string());
            xml.text("location", &[], &module.workspace.iri.module(&module.id));
            self.string(xml, "installationRemarks", &self.remarks(package));
            self.string(xml, "otherPlatformRequirements", self.words.get("lom.requirements"));
        });
    }

    /// How the package is installed; a target without words of its own is told by its name.
    fn remarks(self, package: &Packaged) -> String {
        let key = format!("lom.install.{}", package.target);
        match self.words.table().get(&key) {
            Some(words) => words.clone(),
            None => self.words.fill("lom.install", &[("target", &package.target)]),
        }
    }

    fn educational(self, xml: &mut Xml) {
        let module = self.module;
        let interactivity = if module.questions.is_empty() { "expositive" } else { "mixed" };
        xml.element("educational", &[], |xml| {
            term(xml, "interactivityType", (LOM, interactivity));
            vocabulary::types(module).into_iter().for_each(|one| term(xml, "learningResourceType", one));
            term(xml, "intendedEndUserRole", (LOM, "learner"));
            vocabulary::contexts(module).into_iter().for_each(|one| term(xml, "context", one));
            self.string(xml, "typicalAgeRange", vocabulary::ages(module));
            xml.element("typicalLearningTime", &[], |xml| {
                xml.text("duration", &[], &lom::period(module.duration));
            });
            xml.text("language", &[], module.language.as_str());
        });
    }

    fn rights(self, xml: &mut Xml) {
        let french = self.module.language.is_french();
        let written = &self.module.workspace.licence;
        let known = Licence::find(written);
        let restricted = if known.is_some_and(|licence| licence.is_public_domain()) { "no" } else { "yes" };
        let words = known.map(|licence| format!("{} — {}", licence.words(french), licence.deed(french)));
        xml.element("rights", &[], |xml| {
            term(xml, "cost", (LOM, "no"));
            term(xml, "copyrightAndOtherRestrictions", (LOM, restricted));
            self.string(xml, "description", words.as_ref().unwrap_or(written));
        });
    }

    /// An element with one string in the language of the module.
    fn string(self, xml: &mut Xml, name: &str, text: &str) {
        string(xml, name, self.module.language.as_str(), text);
    }
}

fn string(xml: &mut Xml, name: &str, language: &str, text: &str) {
    xml.element(name, &[], |xml| xml.text("string", &[("language", language)], text));
}

fn term(xml: &mut Xml, name: &str, (source, value): (&str, &str)) {
    xml.element(name, &[], |xml| {
        xml.text("source", &[], source);
        xml.text("value", &[], value);
    });
}

fn identifier(xml: &mut Xml, entry: &str) {
    xml.element("identifier", &[], |xml| {
        xml.text("catalog", &[], "URI");
        xml.text("entry", &[], entry);
    });
}

fn relation(xml: &mut Xml, kind: &str, entry: &str) {
    xml.element("relation", &[], |xml| {
        term(xml, "kind", (LOM, kind));
        xml.element("resource", &[], |xml| identifier(xml, entry));
    });
}
