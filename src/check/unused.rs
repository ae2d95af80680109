//! What a module holds and nothing uses; pages that nothing lists are reported in `pages`.

use std::collections::BTreeSet;

use crate::check::banks::Bank;
use crate::check::banks::Candidate;
use crate::check::banks::Questions;
use crate::check::context::Context;
use crate::check::glossary;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::model::Assessment;
use crate::source::Object;
use crate::source::Value;
use crate::text;

/// Banks, their questions, terms, references and objectives that nothing uses; silent after an error, which may hide a use.
pub fn unused(
    module: &Object,
    questions: &Questions,
    assessment: Option<&Assessment>,
    context: &Context<'_>,
    sink: &mut Sink,
) {
    if !context.clean || sink.has_errors() {
        return;
    }
    banks(module, questions, assessment, sink);
    terms(context, sink);
    references(context, sink);
    objectives(module, questions, sink);
}

fn banks(module: &Object, questions: &Questions, assessment: Option<&Assessment>, sink: &mut Sink) {
    let pools: BTreeSet<&str> =
        assessment.iter().flat_map(|a| &a.draws).flat_map(|d| &d.pool).map(|id| id.as_str()).collect();
    let draws = module.object("assessment").map(|a| a.list("draw")).unwrap_or_default();
    let drawn: BTreeSet<&str> =
        draws.iter().filter_map(|d| Some(d.as_object()?.text("bank")?.value.as_str())).collect();
    for bank in &questions.banks {
        let placed = |id: &str| questions.placed.contains_key(id);
        if !drawn.contains(bank.id.as_str()) && !bank.questions.iter().any(|q| placed(&q.id)) {
            sink.push(idle_bank(bank));
            continue;
        }
        let idle = bank.questions.iter().filter(|q| !placed(&q.id) && !pools.contains(q.id.as_str()));
        idle.for_each(|question| sink.push(idle_question(question)));
    }
}

fn idle_bank(bank: &Bank) -> Diagnostic {
    let id = &bank.id;
    let message = text! { fr: "rien n'utilise la banque « {id} »", en: "nothing uses the bank « {id} »" };
    Diagnostic::new(Code::FIL2008, bank.span, message).hint(text! {
        fr: "ajoutez un tirage dans assessment, ou placez ses questions dans des pages",
        en: "add a draw to assessment, or place its questions on pages",
    })
}

fn idle_question(question: &Candidate) -> Diagnostic {
    let id = &question.id;
    let message = text! {
        fr: "aucun tirage ne peut donner la question « {id} », et aucune page ne la place",
        en: "no draw can give the question « {id} », and no page places it",
    };
    Diagnostic::new(Code::FIL2012, question.span, message).hint(text! {
        fr: "changez son objectif, ajoutez un tirage, ou placez-la dans une page",
        en: "change its objective, add a draw, or place it on a page",
    })
}

fn terms(context: &Context<'_>, sink: &mut Sink) {
    let used = context.names.used.borrow();
    for (object, id) in context.draft.glossary.iter().zip(glossary::ids(&context.draft.glossary)) {
        if let Some(term) = object.text("term").filter(|_| !used.terms.contains(&id)) {
            let word = &term.value;
            let message = text! {
                fr: "aucune page n'appelle le terme « {word} »",
                en: "no page calls the term « {word} »",
            };
            sink.push(Diagnostic::new(Code::FIL2009, term.span, message).hint(text! {
                fr: "écrivez {{term}}`{word}` dans une page, ou supprimez le terme",
                en: "write {{term}}`{word}` on a page, or delete the term",
            }));
        }
    }
}

fn references(context: &Context<'_>, sink: &mut Sink) {
    let used = context.names.used.borrow();
    for id in context.draft.references.iter().filter_map(|object| object.text("id")) {
        if !used.references.contains(&id.value) {
            let name = &id.value;
            let message = text! {
                fr: "aucune page ne cite la référence « {name} »",
                en: "no page cites the reference « {name} »",
            };
            sink.push(Diagnostic::new(Code::FIL2011, id.span, message).hint(text! {
                fr: "écrivez [@{name}] dans une page, ou supprimez la référence",
                en: "write [@{name}] on a page, or delete the reference",
            }));
        }
    }
}

fn objectives(module: &Object, questions: &Questions, sink: &mut Sink) {
    let assessed: BTreeSet<&str> =
        questions.valid.values().filter_map(|q| q.objective.as_ref()).map(|o| o.as_str()).collect();
    let objectives = module.list("objectives").iter().filter_map(Value::as_object);
    for id in objectives.filter_map(|o| o.text("id")).filter(|id| !assessed.contains(id.value.as_str())) {
        let name = &id.value;
        let message = text! {
            fr: "aucune question n'évalue l'objectif « {name} »",
            en: "no question assesses the objective « {name} »",
        };
        sink.push(Diagnostic::new(Code::FIL3002, id.span, message).hint(text! {
            fr: "ajoutez « objective: {name} » à une question, ou enlevez l'objectif",
            en: "add « objective: {name} » to a question, or remove the objective",
        }));
    }
}
