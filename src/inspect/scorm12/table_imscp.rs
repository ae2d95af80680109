//! Elements of imsmanifest.xml (IMS Content Packaging 1.1.2 and ADL's additions); a table only.

use crate::inspect::schema::AttributeRule;
use crate::inspect::schema::Inside;
use crate::inspect::schema::Particle;
use crate::inspect::schema::Rule;
use crate::inspect::schema::Value;
use crate::inspect::schema::any;
use crate::inspect::schema::maybe;
use crate::inspect::schema::one;

pub(super) const SPACE: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
pub(super) const ADL: &str = "http://www.adlnet.org/xsd/adlcp_rootv1p2";

const fn holds(
    name: &'static str,
    attributes: &'static [AttributeRule],
    particles: &'static [Particle],
) -> Rule {
    Rule { name, attributes, inside: Inside::Sequence(particles), open: true }
}

const fn value(name: &'static str, value: Value) -> Rule {
    Rule { name, attributes: &[], inside: Inside::Value(value), open: false }
}

const fn must(name: &'static str, value: Value) -> AttributeRule {
    AttributeRule { name, required: true, value }
}

const fn may(name: &'static str, value: Value) -> AttributeRule {
    AttributeRule { name, required: false, value }
}

const IDENTIFIER: AttributeRule = must("identifier", Value::Name);

pub(super) static MANIFEST: Rule = holds(
    "manifest",
    &[IDENTIFIER, may("version", Value::Text(20))],
    &[maybe(&[&METADATA]), one(&[&ORGANIZATIONS]), one(&[&RESOURCES]), any(&[&INNER])],
);

/// A manifest inside another; no platform that we know reads it.
static INNER: Rule =
    Rule { name: "manifest", attributes: &[IDENTIFIER], inside: Inside::Anything, open: true };

static METADATA: Rule = holds("metadata", &[], &[maybe(&[&SCHEMA]), maybe(&[&SCHEMAVERSION])]);
static SCHEMA: Rule = value("schema", Value::Text(100));
static SCHEMAVERSION: Rule = value("schemaversion", Value::Text(20));

static ORGANIZATIONS: Rule = holds("organizations", &[may("default", Value::Any)], &[any(&[&ORGANIZATION])]);

static ORGANIZATION: Rule = holds(
    "organization",
    &[IDENTIFIER, may("structure", Value::Text(200))],
    &[maybe(&[&TITLE]), any(&[&ITEM]), maybe(&[&METADATA])],
);

static TITLE: Rule = value("title", Value::Any);

static ITEM: Rule = holds(
    "item",
    &[
        IDENTIFIER,
        may("identifierref", Value::Text(2000)),
        may("isvisible", Value::Word(&["true", "false", "1", "0"])),
        may("parameters", Value::Text(1000)),
    ],
    &[maybe(&[&TITLE]), any(&[&ITEM]), maybe(&[&METADATA])],
);

static RESOURCES: Rule = holds("resources", &[], &[any(&[&RESOURCE])]);

static RESOURCE: Rule = holds(
    "resource",
    &[IDENTIFIER, must("type", Value::Text(1000)), may("href", Value::Text(2000))],
    &[maybe(&[&METADATA]), any(&[&FILE]), any(&[&DEPENDENCY])],
);

static FILE: Rule = holds("file", &[must("href", Value::Text(2000))], &[maybe(&[&METADATA])]);
static DEPENDENCY: Rule = holds("dependency", &[must("identifierref", Value::Text(2000))], &[]);

/// ADL's elements, in a `metadata` or in an item.
pub(super) static LOCATION: Rule = value("location", Value::Text(2000));
pub(super) static OF_ITEMS: [&Rule; 5] =
    [&PREREQUISITES, &MAXTIMEALLOWED, &TIMELIMITACTION, &DATAFROMLMS, &MASTERYSCORE];

static PREREQUISITES: Rule = Rule {
    name: "prerequisites",
    attributes: &[must("type", Value::Word(&["aicc_script"]))],
    inside: Inside::Value(Value::Text(200)),
    open: false,
};
static MAXTIMEALLOWED: Rule = value("maxtimeallowed", Value::Timespan);
static TIMELIMITACTION: Rule = value(
    "timelimitaction",
    Value::Word(&["exit,message", "exit,no message", "continue,message", "continue,no message"]),
);
static DATAFROMLMS: Rule = value("datafromlms", Value::Text(255));
static MASTERYSCORE: Rule = value("masteryscore", Value::Percent);

/// The one attribute of ADL.
pub(super) const SCORMTYPE: &str = "scormtype";
pub(super) const SCORMTYPES: [&str; 2] = ["sco", "asset"];
