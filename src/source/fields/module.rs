//! Fields of module.yaml.

use crate::source::Field;
use crate::source::Kind;
use crate::source::Shape;
use crate::source::fields::optional;
use crate::source::fields::required;

/// module.yaml.
pub static MODULE: Kind = Kind {
    name: "module",
    fr: "le module",
    en: "the module",
    groups: &[IDENTITY, SUBJECT, CONTENT],
    variants: None,
    later: &[],
};

static TEXT: Shape = Shape::Text;
static SLUG: Shape = Shape::Slug;
static DISCIPLINE: Shape = Shape::Word(&[
    "industrial-design",
    "architecture",
    "metallurgy",
    "civil-engineering",
    "mechanical-engineering",
    "aerospace-engineering",
]);
static LEVEL: Shape = Shape::Word(&["college", "university"]);
static OBJECTIVE_SHAPE: Shape = Shape::Object(&OBJECTIVE);
static CONTRIBUTOR_SHAPE: Shape = Shape::Object(&CONTRIBUTOR);
static DRAW_SHAPE: Shape = Shape::Object(&DRAW);
static SHUFFLE: Shape = Shape::Word(&["questions", "options"]);

const IDENTITY: &[Field] = &[
    required(
        "id",
        Shape::Slug,
        "Identifiant du module. C'est le nom de son dossier.",
        "Id of the module. It is the name of its folder.",
        &["identifiant", "slug", "code"],
    ),
    required("version", Shape::Version, "Version, comme 1.0.0.", "Version, as 1.0.0.", &["edition"]),
    required(
        "date",
        Shape::Date,
        "Date de cette version, comme 2026-11-22. Toutes les dates montrées viennent d'ici.",
        "Date of this version, as 2026-11-22. Every date that shows comes from here.",
        &["jour", "publication"],
    ),
    required("title", Shape::Text, "Titre du module.", "Title of the module.", &["titre", "nom", "name"]),
    required(
        "description",
        Shape::Prose,
        "De quoi parle le module, en une ou deux phrases.",
        "What the module is about, in a sentence or two.",
        &["resume", "summary", "presentation"],
    ),
    required(
        "kind",
        Shape::Word(&["theory", "technical-project", "digital-project", "workshop", "video"]),
        "Sorte de module.",
        "Kind of module.",
        &["sorte", "genre", "type", "forme", "nature"],
    ),
];

const SUBJECT: &[Field] = &[
    optional(
        "disciplines",
        Shape::List(&DISCIPLINE),
        "Disciplines.",
        "Disciplines.",
        &["discipline", "domaines"],
    )
    .or("[]"),
    optional(
        "levels",
        Shape::List(&LEVEL),
        "Ordres d'enseignement.",
        "Levels of education.",
        &["niveaux", "niveau", "level", "ordres"],
    )
    .or("[]"),
    optional(
        "programmes",
        Shape::List(&TEXT),
        "Codes des programmes, comme 270.A0.",
        "Codes of the programmes, as 270.A0.",
        &["programs", "programme", "program"],
    )
    .or("[]"),
    optional(
        "keywords",
        Shape::List(&TEXT),
        "Mots-clés.",
        "Keywords.",
        &["mots-cles", "mots cles", "mots_cles", "tags"],
    )
    .or("[]"),
    required(
        "duration",
        Shape::Duration,
        "Durée prévue, comme 45 min ou 1 h 30.",
        "Expected duration, as 45 min or 1 h 30.",
        &["duree", "temps", "time"],
    ),
    optional(
        "requires",
        Shape::List(&SLUG),
        "Modules à étudier avant.",
        "Modules to study before.",
        &["prealables", "prerequis", "requiert", "prerequisites"],
    )
    .or("[]"),
    optional(
        "notice",
        Shape::Prose,
        "Avis montré au début, avec le résultat et à l'impression.",
        "Notice shown at the start, with the result and in print.",
        &["avis", "avertissement", "warning", "mise-en-garde"],
    ),
    optional(
        "objectives",
        Shape::List(&OBJECTIVE_SHAPE),
        "Objectifs d'apprentissage.",
        "Learning objectives.",
        &["objectifs", "objectif", "buts", "goals", "objective"],
    )
    .or("[]"),
    optional(
        "contributors",
        Shape::List(&CONTRIBUTOR_SHAPE),
        "Personnes et organismes qui ont fait le module.",
        "People and organizations who made the module.",
        &["contributeurs", "auteurs", "authors", "collaborateurs", "credits"],
    )
    .or("[]"),
];

