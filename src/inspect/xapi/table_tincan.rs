//! Elements of tincan.xml (« Launching content », Rustici Software, and its schema); a table only.

use crate::inspect::schema::AttributeRule;
use crate::inspect::schema::Inside;
use crate::inspect::schema::Particle;
use crate::inspect::schema::Rule;
use crate::inspect::schema::Value;
use crate::inspect::schema::any;
use crate::inspect::schema::maybe;
use crate::inspect::schema::one;
use crate::inspect::schema::some;

pub(super) const SPACE: &str = "http://projecttincan.com/tincan.xsd";

const LANG: &[AttributeRule] = &[AttributeRule { name: "lang", required: false, value: Value::Language }];

const fn said(name: &'static str) -> Rule {
    Rule { name, attributes: LANG, inside: Inside::Words, open: false }
}

const fn list(name: &'static str, particles: &'static [Particle]) -> Rule {
    Rule { name, attributes: &[], inside: Inside::Sequence(particles), open: false }
}

pub(super) static TINCAN: Rule = list("tincan", &[one(&[&ACTIVITIES])]);

static ACTIVITIES: Rule = list("activities", &[some(&[&ACTIVITY]), maybe(&[&PROVIDER])]);

static PROVIDER: Rule = Rule { name: "provider", attributes: &[], inside: Inside::Anything, open: false };

static ACTIVITY: Rule = Rule {
    name: "activity",
    attributes: &[
        AttributeRule { name: "id", required: true, value: Value::Iri },
        AttributeRule { name: "type", required: true, value: Value::Iri },
    ],
    inside: Inside::Sequence(&[
        some(&[&NAME]),
        some(&[&DESCRIPTION]),
        any(&[&LAUNCH]),
        any(&[&RESOURCE]),
        maybe(&[&INTERACTION_TYPE]),
        maybe(&[&PATTERNS]),
        maybe(&[&CHOICES]),
        maybe(&[&SCALE]),
        maybe(&[&SOURCE]),
        maybe(&[&TARGET]),
        maybe(&[&STEPS]),
        maybe(&[&EXTENSIONS]),
    ]),
    open: false,
};

static NAME: Rule = said("name");
static DESCRIPTION: Rule = said("description");
static LAUNCH: Rule = said("launch");
static RESOURCE: Rule = said("resource");

static INTERACTION_TYPE: Rule = Rule {
    name: "interactionType",
    attributes: &[],
    inside: Inside::Value(Value::Word(&[
        "true-false",
        "choice",
        "fill-in",
        "long-fill-in",
        "matching",
        "performance",
        "sequencing",
        "likert",
        "numeric",
        "other",
    ])),
    open: false,
};

static PATTERNS: Rule = list("correctResponsePatterns", &[any(&[&PATTERN])]);
static PATTERN: Rule =
    Rule { name: "correctResponsePattern", attributes: &[], inside: Inside::Value(Value::Any), open: false };

static CHOICES: Rule = list("choices", &[some(&[&COMPONENT])]);
static SCALE: Rule = list("scale", &[some(&[&COMPONENT])]);
static SOURCE: Rule = list("source", &[some(&[&COMPONENT])]);
static TARGET: Rule = list("target", &[some(&[&COMPONENT])]);
static STEPS: Rule = list("steps", &[some(&[&COMPONENT])]);

static COMPONENT: Rule = list("component", &[one(&[&ID]), some(&[&DESCRIPTION])]);
static ID: Rule = Rule { name: "id", attributes: &[], inside: Inside::Words, open: false };

static EXTENSIONS: Rule = list("extensions", &[some(&[&EXTENSION])]);
static EXTENSION: Rule = Rule {
    name: "extension",
    attributes: &[AttributeRule { name: "key", required: true, value: Value::Iri }],
    inside: Inside::Anything,
    open: false,
};
