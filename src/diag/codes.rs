//! The catalogue of findings: identity, name and severity of each; tables only.

use crate::diag::Language;

/// Whether a finding stops the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No package is written.
    Error,
    /// The package is written; `--deny-warnings` makes it an error.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $name:literal $severity:ident since $since:literal,)*) => {
        /// A finding of the catalogue; codes are never renumbered and never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $code,)*
        }

        impl Code {
            /// All of them, by number.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// `FIL` and four digits.
            pub fn id(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }

            /// The kebab name, which reads after « autoriser … ».
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// Error or warning.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }

            /// Its page in the catalogue.
            pub fn page(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Self::$code, Language::French) => {
                            include_str!(concat!("codes/", stringify!($code), ".fr.md"))
                        }
                        (Self::$code, Language::English) => {
                            include_str!(concat!("codes/", stringify!($code), ".en.md"))
                        }
                    )*
                }
            }

            /// The finding whose number or name is `word`, whatever its case.
            pub fn find(word: &str) -> Option<Self> {
                let word = word.to_lowercase();
                Self::ALL.iter().copied().find(|c| c.id().to_lowercase() == word || c.name() == word)
            }

            /// Version of the tool that first reported it.
            pub fn since(self) -> &'static str {
                match self { $(Self::$code => $since,)* }
            }
        }
    };
}

