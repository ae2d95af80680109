//! Fields of filiere.yaml.

use crate::source::Field;
use crate::source::Kind;
use crate::source::Shape;
use crate::source::fields::optional;
use crate::source::fields::required;

/// filiere.yaml.
pub static WORKSPACE: Kind = Kind {
    name: "filiere",
    fr: "l'espace de travail",
    en: "the workspace",
    groups: &[WORKSPACE_FIELDS],
    variants: None,
    later: &[],
};

static TARGET: Shape = Shape::Word(&["scorm12", "xapi"]);

const WORKSPACE_FIELDS: &[Field] = &[
    required(
        "filiere",
        Shape::Word(&["1"]),
        "Version du format source. Toujours 1.",
        "Version of the source format. Always 1.",
        &["version", "format"],
    ),
    required(
        "publisher",
        Shape::Object(&PUBLISHER),
        "Qui publie les modules.",
        "Who publishes the modules.",
        &["editeur", "diffuseur"],
    ),
    required(
        "iri",
        Shape::Base,
        "Adresse de base des identifiants, qui finit par une barre oblique. Elle ne change plus jamais une fois un module publié.",
        "Base address of identifiers, ending with a slash. It never changes once a module is released.",
        &["base", "adresse", "uri"],
    ),
    required(
        "language",
        Shape::Language,
        "Langue des contenus, comme fr-CA.",
        "Language of the content, as fr-CA.",
        &["langue", "lang"],
    ),
    required(
        "licence",
        Shape::Text,
        "Licence des contenus, par son identifiant SPDX, comme CC-BY-NC-SA-4.0.",
        "Licence of the content, by its SPDX identifier, as CC-BY-NC-SA-4.0.",
        &["license", "droits"],
    ),
    optional(
        "support",
        Shape::Empty,
        "Adresse ou phrase qui dit où demander de l'aide. Montrée dans « À propos ».",
        "Address or sentence that says where to ask for help. Shown in the about panel.",
        &["soutien", "aide", "assistance", "help"],
    )
    .or(""),
    optional(
        "targets",
        Shape::List(&TARGET),
        "Sortes de paquets à produire.",
        "Kinds of packages to make.",
        &["cibles", "formats", "cible", "target"],
    )
    .or("[scorm12]"),
    optional(
        "manifests",
        Shape::Word(&["tincan", "cmi5", "both"]),
        "Manifestes d'un paquet xapi : tincan.xml, cmi5.xml ou les deux. Les deux conviennent à toutes les plateformes que nous connaissons, car chacune prend le sien; n'en gardez qu'un pour une plateforme qui s'y perdrait.",
        "Manifests of an xapi package: tincan.xml, cmi5.xml or both. Both suit every platform that we know, because each takes its own; keep only one for a platform that would be confused.",
        &["manifestes", "manifeste", "manifest"],
    )
    .or("both"),
    optional(
        "journal",
        Shape::Word(&["on", "off"]),
        "Si le navigateur garde, jusqu'à ce qu'ils soient enregistrés dans le site de cours, les derniers travaux d'une personne, pour les lui offrir à sa prochaine ouverture. Écrivez off pour des postes partagés : rien n'y reste, et ce qui n'est pas enregistré quand la page se ferme est perdu.",
        "Whether the browser keeps the last work of a learner until the course site has stored it, to offer it at the next launch. Write off for shared computers: nothing stays there, and what is not stored when the page closes is lost.",
        &["brouillon", "cache", "copie"],
    )
    .or("on"),
    optional(
        "session_time",
        Shape::Word(&["active", "wall"]),
        "Temps transmis au site de cours. Avec active, celui où la page est visible et employée : il s'arrête après une minute cachée, ou dix minutes sans un geste. Avec wall, tout le temps depuis l'ouverture.",
        "Time that is reported to the course site. With active, while the page is visible and used: it stops after one minute hidden, or ten minutes without a gesture. With wall, all the time since the launch.",
        &["temps", "duree", "time", "duration"],
    )
    .or("active"),
];

/// Who publishes.
pub static PUBLISHER: Kind = Kind {
    name: "publisher",
    fr: "l'éditeur",
    en: "the publisher",
    groups: &[PUBLISHER_FIELDS],
    variants: None,
    later: &[],
};

const PUBLISHER_FIELDS: &[Field] = &[
    required("name", Shape::Text, "Nom de l'éditeur.", "Name of the publisher.", &["nom"]),
    required(
        "organization",
        Shape::Text,
        "Organisme dont l'éditeur fait partie.",
        "Organization that the publisher belongs to.",
        &["organisation", "organisme"],
    ),
    required(
        "url",
        Shape::Iri,
        "Site de l'éditeur.",
        "Website of the publisher.",
        &["site", "adresse", "lien", "web"],
    ),
];
