//! cmi5.xml: what its schema cannot say, and what platforms that run cmi5 stumble on.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::inspect::schema;
use crate::inspect::xapi::findings;
use crate::inspect::xapi::launch;
use crate::inspect::xapi::table_cmi5;
use crate::inspect::xml::Element;
use crate::text;

/// Judges a cmi5.xml.
pub(super) fn judge(root: &Element, holds: &dyn Fn(&str) -> bool, sink: &mut Sink) {
    if !schema::judge(root, &table_cmi5::COURSE_STRUCTURE, table_cmi5::SPACE, sink) {
        return;
    }
    let objectives: Vec<&Element> =
        root.named("objectives").flat_map(|list| list.named("objective")).collect();
    let (mut units, mut blocks) = (Vec::new(), Vec::new());
    collect(root, &mut units, &mut blocks);
    for kind in [&objectives, &units, &blocks] {
        findings::unique(kind.iter().filter_map(|one| one.attribute("id")), sink);
    }
    let all = root.named("course").chain(objectives.iter().chain(&units).chain(&blocks).copied());
    for one in all {
        labels(one, sink);
    }
    for one in units.iter().chain(&blocks) {
        references(one, &objectives, sink);
    }
    for unit in &units {
        self::unit(unit, holds, sink);
    }
    units.get(1).into_iter().for_each(|second| sink.push(several(second)));
}

/// The units and blocks, at any depth, in the order of the document.
fn collect<'a>(parent: &'a Element, units: &mut Vec<&'a Element>, blocks: &mut Vec<&'a Element>) {
    for child in parent.children.iter().filter(|child| child.space == parent.space) {
        match child.name.as_str() {
            "au" => units.push(child),
            "block" => {
                blocks.push(child);
                collect(child, units, blocks);
            }
            _ => {}
        }
    }
}

fn labels(one: &Element, sink: &mut Sink) {
    for text in one.named("title").chain(one.named("description")) {
        findings::languages(&text.named("langstring").collect::<Vec<_>>(), sink);
    }
    one.attribute("id").into_iter().for_each(|id| findings::plain(id, sink));
}

/// cmi5, 13.1: a reference names an objective of the course.
fn references(one: &Element, objectives: &[&Element], sink: &mut Sink) {
    let named = one.named("objectives").flat_map(|list| list.named("objective"));
    for reference in named.filter_map(|reference| reference.attribute("idref")) {
        let known =
            |objective: &&Element| objective.attribute("id").is_some_and(|id| id.value == reference.value);
        if !objectives.iter().any(known) {
            let value = &reference.value;
            let message = text! {
                fr: "aucun objectif ne s'appelle « {value} »",
                en: "no objective is called « {value} »",
            };
            sink.push(Diagnostic::new(Code::FIL7004, reference.at, message).hint(text! {
                fr: "nommez un objectif de la liste du cours",
                en: "name an objective of the course's list",
            }));
        }
    }
}

fn unit(unit: &Element, holds: &dyn Fn(&str) -> bool, sink: &mut Sink) {
    unit.named("url").for_each(|url| launch::address(url, holds, sink));
    let move_on = unit.attribute("moveOn");
    let word = move_on.map_or("NotApplicable", |attribute| &attribute.value);
    let at = move_on.map_or(unit.at, |attribute| attribute.at);
    if word == "NotApplicable" {
        let message = text! {
            fr: "l'unité est satisfaite sans qu'on l'ouvre",
            en: "the unit is satisfied without being opened",
        };
        sink.push(findings::misread(at, message).hint(text! {
            fr: "écrivez dans moveOn ce qui la termine : Completed, Passed ou CompletedAndPassed",
            en: "write in moveOn what ends it: Completed, Passed or CompletedAndPassed",
        }));
    }
    if word.contains("Passed") && unit.attribute("masteryScore").is_none() {
        let message = text! {
            fr: "l'unité demande de réussir et ne dit pas à partir de quelle note",
            en: "the unit asks to pass and does not say from which score on",
        };
        sink.push(findings::misread(at, message).hint(text! {
            fr: "ajoutez masteryScore : sans lui, ILIAS exige 0,7",
            en: "add masteryScore: without it, ILIAS asks for 0.7",
        }));
    }
}

fn several(second: &Element) -> Diagnostic {
    let message = text! { fr: "le cours a plusieurs unités", en: "the course has several units" };
    findings::misread(second.at, message).hint(text! {
        fr: "faites un paquet par unité : ILIAS ne lit que la première",
        en: "make one package for each unit: ILIAS reads only the first",
    })
}
