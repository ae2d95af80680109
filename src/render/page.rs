//! The module → the document's view; it writes no file.

use crate::model::Block;
use crate::model::Page;
use crate::model::Prose;
use crate::model::Reference;
use crate::model::plain_text;
use crate::render::SafeJson;
use crate::render::context::Context;
use crate::render::cover;
use crate::render::prose::Writer;
use crate::render::said;
use crate::render::view;
use crate::render::view::Raw;

/// Words a learner reads in a minute when the text is new to them.
const WORDS_A_MINUTE: usize = 160;

/// The whole document around `data`.
pub fn document(context: &Context, pages: Vec<view::Page>, data: SafeJson) -> view::Document {
    let module = context.module;
    let publisher = &module.workspace.publisher;
    view::Document {
        language: module.language.as_str().to_owned(),
        title: module.title.clone(),
        description: module.description.clone(),
        version: module.version.clone(),
        date: module.date.clone(),
        publisher: publisher.name.clone(),
        url: publisher.url.clone(),
        licence: module.workspace.licence.clone(),
        words: context.words.table().clone(),
        facts: cover::facts(context),
        pages,
        has_assessment: module.assessment.is_some(),
        has_glossary: !module.glossary.is_empty(),
        terms: module.glossary.iter().map(|term| self::term(context, term)).collect(),
        has_references: !module.references.is_empty(),
        references: module.references.iter().enumerate().map(reference).collect(),
        data,
        said: SafeJson::new(&said::said(context)),
    }
}

/// Every page.
pub fn pages(context: &Context) -> Vec<view::Page> {
    context.module.pages.iter().enumerate().map(|(at, page)| self::page(context, at, page)).collect()
}

fn page(context: &Context, at: usize, page: &Page) -> view::Page {
    let total = context.module.pages.len().to_string();
    let number = (at + 1).to_string();
    let place = [("n", number.as_str()), ("total", total.as_str())];
    let root = format!("/{}", page.id);
    let writer = Writer::page(context, &root, &page.footnotes);
    let (lead, rest) = match page.body.0.as_slice() {
        [lead @ Block::Lead(_), rest @ ..] => (std::slice::from_ref(lead), rest),
        all => (&[][..], all),
    };
    let notice = context.module.notice.as_ref().filter(|_| at == 0);
    view::Page {
        id: page.id.to_string(),
        number: at + 1,
        title: Raw::from(Writer::aside(context, &root).inline(&page.title)),
        meta: meta(context, page, &place),
        lead: Raw::from(writer.blocks_of(lead)),
        body: Raw::from(writer.body(rest)),
        has_notice: notice.is_some(),
        notice: Raw::from(notice.map(|n| Writer::aside(context, &root).blocks(n)).unwrap_or_default()),
        place: context.words.fill("print.place", &place),
        turn: turn(context, at),
    }
}

/// Where, how long, which objectives its questions serve.
fn meta(context: &Context, page: &Page, place: &[(&str, &str)]) -> Vec<String> {
    let words = &context.words;
    let minutes = minutes(page).to_string();
    let mut parts = vec![words.fill("page.place", place), words.fill("page.minutes", &[("n", &minutes)])];
    let mut served: Vec<usize> = page
        .questions
        .iter()
        .filter_map(|id| context.question(id).objective.as_ref())
        .filter_map(|id| context.objective_number(id))
        .collect();
    served.sort_unstable();
    served.dedup();
    match served.as_slice() {
        [] => {}
        [one] => {
            let text = context.module.objectives[one - 1].text.plain();
            let text = lower_first(text.trim_end_matches('.'));
            parts.push(words.fill("page.objective", &[("n", &one.to_string()), ("text", &text)]));
        }
        many => {
            let list: Vec<String> = many.iter().map(usize::to_string).collect();
            parts.push(words.fill("page.objectives", &[("list", &list.join(", "))]));
        }
    }
    parts
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn minutes(page: &Page) -> usize {
    let words = page.body.plain().split_whitespace().count();
    (words.div_ceil(WORDS_A_MINUTE) + page.questions.len()).max(1)
}

fn turn(context: &Context, at: usize) -> view::Turn {
    let pages = &context.module.pages;
    let previous = at.checked_sub(1).and_then(|before| pages.get(before));
    let next = pages.get(at + 1);
    let last = next.is_none() && context.module.assessment.is_some();
    let mut turn = view::Turn::default();
    if let Some(page) = previous {
        turn.has_previous = true;
        turn.previous = page.id.to_string();
        turn.previous_title = plain_text(&page.title);
    }
    if let Some(page) = next {
        turn.has_next = true;
        turn.next = page.id.to_string();
        turn.next_title = plain_text(&page.title);
    } else if last {
        turn.has_next = true;
        turn.next = "@assessment".to_owned();
        turn.next_title = context.words.get("assessment.title").to_owned();
    }
    turn
}

fn term(context: &Context, term: &crate::model::Term) -> view::Term {
    let writer = Writer::aside(context, "/@glossary");
    view::Term { id: term.id.clone(), term: capital(&term.term), text: Raw::from(writer.blocks(&term.text)) }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn reference((at, reference): (usize, &Reference)) -> view::Reference {
    let head = reference.author.clone().unwrap_or_default();
    let tail: Vec<String> = [&reference.publisher, &reference.year].into_iter().flatten().cloned().collect();
    view::Reference {
        id: reference.id.to_string(),
        number: at + 1,
        has_head: !head.is_empty(),
        head,
        title: reference.title.clone(),
        has_tail: !tail.is_empty(),
        tail: tail.join(", "),
        url: reference.url.clone().unwrap_or_default(),
        has_url: reference.url.is_some(),
    }
}

impl Writer<'_, '_> {
    /// Whether the prompt says where a blank stands.
    pub fn places_blank(&self, prose: &Prose) -> bool {
        prose.0.iter().any(|block| match block {
            Block::Paragraph(content) | Block::Heading { content, .. } | Block::Lead(content) => {
                content.iter().any(holds_blank)
            }
            Block::List { items, .. } => items.iter().any(|item| self.places_blank(item)),
            Block::Quote(inner) | Block::Callout { content: inner, .. } => self.places_blank(inner),
            Block::Table(table) => table.rows.iter().flatten().flatten().any(holds_blank),
            _ => false,
        })
    }
}

/// Whether a run is a blank or holds one.
pub fn holds_blank(inline: &crate::model::Inline) -> bool {
    use crate::model::Inline;
    match inline {
        Inline::Blank(_) => true,
        Inline::Emphasis(c) | Inline::Strong(c) | Inline::Review(c) | Inline::Sub(c) | Inline::Sup(c) => {
            c.iter().any(holds_blank)
        }
        _ => false,
    }
}
