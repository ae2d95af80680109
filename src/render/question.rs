//! Questions → forms; what is right is in the player's data, not here.

use crate::model::Block;
use crate::model::Choice;
use crate::model::Interaction;
use crate::model::Numeric;
use crate::model::Prose;
use crate::model::Question;
use crate::model::QuestionId;
use crate::render::context::Context;
use crate::render::fields;
use crate::render::html::Html;
use crate::render::prose::Writer;
use crate::render::view;
use crate::render::view::Raw;

/// Whether a form stands on a page, with hint and solution, or in the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Practice,
    Graded,
}

/// Form of a question placed on the page `at`.
pub fn practice(context: &Context, at: &str, id: &QuestionId) -> String {
    form(context, &format!("{at}/q/{id}"), context.question(id), Use::Practice)
}

/// Form of a question of the assessment.
pub fn graded(context: &Context, id: &QuestionId) -> String {
    form(context, &format!("/@assessment/q/{id}"), context.question(id), Use::Graded)
}

fn form(context: &Context, at: &str, question: &Question, used: Use) -> String {
    let mut writer = Writer::aside(context, at);
    if let Interaction::FillIn { blanks } = &question.interaction {
        writer.blanks = fields::blanks(context, at, blanks);
    }
    let words = &context.words;
    let (prompt, more) = prompt(&writer, question);
    let kind = kind(&question.interaction);
    let optional = |prose: &Option<Prose>| match (prose, used) {
        (Some(prose), Use::Practice) => writer.blocks(prose),
        _ => String::new(),
    };
    let (hint, solution) = (optional(&question.hint), optional(&question.solution));
    let how = how(context, question);
    let view = view::Question {
        at: at.to_owned(),
        id: question.id.to_string(),
        kind,
        practice: used == Use::Practice,
        head: head(context, question, used),
        kind_words: words.get(&format!("kind.{}", kind_key(&question.interaction))).to_owned(),
        points: words.count("points", question.points as usize),
        prompt: Raw::from(prompt),
        has_more: !more.is_empty(),
        more: Raw::from(more),
        how_print: how_print(context, question, &how),
        how,
        fields: Raw::from(fields::fields(context, &writer, at, question)),
        has_hint: !hint.is_empty(),
        hint: Raw::from(hint),
        has_solution: !solution.is_empty(),
        solution: Raw::from(solution),
        words: words.table().clone(),
    };
    context.templates.render("question", &view)
}

fn head(context: &Context, question: &Question, used: Use) -> String {
    match used {
        Use::Practice => {
            let number = context.question_number(&question.id).to_string();
            context.words.fill("question.n", &[("n", &number)])
        }
        Use::Graded => context.words.get("question.graded").to_owned(),
    }
}

/// The first paragraph names the fields; blanks, lists and figures stand under it.
fn prompt(writer: &Writer, question: &Question) -> (String, String) {
    let blocks = question.prompt.0.as_slice();
    let fill_in = matches!(question.interaction, Interaction::FillIn { .. });
    let (first, rest) = match blocks {
        [Block::Paragraph(content), rest @ ..] if !fill_in || !has_blank(content) => {
            (writer.inline(content), rest)
        }
        all => (String::new(), all),
    };
    let mut more = Html::new();
    if let Some(figure) = &question.figure {
        writer.figure(figure, &mut more);
    }
    rest.iter().for_each(|block| writer.block(block, &mut more));
    (first, more.into_string())
}

fn has_blank(content: &[crate::model::Inline]) -> bool {
    use crate::model::Inline;
    content.iter().any(|inline| match inline {
        Inline::Blank(_) => true,
        Inline::Emphasis(c) | Inline::Strong(c) | Inline::Review(c) => has_blank(c),
        _ => false,
    })
}

/// The player's word for the type.
pub fn kind(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Choice(_) => "choice",
        Interaction::TrueFalse { .. } => "true-false",
        Interaction::Numeric(_) => "numeric",
        Interaction::FillIn { .. } => "fill-in",
        Interaction::Matching(_) => "matching",
        Interaction::Sequencing { .. } => "sequencing",
    }
}

fn kind_key(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Choice(Choice { multiple: true, .. }) => "several",
        other => kind(other),
    }
}

fn how(context: &Context, question: &Question) -> String {
    let words = &context.words;
    match &question.interaction {
        Interaction::Numeric(numeric) => numeric_how(context, numeric),
        other => words.get(&format!("how.{}", kind_key(other))).to_owned(),
    }
}

fn numeric_how(context: &Context, numeric: &Numeric) -> String {
    let mut parts = Vec::new();
    if !numeric.tolerance.is_empty() {
        parts.push(context.words.fill("how.tolerance", &[("tolerance", &numeric.tolerance)]));
    }
    if let Some(digits) = numeric.significant {
        parts.push(context.words.count("how.digits", usize::from(digits)));
    }
    parts.push(context.words.get("how.numeric").to_owned());
    parts.join(" ")
}

fn how_print(context: &Context, question: &Question, how: &str) -> String {
    match &question.interaction {
        Interaction::Sequencing { items } => {
            context.words.fill("how.print.sequencing", &[("n", &items.len().to_string())])
        }
        Interaction::Matching(_) => context.words.get("how.print.matching").to_owned(),
        _ => how.to_owned(),
    }
}
