//! Writes the reference page of the format from the tables, in French or in English.

use std::fmt::Write;

use crate::diag::Language;
use crate::source::Field;
use crate::source::Kind;
use crate::source::Presence;
use crate::source::Shape;
use crate::source::fields;

/// A section: its title in both languages, and the kind it tells.
type Section = (&'static str, &'static str, &'static Kind);

const FILES: &[Section] = &[
    ("`filiere.yaml` : l'espace de travail", "`filiere.yaml`: the workspace", &fields::WORKSPACE),
    ("`publisher` : l'éditeur", "`publisher`: the publisher", &fields::PUBLISHER),
    ("`modules/<id>/module.yaml` : le module", "`modules/<id>/module.yaml`: the module", &fields::MODULE),
    ("`objectives` : un objectif", "`objectives`: an objective", &fields::OBJECTIVE),
    ("`contributors` : un contributeur", "`contributors`: a contributor", &fields::CONTRIBUTOR),
    ("`assessment` : l'évaluation", "`assessment`: the assessment", &fields::ASSESSMENT),
    ("`draw` : un tirage", "`draw`: a draw", &fields::DRAW),
    ("`glossary.yaml` : un terme", "`glossary.yaml`: a term", &fields::TERM),
    ("`references.yaml` : une référence", "`references.yaml`: a reference", &fields::REFERENCE),
];

const QUESTIONS: &[Section] = &[
    ("`choice` : un choix ou plusieurs", "`choice`: one choice or several", &fields::CHOICE),
    ("`true-false` : vrai ou faux", "`true-false`: true or false", &fields::TRUE_FALSE),
    ("`numeric` : un nombre", "`numeric`: a number", &fields::NUMERIC),
    ("`fill-in` : un texte à trous", "`fill-in`: blanks in a text", &fields::FILL_IN),
    ("`matching` : un appariement", "`matching`: pairs", &fields::MATCHING),
    ("`sequencing` : une mise en ordre", "`sequencing`: an order", &fields::SEQUENCING),
];

const PARTS: &[Section] = &[
    (
        "`answer` : la réponse d'une question numérique",
        "`answer`: the answer of a numeric question",
        &fields::ANSWER,
    ),
    (
        "`partial` : les parts d'une réponse numérique",
        "`partial`: the shares of a numeric answer",
        &fields::PARTIAL,
    ),
    ("`blanks` : un trou", "`blanks`: a blank", &fields::BLANK),
];

const BLOCKS: &[Section] = &[
    ("`{figure}`", "`{figure}`", &fields::FIGURE),
    ("`{table}`", "`{table}`", &fields::TABLE),
    ("`{reveal}`", "`{reveal}`", &fields::REVEAL),
    ("`{download}`", "`{download}`", &fields::DOWNLOAD),
];

/// The whole page.
pub fn reference(language: Language) -> String {
    let mut out = pick(language, FRENCH, ENGLISH).to_owned();
    let title = |fr, en| format!("\n## {}\n", pick(language, fr, en));
    out += &title("Les fichiers", "The files");
    FILES.iter().for_each(|section| self::section(section, language, &mut out));
    out += &title("Les questions", "Questions");
    out += pick(language, QUESTIONS_FR, QUESTIONS_EN);
    table(fields::QUESTION.fields(), language, &mut out);
    for (fr, en, kind) in QUESTIONS {
        heading(pick(language, fr, en), &mut out);
        table(own(kind), language, &mut out);
    }
    PARTS.iter().for_each(|section| self::section(section, language, &mut out));
    out += &title("Les blocs d'une page", "Blocks of a page");
    out += pick(language, BLOCKS_FR, BLOCKS_EN);
    BLOCKS.iter().for_each(|section| self::section(section, language, &mut out));
    out += &later(language);
    out
}

fn pick<'a>(language: Language, fr: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::French => fr,
        Language::English => en,
    }
}

fn section((fr, en, kind): &Section, language: Language, out: &mut String) {
    heading(pick(language, fr, en), out);
    table(kind.fields(), language, out);
}

fn heading(title: &str, out: &mut String) {
    out.push_str("\n### ");
    out.push_str(&title.replace(" :", "\u{a0}:"));
    out.push('\n');
}

/// The fields of a question's type that not all questions have.
fn own(kind: &'static Kind) -> impl Iterator<Item = &'static Field> {
    kind.fields().filter(|field| fields::QUESTION.field(field.name).is_none())
}

fn table(fields: impl Iterator<Item = &'static Field>, language: Language, out: &mut String) {
    out.push_str(pick(
        language,
        "\n| clé | valeur | sans elle | ce qu'elle dit |\n| --- | --- | --- | --- |\n",
        "\n| key | value | without it | what it says |\n| --- | --- | --- | --- |\n",
    ));
    for field in fields {
        let (value, absent) = (shape(&field.shape, language), absent(field, language));
        let about = pick(language, field.fr, field.en).replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        writeln!(out, "| `{}` | {value} | {absent} | {about} |", field.name)
            .expect("a String takes any text");
    }
}

fn absent(field: &Field, language: Language) -> String {
    match field.presence {
        Presence::Required => pick(language, "**obligatoire**", "**required**").to_owned(),
        Presence::Optional => "–".to_owned(),
        Presence::Default("" | "[]") => pick(language, "rien", "nothing").to_owned(),
        Presence::Default(text) => format!("`{text}`"),
    }
}

fn shape(shape: &Shape, language: Language) -> String {
    let say = |fr: &str, en: &str| pick(language, fr, en).to_owned();
    let (from, to) = (pick(language, "de ", ""), pick(language, "à", "to"));
    let (number, integer) = (pick(language, "nombre", "number"), pick(language, "entier", "integer"));
    match shape {
        Shape::Number(low, high) => format!("{number}, {from}{low} {to} {high}"),
        Shape::Integer(low, high) => format!("{integer}, {from}{low} {to} {high}"),
        Shape::IntegerOr(low, high, word) => {
            format!("{integer}, {from}{low} {to} {high}, {} `{word}`", pick(language, "ou", "or"))
        }
        Shape::Word(words) => words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", "),
        Shape::List(item) => format!("{} {}", say("liste\u{a0}:", "list:"), self::shape(item, language)),
        Shape::Object(kind) => format!("{} `{}`", say("objet", "object"), kind.name),
        Shape::Map(item) => format!("{} {}", say("par nom\u{a0}:", "by name:"), self::shape(item, language)),
        plain => {
            let (fr, en) = words(plain);
            say(fr, en)
        }
    }
}

