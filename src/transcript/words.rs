//! Every sentence about a state, in both languages: those of the command, which are also those of the
//! page that decodes without it; it chooses none of them.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::diag::Text;

/// A sentence with holes, `{name}`.
pub struct Word {
    key: &'static str,
    fr: &'static str,
    en: &'static str,
}

/// What goes into a hole.
pub trait Said {
    /// In both languages.
    fn said(&self) -> (String, String);
}

impl Said for Text {
    fn said(&self) -> (String, String) {
        (self.fr.clone(), self.en.clone())
    }
}

impl<T: Display> Said for T {
    fn said(&self) -> (String, String) {
        (self.to_string(), self.to_string())
    }
}

impl Word {
    /// The sentence, its holes filled.
    pub fn say(&self, values: &[(&str, &dyn Said)]) -> Text {
        let said: BTreeMap<&str, (String, String)> =
            values.iter().map(|(name, value)| (*name, value.said())).collect();
        let french = |name: &str| said.get(name).map(|(fr, _)| fr.as_str());
        let english = |name: &str| said.get(name).map(|(_, en)| en.as_str());
        Text::new(&filled(self.fr, &french), &filled(self.en, &english))
    }

    /// The sentence of one without holes.
    pub fn text(&self) -> Text {
        self.say(&[])
    }
}

/// All of them for a page: by language, then by name.
pub fn all() -> BTreeMap<&'static str, BTreeMap<&'static str, &'static str>> {
    let table = |of: fn(&Word) -> &'static str| ALL.iter().map(|word| (word.key, of(word))).collect();
    [("fr", table(|word| word.fr)), ("en", table(|word| word.en))].into()
}

/// Once, from left to right: what was filled in is not looked at again.
fn filled<'a>(template: &str, value: &dyn Fn(&str) -> Option<&'a str>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').expect("a test closes every hole");
        out.push_str(before);
        out.push_str(value(name).expect("whoever says a sentence fills its holes"));
        rest = after;
    }
    out + rest
}

macro_rules! words {
    ($($name:ident: $fr:literal, $en:literal;)*) => {
        $(pub const $name: Word = Word { key: stringify!($name), fr: $fr, en: $en };)*
        const ALL: &[Word] = &[$($name),*];
    };
}