const CONTENT: &[Field] = &[
    optional(
        "pages",
        Shape::List(&TEXT),
        "Noms des pages du dossier pages, dans l'ordre. Sans cette clé, toutes, par nom.",
        "Names of the pages in the pages folder, in order. Without this key, all of them, by name.",
        &["page", "chapitres", "lecons"],
    ),
    optional(
        "completion",
        Shape::Word(&["pages", "assessment", "both"]),
        "Ce qui achève le module. Par défaut both avec une évaluation, sinon pages.",
        "What completes the module. By default both with an assessment, otherwise pages.",
        &["achevement", "fin", "reussite"],
    ),
    optional(
        "assessment",
        Shape::Object(&ASSESSMENT),
        "L'évaluation notée.",
        "The graded assessment.",
        &["evaluation", "examen", "quiz", "test", "exam"],
    ),
    optional(
        "journal",
        Shape::Word(&["on", "off"]),
        "Comme dans filiere.yaml, pour ce module. Sans cette clé, ce que dit filiere.yaml.",
        "As in filiere.yaml, for this module. Without this key, what filiere.yaml says.",
        &["brouillon", "cache", "copie"],
    ),
    optional(
        "session_time",
        Shape::Word(&["active", "wall"]),
        "Comme dans filiere.yaml, pour ce module. Sans cette clé, ce que dit filiere.yaml.",
        "As in filiere.yaml, for this module. Without this key, what filiere.yaml says.",
        &["temps_de_seance"],
    ),
];

/// A learning objective.
pub static OBJECTIVE: Kind = Kind {
    name: "objective",
    fr: "un objectif",
    en: "an objective",
    groups: &[OBJECTIVE_FIELDS],
    variants: None,
    later: &[],
};

const OBJECTIVE_FIELDS: &[Field] = &[
    required(
        "id",
        Shape::Slug,
        "Identifiant de l'objectif.",
        "Id of the objective.",
        &["identifiant", "code"],
    ),
    optional(
        "bloom",
        Shape::Word(&["remember", "understand", "apply", "analyze", "evaluate", "create"]),
        "Niveau de la taxonomie de Bloom révisée.",
        "Level of the revised Bloom taxonomy.",
        &["niveau", "taxonomie", "level"],
    ),
    required(
        "text",
        Shape::Prose,
        "L'objectif, avec un verbe.",
        "The objective, with a verb.",
        &["texte", "enonce", "description", "libelle"],
    ),
];

/// Someone who made the module.
pub static CONTRIBUTOR: Kind = Kind {
    name: "contributor",
    fr: "un contributeur",
    en: "a contributor",
    groups: &[CONTRIBUTOR_FIELDS],
    variants: None,
    later: &[],
};

const CONTRIBUTOR_FIELDS: &[Field] = &[
    required(
        "name",
        Shape::Text,
        "Nom de la personne ou de l'organisme.",
        "Name of the person or organization.",
        &["nom"],
    ),
    // IEEE 1484.12.1, 2.3.1: vocabulary LOMv1.0 of lifecycle roles.
    required(
        "role",
        Shape::Word(&[
            "author",
            "publisher",
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
            "unknown",
        ]),
        "Rôle, dans le vocabulaire LOMv1.0.",
        "Role, in the LOMv1.0 vocabulary.",
        &["fonction", "titre"],
    ),
    optional(
        "organization",
        Shape::Text,
        "Organisme.",
        "Organization.",
        &["organisation", "organisme", "etablissement"],
    ),
];