/// A shape that holds no other.
fn words(shape: &Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Text => ("texte sur une ligne", "text on one line"),
        Shape::Empty => ("texte, même vide", "text, even empty"),
        Shape::Prose => ("Markdown", "Markdown"),
        Shape::Items => ("liste Markdown dans un bloc `|`", "Markdown list in a `|` block"),
        Shape::Formula => ("nombre ou expression", "number or expression"),
        Shape::Percent => ("entier de 0 à 100, avec `%` ou sans", "integer, 0 to 100, with `%` or without"),
        Shape::Tolerance => ("nombre, ou nombre et `%`", "number, or number and `%`"),
        Shape::Range => ("intervalle, comme `2600..2700`", "interval, as `2600..2700`"),
        Shape::Date => ("date, `AAAA-MM-JJ`", "date, `YYYY-MM-DD`"),
        Shape::Duration => ("durée, `45 min` ou `1 h 30`", "duration, `45 min` or `1 h 30`"),
        Shape::Version => ("version, `1.0.0`", "version, `1.0.0`"),
        Shape::Slug => ("identifiant", "id"),
        Shape::Boolean => ("`true` ou `false`", "`true` or `false`"),
        Shape::Path => ("fichier du module", "file of the module"),
        Shape::Language => ("langue, `fr-CA`", "language, `fr-CA`"),
        Shape::Data => {
            ("fichier du module, ou tableau dans un bloc `|`", "file of the module, or table in a `|` block")
        }
        Shape::Iri => ("adresse `https://`", "`https://` address"),
        Shape::Base => ("adresse `https://…/`", "`https://…/` address"),
        _ => ("", ""),
    }
}

fn later(language: Language) -> String {
    let blocks = fields::LATER_BLOCKS.iter().map(|b| format!("`{{{b}}}`")).collect::<Vec<_>>().join(", ");
    let variants = fields::QUESTION.variants.expect("questions have types");
    let list = |words: &[&str]| words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ");
    let (types, keys) = (list(variants.later), list(fields::QUESTION.later));
    match language {
        Language::French => format!(
            "\n## Ce que cette version ne compile pas encore\n\nBlocs\u{a0}: {blocks}. Types de questions\u{a0}: {types}. Clés\u{a0}: {keys}, `hotspots`. Chacun donne le constat FIL2116.\n"
        ),
        Language::English => format!(
            "\n## What this version does not compile yet\n\nBlocks: {blocks}. Types of questions: {types}. Keys: {keys}, `hotspots`. Each gives the finding FIL2116.\n"
        ),
    }
}

const FRENCH: &str = "\
# Que peut-on écrire dans un module?

Cette page est engendrée par le programme\u{a0}: elle dit exactement ce qu'il lit.

Trois règles\u{a0}:

1. Un texte plus long qu'un titre s'écrit dans un bloc `|`, deux espaces plus loin que sa clé. Rien n'y est à mettre entre guillemets.
2. Une valeur est lue comme elle est écrite; c'est sa clé qui dit si c'est un texte, un nombre ou une date. Un nombre s'écrit avec un point.
3. Un commentaire commence par un croisillon, avec deux espaces avant et une après.

Un identifiant est fait de minuscules sans accent, de chiffres et de traits d'union, commence par une lettre et compte au plus 48 caractères. Il ne change plus une fois le module publié.

Un fichier `.json` de même structure est accepté. Les ancres, alias, étiquettes et fusions de YAML ne le sont pas.
";

const ENGLISH: &str = "\
# What can be written in a module?

This page is generated by the program: it says exactly what it reads.

Three rules:

1. A text longer than a title is written in a `|` block, two spaces further than its key. Nothing in it needs quotes.
2. A value is read as it is written; its key says whether it is a text, a number or a date. A number is written with a point.
3. A comment starts with a hash, with two spaces before it and one after.

An id is made of lower-case letters without accents, digits and hyphens, starts with a letter and has at most 48 characters. It no longer changes once the module is released.

A `.json` file of the same structure is accepted. YAML anchors, aliases, tags and merges are not.
";

const QUESTIONS_FR: &str = "
Un fichier de `questions/` est une liste de questions. Toutes ont ces clés; le type en ajoute d'autres.
";

const QUESTIONS_EN: &str = "
A file of `questions/` is a list of questions. All have these keys; the type adds others.
";

const BLOCKS_FR: &str = "
Un bloc est un bloc de code dont la première ligne porte un nom entre accolades, puis son identifiant pour une question. `{question}` sans corps place une question d'une banque; avec un corps, elle est écrite sur place et n'est jamais notée. `{objectives}`, sans corps, montre les objectifs du module.
";

const BLOCKS_EN: &str = "
A block is a fenced code block whose first line holds a name in braces, then its id for a question. `{question}` without a body places a question of a bank; with a body, it is written in place and never graded. `{objectives}`, without a body, shows the module's objectives.
";
