//! Records for repositories, by the rules of Normetic 1.2 as its authors wrote them, not as we do.

use std::collections::BTreeSet;

use filiere::report;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::bless;
use crate::report::document;
use crate::report::every_module;
use crate::report::hall_heroult;
use crate::report::packaged;
use crate::tool;

/// An element, its attributes left aside but for `language`.
#[derive(Debug, Default)]
struct Node {
    name: String,
    language: Option<String>,
    text: String,
    children: Vec<Node>,
}

impl Node {
    /// The elements at `path`, as `general/title/string`.
    fn all(&self, path: &str) -> Vec<&Self> {
        let mut found = vec![self];
        for name in path.split('/') {
            found = found.iter().flat_map(|node| &node.children).filter(|node| node.name == name).collect();
        }
        found
    }

    fn texts(&self, path: &str) -> Vec<&str> {
        self.all(path).iter().map(|node| node.text.as_str()).collect()
    }

    fn every(&self) -> Vec<&Self> {
        let below = self.children.iter().flat_map(Self::every);
        std::iter::once(self).chain(below).collect()
    }
}

/// Elements that must be there and hold words.
const MANDATORY: [&str; 22] = [
    "general/title/string",
    "general/language",
    "general/description/string",
    "lifeCycle/version/string",
    "lifeCycle/contribute/role/source",
    "lifeCycle/contribute/role/value",
    "lifeCycle/contribute/entity",
    "metaMetadata/identifier/catalog",
    "metaMetadata/identifier/entry",
    "metaMetadata/metadataSchema",
    "technical/format",
    "technical/location",
    "educational/learningResourceType/source",
    "educational/learningResourceType/value",
    "educational/context/source",
    "educational/context/value",
    "rights/cost/value",
    "rights/copyrightAndOtherRestrictions/value",
    "classification/purpose/source",
    "classification/purpose/value",
    "classification/taxonPath/source/string",
    "classification/taxonPath/taxon",
];

/// The words of each vocabulary that we may use: element, source, values.
const WORDS: [(&str, &str, &[&str]); 17] = [
    ("structure", "LOMv1.0", &["atomic", "collection", "networked", "hierarchical", "linear"]),
    ("aggregationLevel", "LOMv1.0", &["1", "2", "3", "4"]),
    ("status", "LOMv1.0", &["draft", "final", "revised", "unavailable"]),
    (
        "role",
        "LOMv1.0",
        &[
            "author",
            "publisher",
            "unknown",
            "initiator",
            "terminator",
            "validator",
            "editor",
            "graphical designer",
            "technical implementer",
            "content provider",
            "technical validator",
            "educational validator",
            "script writer",
            "instructional designer",
            "subject matter expert",
        ],
    ),
    ("interactivityType", "LOMv1.0", &["active", "expositive", "mixed"]),
    (
        "learningResourceType",
        "LOMv1.0",
        &[
            "exercise",
            "simulation",
            "questionnaire",
            "diagram",
            "figure",
            "graph",
            "index",
            "slide",
            "table",
            "narrative text",
            "exam",
            "experiment",
            "problem statement",
            "self assessment",
            "lecture",
        ],
    ),
    (
        "learningResourceType",
        "http://www.normetic.org/vdex/typeressourcev1_2.xml",
        &[
            "activité",
            "exercice",
            "expérience",
            "exploration",
            "questionnaire",
            "scénario pédagogique",
            "situation d'apprentissage et d'évaluation",
            "lecture/présentation",
            "animation",
            "démonstration",
            "simulation",
            "texte-document informatif",
            "tutoriel",
            "évaluation",
            "examen",
            "outils",
            "glossaire",
            "guide",
            "matériel de référence",
            "méthodologie",
        ],
    ),
    ("intendedEndUserRole", "LOMv1.0", &["teacher", "author", "learner", "manager"]),
    ("context", "LOMv1.0", &["school", "higher education", "training", "other"]),
    (
        "context",
        "http://eureka.ntic.org/vdex/NORMETICv1.0_element_5_6_contexte_voc.xml",
        &[
            "education prescolaire",
            "education primaire",
            "education secondaire",
            "formation professionnelle",
            "cegep",
            "formation technique",
            "universite premier cycle",
            "universite second cycle",
            "universite troisieme cycle",
            "formation continue",
            "autre",
            "formation en entreprise",
        ],
    ),
    ("cost", "LOMv1.0", &["yes", "no"]),
    ("copyrightAndOtherRestrictions", "LOMv1.0", &["yes", "no"]),
    (
        "kind",
        "LOMv1.0",
        &[
            "ispartof",
            "haspart",
            "isversionof",
            "hasversion",
            "isformatof",
            "hasformat",
            "references",
            "isreferencedby",
            "isbasedon",
            "isbasisfor",
            "requires",
            "isrequiredby",
        ],
    ),
    (
        "purpose",
        "LOMv1.0",
        &[
            "discipline",
            "idea",
            "prerequisite",
            "educational objective",
            "accessibility restrictions",
            "educational level",
            "skill level",
            "security level",
            "competency",
        ],
    ),
    ("difficulty", "LOMv1.0", &["very easy", "easy", "medium", "difficult", "very difficult"]),
    ("semanticDensity", "LOMv1.0", &["very low", "low", "medium", "high", "very high"]),
    ("interactivityLevel", "LOMv1.0", &["very low", "low", "medium", "high", "very high"]),
];

