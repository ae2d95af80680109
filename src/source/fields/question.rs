//! Fields of questions: those that all share, then those of each type.

use crate::source::Field;
use crate::source::Kind;
use crate::source::Shape;
use crate::source::Variants;
use crate::source::fields::ANSWER;
use crate::source::fields::BLANK;
use crate::source::fields::FIGURE;
use crate::source::fields::answer::IGNORE;
use crate::source::fields::optional;
use crate::source::fields::required;

static TEXT: Shape = Shape::Text;
static BLANK_SHAPE: Shape = Shape::Object(&BLANK);
const LATER: &[&str] = &["variables", "let", "where", "carry"];

/// A question of any type; `type` decides on the kind that decodes it.
pub static QUESTION: Kind = Kind {
    name: "question",
    fr: "une question",
    en: "a question",
    groups: &[COMMON, HELP],
    variants: Some(&TYPES),
    later: LATER,
};

static TYPES: Variants = Variants {
    key: "type",
    kinds: &[&CHOICE, &TRUE_FALSE, &NUMERIC, &FILL_IN, &MATCHING, &SEQUENCING],
    later: &["categorize", "hotspot", "likert", "long-fill-in", "group"],
    synonyms: &[
        ("qcm", "choice"),
        ("qru", "choice"),
        ("qrm", "choice"),
        ("mcq", "choice"),
        ("choix", "choice"),
        ("choix-multiple", "choice"),
        ("choix multiple", "choice"),
        ("choice multiple", "choice"),
        ("multiple-choice", "choice"),
        ("multiple choice", "choice"),
        ("multiplechoice", "choice"),
        ("multichoice", "choice"),
        ("single-choice", "choice"),
        ("single", "choice"),
        ("multiple", "choice"),
        ("multi-select", "choice"),
        ("radio", "choice"),
        ("checkbox", "choice"),
        ("vrai-faux", "true-false"),
        ("vrai ou faux", "true-false"),
        ("vrai/faux", "true-false"),
        ("truefalse", "true-false"),
        ("true/false", "true-false"),
        ("boolean", "true-false"),
        ("oui-non", "true-false"),
        ("numerique", "numeric"),
        ("nombre", "numeric"),
        ("number", "numeric"),
        ("numerical", "numeric"),
        ("calcul", "numeric"),
        ("calculated", "numeric"),
        ("texte-a-trous", "fill-in"),
        ("texte a trous", "fill-in"),
        ("trous", "fill-in"),
        ("trou", "fill-in"),
        ("reponse-courte", "fill-in"),
        ("short-answer", "fill-in"),
        ("shortanswer", "fill-in"),
        ("fill-in-the-blank", "fill-in"),
        ("fillin", "fill-in"),
        ("cloze", "fill-in"),
        ("blanks", "fill-in"),
        ("text", "fill-in"),
        ("appariement", "matching"),
        ("association", "matching"),
        ("associer", "matching"),
        ("match", "matching"),
        ("pairs", "matching"),
        ("ordre", "sequencing"),
        ("ordonner", "sequencing"),
        ("sequence", "sequencing"),
        ("ordering", "sequencing"),
        ("order", "sequencing"),
        ("sort", "sequencing"),
        ("classement", "categorize"),
        ("categories", "categorize"),
        ("essay", "long-fill-in"),
        ("redaction", "long-fill-in"),
        ("developpement", "long-fill-in"),
        ("zone", "hotspot"),
        ("groupe", "group"),
    ],
};

const COMMON: &[Field] = &[
    required(
        "id",
        Shape::Slug,
        "Identifiant, unique dans le module. Il ne change plus une fois le module publié.",
        "Id, unique in the module. It no longer changes once the module is released.",
        &["identifiant", "code", "nom", "name"],
    ),
    required(
        "type",
        Shape::Word(&["choice", "true-false", "numeric", "fill-in", "matching", "sequencing"]),
        "Sorte de question.",
        "Kind of question.",
        &["sorte", "genre", "kind"],
    ),
    optional(
        "objective",
        Shape::Slug,
        "Objectif que la question évalue.",
        "Objective that the question assesses.",
        &["objectif", "but", "objectives"],
    ),
    optional(
        "points",
        Shape::Integer(1, 100),
        "Points.",
        "Points.",
        &["point", "ponderation", "poids", "weight", "score", "note"],
    )
    .or("1"),
    optional(
        "difficulty",
        Shape::Integer(1, 3),
        "Difficulté, de 1 à 3.",
        "Difficulty, from 1 to 3.",
        &["difficulte", "niveau", "level"],
    ),
    optional(
        "tags",
        Shape::List(&TEXT),
        "Étiquettes libres.",
        "Free labels.",
        &["etiquettes", "mots-cles", "keywords"],
    )
    .or("[]"),
    required(
        "prompt",
        Shape::Prose,
        "L'énoncé.",
        "The wording of the question.",
        &["enonce", "question", "consigne", "texte", "text", "stem", "titre", "title"],
    ),
    optional(
        "figure",
        Shape::Object(&FIGURE),
        "Figure montrée avec l'énoncé.",
        "Figure shown with the prompt.",
        &["image", "illustration"],
    ),
];