/// The graded assessment.
pub static ASSESSMENT: Kind = Kind {
    name: "assessment",
    fr: "l'évaluation",
    en: "the assessment",
    groups: &[ASSESSMENT_FIELDS],
    variants: None,
    later: &[],
};

const ASSESSMENT_FIELDS: &[Field] = &[
    required("pass_mark", Shape::Percent, "Note de passage, en pour cent.", "Pass mark, in per cent.", &[
        "seuil",
        "note-de-passage",
        "note_de_passage",
        "passage",
        "passing_score",
        "mastery",
    ]),
    optional(
        "attempts",
        Shape::IntegerOr(1, 99, "unlimited"),
        "Nombre de tentatives, ou unlimited.",
        "Number of attempts, or unlimited.",
        &["tentatives", "essais", "tries", "max_attempts"],
    )
    .or("unlimited"),
    optional(
        "grading",
        Shape::Word(&["best", "last", "first", "average"]),
        "Tentative qui compte.",
        "Attempt that counts.",
        &["notation", "note", "bareme"],
    )
    .or("best"),
    optional(
        "feedback",
        Shape::Word(&["immediate", "after-attempt", "after-pass", "never"]),
        "Quand la rétroaction est montrée.",
        "When feedback is shown.",
        &["retroaction", "retroactions"],
    )
    .or("after-attempt"),
    optional(
        "corrections",
        Shape::Word(&["none", "own", "correct", "worked"]),
        "Ce qui est montré alors. Rien, si la réponse donnée est bonne, la bonne réponse, ou la solution détaillée.",
        "What is shown then. Nothing, whether the given answer is right, the right answer, or the worked solution.",
        &["corrige", "correction", "solutions"],
    )
    .or("worked"),
    optional(
        "shuffle",
        Shape::List(&SHUFFLE),
        "Ce qui est mélangé à chaque tentative.",
        "What is shuffled at each attempt.",
        &["melange", "melanger", "random", "ordre"],
    )
    .or("[questions, options]"),
    optional(
        "open",
        Shape::Word(&["always", "after-pages"]),
        "Quand l'évaluation s'ouvre.",
        "When the assessment opens.",
        &["ouverture", "ouvert", "acces"],
    )
    .or("always"),
    required(
        "draw",
        Shape::List(&DRAW_SHAPE),
        "Questions tirées, banque par banque.",
        "Questions drawn, bank by bank.",
        &["tirage", "tirages", "questions", "banques", "draws"],
    ),
];

/// Questions drawn from a bank.
pub static DRAW: Kind =
    Kind { name: "draw", fr: "un tirage", en: "a draw", groups: &[DRAW_FIELDS], variants: None, later: &[] };

const DRAW_FIELDS: &[Field] = &[
    required(
        "bank",
        Shape::Slug,
        "Banque, par le nom de son fichier.",
        "Bank, by the name of its file.",
        &["banque"],
    ),
    optional(
        "take",
        Shape::Integer(1, 500),
        "Combien de questions sont tirées. Sans cette clé, toutes, dans l'ordre.",
        "How many questions are drawn. Without this key, all of them, in order.",
        &["nombre", "prendre", "count", "tire", "number"],
    ),
    optional(
        "objective",
        Shape::Slug,
        "Seulement les questions de cet objectif.",
        "Only the questions of this objective.",
        &["objectif", "objectives"],
    ),
    optional(
        "reuse",
        Shape::Boolean,
        "Tirer aussi les questions déjà placées sur une page.",
        "Draw also the questions that are placed on a page.",
        &["reutiliser", "reprendre"],
    )
    .or("false"),
];
