//! What learners see otherwise: pages, objectives, rules of the assessment; questions are in `questions`.

use crate::comparison::About;
use crate::comparison::Change;
use crate::comparison::blocks::blocks;
use crate::comparison::passages::passages;
use crate::comparison::questions;
use crate::contents::Assessment;
use crate::contents::Contents;
use crate::contents::Grading;
use crate::contents::Page;
use crate::diag::Text;
use crate::text;

/// All of them, by what they are about.
pub fn changes(old: &Contents, new: &Contents) -> Vec<Change> {
    let mut out = module(old, new);
    out.extend(pages(old, new));
    out.extend(objectives(old, new));
    out.extend(assessment(old.data.assessment.as_ref(), new.data.assessment.as_ref()));
    out.extend(questions::changes(old, new));
    out
}

/// From and to, in words.
pub fn turned(what: Text, from: &Text, to: &Text) -> Text {
    let Text { fr, en } = what;
    let (from_fr, to_fr, from_en, to_en) = (&from.fr, &to.fr, &from.en, &to.en);
    text! { fr: "{fr} : {from_fr} → {to_fr}", en: "{en}: {from_en} → {to_en}" }
}

/// The same in both languages.
pub fn plain(value: impl std::fmt::Display) -> Text {
    text! { fr: "{value}", en: "{value}" }
}

fn change(about: About, id: &str, text: Text) -> Change {
    Change { about, id: id.to_owned(), text }
}

fn module(old: &Contents, new: &Contents) -> Vec<Change> {
    let (was, now) = (&old.data, &new.data);
    let id = &now.module.id;
    let mut out = Vec::new();
    if was.module.version == now.module.version && old.files != new.files {
        let text = text! {
            fr: "même numéro de version, mais d'autres fichiers",
            en: "same version number, but other files",
        };
        out.push(change(About::Module, id, text));
    }
    if was.module.title != now.module.title {
        let what = text! { fr: "titre", en: "title" };
        let text = turned(what, &quoted(&was.module.title), &quoted(&now.module.title));
        out.push(change(About::Module, id, text));
    }
    if was.completion != now.completion {
        let what = text! { fr: "achèvement", en: "completion" };
        out.push(change(About::Module, id, turned(what, &plain(&was.completion), &plain(&now.completion))));
    }
    out
}

pub fn quoted(text: &str) -> Text {
    text! { fr: "« {text} »", en: "« {text} »" }
}

fn pages(old: &Contents, new: &Contents) -> Vec<Change> {
    let (was, now) = (&old.data.pages, &new.data.pages);
    let mut out = Vec::new();
    for page in was.iter().filter(|page| !now.iter().any(|other| other.id == page.id)) {
        let title = &page.title;
        let text = text! { fr: "retirée (« {title} »)", en: "removed (« {title} »)" };
        out.push(change(About::Page, &page.id, text));
    }
    for page in now {
        let Some(before) = was.iter().find(|other| other.id == page.id) else {
            let title = &page.title;
            let text = text! { fr: "ajoutée (« {title} »)", en: "added (« {title} »)" };
            out.push(change(About::Page, &page.id, text));
            continue;
        };
        if before.title != page.title {
            let what = text! { fr: "titre", en: "title" };
            let text = turned(what, &quoted(&before.title), &quoted(&page.title));
            out.push(change(About::Page, &page.id, text));
        }
        let [before, after] = [old, new].map(|one| blocks(&one.document, &page.id));
        out.extend(passages(&before, &after).into_iter().map(|text| change(About::Page, &page.id, text)));
    }
    let kept = |list: &[Page], other: &[Page]| -> Vec<String> {
        let both = list.iter().filter(|page| other.iter().any(|one| one.id == page.id));
        both.map(|page| page.id.clone()).collect()
    };
    let order = kept(now, was);
    if kept(was, now) != order {
        let ids = order.join(", ");
        let text = text! { fr: "dans un autre ordre : {ids}", en: "in another order: {ids}" };
        out.push(change(About::Page, "", text));
    }
    out
}

fn objectives(old: &Contents, new: &Contents) -> Vec<Change> {
    let (was, now) = (&old.data.objectives, &new.data.objectives);
    let gone = was.iter().filter(|one| !now.iter().any(|other| other.id == one.id));
    let mut out: Vec<Change> =
        gone.map(|one| change(About::Objective, &one.id, text! { fr: "retiré", en: "removed" })).collect();
    for one in now {
        match was.iter().find(|other| other.id == one.id) {
            None => out.push(change(About::Objective, &one.id, text! { fr: "ajouté", en: "added" })),
            Some(before) if before.text != one.text => {
                let what = text! { fr: "texte", en: "text" };
                let text = turned(what, &quoted(&before.text), &quoted(&one.text));
                out.push(change(About::Objective, &one.id, text));
            }
            Some(_) => {}
        }
    }
    out
}

fn assessment(was: Option<&Assessment>, now: Option<&Assessment>) -> Vec<Change> {
    let whole = |text| vec![change(About::Assessment, "", text)];
    match (was, now) {
        (None, None) => Vec::new(),
        (None, Some(_)) => whole(text! { fr: "ajoutée", en: "added" }),
        (Some(_), None) => whole(text! { fr: "retirée", en: "removed" }),
        (Some(was), Some(now)) => {
            let (was, now) = (rules(was), rules(now));
            let changed = was.into_iter().zip(now).filter(|(was, now)| was.1 != now.1);
            changed
                .map(|((what, was), (_, now))| change(About::Assessment, "", turned(what, &was, &now)))
                .collect()
        }
    }
}

/// Each rule, with its value in words.
fn rules(one: &Assessment) -> Vec<(Text, Text)> {
    let pass = one.pass;
    let attempts = one.attempts.map_or_else(|| text! { fr: "sans limite", en: "unlimited" }, plain);
    let grading = match one.grading {
        Grading::Best => text! { fr: "la meilleure", en: "the best" },
        Grading::Last => text! { fr: "la dernière", en: "the last" },
        Grading::First => text! { fr: "la première", en: "the first" },
        Grading::Average => text! { fr: "la moyenne", en: "the average" },
    };
    let draws = one.draws.iter().map(|draw| format!("{} {}/{}", draw.bank, draw.take, draw.pool.len()));
    let draws = draws.collect::<Vec<_>>().join(", ");
    vec![
        (text! { fr: "note de passage", en: "pass mark" }, text! { fr: "{pass} %", en: "{pass}%" }),
        (text! { fr: "tentatives permises", en: "attempts allowed" }, attempts),
        (text! { fr: "note retenue", en: "grade that counts" }, grading),
        (text! { fr: "rétroaction", en: "feedback" }, plain(&one.feedback)),
        (text! { fr: "corrigé montré", en: "corrections shown" }, plain(&one.corrections)),
        (text! { fr: "questions mélangées", en: "questions shuffled" }, yes(one.shuffle_questions)),
        (text! { fr: "options mélangées", en: "options shuffled" }, yes(one.shuffle_options)),
        (
            text! { fr: "ouverte après les pages seulement", en: "open after the pages only" },
            yes(one.after_pages),
        ),
        (
            text! { fr: "tirages (banque, tirées/candidates)", en: "draws (bank, drawn/candidates)" },
            plain(draws),
        ),
    ]
}

fn yes(is: bool) -> Text {
    if is {
        text! { fr: "oui", en: "yes" }
    } else {
        text! { fr: "non", en: "no" }
    }
}
