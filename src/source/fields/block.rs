//! Fields of the blocks of a page, but for questions.

use crate::source::Field;
use crate::source::Kind;
use crate::source::Shape;
use crate::source::fields::QUESTION;
use crate::source::fields::optional;
use crate::source::fields::required;

/// Every block that a page may hold, by name.
pub static BLOCKS: &[&Kind] = &[&FIGURE, &QUESTION, &DOWNLOAD, &REVEAL, &TABLE, &OBJECTIVES];

/// Blocks that a later version of the tool will compile.
pub static LATER_BLOCKS: &[&str] = &["simulator", "chart", "video", "audio", "project"];

static DIGITS: Shape = Shape::Integer(0, 10);

/// `{figure}`.
pub static FIGURE: Kind = Kind {
    name: "figure",
    fr: "une figure",
    en: "a figure",
    groups: &[FIGURE_FIELDS],
    variants: None,
    later: &["hotspots"],
};

const FIGURE_FIELDS: &[Field] = &[
    required(
        "src",
        Shape::Path,
        "Image, dans le dossier du module.",
        "Picture, in the module's folder.",
        &["source", "image", "fichier", "file", "chemin", "path"],
    ),
    optional(
        "alt",
        Shape::Prose,
        "Ce que l'image montre, pour qui ne la voit pas.",
        "What the picture shows, for whoever does not see it.",
        &["texte-de-remplacement", "alternative", "equivalent"],
    ),
    optional(
        "decorative",
        Shape::Boolean,
        "L'image n'apporte rien au texte. Elle n'a alors pas besoin de alt.",
        "The picture adds nothing to the text. It then needs no alt.",
        &["decoratif", "decoration"],
    )
    .or("false"),
    optional("caption", Shape::Prose, "Légende.", "Caption.", &["legende", "titre", "title"]),
    optional(
        "credit",
        Shape::Text,
        "Source ou autorisation.",
        "Source or permission.",
        &["credits", "auteur", "copyright"],
    ),
    optional(
        "description",
        Shape::Prose,
        "Description longue, dépliable.",
        "Long description, which unfolds.",
        &["longdesc", "description-longue"],
    ),
    optional(
        "zoom",
        Shape::Boolean,
        "La figure peut être agrandie.",
        "The figure can be enlarged.",
        &["agrandir", "loupe"],
    )
    .or("false"),
];

/// `{download}`.
pub static DOWNLOAD: Kind = Kind {
    name: "download",
    fr: "un téléchargement",
    en: "a download",
    groups: &[DOWNLOAD_FIELDS],
    variants: None,
    later: &[],
};

const DOWNLOAD_FIELDS: &[Field] = &[
    required(
        "src",
        Shape::Path,
        "Fichier, dans le dossier du module.",
        "File, in the module's folder.",
        &["source", "fichier", "file", "chemin", "path"],
    ),
    required("title", Shape::Text, "Nom montré.", "Name that is shown.", &["titre", "nom", "name"]),
    optional(
        "text",
        Shape::Prose,
        "Ce que contient le fichier.",
        "What the file holds.",
        &["texte", "description"],
    ),
];

/// `{reveal}`.
pub static REVEAL: Kind = Kind {
    name: "reveal",
    fr: "un bloc à déplier",
    en: "a block that unfolds",
    groups: &[REVEAL_FIELDS],
    variants: None,
    later: &[],
};

const REVEAL_FIELDS: &[Field] = &[
    required(
        "title",
        Shape::Prose,
        "Ligne toujours visible.",
        "Line that is always visible.",
        &["titre", "resume", "summary"],
    ),
    required(
        "body",
        Shape::Prose,
        "Ce qui se déplie.",
        "What unfolds.",
        &["corps", "texte", "text", "contenu"],
    ),
];

/// `{table}`.
pub static TABLE: Kind = Kind {
    name: "table",
    fr: "un tableau",
    en: "a table",
    groups: &[TABLE_FIELDS],
    variants: None,
    later: &[],
};

const TABLE_FIELDS: &[Field] = &[
    required(
        "data",
        Shape::Data,
        "Fichier CSV du module ou, dans un bloc, un tableau Markdown.",
        "CSV file of the module or, in a block scalar, a Markdown table.",
        &["donnees", "src", "fichier", "source"],
    ),
    optional("caption", Shape::Prose, "Légende.", "Caption.", &["legende", "titre", "title"]),
    optional(
        "row_headers",
        Shape::Integer(0, 5),
        "Nombre de colonnes de gauche qui sont des en-têtes.",
        "Number of columns on the left that are headers.",
        &["entetes", "en-tetes", "headers"],
    )
    .or("1"),
    optional(
        "digits",
        Shape::Map(&DIGITS),
        "Décimales montrées, par nom de colonne.",
        "Decimals shown, by name of column.",
        &["decimales", "chiffres", "precision"],
    ),
];

/// `{objectives}`.
pub static OBJECTIVES: Kind = Kind {
    name: "objectives",
    fr: "la liste des objectifs",
    en: "the list of objectives",
    groups: &[&[]],
    variants: None,
    later: &[],
};