#[test]
fn every_record_keeps_the_rules_of_normetic() {
    let mut records = 0;
    for module in every_module() {
        for package in packaged(&module) {
            let end = format!("{}.lom.xml", package.target);
            let text = document(&module, &end);
            assert_eq!(broken(&text), Vec::<String>::new(), "{text}");
            records += 1;
        }
    }
    assert!(records >= 12, "{records} records");
}

#[test]
fn a_record_that_breaks_a_rule_is_seen() {
    let module = hall_heroult();
    let right = document(&module, "scorm12.lom.xml");
    let faults = [
        ("<value>cegep</value>", "<value>cégep</value>", "context: « cégep »"),
        ("NORMETICv1.0_element", "NORMETICv1.2_element", "context: source"),
        (
            "<value>questionnaire</value>",
            "<value>Questionnaire</value>",
            "learningResourceType: « Questionnaire »",
        ),
        ("<cost>", "<price>", "not well formed"),
        ("<size>", "<size>-", "size"),
        ("<duration>PT45M", "<duration>45 min", "duration"),
        ("<dateTime>2026-11-22", "<dateTime>22 novembre", "dateTime"),
        ("<string language=\"fr-CA\">", "<string>", "a string without language"),
        ("<entity>BEGIN:VCARD", "<entity>BEGIN:VCARD\nEMAIL:a@b.ca", "an e-mail address"),
        ("<metadataSchema>NORMETICv1.2", "<metadataSchema>NORMETIC", "metadataSchema"),
        ("<location>https:", "<location>page", "location"),
    ];
    for (from, to, rule) in faults {
        assert!(right.contains(from), "{from}");
        let found = broken(&right.replace(from, to));
        assert!(found.iter().any(|one| one.starts_with(rule)), "{rule}: {found:?}");
    }
    for path in MANDATORY {
        let element = path.rsplit('/').next().unwrap();
        let without = right
            .replace(&format!("<{element}>"), "<x>")
            .replace(&format!("<{element} "), "<x ")
            .replace(&format!("</{element}>"), "</x>");
        assert!(broken(&without).contains(&format!("missing: {path}")), "{path}");
    }
}

#[test]
fn the_record_of_hall_heroult_is_the_one_that_was_read() {
    let module = hall_heroult();
    let mut text = document(&module, "scorm12.lom.xml");
    // The length follows every change of the player: it is held apart.
    let size = format!("<size>{}</size>", packaged(&module)[0].bytes);
    assert!(text.contains(&size));
    text = text.replace(&size, "<size>…</size>");
    let path = tool::repository("tests/it/report/hall-heroult-scorm12.lom.xml");
    bless::same_file(&path, &text);
    tool::run(&tool::repository("."), "xmllint", &["--noout", "--nonet", path.to_str().unwrap()]);
}

#[test]
fn the_identifier_of_a_record_stays_from_version_to_version() {
    let mut module = hall_heroult();
    let ids = |module: &filiere::model::Module| -> Vec<String> {
        let records = report::documents(module, &packaged(module)).into_iter();
        let records = records.filter(|document| document.name.ends_with(".lom.xml"));
        let read = |bytes: Vec<u8>| read(&String::from_utf8(bytes).unwrap()).unwrap();
        let id = |document: report::Document| {
            read(document.bytes).texts("metaMetadata/identifier/entry")[0].to_owned()
        };
        records.map(id).collect()
    };
    let before = ids(&module);
    module.version = "2.3.4".to_owned();
    module.title = "Un autre titre".to_owned();
    assert_eq!(before, ids(&module));
    assert_eq!(
        before,
        [
            "oai:alucompetences.example:modules/hall-heroult/fr-CA/scorm12",
            "oai:alucompetences.example:modules/hall-heroult/fr-CA/xapi"
        ]
    );
}

