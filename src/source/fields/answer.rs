//! Fields of the objects inside questions.

use crate::source::Field;
use crate::source::Kind;
use crate::source::Shape;
use crate::source::fields::optional;
use crate::source::fields::required;

static TEXT: Shape = Shape::Text;
pub(super) static IGNORE: Shape = Shape::Word(&["case", "accents"]);

/// The answer of a numeric question.
pub static ANSWER: Kind = Kind {
    name: "answer",
    fr: "une réponse numérique",
    en: "a numeric answer",
    groups: &[ANSWER_FIELDS],
    variants: None,
    later: &[],
};

const ANSWER_FIELDS: &[Field] = &[
    required(
        "value",
        Shape::Formula,
        "Valeur, ou expression qui la donne.",
        "Value, or expression that gives it.",
        &["valeur", "reponse", "resultat"],
    ),
    optional("unit", Shape::Text, "Unité, comme kWh/kg.", "Unit, as kWh/kg.", &["unite"]),
    optional(
        "tolerance",
        Shape::Tolerance,
        "Écart permis, dans l'unité de la réponse ou en pour cent.",
        "Deviation that is accepted, in the answer's unit or in per cent.",
        &["marge", "ecart", "precision"],
    ),
    optional(
        "range",
        Shape::Range,
        "Intervalle permis, comme 2600..2700.",
        "Interval that is accepted, as 2600..2700.",
        &["intervalle", "plage"],
    ),
    optional(
        "digits",
        Shape::Integer(1, 15),
        "Chiffres significatifs de la réponse montrée.",
        "Significant digits of the answer shown.",
        &["chiffres", "decimales"],
    ),
    optional(
        "significant",
        Shape::Integer(1, 15),
        "Chiffres significatifs exigés.",
        "Significant digits that are required.",
        &["significatifs", "chiffres-significatifs"],
    ),
    optional(
        "units",
        Shape::List(&TEXT),
        "Autres unités acceptées.",
        "Other units that are accepted.",
        &["unites"],
    )
    .or("[]"),
    optional(
        "ask_unit",
        Shape::Boolean,
        "La personne doit donner l'unité.",
        "The learner must give the unit.",
        &["demander-unite", "demander_unite"],
    )
    .or("false"),
    optional(
        "partial",
        Shape::Object(&PARTIAL),
        "Part des points que garde un nombre juste mal donné.",
        "Share of the points that a right number keeps when it is not given as it should be.",
        &["partiel", "parts", "shares"],
    ),
];

/// Shares of the points of a numeric answer.
pub static PARTIAL: Kind = Kind {
    name: "partial",
    fr: "les parts d'une réponse numérique",
    en: "the shares of a numeric answer",
    groups: &[PARTIAL_FIELDS],
    variants: None,
    later: &[],
};

const PARTIAL_FIELDS: &[Field] = &[
    optional(
        "unit",
        Shape::Percent,
        "Sans son unité, ou avec une autre de la même dimension.",
        "Without its unit, or with another one of the same dimension.",
        &["unite"],
    )
    .or("50"),
    optional(
        "dimension",
        Shape::Percent,
        "Avec une unité d'une autre dimension.",
        "With a unit of another dimension.",
        &["grandeur"],
    )
    .or("25"),
    optional(
        "digits",
        Shape::Percent,
        "Avec un autre nombre de chiffres significatifs que celui exigé.",
        "With another number of significant digits than the one required.",
        &["chiffres", "significant"],
    )
    .or("50"),
];

/// A blank of a fill-in question.
pub static BLANK: Kind =
    Kind { name: "blank", fr: "un trou", en: "a blank", groups: &[BLANK_FIELDS], variants: None, later: &[] };

const BLANK_FIELDS: &[Field] = &[
    required(
        "answers",
        Shape::List(&TEXT),
        "Réponses acceptées. La première est celle qui est montrée.",
        "Accepted answers. The first one is the one that is shown.",
        &["reponses", "reponse", "answer"],
    ),
    optional(
        "choices",
        Shape::List(&TEXT),
        "Choix offerts, dans l'ordre. Sans cette clé, la réponse est tapée.",
        "Choices offered, in order. Without this key, the answer is typed.",
        &["choix", "options"],
    ),
    optional(
        "ignore",
        Shape::List(&IGNORE),
        "Ce qui ne compte pas dans la comparaison.",
        "What does not count in the comparison.",
        &["ignorer", "tolerance"],
    )
    .or("[]"),
];