words! {
    MODULE: "Module : {title} ({id} {version}, {language})", "Module: {title} ({id} {version}, {language})";
    OWN: "État : intact, écrit par cette version (schéma {schema}, enregistrement {sequence})", "State: whole, written by this version (schema {schema}, save {sequence})";
    EARLIER: "État : intact, écrit par une version publiée plus tôt (schéma {schema}, enregistrement {sequence}), relu ici comme le fait le lecteur", "State: whole, written by a version released earlier (schema {schema}, save {sequence}), read here as the player does";
    JOINED: "État : {count} états intacts, réunis ici comme le fait le lecteur (schéma {schema}, enregistrement {sequence})", "State: {count} whole states, joined here as the player does (schema {schema}, save {sequence})";
    LOST: "Réponses que cette version ne peut pas reprendre : {lost}", "Answers that this version cannot take up: {lost}";
    DOCUMENT: "Dit au dépôt : réussi {passed}, terminé {completed}, meilleure note {best}; états laissés à côté : {beside}", "Told the store: passed {passed}, completed {completed}, best grade {best}; states left beside: {beside}";
    YES: "oui", "yes";
    NO: "non", "no";
    NO_GRADE: "aucune", "none";
    STATUS: "Statut dit à la plateforme : {status}", "Status told to the platform: {status}";
    STATUS_INCOMPLETE: "à terminer (incomplete)", "incomplete";
    STATUS_FAILED: "échoué (failed)", "failed";
    STATUS_COMPLETED: "terminé (completed)", "completed";
    STATUS_PASSED: "réussi (passed)", "passed";
    PAGE_IN_FRONT: "Devant : la page « {title} » ({id})", "In front: the page « {title} » ({id})";
    ASSESSMENT_IN_FRONT: "Devant : l'évaluation", "In front: the assessment";
    PAGES: "\nPages ouvertes : {opened} sur {all}", "\nPages opened: {opened} of {all}";
    PAGE: "  {id} : « {title} », {state}", "  {id}: « {title} », {state}";
    PAGE_CLOSED: "jamais ouverte", "never opened";
    PAGE_OPEN: "ouverte, exercices à faire", "opened, practice to do";
    PAGE_DONE: "faite", "done";
    PRACTICE: "\nExercices", "\nPractice";
    UNCHECKED: "pas encore vérifiée", "not checked yet";
    CHECKED_ONCE: "vérifiée une fois", "checked once";
    CHECKED_ONCE_REOPENED: "vérifiée une fois, reprise depuis", "checked once, taken up again since";
    CHECKED: "vérifiée {tries} fois", "checked {tries} times";
    CHECKED_REOPENED: "vérifiée {tries} fois, reprise depuis", "checked {tries} times, taken up again since";
    QUESTION: "  {number}{id} : {prompt}", "  {number}{id}: {prompt}";
    NO_ANSWER: "    sans réponse; {more}", "    no answer; {more}";
    ANSWER: "    réponse : {given}", "    answer: {given}";
    VERDICT: "    {verdict}; {more}", "    {verdict}; {more}";
    RIGHT: "juste", "right";
    PART: "juste en partie", "partly right";
    WRONG: "fausse", "wrong";
    EXPECTED: "    attendu : {expected}", "    expected: {expected}";
    TRUE: "vrai", "true";
    FALSE: "faux", "false";
    QUOTED: "« {said} »", "« {said} »";
    ASSESSMENT: "\nÉvaluation : note de passage {pass}; tentatives remises : {count}{of}", "\nAssessment: pass mark {pass}; attempts submitted: {count}{of}";
    OF_ATTEMPTS: " sur {most}", " of {most}";
    WITHOUT_LIMIT: ", sans limite", ", without limit";
    GRADES: "  note qui compte ({rule}) : {counts}, {passed}; première {first}, meilleure {best}, dernière {last}, moyenne {average}", "  grade that counts ({rule}): {counts}, {passed}; first {first}, best {best}, last {last}, average {average}";
    RULE_BEST: "la meilleure", "the best";
    RULE_LAST: "la dernière", "the last";
    RULE_FIRST: "la première", "the first";
    RULE_AVERAGE: "la moyenne", "the average";
    PASSED: "réussi", "passed";
    NOT_PASSED: "pas réussi", "not passed";
    ATTEMPT_RUNNING: "  tentative {number} en cours, à la question {at}; vaudrait maintenant {points} sur {total} ({score})", "  attempt {number} under way, at question {at}; would be worth {points} of {total} now ({score})";
    ATTEMPT_SUMMARY: "  tentative {number} en cours, au résumé; vaudrait maintenant {points} sur {total} ({score})", "  attempt {number} under way, at the summary; would be worth {points} of {total} now ({score})";
    ATTEMPT_SUBMITTED: "  tentative {number} remise : {points} sur {total} ({score})", "  attempt {number} submitted: {points} of {total} ({score})";
    ASKED: "{points} sur {total}{flag}", "{points} of {total}{flag}";
    FLAGGED: ", marquée à revoir", ", flagged";
    RATINGS: "\nAutoévaluation", "\nSelf-assessment";
    RATING: "  {objective} (« {text} ») : avant {before}, après {after}", "  {objective} (« {text} »): before {before}, after {after}";
    PER_CENT: "{number} %", "{number}%";

    STATE_EMPTY: "l'état est vide", "the state is empty";
    STATE_EMPTY_CURE: "la personne n'a rien fait dans ce module, ou la plateforme n'a rien gardé : regardez si d'autres y ont un état", "the person did nothing in this module, or the platform kept nothing: see whether others have a state there";
    STATE_SHAPE: "ceci n'est pas un état de filiere, ou il en manque une partie ({length} caractères)", "this is no state of filiere, or a part of it is missing ({length} characters)";
    STATE_SUM: "l'état est abîmé : sa somme de contrôle ne correspond pas à son contenu ({length} caractères)", "the state is damaged: its check sum does not match its content ({length} characters)";
    STATE_CONTENT: "l'état se réclame de ce module, mais ce qu'il contient n'y correspond pas", "the state claims to be of this module, but what it holds does not match it";
    STATE_DAMAGED_CURE: "copiez la valeur entière de cmi.suspend_data, ou le document State au complet", "copy the whole value of cmi.suspend_data, or the whole State document";
    STATE_CUT_CURE: "la plateforme l'a sans doute coupé à {kept} caractères", "the platform probably cut it at {kept} characters";
    STATE_FOREIGN: "l'état (schéma {hash}) n'est ni du module « {module} » {version}, ni d'une version que ce paquet relit", "the state (schema {hash}) is neither of the module « {module} » {version}, nor of a version that this package reads";
    STATE_FOREIGN_CURE: "prenez le paquet que la plateforme donne à cette personne : le schéma de chaque version publiée est dans filiere.lock, à la ligne « state »", "take the package that the platform gives this person: the schema of each released version is in filiere.lock, at the line « state »";
    STATE_STRANGE: "l'état (schéma {hash}) n'est d'aucun module de cette publication, ni d'une version que ses paquets relisent", "the state (schema {hash}) is of no module of this release, nor of a version that its packages read";
    STATE_STRANGE_CURE: "ouvrez la page decode.html d'une autre publication : le schéma de chaque version publiée est dans filiere.lock, à la ligne « state »", "open the page decode.html of another release: the schema of each released version is in filiere.lock, at the line « state »";
    DATA_MISSING: "le fichier {file} ne se lit pas", "the file {file} cannot be read";
    DATA_MISSING_CURE: "ouvrez decode.html dans le dossier de la publication : les modules sont à côté d'elle, dans decode/", "open decode.html in the folder of the release: the modules are beside it, in decode/";
    CHOICE: "{title}, {version}, {language}", "{title}, {version}, {language}";
    CHOICE_EARLIER: "{title}, {version}, {language} (reprend l'état, comme le lecteur)", "{title}, {version}, {language} (takes the state up, as the player does)";
    COPIED: "Le texte est copié.", "The text is copied.";
    NOT_COPIED: "Ce navigateur n'a pas laissé copier : le texte est choisi, copiez-le au clavier.", "This browser did not let the page copy: the text is selected, copy it with the keyboard.";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holes(template: &str) -> Vec<&str> {
        let mut found: Vec<_> =
            template.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn both_languages_of_a_sentence_have_the_same_holes() {
        let other = |word: &&Word| holes(word.fr) != holes(word.en);
        assert_eq!(ALL.iter().filter(other).map(|word| word.key).collect::<Vec<_>>(), Vec::<&str>::new());
        assert_eq!(all()["fr"].len(), ALL.len(), "every name once");
    }

    #[test]
    fn what_fills_a_hole_is_left_as_it_is() {
        let said = PAGE_IN_FRONT.say(&[("title", &"{id} : a"), ("id", &"b")]);
        assert_eq!(said.fr, "Devant\u{a0}: la page «\u{a0}{id}\u{a0}: a\u{a0}» (b)");
    }
}
