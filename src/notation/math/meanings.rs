//! What each fault of a formula means and how to mend it, in two languages; a table only.

/// A fault that the library names by its label.
pub struct Meaning {
    pub label: &'static str,
    /// In French, in English.
    pub message: (&'static str, &'static str),
    /// In French, in English.
    pub cure: (&'static str, &'static str),
}

/// A fault that the table does not know.
pub const UNREADABLE: Meaning = meaning(
    "",
    ("cette formule ne se lit pas", "this formula cannot be read"),
    (
        "enlevez-en des parties jusqu'à trouver celle qui gêne",
        "remove parts of it until you find the one that is wrong",
    ),
);

const fn meaning(
    label: &'static str,
    message: (&'static str, &'static str),
    cure: (&'static str, &'static str),
) -> Meaning {
    Meaning { label, message, cure }
}

/// Every fault that a formula of ours can have.
pub const MEANINGS: &[Meaning] = &[
    meaning(
        "a group was never closed",
        ("une accolade ou un \\begin n'est pas fermé", "a brace or a \\begin is not closed"),
        ("fermez-le : « } », \\right ou \\end", "close it: « } », \\right or \\end"),
    ),
    meaning(
        "no matching opening for this",
        ("rien n'ouvre ce qui se ferme ici", "nothing opens what closes here"),
        ("enlevez-le, ou ouvrez-le plus haut", "remove it, or open it before"),
    ),
    meaning(
        "expected an argument here",
        ("il manque un argument entre accolades", "an argument in braces is missing"),
        ("écrivez par exemple \\frac{a}{b}", "write for instance \\frac{a}{b}"),
    ),
    meaning(
        "expected a delimiter here",
        ("il manque un délimiteur, comme « ( »", "a delimiter is missing, as « ( »"),
        ("écrivez par exemple \\left( … \\right)", "write for instance \\left( … \\right)"),
    ),
    meaning(
        "disallowed character",
        ("ce caractère n'est pas permis dans un texte", "this character is not allowed in text"),
        ("enlevez-le, ou sortez-le de \\text{…}", "remove it, or move it out of \\text{…}"),
    ),
    meaning(
        "unknown environment",
        ("cet environnement n'existe pas", "this environment does not exist"),
        ("employez matrix, pmatrix, cases, aligned ou array", "use matrix, pmatrix, cases, aligned or array"),
    ),
    meaning(
        "unknown color",
        ("cette couleur n'existe pas", "this colour does not exist"),
        ("enlevez la couleur : elle vient du thème", "remove the colour: it comes from the theme"),
    ),
    meaning(
        "expected a different environment name here",
        ("le \\end ne répond pas au \\begin", "the \\end does not match the \\begin"),
        ("donnez-leur le même nom", "give them the same name"),
    ),
    meaning(
        "cannot be used here",
        ("ce signe n'a pas sa place ici", "this sign does not belong here"),
        (
            "enlevez-le; pour le signe lui-même, mettez une barre oblique inverse devant",
            "remove it; for the sign itself, put a backslash before it",
        ),
    ),
    meaning(
        "unexpected bound",
        ("« ^ » ou « _ » sans rien à quoi s'appliquer", "« ^ » or « _ » with nothing to apply to"),
        (
            "écrivez d'abord ce qui porte l'indice ou l'exposant : x_1",
            "write first what bears the subscript or superscript: x_1",
        ),
    ),
    meaning(
        "duplicate",
        ("deux indices ou deux exposants de suite", "two subscripts or two superscripts in a row"),
        ("réunissez-les dans des accolades : x_{1,2}", "put them together in braces: x_{1,2}"),
    ),
    meaning(
        "limit exceeded",
        ("cette formule est trop longue", "this formula is too long"),
        ("coupez-la en plusieurs", "cut it into several"),
    ),
    meaning(
        "this is not valid in math mode",
        ("cette commande ne vaut que dans un texte", "this command is for text only"),
        ("mettez-la dans \\text{…}", "put it in \\text{…}"),
    ),
    meaning(
        "this is not valid in text mode",
        ("cette commande ne vaut pas dans un texte", "this command is not for text"),
        ("sortez-la de \\text{…}", "move it out of \\text{…}"),
    ),
    meaning(
        "used as argument",
        ("cette commande ne peut pas servir d'argument", "this command cannot be an argument"),
        ("mettez-la entre accolades", "put it in braces"),
    ),
    meaning(
        "expected a relation",
        ("un signe de relation est attendu ici", "a relation sign is expected here"),
        ("écrivez par exemple =, < ou \\le", "write for instance =, < or \\le"),
    ),
    meaning(
        "expected a large operator",
        ("un grand opérateur est attendu ici", "a large operator is expected here"),
        ("écrivez par exemple \\sum ou \\int", "write for instance \\sum or \\int"),
    ),
    meaning(
        "expected at most one token here",
        ("un seul signe est permis ici", "a single sign is allowed here"),
        ("gardez-en un", "keep one of them"),
    ),
    meaning(
        "expected exactly one token here",
        ("un seul signe est attendu ici", "a single sign is expected here"),
        ("écrivez-en un, et un seul", "write one, and only one"),
    ),
    meaning(
        "special or not ASCII",
        ("seules des lettres sans accent sont permises ici", "only letters without accents are allowed here"),
        ("enlevez les accents et les signes", "remove accents and signs"),
    ),
    meaning(
        "expected length here",
        ("une longueur est attendue ici", "a length is expected here"),
        ("écrivez par exemple 1em", "write for instance 1em"),
    ),
    meaning(
        "illegal unit here",
        ("cette unité de longueur n'est pas permise ici", "this unit of length is not allowed here"),
        ("employez em", "use em"),
    ),
    meaning(
        "invalid unit here",
        ("cette unité de longueur n'existe pas", "this unit of length does not exist"),
        ("employez em", "use em"),
    ),
    meaning(
        "expected a column spec here",
        ("les colonnes de ce tableau ne sont pas décrites", "the columns of this array are not described"),
        ("écrivez par exemple \\begin{array}{lcr}", "write for instance \\begin{array}{lcr}"),
    ),
    meaning(
        "could not extract text from this",
        ("du texte simple est attendu ici", "plain text is expected here"),
        ("enlevez les commandes", "remove the commands"),
    ),
    meaning(
        "duplicate label",
        ("deux étiquettes pour une seule formule", "two labels for one formula"),
        ("gardez-en une", "keep one of them"),
    ),
    meaning(
        "duplicate infix frac",
        ("deux barres de fraction dans un même groupe", "two fraction bars in one group"),
        ("employez \\frac{a}{b}", "use \\frac{a}{b}"),
    ),
    meaning(
        "unexpected macro parameter",
        ("« # » n'a pas sa place dans une formule", "« # » does not belong in a formula"),
        ("enlevez-le; pour le signe lui-même, \\#", "remove it; for the sign itself, \\#"),
    ),
];
