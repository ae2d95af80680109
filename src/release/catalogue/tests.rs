//! The page as people and scripts find it.

use std::collections::BTreeMap;

use crate::diag::Text;
use crate::release::Edition;
use crate::release::EditionFile;
use crate::release::EditionModule;
use crate::release::EditionPackage;
use crate::release::EditionPublisher;
use crate::release::Kept;
use crate::release::Replaced;
use crate::release::Usage;
use crate::release::catalogue;

fn module(id: &str, date: &str, earlier: Vec<Replaced>) -> EditionModule {
    let file = |name: String| EditionFile { file: name, bytes: 2_049_000, sha256: "ab".repeat(32) };
    EditionModule {
        id: id.to_owned(),
        version: "1.2.0".to_owned(),
        date: date.to_owned(),
        language: "fr-CA".to_owned(),
        title: "Soudage <MIG> & TIG".to_owned(),
        description: "Souder l’aluminium.".to_owned(),
        kind: "workshop".to_owned(),
        disciplines: vec!["metallurgy".to_owned()],
        levels: vec!["college".to_owned()],
        programmes: vec!["270.A0".to_owned(), "241.A0".to_owned()],
        keywords: vec!["procédé".to_owned()],
        duration: 45,
        licence: "CC-BY-4.0".to_owned(),
        requires: Vec::new(),
        iri: format!("https://e.example/modules/{id}"),
        questions: Vec::new(),
        packages: vec![EditionPackage {
            file: format!("{id}-1.2.0-fr-CA-scorm12.zip"),
            latest: format!("latest/{id}-fr-CA-scorm12.zip"),
            target: "scorm12".to_owned(),
            bytes: 123_001,
            sha256: "cd".repeat(32),
            identifiers: BTreeMap::new(),
            state: Usage { worst: 100, limit: 4000 },
        }],
        source: file(format!("{id}-1.2.0-fr-CA-source.zip")),
        documents: vec![file(format!("{id}-1.2.0-fr-CA-enseignant.html"))],
        earlier,
    }
}

fn edition(modules: Vec<EditionModule>) -> Edition {
    let publisher = EditionPublisher {
        name: "Alu-Compétences".to_owned(),
        organization: "AluQuébec".to_owned(),
        url: "https://e.example".to_owned(),
        support: "https://e.example/aide".to_owned(),
    };
    Edition::new("0.1.0", publisher, modules)
}

/// The part of the page that is about one module, its tags and runs of blanks away.
fn read(page: &str, anchor: &str) -> String {
    let (_, rest) = page.split_once(&format!("id=\"{anchor}\"")).unwrap();
    let (row, _) = rest.split_once("</li>\n").map_or((rest, ""), |(row, _)| (row, ""));
    let words = row.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    words.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[test]
fn a_new_module_says_what_it_is_and_what_to_download_in_both_languages() {
    let page = catalogue(&edition(vec![module("soudage", "2026-11-22", Vec::new())]));
    assert!(page.starts_with("<!doctype html>\n<html lang=\"fr-CA\">"));
    let (row, _) = page.split_once("</ol>\n<section class=\"trust\"").unwrap();
    let hash = "cd".repeat(32);
    assert_eq!(
        read(row, "soudage-fr-CA"),
        format!(
            "Soudage &lt;MIG&gt; &amp; TIG · Souder l’aluminium. · atelier · workshop · 45 min · français · French \
             · programmes · programmes · 270.A0, 241.A0 · Nouveau\u{a0}: version 1.2.0 · New: version 1.2.0 \
             · Puis-je remplacer la version que j’ai? · May I replace the version that I have? \
             · C’est la première version publiée\u{a0}: il n’y a rien à remplacer. \
             · This is the first version released: there is nothing to replace. \
             · Empreintes et adresses · Hashes and addresses · soudage-1.2.0-fr-CA-scorm12.zip · {hash} \
             · Toujours la dernière version\u{a0}: · Always the last version: · latest/soudage-fr-CA-scorm12.zip \
             · Identifiant · Identifier · https://e.example/modules/soudage · Licence · Licence · CC-BY-4.0 \
             · Téléchargements · Downloads · , · Soudage &lt;MIG&gt; &amp; TIG · Fichier · File · Taille · Size \
             · SCORM 1.2 · SCORM 1.2 · 124\u{a0}ko · 124\u{a0}kB \
             · Guide de l’enseignant (réponses) · Teacher guide (answers) · 2,1\u{a0}Mo · 2.1\u{a0}MB \
             · Source, pour adapter ce module · Source, to adapt this module · 2,1\u{a0}Mo · 2.1\u{a0}MB"
        )
    );
}

#[test]
fn each_earlier_version_has_its_verdict_and_what_would_be_lost() {
    let lost = Text { fr: "la question t5".to_owned(), en: "question t5".to_owned() };
    let earlier = vec![
        Replaced { version: "1.0.0".to_owned(), lossless: false, losses: vec![lost] },
        Replaced { version: "1.1.0".to_owned(), lossless: true, losses: Vec::new() },
    ];
    let older = module("coulee", "2026-09-01", Vec::new());
    let page = catalogue(&edition(vec![module("soudage", "2026-11-22", earlier), older]));
    let (row, _) = page.split_once("</dl>\n<p>").unwrap();
    let (_, row) = row.rsplit_once("<dl>").unwrap();
    let words = row.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    assert_eq!(
        words.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "),
        "1.0.0 · Oui, mais ceci serait perdu\u{a0}: · Yes, but this would be lost: · la question t5 · question t5 \
         · 1.1.0 · Oui, sans rien perdre. · Yes, and nothing is lost."
    );
    assert!(page.contains("Version 1.2.0, inchangée depuis le 2026-09-01"));
    assert!(page.contains("Mis à jour\u{a0}: version 1.2.0"));
}

#[test]
fn packages_of_earlier_versions_that_are_kept_can_still_be_had() {
    let mut edition = edition(vec![module("soudage", "2026-11-22", Vec::new())]);
    edition.kept.push(Kept {
        module: "soudage".to_owned(),
        version: "1.0.0".to_owned(),
        language: "fr-CA".to_owned(),
        target: "scorm12".to_owned(),
        file: "soudage-1.0.0-fr-CA-scorm12.zip".to_owned(),
        bytes: 1000,
        sha256: "ef".repeat(32),
    });
    let page = catalogue(&edition);
    assert!(page.contains("<a href=\"soudage-1.0.0-fr-CA-scorm12.zip\" download>"));
}
