//! What a module holds and nothing uses; pages that nothing lists are reported in `pages`.

use std::collections::BTreeSet;

use crate::check::banks::Questions;
use crate::check::context::Context;
use crate::check::glossary;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::source::Object;
use crate::source::Value;
use crate::text;

/// Banks, terms, references and objectives that nothing uses; silent after an error, which may hide a use.
pub fn unused(module: &Object, questions: &Questions, context: &Context<'_>, sink: &mut Sink) {
    if !context.clean || sink.has_errors() {
        return;
    }
    banks(module, questions, sink);
    terms(context, sink);
    references(context, sink);
    objectives(module, questions, sink);
}

fn banks(module: &Object, questions: &Questions, sink: &mut Sink) {
    let draws = module.object("assessment").map(|a| a.list("draw")).unwrap_or_default();
    let drawn: BTreeSet<&str> =
        draws.iter().filter_map(|d| Some(d.as_object()?.text("bank")?.value.as_str())).collect();
    for bank in &questions.banks {
        let placed = bank.questions.iter().any(|q| questions.placed.contains_key(&q.id));
        if !placed && !drawn.contains(bank.id.as_str()) {
            let id = &bank.id;
            let message =
                text! { fr: "rien n'utilise la banque « {id} »", en: "nothing uses the bank « {id} »" };
            sink.push(Diagnostic::new(Code::FIL2008, bank.span, message).hint(text! {
                fr: "ajoutez un tirage dans assessment, ou placez ses questions dans des pages",
                en: "add a draw to assessment, or place its questions on pages",
            }));
        }
    }
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
