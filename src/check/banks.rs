//! All questions of a module, from banks and from pages, each id once; one question is checked in `question`.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::ids;
use crate::check::ids::Ids;
use crate::check::pages::Placed;
use crate::check::question;
use crate::check::question::Role;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Assessment;
use crate::model::BankId;
use crate::model::Question;
use crate::model::QuestionId;
use crate::source::BankDraft;
use crate::source::Object;
use crate::source::Spanned;
use crate::text;

/// The questions of a module.
#[derive(Default)]
pub struct Questions {
    /// The valid ones, by id.
    pub valid: BTreeMap<QuestionId, Question>,
    /// Each bank with the ids of its questions, valid or not, in order.
    pub banks: Vec<Bank>,
    /// Ids that pages place, with the place.
    pub placed: BTreeMap<String, Span>,
}

/// A bank as `assessment` sees it.
pub struct Bank {
    pub id: BankId,
    /// Where its file begins.
    pub span: Span,
    pub questions: Vec<Candidate>,
    /// Whether no question of it was lost to an error.
    pub whole: bool,
}

type Reachable = (BTreeMap<QuestionId, Question>, Vec<(BankId, Vec<QuestionId>)>);

impl Questions {
    /// The questions that a learner can meet, and the banks with those of each.
    pub fn reachable(self, assessment: Option<&Assessment>) -> Reachable {
        let drawn: BTreeSet<&QuestionId> =
            assessment.iter().flat_map(|a| &a.draws).flat_map(|draw| &draw.pool).collect();
        let met = |id: &QuestionId| self.placed.contains_key(id.as_str()) || drawn.contains(id);
        let of_bank = |bank: &Bank| {
            let ids = bank.questions.iter().filter_map(|q| QuestionId::new(&q.id));
            (bank.id.clone(), ids.filter(met).collect())
        };
        let banks = self.banks.iter().map(of_bank).collect();
        (self.valid.iter().filter(|(id, _)| met(id)).map(|(id, q)| (id.clone(), q.clone())).collect(), banks)
    }
}

/// A question of a bank: what a draw looks at.
pub struct Candidate {
    pub id: String,
    pub span: Span,
    pub objective: Option<String>,
}

/// Checks every question of banks and pages.
pub fn questions(pages: Placed, context: &Context<'_>, sink: &mut Sink) -> Questions {
    let mut all = Questions { placed: placed(&pages, sink), ..Questions::default() };
    let mut taken = Ids::default();
    for object in context.draft.banks.iter().flat_map(|bank| &bank.questions) {
        let practice = object.text("id").is_some_and(|id| all.placed.contains_key(&id.value));
        let role = if practice { Role::Practice } else { Role::Graded };
        add(&mut all, object, role, &mut taken, context, sink);
    }
    for object in &pages.written {
        add(&mut all, object, Role::Practice, &mut taken, context, sink);
    }
    all.banks = context.draft.banks.iter().filter_map(|b| bank(b, &taken, sink)).collect();
    all
}

fn add(
    all: &mut Questions,
    object: &Object,
    role: Role,
    taken: &mut Ids,
    context: &Context<'_>,
    sink: &mut Sink,
) {
    let unique = object.text("id").is_some_and(|id| taken.take(id, sink));
    if let (Some(question), true) = (question::question(object, role, context, sink), unique) {
        all.valid.insert(question.id.clone(), question);
    }
}

/// A question may stand in one place only: its answers are kept once.
fn placed(pages: &Placed, sink: &mut Sink) -> BTreeMap<String, Span> {
    let mut places: BTreeMap<String, Span> = BTreeMap::new();
    let written: Vec<Span> = pages.written.iter().filter_map(|o| Some(o.text("id")?.span)).collect();
    for (id, span) in &pages.places {
        let Some(first) = places.get(id.as_str()) else {
            places.insert(id.to_string(), *span);
            continue;
        };
        // Two questions of one id that are written in place are reported as a repeated id.
        if !written.contains(span) {
            sink.push(twice(id, *span, *first));
        }
    }
    places
}

fn twice(id: &QuestionId, again: Span, first: Span) -> Diagnostic {
    let message = text! {
        fr: "la question « {id} » est placée deux fois",
        en: "the question « {id} » is placed twice",
    };
    Diagnostic::new(Code::FIL2113, again, message)
        .related(first, text! { fr: "placée ici d'abord", en: "placed here first" })
        .hint(text! {
            fr: "gardez un seul des deux blocs, et renvoyez à sa page par un lien",
            en: "keep one of the two blocks, and link to its page",
        })
}

fn bank(draft: &BankDraft, taken: &Ids, sink: &mut Sink) -> Option<Bank> {
    let span = draft.text.span(0..0);
    let id = ids::slug(&Spanned { value: draft.name.clone(), span }, BankId::new, sink)?;
    let candidate = |q: &Object| {
        let objective = q.text("objective").map(|o| o.value.clone());
        // A repeated id is told where it is repeated: no draw counts it twice.
        let id = q.text("id").filter(|id| taken.place(&id.value) == Some(id.span))?;
        Some(Candidate { id: id.value.clone(), span: id.span, objective })
    };
    let questions: Vec<Candidate> = draft.questions.iter().filter_map(candidate).collect();
    if draft.questions.is_empty() && draft.whole {
        let message = text! { fr: "cette banque n'a aucune question", en: "this bank has no question" };
        let cure = text! {
            fr: "écrivez une question, « - id: … », ou supprimez le fichier",
            en: "write a question, « - id: … », or delete the file",
        };
        sink.push(Diagnostic::new(Code::FIL1026, span, message).hint(cure));
    }
    let whole = draft.whole && questions.len() == draft.questions.len();
    Some(Bank { id, span, questions, whole })
}
