//! A module made by hand, as the checker would give it.

use std::collections::BTreeMap;

use filiere::model::BaseIri;
use filiere::model::Block;
use filiere::model::Completion;
use filiere::model::Contributor;
use filiere::model::Inline;
use filiere::model::Journal;
use filiere::model::Kind;
use filiere::model::LangTag;
use filiere::model::Manifests;
use filiere::model::Module;
use filiere::model::ModuleId;
use filiere::model::Objective;
use filiere::model::ObjectiveId;
use filiere::model::Prose;
use filiere::model::Publisher;
use filiere::model::SessionTime;
use filiere::model::Sessions;
use filiere::model::Workspace;

/// A module without pages or questions whose words hold everything that XML could trip over.
pub fn module() -> Module {
    Module {
        workspace: workspace(),
        id: ModuleId::new("hall-heroult").unwrap(),
        version: "1.0.0".to_owned(),
        date: "2026-11-22".to_owned(),
        language: LangTag::new("fr-CA").unwrap(),
        title: "Al & Mg : pH > 0, l’« état » ]]> T6".to_owned(),
        description: "Les étapes < la filière >.".to_owned(),
        kind: Kind::Theory,
        disciplines: vec!["metallurgy".to_owned(), "mechanical-engineering".to_owned()],
        levels: vec!["college".to_owned()],
        programmes: vec!["270.A0".to_owned(), "999.Z9".to_owned()],
        keywords: vec!["aluminium".to_owned(), "électrolyse".to_owned()],
        duration: 45,
        requires: vec![ModuleId::new("alliages").unwrap()],
        notice: None,
        objectives: vec![objective()],
        contributors: contributors(),
        pages: Vec::new(),
        completion: Completion::Pages,
        assessment: None,
        questions: BTreeMap::new(),
        banks: Vec::new(),
        glossary: Vec::new(),
        references: Vec::new(),
        assets: Vec::new(),
        earlier: Vec::new(),
        sessions: Sessions { journal: Journal::On, time: SessionTime::Active },
    }
}

fn workspace() -> Workspace {
    Workspace {
        publisher: Publisher {
            name: "Alu-Compétences".to_owned(),
            organization: "AluQuébec".to_owned(),
            url: "https://alucompetences.example".to_owned(),
        },
        iri: BaseIri::new("https://alucompetences.example/").unwrap(),
        language: LangTag::new("fr-CA").unwrap(),
        licence: "CC-BY-NC-SA-4.0".to_owned(),
        support: String::new(),
        targets: vec!["scorm12".to_owned()],
        manifests: Manifests::Both,
    }
}

fn objective() -> Objective {
    let text =
        vec![Inline::Text("Calculer la production d’une ".to_owned()), Inline::Code("cuve".to_owned())];
    Objective {
        id: ObjectiveId::new("calculer-cuve").unwrap(),
        bloom: Some("apply".to_owned()),
        text: Prose(vec![Block::Paragraph(text)]),
    }
}

fn contributors() -> Vec<Contributor> {
    let made_by = |name: &str, role: &str, organization: Option<&str>| Contributor {
        name: name.to_owned(),
        role: role.to_owned(),
        organization: organization.map(str::to_owned),
    };
    vec![
        made_by("Centre d’expertise; section A, bureau 2", "author", Some("AluQuébec")),
        made_by("Zoé Tremblay", "graphical designer", None),
    ]
}
