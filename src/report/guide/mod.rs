//! The teacher's guide: one page that holds everything of a module that its learners must not see.
//!
//! It stands alone: no script, no request, pictures and style inside; it opens from a folder.

mod assessment;
mod context;
mod facts;
mod objectives;
mod prose;
mod questions;
mod review;
mod suggestions;
mod view;

use crate::assets;
use crate::model::Licence;
use crate::model::Module;
use crate::model::plain_text;
use crate::render::Raw;
use crate::render::Templates;
use crate::render::Words;
use crate::report::guide::context::Context;
use crate::report::interactions::Record;
use crate::report::interactions::Used;

/// The templates of the guide.
const TEMPLATES: [&str; 2] = ["teacher", "teacher-question"];

/// The page, in the language of the module; `dictionary` is the file of interactions beside it.
pub fn guide(module: &Module, words: &Words, records: &[Record], dictionary: &str) -> Vec<u8> {
    let context = Context::new(module, words);
    let view = view(&context, records, dictionary);
    let html = Templates::new(&TEMPLATES).render("teacher", &view);
    (html + "\n").into_bytes()
}

fn view(context: &Context, records: &[Record], dictionary: &str) -> view::Guide {
    let (module, words) = (context.module, context.words);
    let style = assets::template("teacher.css").expect("a test renders a guide");
    let reviews = review::reviews(module, words);
    let known = Licence::find(&module.workspace.licence);
    let french = module.language.is_french();
    let address = format!("{}/q/", module.workspace.iri.module(&module.id));
    view::Guide {
        language: module.language.as_str().to_owned(),
        title: module.title.clone(),
        description: module.description.clone(),
        publisher: module.workspace.publisher.name.clone(),
        edition: facts::edition(context),
        words: words.table().clone(),
        style: Raw::from(format!("{style}{}", assets::MATH_CSS)),
        facts: facts::facts(context),
        has_notice: module.notice.is_some(),
        notice: module.notice.as_ref().map(|text| context.writer.blocks(text)).unwrap_or_default(),
        objectives: objectives::objectives(context),
        loose: objectives::loose(context),
        rules: assessment::rules(context),
        draws: assessment::draws(context),
        practice: practice(context),
        graded: assessment::groups(context),
        suggestions: suggestions::suggestions(context, reviews.len(), dictionary),
        reviews,
        identifiers: records.iter().map(|record| identifier(context, record)).collect(),
        identifiers_intro: words.fill("guide.identifiers.intro", &[("file", dictionary)]),
        identifiers_address: words.fill("guide.identifiers.address", &[("iri", &address)]),
        published: words.fill("guide.publisher", &[("name", &module.workspace.publisher.name)]),
        references: module.references.iter().map(facts::reference).collect(),
        contributors: facts::contributors(context),
        licence: known.map_or(module.workspace.licence.clone(), |licence| licence.words(french)),
        has_deed: known.is_some(),
        deed: known.map(|licence| licence.deed(french)).unwrap_or_default(),
    }
}

/// The questions of each page that has any.
fn practice(context: &Context) -> Vec<view::Group> {
    let words = context.words;
    let pages = context.module.pages.iter().enumerate();
    let group = |(at, page): (usize, &crate::model::Page)| {
        let own = page.questions.iter().filter(|id| context.practice.get(id).is_some_and(|(_, p)| *p == at));
        let questions: Vec<view::Question> = own.map(|id| context.practice_question(id)).collect();
        let number = (at + 1).to_string();
        let title = plain_text(&page.title);
        (!questions.is_empty()).then(|| view::Group {
            to: format!("page-{}", page.id),
            title: words.fill("guide.place.page", &[("n", &number), ("title", &title)]),
            has_note: false,
            note: String::new(),
            questions,
        })
    };
    pages.filter_map(group).collect()
}

fn identifier(context: &Context, record: &Record) -> view::Identifier {
    let id = &record.question.id;
    let link = match record.used {
        Used::Practice => context.practice_link(id),
        Used::Graded => context.graded_link(id),
    };
    view::Identifier { to: link.to, name: link.text, id: id.to_string(), first: record.first() }
}
