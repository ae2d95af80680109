//! cmi5.xml: a course of one assignable unit, its objectives, and what satisfies it.

use crate::model::Completion;
use crate::model::Module;
use crate::model::Objective;
use crate::target::xapi::words;
use crate::xml::Xml;

const CMI5: &str = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

/// The manifest.
pub(super) fn manifest(module: &Module) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("courseStructure", &[("xmlns", CMI5)], |xml| {
        let iri = module.workspace.iri.module(&module.id);
        xml.element("course", &[("id", &iri)], |xml| labels(xml, module));
        objectives(xml, module);
        unit(xml, module);
    });
    xml.finish()
}

fn labels(xml: &mut Xml, module: &Module) {
    label(xml, module, "title", &module.title);
    label(xml, module, "description", words::description(module));
}

fn label(xml: &mut Xml, module: &Module, name: &str, text: &str) {
    let lang = [("lang", module.language.as_str())];
    xml.element(name, &[], |xml| xml.text("langstring", &lang, text));
}

fn objectives(xml: &mut Xml, module: &Module) {
    if module.objectives.is_empty() {
        return;
    }
    xml.element("objectives", &[], |xml| {
        for objective in &module.objectives {
            xml.element("objective", &[("id", &objective_iri(module, objective))], |xml| {
                let plain = objective.text.plain();
                let text = words::or(&plain, objective.id.as_str());
                label(xml, module, "title", text);
                label(xml, module, "description", text);
            });
        }
    });
}

fn objective_iri(module: &Module, objective: &Objective) -> String {
    module.workspace.iri.objective(&module.id, &objective.id)
}

fn unit(xml: &mut Xml, module: &Module) {
    let (id, mastery) = (module.workspace.iri.unit(&module.id), mastery_score(module));
    let mut attributes = vec![("id", id.as_str()), ("moveOn", move_on(module.completion))];
    attributes.extend(mastery.as_deref().map(|score| ("masteryScore", score)));
    attributes.extend([("launchMethod", "AnyWindow"), ("activityType", words::COURSE)]);
    xml.element("au", &attributes, |xml| {
        labels(xml, module);
        references(xml, module);
        xml.text("url", &[], words::LAUNCH);
    });
}

fn references(xml: &mut Xml, module: &Module) {
    if module.objectives.is_empty() {
        return;
    }
    xml.element("objectives", &[], |xml| {
        let iris = module.objectives.iter().map(|objective| objective_iri(module, objective));
        iris.for_each(|iri| xml.empty("objective", &[("idref", &iri)]));
    });
}

// cmi5, 13.1.4: a unit without `moveOn` counts as done from the start. ILIAS reads
// CompletedAndPassed as Passed; CompletedOrPassed would let the pages alone satisfy it.
fn move_on(completion: Completion) -> &'static str {
    match completion {
        Completion::Pages => "Completed",
        Completion::Assessment => "Passed",
        Completion::Both => "CompletedAndPassed",
    }
}

/// The pass mark from 0 to 1, exact: at most two decimals, of the four that cmi5 allows.
fn mastery_score(module: &Module) -> Option<String> {
    module.assessment.as_ref().map(|assessment| assessment.pass_mark.scaled().to_string())
}