const HELP: &[Field] = &[
    optional(
        "hint",
        Shape::Prose,
        "Indice, montré sur demande.",
        "Hint, shown on request.",
        &["indice", "aide", "astuce", "hints"],
    ),
    optional(
        "feedback",
        Shape::Prose,
        "Rétroaction générale, montrée après la réponse.",
        "General feedback, shown after the answer.",
        &["retroaction", "commentaire", "explication", "explanation"],
    ),
    optional(
        "solution",
        Shape::Prose,
        "Solution détaillée.",
        "Worked solution.",
        &["corrige", "demarche", "solutions"],
    ),
];

/// `type: choice`.
pub static CHOICE: Kind = Kind {
    name: "choice",
    fr: "une question à choix",
    en: "a choice question",
    groups: &[COMMON, CHOICE_FIELDS, HELP],
    variants: None,
    later: LATER,
};

const CHOICE_FIELDS: &[Field] = &[
    optional(
        "multiple",
        Shape::Boolean,
        "Plusieurs réponses sont bonnes.",
        "Several answers are right.",
        &["plusieurs", "multiples"],
    )
    .or("false"),
    required(
        "options",
        Shape::Items,
        "Liste Markdown. Une bonne réponse est marquée [x], une mauvaise [ ]; la rétroaction suit dans une citation.",
        "Markdown list. A right answer is marked [x], a wrong one [ ]; feedback follows in a block quote.",
        &["choix", "reponses", "choices", "answers", "option"],
    ),
];

/// `type: true-false`.
pub static TRUE_FALSE: Kind = Kind {
    name: "true-false",
    fr: "un vrai ou faux",
    en: "a true or false question",
    groups: &[COMMON, TRUE_FALSE_FIELDS, HELP],
    variants: None,
    later: LATER,
};

const TRUE_FALSE_FIELDS: &[Field] = &[required(
    "answer",
    Shape::Boolean,
    "Si l'énoncé est vrai.",
    "Whether the statement is true.",
    &["reponse", "correct", "vrai"],
)];

/// `type: numeric`.
pub static NUMERIC: Kind = Kind {
    name: "numeric",
    fr: "une question numérique",
    en: "a numeric question",
    groups: &[COMMON, NUMERIC_FIELDS, HELP],
    variants: None,
    later: LATER,
};

const NUMERIC_FIELDS: &[Field] = &[
    required(
        "answer",
        Shape::Object(&ANSWER),
        "La réponse et ce qui est accepté.",
        "The answer and what is accepted.",
        &["reponse", "resultat", "answers"],
    ),
    optional(
        "mistakes",
        Shape::Items,
        "Erreurs guidées. Liste Markdown d'expressions, chacune avec sa rétroaction dans une citation.",
        "Guided mistakes. Markdown list of expressions, each with its feedback in a block quote.",
        &["erreurs", "erreur", "errors", "erreurs-guidees"],
    ),
];

/// `type: fill-in`.
pub static FILL_IN: Kind = Kind {
    name: "fill-in",
    fr: "un texte à trous",
    en: "a fill-in question",
    groups: &[COMMON, FILL_IN_FIELDS, HELP],
    variants: None,
    later: LATER,
};

const FILL_IN_FIELDS: &[Field] = &[
    optional(
        "answers",
        Shape::List(&TEXT),
        "Réponses acceptées, quand il n'y a qu'un trou.",
        "Accepted answers, when there is only one blank.",
        &["reponses", "reponse", "answer"],
    ),
    optional(
        "ignore",
        Shape::List(&IGNORE),
        "Ce qui ne compte pas dans la comparaison, quand il n'y a qu'un trou.",
        "What does not count in the comparison, when there is only one blank.",
        &["ignorer", "tolerance"],
    )
    .or("[]"),
    optional(
        "blanks",
        Shape::Map(&BLANK_SHAPE),
        "Trous, par le nom que l'énoncé met entre crochets.",
        "Blanks, by the name that the prompt puts in brackets.",
        &["trous", "champs", "fields"],
    ),
];

/// `type: matching`.
pub static MATCHING: Kind = Kind {
    name: "matching",
    fr: "un appariement",
    en: "a matching question",
    groups: &[COMMON, MATCHING_FIELDS, HELP],
    variants: None,
    later: LATER,
};

const MATCHING_FIELDS: &[Field] = &[required(
    "pairs",
    Shape::Items,
    "Liste Markdown de paires, source -> cible. Une ligne sans source est une cible de trop.",
    "Markdown list of pairs, source -> target. A line without a source is an extra target.",
    &["paires", "associations", "options"],
)];

/// `type: sequencing`.
pub static SEQUENCING: Kind = Kind {
    name: "sequencing",
    fr: "une mise en ordre",
    en: "a sequencing question",
    groups: &[COMMON, SEQUENCING_FIELDS, HELP],
    variants: None,
    later: LATER,
};

const SEQUENCING_FIELDS: &[Field] = &[required(
    "items",
    Shape::Items,
    "Liste Markdown numérotée, dans le bon ordre.",
    "Numbered Markdown list, in the right order.",
    &["elements", "etapes", "steps", "options", "ordre"],
)];
