//! Elements of cmi5.xml (cmi5, section 13, and its schema CourseStructure.xsd, version 1); a table only.

use crate::inspect::schema::AttributeRule;
use crate::inspect::schema::Inside;
use crate::inspect::schema::Rule;
use crate::inspect::schema::Value;
use crate::inspect::schema::maybe;
use crate::inspect::schema::one;
use crate::inspect::schema::some;

pub(super) const SPACE: &str = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

const fn attribute(name: &'static str, required: bool, value: Value) -> AttributeRule {
    AttributeRule { name, required, value }
}

pub(super) static COURSE_STRUCTURE: Rule = Rule {
    name: "courseStructure",
    attributes: &[],
    inside: Inside::Sequence(&[one(&[&COURSE]), maybe(&[&OBJECTIVES]), some(&[&AU, &BLOCK])]),
    open: true,
};

static COURSE: Rule = Rule {
    name: "course",
    attributes: &[attribute("id", true, Value::Iri)],
    inside: Inside::Sequence(&[one(&[&TITLE]), one(&[&DESCRIPTION])]),
    open: true,
};

static TITLE: Rule =
    Rule { name: "title", attributes: &[], inside: Inside::Sequence(&[some(&[&LANGSTRING])]), open: true };

static DESCRIPTION: Rule = Rule {
    name: "description",
    attributes: &[],
    inside: Inside::Sequence(&[some(&[&LANGSTRING])]),
    open: true,
};

static LANGSTRING: Rule = Rule {
    name: "langstring",
    attributes: &[attribute("lang", false, Value::Language)],
    inside: Inside::Words,
    open: true,
};

static OBJECTIVES: Rule = Rule {
    name: "objectives",
    attributes: &[],
    inside: Inside::Sequence(&[some(&[&OBJECTIVE])]),
    open: true,
};

static OBJECTIVE: Rule = Rule {
    name: "objective",
    attributes: &[attribute("id", true, Value::Iri)],
    inside: Inside::All(&[one(&[&TITLE]), one(&[&DESCRIPTION])]),
    open: false,
};

static REFERENCES: Rule = Rule {
    name: "objectives",
    attributes: &[],
    inside: Inside::Sequence(&[some(&[&REFERENCE])]),
    open: true,
};

static REFERENCE: Rule = Rule {
    name: "objective",
    attributes: &[attribute("idref", true, Value::Iri)],
    inside: Inside::Sequence(&[]),
    open: false,
};

static BLOCK: Rule = Rule {
    name: "block",
    attributes: &[attribute("id", true, Value::Iri)],
    inside: Inside::Sequence(&[
        one(&[&TITLE]),
        one(&[&DESCRIPTION]),
        maybe(&[&REFERENCES]),
        some(&[&AU, &BLOCK]),
    ]),
    open: true,
};

static AU: Rule = Rule {
    name: "au",
    attributes: &[
        attribute("id", true, Value::Iri),
        attribute(
            "moveOn",
            false,
            Value::Word(&["NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"]),
        ),
        attribute("masteryScore", false, Value::MasteryScore),
        attribute("launchMethod", false, Value::Word(&["AnyWindow", "OwnWindow"])),
        attribute("activityType", false, Value::Any),
    ],
    inside: Inside::Sequence(&[
        one(&[&TITLE]),
        one(&[&DESCRIPTION]),
        maybe(&[&REFERENCES]),
        one(&[&URL]),
        maybe(&[&LAUNCH_PARAMETERS]),
        maybe(&[&ENTITLEMENT_KEY]),
    ]),
    open: true,
};

static URL: Rule = Rule { name: "url", attributes: &[], inside: Inside::Words, open: false };

static LAUNCH_PARAMETERS: Rule =
    Rule { name: "launchParameters", attributes: &[], inside: Inside::Anything, open: true };

static ENTITLEMENT_KEY: Rule =
    Rule { name: "entitlementKey", attributes: &[], inside: Inside::Anything, open: true };
