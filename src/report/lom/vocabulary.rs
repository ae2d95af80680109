//! Words of LOM 1.0 and Normetic 1.2 for what a module is, letter for letter as repositories know them.

use crate::model::Kind;
use crate::model::Module;

/// Vocabularies of LOM 1.0.
pub const LOM: &str = "LOMv1.0";
/// Types of resources of Normetic 1.2.
pub const TYPES: &str = "http://www.normetic.org/vdex/typeressourcev1_2.xml";
/// Contexts of Normetic: of 1.0 also in 1.2, without accents, which is all that its validator takes.
pub const CONTEXTS: &str = "http://eureka.ntic.org/vdex/NORMETICv1.0_element_5_6_contexte_voc.xml";

/// Types of a kind of module, in Normetic's words and in LOM's.
const KINDS: [(Kind, &str, &str); 5] = [
    (Kind::Theory, "lecture/présentation", "narrative text"),
    (Kind::TechnicalProject, "activité", "problem statement"),
    (Kind::DigitalProject, "activité", "problem statement"),
    (Kind::Workshop, "exercice", "exercise"),
    (Kind::Video, "démonstration", "lecture"),
];

/// A source and a word of it.
pub type Term = (&'static str, &'static str);

/// 5.2, the main one first.
pub fn types(module: &Module) -> Vec<Term> {
    let (_, normetic, lom) =
        KINDS.iter().find(|(kind, ..)| *kind == module.kind).expect("the table has a row for every kind");
    let mut types = vec![(TYPES, *normetic), (LOM, *lom)];
    if !module.questions.is_empty() {
        types.extend([(TYPES, "questionnaire"), (LOM, "questionnaire")]);
    }
    if module.assessment.is_some() {
        types.extend([(TYPES, "évaluation"), (LOM, "self assessment")]);
    }
    types
}

/// 5.6: higher education in LOM's words, then each level in Normetic's.
pub fn contexts(module: &Module) -> Vec<Term> {
    let mut contexts = vec![(LOM, "higher education")];
    if is_college(module) {
        contexts.push((CONTEXTS, "cegep"));
    }
    if is_university(module) {
        contexts.push((CONTEXTS, "universite premier cycle"));
    }
    if contexts.len() == 1 {
        contexts.push((CONTEXTS, "autre"));
    }
    contexts
}

/// Whether it is for colleges, by its levels or by its programmes, which are theirs.
pub fn is_college(module: &Module) -> bool {
    let named = module.levels.iter().any(|level| level == "college");
    named || (module.levels.is_empty() && !module.programmes.is_empty())
}

/// Whether it is for universities.
pub fn is_university(module: &Module) -> bool {
    module.levels.iter().any(|level| level == "university")
}

/// 5.7, in years: students enter a college at 17, a university at 19.
pub fn ages(module: &Module) -> &'static str {
    if is_university(module) && !is_college(module) { "19-" } else { "17-" }
}
