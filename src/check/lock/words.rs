//! What learners would lose, in words; it compares nothing.

use crate::diag::Text;
use crate::model::ReleasedPart;
use crate::text;

/// A message with its cures.
pub struct Said {
    pub message: Text,
    pub hints: Vec<Text>,
}

/// How to go on all the same, the last of the cures.
fn otherwise() -> Text {
    text! {
        fr: "si c'est voulu, relancez la commande avec --allow-id-change",
        en: "if it is meant, run the command again with --allow-id-change",
    }
}

/// The place in filiere.lock.
pub fn released(version: &str) -> Text {
    text! { fr: "publiée ici, en {version}", en: "released here, in {version}" }
}

/// What to do about an identifier that is gone, with its probable new form.
fn cures(id: &str, near: Option<&str>) -> Vec<Text> {
    let first = match near {
        Some(near) => text! {
            fr: "vouliez-vous dire « {near} »? rendez-lui l'identifiant « {id} » : le texte et le titre, eux, peuvent changer",
            en: "did you mean « {near} »? give it the id « {id} » again: text and title may change",
        },
        None => text! {
            fr: "remettez « {id} » : le texte et le titre, eux, peuvent changer",
            en: "put « {id} » back: text and title may change",
        },
    };
    vec![first, otherwise()]
}

pub fn page(id: &str, near: Option<&str>) -> Said {
    let message = match near {
        Some(near) => text! {
            fr: "la page « {id} » n'existe plus : qui l'a lue perd cette marque, et « {near} » redevient à lire",
            en: "the page « {id} » is gone: who read it loses that mark, and « {near} » is to be read again",
        },
        None => text! {
            fr: "la page « {id} » n'existe plus : qui l'a lue perd cette marque, qui s'y trouvait reprend à la page d'avant",
            en: "the page « {id} » is gone: who read it loses that mark, who stood there goes on at the page before",
        },
    };
    let cure = match near {
        Some(near) => text! {
            fr: "vouliez-vous dire « {near} »? redonnez à son fichier un nom qui finit par « -{id}.md » : le titre, lui, peut changer",
            en: "did you mean « {near} »? give its file a name that ends with « -{id}.md » again: the title may change",
        },
        None => text! {
            fr: "remettez la page, dans un fichier dont le nom finit par « -{id}.md »",
            en: "put the page back, in a file whose name ends with « -{id}.md »",
        },
    };
    Said { message, hints: vec![cure, otherwise()] }
}

pub fn objective(id: &str, near: Option<&str>) -> Said {
    let message = text! {
        fr: "l'objectif « {id} » n'existe plus : les autoévaluations et les bilans de cet objectif seraient perdus",
        en: "the objective « {id} » is gone: its self-assessments and results would be lost",
    };
    Said { message, hints: cures(id, near) }
}

pub fn question(id: &str, near: Option<&str>, practice: bool) -> Said {
    let message = match (near, practice) {
        (Some(near), true) => text! {
            fr: "la question « {id} » n'existe plus : les réponses données seraient perdues, « {near} » repart vide et sa page redevient à terminer",
            en: "the question « {id} » is gone: its answers would be lost, « {near} » starts empty and its page is to be done again",
        },
        (None, true) => text! {
            fr: "la question « {id} » n'existe plus : les réponses données seraient perdues",
            en: "the question « {id} » is gone: its answers would be lost",
        },
        (_, false) => text! {
            fr: "la question « {id} » n'existe plus : les tentatives en cours perdraient leur réponse et compteraient une question de moins",
            en: "the question « {id} » is gone: attempts under way would lose its answer and count one question less",
        },
    };
    Said { message, hints: cures(id, near) }
}

pub fn kind(id: &str, old: &str, now: &str) -> Said {
    let message = text! {
        fr: "la question « {id} » était de type {old}, elle est de type {now} : les réponses données repartiraient de zéro",
        en: "the question « {id} » was of type {old}, it is of type {now}: its answers would start anew",
    };
    let hint = text! {
        fr: "donnez un autre identifiant à la nouvelle question, et gardez l'ancienne",
        en: "give the new question another id, and keep the old one",
    };
    Said { message, hints: vec![hint, otherwise()] }
}

pub fn moved(id: &str, left_pages: bool) -> Said {
    let message = if left_pages {
        text! {
            fr: "la question « {id} » n'est plus sur une page : les réponses données en exercice seraient perdues",
            en: "the question « {id} » is on no page any more: answers given in practice would be lost",
        }
    } else {
        text! {
            fr: "la question « {id} » n'est plus tirée : les tentatives en cours perdraient leur réponse",
            en: "the question « {id} » is drawn no more: attempts under way would lose its answer",
        }
    };
    let hint = text! {
        fr: "laissez la question là où elle était, ou faites-en une autre avec un autre identifiant",
        en: "leave the question where it was, or make another one with another id",
    };
    Said { message, hints: vec![hint, otherwise()] }
}

pub fn part(id: &str, kind: &str, part: &ReleasedPart) -> Said {
    let ReleasedPart { name, words, .. } = part;
    let message = if kind == "fill-in" {
        text! {
            fr: "le trou « {name} » de la question « {id} » n'existe plus : ce qui y était écrit serait perdu",
            en: "the blank « {name} » of the question « {id} » is gone: what was typed there would be lost",
        }
    } else {
        text! {
            fr: "« {words} » (lettre {name}) n'est plus dans la question « {id} » : les réponses qui l'avaient choisi seraient perdues",
            en: "« {words} » (letter {name}) is no longer in the question « {id} »: answers that chose it would be lost",
        }
    };
    let hint = text! {
        fr: "remettez-le; un texte corrigé garde sa lettre quand le nombre et l'ordre des autres ne changent pas",
        en: "put it back; a mended text keeps its letter when the number and the order of the others stay",
    };
    Said { message, hints: vec![hint, otherwise()] }
}

pub fn longer(id: &str) -> Said {
    let message = text! {
        fr: "la question « {id} » a plus d'éléments à ordonner : les ordres déjà donnés repartiraient de zéro",
        en: "the question « {id} » has more items to order: orders already given would start anew",
    };
    let hint = text! {
        fr: "gardez les mêmes éléments, ou donnez un autre identifiant à la nouvelle question",
        en: "keep the same items, or give the new question another id",
    };
    Said { message, hints: vec![hint, otherwise()] }
}