/// The rules of Normetic 1.2 that a record breaks.
fn broken(text: &str) -> Vec<String> {
    let Some(lom) = read(text) else { return vec!["not well formed".to_owned()] };
    let mut broken = Vec::new();
    let mut rule = |kept: bool, words: &str| {
        if !kept {
            broken.push(words.to_owned());
        }
    };
    for path in MANDATORY {
        let found = lom.texts(path);
        let held = path.ends_with("/taxon") || found.iter().all(|text| !text.trim().is_empty());
        rule(!found.is_empty() && held, &format!("missing: {path}"));
    }
    let purposes = lom.texts("classification/purpose/value");
    let about = purposes.iter().any(|purpose| ["discipline", "idea"].contains(purpose));
    rule(about || !lom.texts("general/keyword/string").is_empty(), "keyword");
    let dated = lom.texts("lifeCycle/contribute/date/dateTime");
    rule(!dated.is_empty() && dated.iter().all(|date| is_date(date)), "dateTime");
    let reserved = lom.texts("rights/copyrightAndOtherRestrictions/value") == ["yes"];
    rule(!reserved || lom.texts("rights/description/string").len() == 1, "rights/description");
    let schemas = lom.texts("metaMetadata/metadataSchema");
    rule(schemas == ["LOMv1.0", "NORMETICv1.2"], "metadataSchema");
    let size = lom.texts("technical/size");
    rule(size.len() == 1 && size[0].parse::<u64>().is_ok(), "size");
    rule(lom.texts("technical/location").iter().all(|place| place.starts_with("https://")), "location");
    let duration = lom.texts("educational/typicalLearningTime/duration");
    rule(duration.len() == 1 && is_duration(duration[0]), "duration");
    let contexts: BTreeSet<&str> = lom.texts("educational/context/source").into_iter().collect();
    rule(contexts.len() == 2, "context: both vocabularies");
    rule(
        lom.every().iter().all(|node| node.name != "string" || node.language.is_some()),
        "a string without language",
    );
    rule(!text.contains("EMAIL") && !text.contains('@'), "an e-mail address");
    broken.extend(lom.every().into_iter().filter_map(foreign));
    broken
}

/// What is wrong with a word of a vocabulary.
fn foreign(node: &Node) -> Option<String> {
    let (sources, values) = (node.texts("source"), node.texts("value"));
    let ([source], [value]) = (&sources[..], &values[..]) else { return None };
    let of = |(name, from, _): &&(&str, &str, &[&str])| *name == node.name && from == source;
    match WORDS.iter().find(of) {
        None => Some(format!("{}: source {source}", node.name)),
        Some((_, _, words)) if words.contains(value) => None,
        Some(_) => Some(format!("{}: « {value} »", node.name)),
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.len() == 3 && parts.iter().all(|part| part.parse::<u32>().is_ok()) && parts[0].len() == 4
}

/// `PT45M`, `PT1H30M`
fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("PT") else { return false };
    !rest.is_empty()
        && rest.bytes().all(|b| b.is_ascii_digit() || b"HM".contains(&b))
        && rest.ends_with(['H', 'M'])
}

/// The tree of a document; none when it is not well formed or not of LOM's namespace.
fn read(text: &str) -> Option<Node> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                let mut node = Node { name: start.name().as_ref().to_owned(), ..Node::default() };
                for attribute in start.attributes() {
                    let attribute = attribute.ok()?;
                    let value = attribute.value.to_string();
                    match attribute.key.as_ref() {
                        "language" => node.language = Some(value),
                        "xmlns" if value == "http://ltsc.ieee.org/xsd/LOM" => {}
                        _ => return None,
                    }
                }
                open.push(node);
            }
            Event::End(_) => {
                let node = open.pop()?;
                open.last_mut()?.children.push(node);
            }
            Event::Text(words) => open.last_mut()?.text += &words,
            Event::Eof => break,
            _ => {}
        }
    }
    let mut root = open.pop()?;
    (open.is_empty() && root.children.len() == 1 && root.children[0].name == "lom")
        .then(|| root.children.remove(0))
}
