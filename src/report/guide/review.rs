//! The facts that an expert must still confirm, with the place where learners read them.

use crate::model::Block;
use crate::model::Inline;
use crate::model::Module;
use crate::model::Prose;
use crate::model::Question;
use crate::model::plain_text;
use crate::render::Words;
use crate::report::guide::view::Review;

/// Every fact marked so: notice, pages, questions, glossary.
pub fn reviews(module: &Module, words: &Words) -> Vec<Review> {
    let mut found = Found(Vec::new());
    found.text(words.get("module.notice"), module.notice.iter());
    for (at, page) in module.pages.iter().enumerate() {
        let place = [("n", (at + 1).to_string()), ("title", plain_text(&page.title))];
        let place =
            words.fill("guide.place.page", &place.each_ref().map(|(key, value)| (*key, value.as_str())));
        found.text(&place, std::iter::once(&page.body).chain(&page.footnotes));
    }
    for question in module.questions.values() {
        found.question(&words.fill("guide.place.question", &[("id", question.id.as_str())]), question);
    }
    for term in &module.glossary {
        found.text(&words.fill("guide.place.term", &[("term", &term.term)]), std::iter::once(&term.text));
    }
    found.0
}

struct Found(Vec<Review>);

impl Found {
    fn text<'a>(&mut self, place: &str, all: impl Iterator<Item = &'a Prose>) {
        for prose in all {
            self.blocks(place, &prose.0);
        }
    }

    fn question(&mut self, place: &str, question: &Question) {
        let own = [&question.hint, &question.feedback, &question.solution].into_iter().flatten();
        self.text(place, std::iter::once(&question.prompt).chain(own));
        match &question.interaction {
            crate::model::Interaction::Choice(choice) => {
                let texts = choice.options.iter().flat_map(|o| std::iter::once(&o.text).chain(&o.feedback));
                self.text(place, texts);
            }
            crate::model::Interaction::Numeric(numeric) => {
                self.text(place, numeric.mistakes.iter().map(|mistake| &mistake.feedback));
            }
            crate::model::Interaction::Matching(matching) => {
                matching.pairs.iter().for_each(|pair| self.runs(place, &pair.source.text));
                matching.targets.iter().for_each(|target| self.runs(place, &target.text));
            }
            crate::model::Interaction::Sequencing { items } => {
                items.iter().for_each(|item| self.runs(place, &item.text));
            }
            _ => {}
        }
    }

    fn blocks(&mut self, place: &str, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(place, block));
    }

    fn block(&mut self, place: &str, block: &Block) {
        match block {
            Block::Paragraph(runs) | Block::Lead(runs) | Block::Heading { content: runs, .. } => {
                self.runs(place, runs);
            }
            Block::List { items, .. } => self.text(place, items.iter()),
            Block::Quote(inner) | Block::Callout { content: inner, .. } => self.blocks(place, &inner.0),
            Block::Table(table) => {
                self.text(place, table.caption.iter());
                table.columns.iter().for_each(|column| self.runs(place, &column.title));
                table.rows.iter().flatten().for_each(|cell| self.runs(place, cell));
            }
            Block::Definitions(list) => list.iter().for_each(|definition| {
                self.runs(place, &definition.term);
                self.text(place, definition.definitions.iter());
            }),
            Block::Figure(figure) => self.text(place, figure.caption.iter().chain(&figure.description)),
            Block::Download { text, .. } => self.blocks(place, &text.0),
            Block::Reveal { title, body } => {
                self.runs(place, title);
                self.blocks(place, &body.0);
            }
            Block::Code { .. } | Block::Math(_) | Block::Rule | Block::Question(_) | Block::Objectives => {}
        }
    }

    fn runs(&mut self, place: &str, runs: &[Inline]) {
        for run in runs {
            match run {
                Inline::Review(content) => {
                    self.0.push(Review { place: place.to_owned(), text: plain_text(content) });
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strike(inner)
                | Inline::Sub(inner)
                | Inline::Sup(inner)
                | Inline::Link { content: inner, .. }
                | Inline::Term { content: inner, .. }
                | Inline::Lang { content: inner, .. } => self.runs(place, inner),
                _ => {}
            }
        }
    }
}
