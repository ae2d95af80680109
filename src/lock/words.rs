//! What learners would lose, in words; it compares nothing.

use crate::diag::Text;
use crate::model::Layout;
use crate::model::ReleasedPart;
use crate::text;

/// A message with its cures.
#[derive(Debug, Clone)]
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

/// A message with its one cure, and how to go on without it.
fn with(message: Text, cure: Text) -> Said {
    Said { message, hints: vec![cure, otherwise()] }
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
    with(message, cure)
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
    with(message, hint)
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
    with(message, hint)
}

/// What of a question went, as filiere.lock calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Part,
    Target,
}

impl Side {
    pub fn word(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Target => "target",
        }
    }
}

pub fn part(id: &str, kind: &str, side: Side, part: &ReleasedPart) -> Said {
    let ReleasedPart { name, words, .. } = part;
    if kind == "fill-in" {
        return blank(id, name);
    }
    let message = text! {
        fr: "« {words} » (lettre {name}) n'est plus dans la question « {id} » : les réponses qui l'avaient choisi seraient perdues",
        en: "« {words} » (letter {name}) is no longer in the question « {id} »: answers that chose it would be lost",
    };
    let back = text! {
        fr: "remettez-le, où que ce soit dans la liste",
        en: "put it back, wherever in the list",
    };
    let mended = (kind == "matching" && side == Side::Part).then(|| {
        text! {
            fr: "si c'est son texte qui a changé, écrivez {{#{name}}} après lui, avant la flèche : il garde sa lettre",
            en: "if its text has changed, write {{#{name}}} after it, before the arrow: it keeps its letter",
        }
    });
    let mended = mended.unwrap_or_else(|| {
        text! {
            fr: "si c'est son texte qui a changé, écrivez {{#{name}}} à la fin de sa ligne : il garde sa lettre",
            en: "if its text has changed, write {{#{name}}} at the end of its line: it keeps its letter",
        }
    });
    // An id begins with a letter, so the digits that come after z can't be written as one.
    let can_be_named = name.starts_with(|c: char| c.is_ascii_lowercase());
    let mended = can_be_named.then_some(mended);
    Said { message, hints: [Some(back), mended, Some(otherwise())].into_iter().flatten().collect() }
}

fn blank(id: &str, name: &str) -> Said {
    let message = text! {
        fr: "le trou « {name} » de la question « {id} » n'existe plus : ce qui y était écrit serait perdu",
        en: "the blank « {name} » of the question « {id} » is gone: what was typed there would be lost",
    };
    let hint = text! {
        fr: "redonnez son nom au trou : l'énoncé et les réponses acceptées, eux, peuvent changer",
        en: "give the blank its name again: the prompt and the accepted answers may change",
    };
    with(message, hint)
}

pub fn asked_otherwise(id: &str, old: Layout, now: Layout) -> Option<Said> {
    let (fr, en) = match (old, now) {
        (Layout::Set { .. }, Layout::Pick { .. }) => (
            "n'admet plus qu'une réponse : qui en avait choisi plusieurs repartirait de zéro",
            "takes one answer only: who chose several would start anew",
        ),
        (Layout::Text { text: 1, .. }, Layout::Text { text: 2, .. }) => (
            "demande aussi l'unité : les nombres déjà donnés repartiraient de zéro",
            "asks for the unit too: numbers already given would start anew",
        ),
        (Layout::Text { text: 2, .. }, Layout::Text { text: 1, .. }) => (
            "ne demande plus l'unité : les nombres déjà donnés repartiraient de zéro",
            "asks for the unit no more: numbers already given would start anew",
        ),
        _ => return None,
    };
    let message = text! { fr: "la question « {id} » {fr}", en: "the question « {id} » {en}" };
    let hint = text! {
        fr: "gardez la question comme elle était, ou donnez un autre identifiant à la nouvelle",
        en: "keep the question as it was, or give the new one another id",
    };
    Some(with(message, hint))
}

pub fn unrated() -> Said {
    let message = text! {
        fr: "aucune page ne demande plus l'autoévaluation des objectifs : celles des apprenants seraient perdues",
        en: "no page asks for the self-assessment of the objectives any more: those of learners would be lost",
    };
    let hint = text! {
        fr: "remettez un bloc {{objectives}} dans une page",
        en: "put a block {{objectives}} back into a page",
    };
    with(message, hint)
}

pub fn module(id: &str, now: &str) -> Said {
    let message = text! {
        fr: "le module « {id} » s'appelle maintenant « {now} » : pour les plateformes c'en est un autre, et les réponses, les notes et les statuts des apprenants n'y seraient pas",
        en: "the module « {id} » is now called « {now} »: to platforms it is another one, and learners' answers, grades and statuses would not be there",
    };
    let hint = text! {
        fr: "rendez au dossier et à id le nom « {id} » : le titre, lui, peut changer",
        en: "give the folder and id the name « {id} » again: the title may change",
    };
    with(message, hint)
}

/// A module that is released no more, and has no successor.
pub fn withdrawn(id: &str) -> Text {
    text! {
        fr: "le module « {id} » n'est plus publié : rien ne prend sa place, gardez le paquet en usage",
        en: "the module « {id} » is released no more: nothing takes its place, keep the package that is in use",
    }
}

pub fn iri(old: &str, now: &str) -> Said {
    let message = text! {
        fr: "l'adresse des modules était « {old} », elle est « {now} » : dans les dépôts xAPI, les réponses et les notes resteraient à l'ancienne",
        en: "the address of modules was « {old} », it is « {now} »: in xAPI stores, answers and grades would stay at the old one",
    };
    let hint = text! {
        fr: "redonnez à iri l'adresse « {old} » : elle ne sert qu'à nommer, et n'a pas à mener quelque part",
        en: "give iri the address « {old} » again: it only names, and need not lead anywhere",
    };
    with(message, hint)
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
    with(message, hint)
}