codes! {
    /// File is missing, not UTF-8, or cannot be read.
    FIL1001 "fichier-illisible" Error since "0.1",
    /// YAML that cannot be parsed.
    FIL1002 "syntaxe-yaml" Error since "0.1",
    /// Unquoted `: ` inside a plain value.
    FIL1003 "deux-points-sans-guillemets" Error since "0.1",
    /// ` #` that silently truncates a plain value.
    FIL1004 "texte-tronque-par-diese" Error since "0.1",
    /// Plain value that starts with { [ * & > % @ etc..
    FIL1005 "valeur-qui-commence-par-un-signe" Error since "0.1",
    /// A tab used as indent.
    FIL1006 "tabulation" Error since "0.1",
    /// Key that this kind of object does not have.
    FIL1007 "cle-inconnue" Error since "0.1",
    /// Key given twice.
    FIL1008 "cle-repetee" Error since "0.1",
    /// Required key absent.
    FIL1009 "cle-manquante" Error since "0.1",
    /// Wrong type of value.
    FIL1010 "type-inattendu" Error since "0.1",
    /// Decimal comma in a number field.
    FIL1011 "virgule-decimale" Error since "0.1",
    /// Value that is not among those allowed.
    FIL1012 "valeur-hors-liste" Error since "0.1",
    /// Number outside its range.
    FIL1013 "nombre-hors-limites" Error since "0.1",
    /// Anchor, alias, tag, merge key or more than 64 levels.
    FIL1014 "yaml-avance" Error since "0.1",
    /// Fence that is never closed.
    FIL1015 "bloc-non-ferme" Error since "0.1",
    /// Block name that does not exist.
    FIL1016 "bloc-inconnu" Error since "0.1",
    /// Role name that does not exist.
    FIL1017 "role-inconnu" Error since "0.1",
    /// Callout that does not exist.
    FIL1018 "encadre-inconnu" Error since "0.1",
    /// Raw HTML in Markdown.
    FIL1019 "html-brut" Error since "0.1",
    /// Front matter in a page.
    FIL1020 "entete-yaml" Error since "0.1",
    /// Character that XML does not allow.
    FIL1021 "caractere-interdit" Error since "0.1",
    /// No filiere.yaml.
    FIL1022 "espace-de-travail-absent" Error since "0.1",
    /// Block or fence indented by four: shown as code.
    FIL1023 "bloc-indente" Warning since "0.1",
    /// Options, pairs, items, mistakes not written as the list they should be.
    FIL1024 "liste-mal-formee" Error since "0.1",
    /// Date, duration or version not written as expected.
    FIL1025 "date-mal-formee" Error since "0.1",
    /// Text that must not be empty.
    FIL1026 "texte-vide" Error since "0.1",
    /// Markup that is slightly off: the learner reads its signs.
    FIL1027 "balisage-montre-tel-quel" Warning since "0.1",
    /// Lists and quotes inside one another beyond 32 levels.
    FIL1028 "imbrication-trop-profonde" Error since "0.1",
    /// filiere.lock that cannot be read, or says a version twice.
    FIL1029 "verrou-illisible" Error since "0.1",
    /// A section of filiere.lock that is not as it was written.
    FIL1030 "verrou-modifie-a-la-main" Error since "0.1",
    /// Bad slug.
    FIL2001 "identifiant-mal-forme" Error since "0.1",
    /// Same id twice.
    FIL2002 "identifiant-repete" Error since "0.1",
    /// Module id is not the folder's name.
    FIL2003 "identifiant-different-du-dossier" Error since "0.1",
    /// Reference to an id that does not exist.
    FIL2004 "reference-inconnue" Error since "0.1",
    /// Reference to a file that is not there.
    FIL2005 "fichier-introuvable" Error since "0.1",
    /// Path leaves the module folder (.. or symlink).
    FIL2006 "fichier-hors-du-module" Error since "0.1",
    /// Page that nothing lists.
    FIL2007 "page-inutilisee" Error since "0.1",
    /// Bank that nothing uses.
    FIL2008 "banque-inutilisee" Warning since "0.1",
    /// Glossary term that no page uses.
    FIL2009 "terme-inutilise" Warning since "0.1",
    /// Asset that nothing uses.
    FIL2010 "fichier-inutilise" Warning since "0.1",
    /// Bibliographic reference never cited.
    FIL2011 "reference-inutilisee" Warning since "0.1",
    /// Question of a used bank that nothing can show.
    FIL2012 "question-inutilisee" Warning since "0.1",
    /// A released page, question or objective that is gone.
    FIL2013 "identifiant-publie-perdu" Error since "0.1",
    /// A released option, item or blank that is gone.
    FIL2014 "option-publiee-perdue" Error since "0.1",
    /// A released question of another type.
    FIL2015 "question-publiee-d-un-autre-type" Error since "0.1",
    /// A released version with other identifiers.
    FIL2016 "version-deja-publiee" Error since "0.1",
    /// What FIL2013 to FIL2015 say, allowed on the command line.
    FIL2017 "perte-d-identifiant-autorisee" Warning since "0.1",
    /// No right answer.
    FIL2101 "question-sans-bonne-reponse" Error since "0.1",
    /// Several right answers in a single choice.
    FIL2102 "plusieurs-bonnes-reponses" Error since "0.1",
    /// Identical options.
    FIL2103 "options-identiques" Error since "0.1",
    /// Fewer options, pairs or items than make a question.
    FIL2104 "trop-peu-d-options" Error since "0.1",
    /// More than 36 options.
    FIL2105 "trop-d-options" Error since "0.1",
    /// Tolerance lets a guided mistake pass.
    FIL2106 "tolerance-qui-accepte-une-erreur" Error since "0.1",
    /// Unknown unit.
    FIL2107 "unite-inconnue" Error since "0.1",
    /// Unit of another dimension.
    FIL2108 "dimension-incompatible" Error since "0.1",
    /// Expression that cannot be parsed or evaluated.
    FIL2109 "formule-invalide" Error since "0.1",
    /// Tolerance malformed or negative.
    FIL2110 "tolerance-invalide" Error since "0.1",
    /// Blanks and prompt disagree.
    FIL2111 "trou-incoherent" Error since "0.1",
    /// Bank smaller than its draw.
    FIL2112 "banque-trop-petite" Error since "0.1",
    /// Question placed on two pages.
    FIL2113 "question-placee-deux-fois" Error since "0.1",
    /// Completion, assessment and pages disagree.
    FIL2114 "evaluation-incoherente" Error since "0.1",
    /// Two guided mistakes with the same value.
    FIL2115 "erreur-guidee-repetee" Warning since "0.1",
    /// Type or block that this version cannot compile yet.
    FIL2116 "type-de-question-non-pris-en-charge" Error since "0.1",
    /// Share of the points for what cannot happen.
    FIL2117 "part-sans-objet" Error since "0.1",
    /// Heading level skipped or title missing.
    FIL3001 "niveau-de-titre-saute" Error since "0.1",
    /// Objective that no question assesses.
    FIL3002 "objectif-non-evalue" Warning since "0.1",
    /// Wrong option without feedback (practice).
    FIL3003 "question-sans-retroaction" Warning since "0.1",
    /// Image without alt.
    FIL4001 "image-sans-equivalent-textuel" Error since "0.1",
    /// Alt = file name, "image de", too long.
    FIL4002 "equivalent-textuel-douteux" Warning since "0.1",
    /// Empty link text.
    FIL4003 "lien-sans-texte" Error since "0.1",
    /// Bare or empty-meaning link text.
    FIL4004 "lien-peu-parlant" Warning since "0.1",
    /// Unknown LaTeX command.
    FIL4005 "commande-latex-inconnue" Error since "0.1",
    /// LaTeX or \ce that cannot be read.
    FIL4006 "formule-latex-invalide" Error since "0.1",
    /// Decimal comma in math.
    FIL4007 "nombre-latex-virgule" Error since "0.1",
    /// Image or SVG that cannot be read or carries script.
    FIL4008 "image-invalide" Error since "0.1",
    /// Asset name that LMSs mangle.
    FIL4009 "nom-de-fichier-fragile" Warning since "0.1",
    /// Server-script extension.
    FIL4010 "extension-refusee" Error since "0.1",
    /// Names equal but for case.
    FIL4011 "noms-egaux-a-la-casse" Error since "0.1",
    /// Table data that is not rectangular.
    FIL4012 "tableau-mal-forme" Error since "0.1",
    /// Link that is not https, or a scheme not allowed.
    FIL4013 "lien-externe-non-securise" Error since "0.1",
    /// File heavier than LMSs usually take.
    FIL4014 "media-lourd" Warning since "0.1",
    /// Text longer than a target allows.
    FIL5001 "texte-trop-long-pour-la-cible" Error since "0.1",
    /// Title that Moodle would mangle.
    FIL5002 "titre-altere-par-moodle" Error since "0.1",
    /// Worst case of suspend_data above the limit.
    FIL5003 "etat-trop-grand" Error since "0.1",
    /// Worst case above 3 500 characters.
    FIL5004 "etat-presque-plein" Warning since "0.1",
    /// .example address in a release.
    FIL6001 "adresse-d-exemple" Error since "0.1",
    /// `manifests` chosen while no target has any to choose.
    FIL6002 "manifestes-sans-xapi" Warning since "0.1",
    /// A manifest that is no well-formed XML in UTF-8.
    FIL7001 "manifeste-xml-mal-forme" Error since "0.1",
    /// An element of a manifest that is missing, unknown, out of order or too many.
    FIL7002 "element-hors-du-schema" Error since "0.1",
    /// An attribute or a value that the schema of a manifest refuses.
    FIL7003 "valeur-hors-du-schema" Error since "0.1",
    /// An identifier of a manifest that is no absolute IRI, is not unique or leads nowhere.
    FIL7004 "identifiant-de-manifeste-en-defaut" Error since "0.1",
    /// An address to launch that is missing, leads to no file or uses reserved parameters.
    FIL7005 "lancement-impossible" Error since "0.1",
    /// What the standard allows and a platform misreads.
    FIL7006 "manifeste-mal-lu-par-une-plateforme" Warning since "0.1",
    /// A zip that is cut, contradicts itself or has wrong sums.
    FIL7007 "zip-endommage" Error since "0.1",
    /// An entry that platforms cannot unpack.
    FIL7008 "entree-que-les-plateformes-refusent" Error since "0.1",
    /// A name that is unsafe, or that an import changes.
    FIL7009 "nom-change-a-l-importation" Error since "0.1",
    /// A name that some platform changes or confuses.
    FIL7010 "nom-mal-porte-par-une-plateforme" Warning since "0.1",
    /// A type of file for which filters refuse the whole zip.
    FIL7011 "type-de-fichier-refuse-par-un-filtre" Error since "0.1",
    /// What does no harm in a zip, and has no place there.
    FIL7012 "zip-desordonne" Warning since "0.1",
    /// A zip that unfolds to something enormous.
    FIL7013 "zip-demesure" Error since "0.1",
    /// Metadata that their schema refuses.
    FIL7014 "metadonnees-hors-du-schema" Warning since "0.1",
    /// A file that the manifest lists and the package lacks.
    FIL7015 "fichier-annonce-et-absent" Error since "0.1",
    /// A file that no resource lists.
    FIL7016 "fichier-que-rien-n-annonce" Warning since "0.1",
    /// A page to launch that is no HTML, or does not say its encoding.
    FIL7017 "page-de-lancement-douteuse" Warning since "0.1",
    /// A SCO whose scripts never report a status.
    FIL7018 "etat-jamais-transmis" Warning since "0.1",
    /// A script, style, font or picture that comes from another site.
    FIL7019 "fichier-d-un-autre-site" Warning since "0.1",
    /// A manifest of a standard that is not judged.
    FIL7020 "norme-non-jugee" Warning since "0.1",
    /// A released version whose package has other bytes.
    FIL8001 "version-publiee-avec-d-autres-octets" Error since "0.1",
    /// A file of an edition that is not what its sum says.
    FIL8002 "fichier-publie-modifie" Error since "0.1",
    /// A file that an edition lists and that is not there.
    FIL8003 "fichier-publie-absent" Error since "0.1",
    /// A file in the folder of an edition that it does not list.
    FIL8004 "fichier-hors-de-la-publication" Error since "0.1",
    /// SHA256SUMS or release.json is missing or cannot be read.
    FIL8005 "publication-illisible" Error since "0.1",
    /// release.json says something else than the files.
    FIL8006 "publication-incoherente" Error since "0.1",
    /// A trial package that bears the number of a released version.
    FIL8007 "essai-d-une-version-publiee" Warning since "0.1",
    /// A zip that is damaged, or no package of ours.
    FIL8101 "paquet-illisible" Error since "0.1",
    /// A learner's state that is empty, cut or damaged.
    FIL8102 "etat-abime" Error since "0.1",
    /// A learner's state that the package does not read.
    FIL8103 "etat-d-un-autre-module" Error since "0.1",
    /// Module named on the command line does not exist.
    FIL9001 "module-introuvable" Error since "0.1",
    /// A release of a workspace that has no module.
    FIL9002 "aucun-module" Error since "0.1",
}
