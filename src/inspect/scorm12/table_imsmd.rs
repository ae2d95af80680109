//! Elements of metadata (IMS Learning Resource Meta-Data 1.2.1); a table only.

use crate::inspect::schema::AttributeRule;
use crate::inspect::schema::Inside;
use crate::inspect::schema::Particle;
use crate::inspect::schema::Rule;
use crate::inspect::schema::Value;
use crate::inspect::schema::any;
use crate::inspect::schema::maybe;
use crate::inspect::schema::one;
use crate::inspect::schema::some;

pub(super) const SPACE: &str = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1";

const fn holds(name: &'static str, particles: &'static [Particle]) -> Rule {
    Rule { name, attributes: &[], inside: Inside::Sequence(particles), open: true }
}

static TERM: [Particle; 2] = [one(&[&SOURCE]), one(&[&VALUE])];
static WORDS: [Particle; 1] = [some(&[&LANGSTRING])];

/// A word of a vocabulary, and whose vocabulary.
const fn term(name: &'static str) -> Rule {
    holds(name, &TERM)
}

/// Words in one language or several.
const fn said(name: &'static str) -> Rule {
    holds(name, &WORDS)
}

const fn plain(name: &'static str) -> Rule {
    Rule { name, attributes: &[], inside: Inside::Value(Value::Any), open: false }
}

/// Open, for `xml:lang`.
static LANGSTRING: Rule =
    Rule { name: "langstring", attributes: &[], inside: Inside::Value(Value::Any), open: true };
static LOCATION: Rule = Rule {
    name: "location",
    attributes: &[AttributeRule { name: "type", required: false, value: Value::Any }],
    inside: Inside::Value(Value::Any),
    open: false,
};

pub(super) static LOM: Rule = holds(
    "lom",
    &[
        maybe(&[&GENERAL]),
        maybe(&[&LIFECYCLE]),
        maybe(&[&METAMETADATA]),
        maybe(&[&TECHNICAL]),
        maybe(&[&EDUCATIONAL]),
        maybe(&[&RIGHTS]),
        any(&[&RELATION]),
        any(&[&ANNOTATION]),
        any(&[&CLASSIFICATION]),
    ],
);
static GENERAL: Rule = holds(
    "general",
    &[
        maybe(&[&IDENTIFIER]),
        maybe(&[&TITLE]),
        any(&[&CATALOGENTRY]),
        any(&[&LANGUAGE]),
        any(&[&DESCRIPTION]),
        any(&[&KEYWORD]),
        any(&[&COVERAGE]),
        maybe(&[&STRUCTURE]),
        maybe(&[&AGGREGATIONLEVEL]),
    ],
);
static LIFECYCLE: Rule = holds("lifecycle", &[maybe(&[&VERSION]), maybe(&[&STATUS]), any(&[&CONTRIBUTE])]);
static METAMETADATA: Rule = holds(
    "metametadata",
    &[
        maybe(&[&IDENTIFIER]),
        any(&[&CATALOGENTRY]),
        any(&[&CONTRIBUTE]),
        any(&[&METADATASCHEME]),
        maybe(&[&LANGUAGE]),
    ],
);
static TECHNICAL: Rule = holds(
    "technical",
    &[
        any(&[&FORMAT]),
        maybe(&[&SIZE]),
        any(&[&LOCATION]),
        any(&[&REQUIREMENT]),
        maybe(&[&INSTALLATIONREMARKS]),
        maybe(&[&OTHERPLATFORMREQUIREMENTS]),
        maybe(&[&DURATION]),
    ],
);
static EDUCATIONAL: Rule = holds(
    "educational",
    &[
        maybe(&[&INTERACTIVITYTYPE]),
        any(&[&LEARNINGRESOURCETYPE]),
        maybe(&[&INTERACTIVITYLEVEL]),
        maybe(&[&SEMANTICDENSITY]),
        any(&[&INTENDEDENDUSERROLE]),
        any(&[&CONTEXT]),
        any(&[&TYPICALAGERANGE]),
        maybe(&[&DIFFICULTY]),
        maybe(&[&TYPICALLEARNINGTIME]),
        maybe(&[&DESCRIPTION]),
        any(&[&LANGUAGE]),
    ],
);
static RIGHTS: Rule =
    holds("rights", &[maybe(&[&COST]), maybe(&[&COPYRIGHTANDOTHERRESTRICTIONS]), maybe(&[&DESCRIPTION])]);
