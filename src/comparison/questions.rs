//! What learners see otherwise in questions, matched by their ids; what they would lose is in `losses`.

use std::collections::BTreeMap;

use crate::comparison::About;
use crate::comparison::Change;
use crate::comparison::answers::offered;
use crate::comparison::answers::right;
use crate::comparison::learner::plain;
use crate::comparison::learner::quoted;
use crate::comparison::learner::turned;
use crate::contents::Contents;
use crate::contents::Key;
use crate::contents::Question;
use crate::diag::Text;
use crate::text;

/// By id.
pub fn changes(old: &Contents, new: &Contents) -> Vec<Change> {
    let (was, now) = (all(old), all(new));
    let mut ids: Vec<&str> = was.keys().chain(now.keys()).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let mut out = Vec::new();
    for id in ids {
        let found = match (was.get(id), now.get(id)) {
            (Some(was), Some(now)) => between(was, now),
            (Some(was), None) => vec![alone(was, ("retirée", "removed"))],
            (None, Some(now)) => vec![alone(now, ("ajoutée", "added"))],
            (None, None) => Vec::new(),
        };
        out.extend(found.into_iter().map(|text| Change { about: About::Question, id: id.to_owned(), text }));
    }
    out
}

/// A question, where it is asked, and its form.
struct Asked<'a> {
    question: &'a Question,
    graded: bool,
    pages: Vec<&'a str>,
    form: &'a str,
}

fn all(contents: &Contents) -> BTreeMap<&str, Asked<'_>> {
    let mut out = BTreeMap::new();
    for question in &contents.graded {
        let form = question.html.as_deref().unwrap_or_default();
        out.insert(question.id.as_str(), Asked { question, graded: true, pages: Vec::new(), form });
    }
    for question in &contents.data.practice {
        let pages = contents.data.pages.iter().filter(|page| page.questions.contains(&question.id));
        let pages: Vec<&str> = pages.map(|page| page.id.as_str()).collect();
        let form = form(&contents.document, &question.id);
        let graded = out.contains_key(question.id.as_str());
        out.insert(question.id.as_str(), Asked { question, graded, pages, form });
    }
    out
}

/// What a form shows, from its prompt on: its head holds numbers that follow from its place.
fn form<'a>(document: &'a str, id: &str) -> &'a str {
    let at = document.find(&format!("data-question=\"{id}\""));
    at.and_then(|at| document[at..].split("</form>").next()).unwrap_or_default()
}

fn alone(asked: &Asked, (fr, en): (&str, &str)) -> Text {
    let label = label(asked.question);
    let (place_fr, place_en) = place(asked);
    text! { fr: "{fr}, {place_fr} (« {label} »)", en: "{en}, {place_en} (« {label} »)" }
}

fn place(asked: &Asked) -> (String, String) {
    let pages = asked.pages.join(", ");
    match (asked.graded, pages.is_empty()) {
        (true, true) => ("de l'évaluation".to_owned(), "of the assessment".to_owned()),
        (true, false) => {
            (format!("de l'évaluation et de {pages}"), format!("of the assessment and of {pages}"))
        }
        (false, _) => (format!("en exercice, page {pages}"), format!("in practice, page {pages}")),
    }
}

fn label(question: &Question) -> String {
    question.label.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn between(old: &Asked, new: &Asked) -> Vec<Text> {
    let (was, now) = (old.question, new.question);
    let mut out = Vec::new();
    let mut tell = |what: Text, from: Text, to: Text| {
        if from != to {
            out.push(turned(what, &from, &to));
        }
    };
    let (from, to) = (place(old), place(new));
    tell(text! { fr: "place", en: "place" }, placed(&from), placed(&to));
    tell(text! { fr: "type", en: "type" }, plain(kind(&was.key)), plain(kind(&now.key)));
    tell(text! { fr: "énoncé", en: "prompt" }, quoted(&label(was)), quoted(&label(now)));
    let objective = |one: &Question| one.objective.clone().unwrap_or_else(|| "–".to_owned());
    tell(text! { fr: "objectif", en: "objective" }, plain(objective(was)), plain(objective(now)));
    tell(text! { fr: "points", en: "points" }, plain(was.points), plain(now.points));
    out.extend(offers(&was.key, &now.key));
    let (from, to) = (right(&was.key), right(&now.key));
    if from != to && was.key.kind() == now.key.kind() {
        out.push(turned(text! { fr: "bonne réponse", en: "right answer" }, &from, &to));
    }
    out.extend(said(was, now));
    if out.is_empty() && was.key != now.key {
        out.push(text! { fr: "ordre des réponses offertes, ou correction, modifiés", en: "order of the answers offered, or marking, changed" });
    }
    if out.is_empty() && old.form != new.form && old.graded && old.pages == new.pages {
        out.push(
            text! { fr: "indice, figure ou mise en forme modifiés", en: "hint, figure or layout changed" },
        );
    }
    out
}

fn placed((fr, en): &(String, String)) -> Text {
    text! { fr: "{fr}", en: "{en}" }
}

fn kind(key: &Key) -> String {
    match key {
        Key::Choice { multiple: true, .. } => "choice (multiple)".to_owned(),
        other => other.kind().to_owned(),
    }
}

/// Options, items, sources and targets by their letters; names of blanks.
fn offers(was: &Key, now: &Key) -> Vec<Text> {
    if was.kind() != now.kind() {
        return Vec::new();
    }
    let (was, now) = (offered(was), offered(now));
    let mut out = Vec::new();
    for (letter, text) in &was {
        match now.get(letter) {
            None => out.push(text! {
                fr: "réponse offerte {letter} retirée (« {text} »)",
                en: "answer offered {letter} removed (« {text} »)",
            }),
            Some(other) if other != text => {
                let what = text! { fr: "réponse offerte {letter}", en: "answer offered {letter}" };
                out.push(turned(what, &quoted(text), &quoted(other)));
            }
            Some(_) => {}
        }
    }
    for (letter, text) in now.iter().filter(|(letter, _)| !was.contains_key(*letter)) {
        out.push(text! {
            fr: "réponse offerte {letter} ajoutée (« {text} »)",
            en: "answer offered {letter} added (« {text} »)",
        });
    }
    out
}

/// Feedback and solution.
fn said(was: &Question, now: &Question) -> Vec<Text> {
    let option = |key: &Key| match key {
        Key::Choice { options, .. } => {
            let mut said: Vec<_> = options.iter().map(|one| (one.id.clone(), one.feedback.clone())).collect();
            said.sort();
            said
        }
        _ => Vec::new(),
    };
    let mistakes = |key: &Key| match key {
        Key::Numeric(numeric) => numeric.mistakes.clone(),
        _ => Vec::new(),
    };
    let (of_was, of_now) = (option(&was.key), option(&now.key));
    let kept =
        of_was.iter().filter(|(id, said)| of_now.iter().any(|(other, now)| other == id && now != said));
    let mut out = Vec::new();
    if was.feedback != now.feedback || kept.count() > 0 || mistakes(&was.key) != mistakes(&now.key) {
        out.push(text! { fr: "rétroaction modifiée", en: "feedback changed" });
    }
    if was.solution != now.solution {
        out.push(text! { fr: "solution modifiée", en: "solution changed" });
    }
    out
}
