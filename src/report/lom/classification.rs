//! Category 9 of a record: programmes and disciplines, levels, objectives.

use crate::lom;
use crate::model::Programme;
use crate::report::lom::LOM;
use crate::report::lom::Subject;
use crate::report::lom::string;
use crate::report::lom::term;
use crate::report::lom::vocabulary;
use crate::report::words;
use crate::xml::Xml;

/// Language of titles that exist in French only.
const FRENCH: &str = "fr-CA";

/// A taxon: its code, where it has one, and its words with their language.
struct Taxon<'a> {
    source: &'a str,
    id: Option<&'a str>,
    entry: Option<(&'a str, String)>,
}

impl<'a> Subject<'a> {
    /// There is at least one: Normetic asks for a purpose and a taxon.
    pub(super) fn classifications(self, xml: &mut Xml) {
        let about = self.disciplines();
        match about.is_empty() {
            false => self.classification(xml, "discipline", &about),
            true => self.classification(xml, "idea", &[self.idea()]),
        }
        for (purpose, taxons) in
            [("educational level", self.levels()), ("educational objective", self.objectives())]
        {
            if !taxons.is_empty() {
                self.classification(xml, purpose, &taxons);
            }
        }
    }

    fn disciplines(self) -> Vec<Taxon<'a>> {
        let french = self.module.language.is_french();
        let [programmes, _] = lom::programmes(french);
        let mut taxons: Vec<Taxon> = Vec::new();
        for code in &self.module.programmes {
            let entry = Programme::find(code).map(|programme| (FRENCH, programme.title().to_owned()));
            taxons.push(Taxon { source: programmes, id: Some(code), entry });
        }
        let language = self.module.language.as_str();
        for word in &self.module.disciplines {
            let entry = Some((language, lom::discipline(word, french).to_owned()));
            taxons.push(Taxon { source: self.words.get("lom.disciplines"), id: None, entry });
        }
        taxons
    }

    /// What a module without programme and discipline is about: its kind.
    fn idea(self) -> Taxon<'a> {
        let key = words::kind(self.module.kind);
        let entry = Some((self.module.language.as_str(), self.words.get(key).to_owned()));
        Taxon { source: self.words.get("lom.kinds"), id: None, entry }
    }

    fn levels(self) -> Vec<Taxon<'a>> {
        let level = |key: &str| Taxon {
            source: self.words.get("lom.levels"),
            id: None,
            entry: Some((self.module.language.as_str(), self.words.get(key).to_owned())),
        };
        let college = vocabulary::is_college(self.module).then(|| level("level.college"));
        let university = vocabulary::is_university(self.module).then(|| level("level.university"));
        college.into_iter().chain(university).collect()
    }

    fn objectives(self) -> Vec<Taxon<'a>> {
        let source = lom::objectives(self.module.language.is_french());
        let language = self.module.language.as_str();
        let taxon = |objective: &'a crate::model::Objective| {
            let (id, text) = (objective.id.as_str(), objective.text.plain());
            let text = if text.trim().is_empty() { id.to_owned() } else { text };
            Taxon { source, id: Some(id), entry: Some((language, text)) }
        };
        self.module.objectives.iter().map(taxon).collect()
    }

    // A path goes from a taxon to those it holds: what stands side by side has a path each.
    fn classification(self, xml: &mut Xml, purpose: &str, taxons: &[Taxon]) {
        xml.element("classification", &[], |xml| {
            term(xml, "purpose", (LOM, purpose));
            for taxon in taxons {
                xml.element("taxonPath", &[], |xml| {
                    self.string(xml, "source", taxon.source);
                    xml.element("taxon", &[], |xml| {
                        taxon.id.into_iter().for_each(|id| xml.text("id", &[], id));
                        let entry = taxon.entry.as_ref();
                        entry.into_iter().for_each(|(tag, text)| string(xml, "entry", tag, text));
                    });
                });
            }
        });
    }
}
