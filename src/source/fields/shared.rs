//! Fields of glossary.yaml and references.yaml.

use crate::source::Field;
use crate::source::Kind;
use crate::source::Shape;
use crate::source::fields::optional;
use crate::source::fields::required;

static TEXT: Shape = Shape::Text;

/// An entry of glossary.yaml.
pub static TERM: Kind = Kind {
    name: "glossary",
    fr: "un terme du glossaire",
    en: "a glossary term",
    groups: &[TERM_FIELDS],
    variants: None,
    later: &[],
};

const TERM_FIELDS: &[Field] = &[
    required("term", Shape::Text, "Le terme.", "The term.", &["terme", "mot", "nom", "word"]),
    optional(
        "forms",
        Shape::List(&TEXT),
        "Autres formes, comme le pluriel.",
        "Other forms, as the plural.",
        &["formes", "pluriel", "pluriels", "synonymes", "synonyms"],
    )
    .or("[]"),
    required(
        "text",
        Shape::Prose,
        "La définition.",
        "The definition.",
        &["texte", "definition", "description"],
    ),
];

/// An entry of references.yaml.
pub static REFERENCE: Kind = Kind {
    name: "references",
    fr: "une référence",
    en: "a reference",
    groups: &[REFERENCE_FIELDS],
    variants: None,
    later: &[],
};

const REFERENCE_FIELDS: &[Field] = &[
    required(
        "id",
        Shape::Slug,
        "Identifiant, cité par [@id].",
        "Id, cited by [@id].",
        &["identifiant", "cle", "key"],
    ),
    required("title", Shape::Text, "Titre.", "Title.", &["titre", "nom", "name"]),
    optional(
        "author",
        Shape::Text,
        "Autrice, auteur ou organisme.",
        "Author or organization.",
        &["auteur", "autrice", "auteurs", "authors"],
    ),
    optional(
        "publisher",
        Shape::Text,
        "Maison d'édition, revue ou site.",
        "Publisher, journal or site.",
        &["editeur", "revue", "maison", "journal"],
    ),
    optional("year", Shape::Text, "Année.", "Year.", &["annee", "date", "an"]),
    optional("url", Shape::Iri, "Adresse.", "Address.", &["lien", "adresse", "site", "link", "doi"]),
];
