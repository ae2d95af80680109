//! The player's data: pages, keys of questions, the assessment; the shape is player/src/data.ts.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::json;

use crate::model::Assessment;
use crate::model::Completion;
use crate::model::Corrections;
use crate::model::FeedbackPolicy;
use crate::model::Grading;
use crate::model::Interaction;
use crate::model::Journal;
use crate::model::Module;
use crate::model::Prose;
use crate::model::Question;
use crate::model::QuestionId;
use crate::model::SessionTime;
use crate::model::plain_text;
use crate::render::base64;
use crate::render::context::Context;
use crate::render::keys;
use crate::render::prose::Writer;
use crate::render::question;

/// Everything but the state schema and the hash.
pub fn data(context: &Context) -> Value {
    let module = context.module;
    let placed = module.pages.iter().flat_map(|page| &page.questions);
    let mut data = json!({
        "v": 1,
        "module": info(context),
        "pages": pages(module),
        "objectives": objectives(module),
        "completion": completion(module.completion),
        "assessment": module.assessment.as_ref().map(assessment),
        "practice": placed.map(|id| practice(context, id)).collect::<Vec<_>>(),
        "graded": base64::encode(graded(context).to_string().as_bytes()),
    });
    // What is as usual goes without saying.
    if module.sessions.journal == Journal::Off {
        data["journal"] = "off".into();
    }
    if module.sessions.time == SessionTime::Wall {
        data["time"] = "wall".into();
    }
    let quantities = quantities(&context.asked());
    if !quantities.is_empty() {
        data["module"]["quantities"] = json!(quantities);
    }
    data
}

/// Names of quantities with their units: those that one of the answers does not measure.
fn quantities<'a>(asked: &[&'a Interaction]) -> BTreeMap<&'a str, &'a str> {
    let measures = asked.iter().filter_map(|interaction| match interaction {
        Interaction::Numeric(numeric) => numeric.measure.as_ref(),
        _ => None,
    });
    let all = measures.flat_map(|measure| &measure.quantities);
    all.map(|(name, units)| (name.as_str(), *units)).collect()
}

fn info(context: &Context) -> Value {
    let module = context.module;
    let mut info = json!({
        "id": module.id.as_str(),
        "iri": module.workspace.iri.module(&module.id),
        "title": module.title,
        "version": module.version,
        "date": module.date,
        "language": module.language.as_str(),
        "ui": context.words.ui(),
        "hash": "",
        "publisher": module.workspace.publisher.name,
        "support": module.workspace.support,
        "licence": module.workspace.licence,
    });
    if !module.description.trim().is_empty() {
        info["about"] = module.description.as_str().into();
    }
    if !module.programmes.is_empty() {
        info["programmes"] = module.programmes.clone().into();
    }
    info
}

fn pages(module: &Module) -> Vec<Value> {
    let page = |page: &crate::model::Page| {
        let questions: Vec<&str> = page.questions.iter().map(QuestionId::as_str).collect();
        json!({ "id": page.id.as_str(), "title": plain_text(&page.title), "questions": questions })
    };
    module.pages.iter().map(page).collect()
}

fn objectives(module: &Module) -> Vec<Value> {
    module.objectives.iter().map(|o| json!({ "id": o.id.as_str(), "text": o.text.plain() })).collect()
}

fn completion(completion: Completion) -> &'static str {
    match completion {
        Completion::Pages => "pages",
        Completion::Assessment => "assessment",
        Completion::Both => "both",
    }
}

fn assessment(assessment: &Assessment) -> Value {
    let draw = |draw: &crate::model::Draw| {
        let pool: Vec<&str> = draw.pool.iter().map(QuestionId::as_str).collect();
        json!({ "bank": draw.bank.as_str(), "pool": pool, "take": draw.take })
    };
    json!({
        "pass": assessment.pass_mark.percent(),
        "attempts": assessment.attempts,
        "grading": grading(assessment.grading),
        "feedback": feedback(assessment.feedback),
        "corrections": corrections(assessment.corrections),
        "shuffleQuestions": assessment.shuffle_questions,
        "shuffleOptions": assessment.shuffle_options,
        "afterPages": assessment.after_pages,
        "draws": assessment.draws.iter().map(draw).collect::<Vec<_>>(),
    })
}

fn grading(grading: Grading) -> &'static str {
    match grading {
        Grading::Best => "best",
        Grading::Last => "last",
        Grading::First => "first",
        Grading::Average => "average",
    }
}

fn feedback(policy: FeedbackPolicy) -> &'static str {
    match policy {
        FeedbackPolicy::Immediate => "immediate",
        FeedbackPolicy::AfterAttempt => "after-attempt",
        FeedbackPolicy::AfterPass => "after-pass",
        FeedbackPolicy::Never => "never",
    }
}

fn corrections(corrections: Corrections) -> &'static str {
    match corrections {
        Corrections::None => "none",
        Corrections::Own => "own",
        Corrections::Correct => "correct",
        Corrections::Worked => "worked",
    }
}

/// A practice question's solution stands in the page.
fn practice(context: &Context, id: &QuestionId) -> Value {
    let question = context.question(id);
    with_key(context, question, None)
}

/// Questions that can be drawn, each once, in the order of the draws.
fn graded(context: &Context) -> Value {
    let mut seen: Vec<&QuestionId> = Vec::new();
    let draws = context.module.assessment.iter().flat_map(|a| &a.draws).flat_map(|d| &d.pool);
    for id in draws {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    let one = |id: &QuestionId| {
        let question = context.question(id);
        let mut value = with_key(context, question, question.solution.as_ref());
        value["html"] = Value::String(question::graded(context, id));
        value
    };
    Value::Array(seen.into_iter().map(one).collect())
}

fn with_key(context: &Context, question: &Question, solution: Option<&Prose>) -> Value {
    let writer = Writer::aside(context, &format!("/@key/{}", question.id));
    let html = |prose: Option<&Prose>| prose.map(|p| writer.blocks(p));
    let mut value = json!({
        "id": question.id.as_str(),
        "objective": question.objective.as_ref().map(|o| o.as_str().to_owned()),
        "points": question.points,
        "label": question.prompt.plain(),
        "feedback": html(question.feedback.as_ref()),
        "solution": html(solution),
        "type": question::kind(&question.interaction),
    });
    let key = keys::key(&writer, &question.interaction);
    if let (Value::Object(all), Value::Object(key)) = (&mut value, key) {
        all.extend(key);
    }
    value
}