static RELATION: Rule = holds("relation", &[maybe(&[&KIND]), maybe(&[&RESOURCE])]);
static RESOURCE: Rule =
    holds("resource", &[maybe(&[&IDENTIFIER]), maybe(&[&DESCRIPTION]), any(&[&CATALOGENTRY])]);
static ANNOTATION: Rule = holds("annotation", &[maybe(&[&PERSON]), maybe(&[&DATE]), maybe(&[&DESCRIPTION])]);
static CLASSIFICATION: Rule = holds(
    "classification",
    &[maybe(&[&PURPOSE]), any(&[&TAXONPATH]), maybe(&[&DESCRIPTION]), any(&[&KEYWORD])],
);
static CATALOGENTRY: Rule = holds("catalogentry", &[one(&[&CATALOG]), one(&[&ENTRY])]);
static CONTRIBUTE: Rule = holds("contribute", &[one(&[&ROLE]), any(&[&CENTITY]), maybe(&[&DATE])]);
static CENTITY: Rule = holds("centity", &[one(&[&VCARD])]);
static PERSON: Rule = holds("person", &[one(&[&VCARD])]);
static DATE: Rule = holds("date", &[maybe(&[&DATETIME]), maybe(&[&DESCRIPTION])]);
static DURATION: Rule = holds("duration", &[maybe(&[&DATETIME]), maybe(&[&DESCRIPTION])]);
static TYPICALLEARNINGTIME: Rule =
    holds("typicallearningtime", &[maybe(&[&DATETIME]), maybe(&[&DESCRIPTION])]);
static TAXONPATH: Rule = holds("taxonpath", &[maybe(&[&SOURCE]), maybe(&[&TAXON])]);
static TAXON: Rule = holds("taxon", &[maybe(&[&ID]), maybe(&[&ENTRY]), maybe(&[&TAXON])]);
static REQUIREMENT: Rule = holds(
    "requirement",
    &[maybe(&[&TYPE]), maybe(&[&NAME]), maybe(&[&MINIMUMVERSION]), maybe(&[&MAXIMUMVERSION])],
);
static SOURCE: Rule = holds("source", &[one(&[&LANGSTRING])]);
static VALUE: Rule = holds("value", &[one(&[&LANGSTRING])]);

static STATUS: Rule = term("status");
static STRUCTURE: Rule = term("structure");
static AGGREGATIONLEVEL: Rule = term("aggregationlevel");
static ROLE: Rule = term("role");
static INTERACTIVITYTYPE: Rule = term("interactivitytype");
static LEARNINGRESOURCETYPE: Rule = term("learningresourcetype");
static INTERACTIVITYLEVEL: Rule = term("interactivitylevel");
static SEMANTICDENSITY: Rule = term("semanticdensity");
static INTENDEDENDUSERROLE: Rule = term("intendedenduserrole");
static CONTEXT: Rule = term("context");
static DIFFICULTY: Rule = term("difficulty");
static COST: Rule = term("cost");
static COPYRIGHTANDOTHERRESTRICTIONS: Rule = term("copyrightandotherrestrictions");
static KIND: Rule = term("kind");
static PURPOSE: Rule = term("purpose");
static TYPE: Rule = term("type");
static NAME: Rule = term("name");

static COVERAGE: Rule = said("coverage");
static ENTRY: Rule = said("entry");
static INSTALLATIONREMARKS: Rule = said("installationremarks");
static KEYWORD: Rule = said("keyword");
static OTHERPLATFORMREQUIREMENTS: Rule = said("otherplatformrequirements");
static TYPICALAGERANGE: Rule = said("typicalagerange");
static VERSION: Rule = said("version");
static TITLE: Rule = said("title");
static DESCRIPTION: Rule = said("description");

static IDENTIFIER: Rule = plain("identifier");
static LANGUAGE: Rule = plain("language");
static CATALOG: Rule = plain("catalog");
static METADATASCHEME: Rule = plain("metadatascheme");
static FORMAT: Rule = plain("format");
static DATETIME: Rule = plain("datetime");
static ID: Rule = plain("id");
static VCARD: Rule = plain("vcard");
static SIZE: Rule = plain("size");
static MINIMUMVERSION: Rule = plain("minimumversion");
static MAXIMUMVERSION: Rule = plain("maximumversion");
