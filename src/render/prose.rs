//! Formatted text → HTML; ids are prefixed by the page, nothing is judged.

use std::cell::Cell;
use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::model::Block;
use crate::model::Callout;
use crate::model::Definition;
use crate::model::Inline;
use crate::model::Math;
use crate::model::Prose;
use crate::render::context::Context;
use crate::render::html::Html;

/// Where a text stands.
pub struct Writer<'a, 'm> {
    pub context: &'a Context<'m>,
    /// Beginning of every id and of every anchor: `/page`.
    pub at: String,
    /// Footnotes of the page, by number.
    pub footnotes: &'m [Prose],
    /// Numbers equations when it stands on a page; `None` in questions, notes and definitions.
    pub equations: Option<Cell<usize>>,
    /// Fields of a fill-in question, by the name of its blank.
    pub blanks: Vec<(String, String)>,
    /// Footnotes called in the block being written.
    pub called: RefCell<Vec<usize>>,
    /// Footnotes called so far: only the first call is the way back.
    pub seen: RefCell<BTreeSet<usize>>,
}

impl<'a, 'm> Writer<'a, 'm> {
    /// A writer for text outside a page's body.
    pub fn aside(context: &'a Context<'m>, at: &str) -> Self {
        Self {
            context,
            at: at.to_owned(),
            footnotes: &[],
            equations: None,
            blanks: Vec::new(),
            called: RefCell::default(),
            seen: RefCell::default(),
        }
    }

    /// A writer for a page's body.
    pub fn page(context: &'a Context<'m>, at: &str, footnotes: &'m [Prose]) -> Self {
        let mut writer = Self::aside(context, at);
        writer.footnotes = footnotes;
        writer.equations = Some(Cell::new(0));
        writer
    }

    /// HTML of the blocks, each followed by the notes that it calls.
    pub fn body(&self, blocks: &[Block]) -> String {
        let mut out = Html::new();
        for block in blocks {
            self.block(block, &mut out);
            let called = std::mem::take(&mut *self.called.borrow_mut());
            called.into_iter().for_each(|n| self.note(n, &mut out));
        }
        out.into_string()
    }

    /// HTML of the blocks.
    pub fn blocks(&self, prose: &Prose) -> String {
        self.blocks_of(&prose.0)
    }

    /// HTML of some blocks.
    pub fn blocks_of(&self, blocks: &[Block]) -> String {
        let mut out = Html::new();
        blocks.iter().for_each(|block| self.block(block, &mut out));
        out.into_string()
    }

    /// HTML of runs.
    pub fn inline(&self, content: &[Inline]) -> String {
        let mut out = Html::new();
        self.inlines(content, &mut out);
        out.into_string()
    }

    /// HTML that may stand in a label or a legend: blocks become lines.
    pub fn phrasing(&self, prose: &Prose) -> String {
        if let [Block::Paragraph(content)] = prose.0.as_slice() {
            return self.inline(content);
        }
        let mut out = Html::new();
        prose.0.iter().for_each(|block| self.line(block, &mut out));
        out.into_string()
    }

    fn line(&self, block: &Block, out: &mut Html) {
        match block {
            Block::Paragraph(c) | Block::Lead(c) | Block::Heading { content: c, .. } => self.span(c, out),
            Block::List { items, .. } => items.iter().flat_map(|i| &i.0).for_each(|b| self.line(b, out)),
            Block::Quote(prose) | Block::Callout { content: prose, .. } => {
                prose.0.iter().for_each(|b| self.line(b, out));
            }
            Block::Math(math) => {
                out.open("span", &[("class", "fi-line")]);
                out.raw(&math.mathml);
                out.close("span");
            }
            Block::Code { text, .. } => out.leaf("code", &[("class", "fi-line")], text),
            _ => {
                let text = Prose(vec![block.clone()]).plain();
                out.leaf("span", &[("class", "fi-line")], &text);
            }
        }
    }

    fn span(&self, content: &[Inline], out: &mut Html) {
        out.open("span", &[("class", "fi-line")]);
        self.inlines(content, out);
        out.close("span");
    }

    /// Writes one block.
    pub fn block(&self, block: &Block, out: &mut Html) {
        match block {
            Block::Paragraph(content) => self.wrapped("p", &[], content, out),
            Block::Lead(content) => self.wrapped("p", &[("class", "fi-lead")], content, out),
            Block::Heading { level, id, content } => self.heading(*level, id, content, out),
            Block::List { start, items } => self.list(*start, items, out),
            Block::Quote(content) => self.nested("blockquote", &[], content, out),
            Block::Callout { kind, content } => self.callout(*kind, content, out),
            Block::Code { language, text } => self.code(language.as_deref(), text, out),
            Block::Math(math) => self.equation(math, out),
            Block::Table(table) => self.table(table, out),
            Block::Definitions(list) => self.definitions(list, out),
            Block::Rule => out.open("hr", &[]),
            Block::Figure(figure) => self.figure(figure, out),
            Block::Question(id) => out.raw(&crate::render::question::practice(self.context, &self.at, id)),
            Block::Download { asset, title, text } => self.download(asset, title, text, out),
            Block::Reveal { title, body } => self.reveal(title, body, out),
            Block::Objectives => self.objectives(out),
        }
    }

    fn wrapped(&self, tag: &str, attributes: &[(&str, &str)], content: &[Inline], out: &mut Html) {
        out.open(tag, attributes);
        self.inlines(content, out);
        out.close(tag);
    }

    /// Writes blocks inside an element.
    pub fn nested(&self, tag: &str, attributes: &[(&str, &str)], content: &Prose, out: &mut Html) {
        out.open(tag, attributes);
        content.0.iter().for_each(|block| self.block(block, out));
        out.close(tag);
    }

    /// A page's title is an h2, so the author's `##` is an h3.
    fn heading(&self, level: u8, id: &str, content: &[Inline], out: &mut Html) {
        let tag = match level {
            0..=2 => "h3",
            3 => "h4",
            4 => "h5",
            _ => "h6",
        };
        self.wrapped(tag, &[("id", &format!("{}/{id}", self.at)), ("tabindex", "-1")], content, out);
    }

    fn list(&self, start: Option<u64>, items: &[Prose], out: &mut Html) {
        let first = start.unwrap_or(1).to_string();
        let tag = if start.is_some() { "ol" } else { "ul" };
        match first.as_str() {
            "1" => out.open(tag, &[]),
            _ => out.open(tag, &[("start", &first)]),
        }
        for item in items {
            match item.0.as_slice() {
                [Block::Paragraph(content)] => self.wrapped("li", &[], content, out),
                _ => self.nested("li", &[], item, out),
            }
        }
        out.close(tag);
    }

    fn callout(&self, kind: Callout, content: &Prose, out: &mut Html) {
        let (key, icon) = match kind {
            Callout::Note => ("callout.note", "info"),
            Callout::Tip => ("callout.tip", "goal"),
            Callout::Important => ("callout.important", "key"),
            Callout::Warning => ("callout.warning", "warn"),
            Callout::Caution => ("callout.caution", "danger"),
        };
        let title = self.context.words.get(key);
        out.open("div", &[("class", "fi-callout"), ("role", "note"), ("aria-label", title)]);
        out.open("p", &[("class", "fi-callout-t")]);
        out.icon(icon);
        out.leaf("span", &[], title);
        out.close("p");
        content.0.iter().for_each(|block| self.block(block, out));
        out.close("div");
    }

    fn code(&self, language: Option<&str>, text: &str, out: &mut Html) {
        let label = self.context.words.get("code.label");
        out.open("pre", &[("tabindex", "0"), ("role", "region"), ("aria-label", label)]);
        match language {
            Some(language) => out.open("code", &[("class", &format!("language-{language}"))]),
            None => out.open("code", &[]),
        }
        out.text(text);
        out.close("code");
        out.close("pre");
    }

    fn equation(&self, math: &Math, out: &mut Html) {
        out.open("div", &[("class", "fi-eq")]);
        out.raw(&math.mathml);
        if let Some(counter) = &self.equations {
            counter.set(counter.get() + 1);
            out.leaf("span", &[("class", "fi-eq-no")], &format!("({})", counter.get()));
        }
        out.close("div");
    }

    fn definitions(&self, list: &[Definition], out: &mut Html) {
        let short = list.iter().all(|d| crate::model::plain_text(&d.term).chars().count() <= 4);
        let class = if short { "fi-where" } else { "fi-defs-list" };
        out.open("dl", &[("class", class)]);
        for definition in list {
            out.open("div", &[]);
            self.wrapped("dt", &[], &definition.term, out);
            for text in &definition.definitions {
                match text.0.as_slice() {
                    [Block::Paragraph(content)] => self.wrapped("dd", &[], content, out),
                    _ => self.nested("dd", &[], text, out),
                }
            }
            out.close("div");
        }
        out.close("dl");
    }

    fn reveal(&self, title: &[Inline], body: &Prose, out: &mut Html) {
        out.open("details", &[("class", "fi-work")]);
        self.wrapped("summary", &[], title, out);
        self.nested("div", &[], body, out);
        out.close("details");
    }

    fn objectives(&self, out: &mut Html) {
        out.open("ol", &[("class", "fi-objectives"), ("data-objectives", "")]);
        for objective in &self.context.module.objectives {
            out.open("li", &[("data-objective", objective.id.as_str())]);
            let aside = Writer::aside(self.context, &self.at);
            out.open("span", &[("class", "fi-obj-name")]);
            out.raw(&aside.phrasing(&objective.text));
            out.close("span");
            out.close("li");
        }
        out.close("ol");
    }

    /// A footnote, which stands in the margin where the frame has room.
    fn note(&self, number: usize, out: &mut Html) {
        let Some(text) = self.footnotes.get(number) else { return };
        let shown = (number + 1).to_string();
        let id = format!("{}/note-{shown}", self.at);
        let label = self.context.words.fill("note.label", &[("n", &shown)]);
        out.open("aside", &[("class", "fi-note"), ("id", &id), ("aria-label", &label), ("tabindex", "-1")]);
        let back = self.context.words.fill("note.back", &[("n", &shown)]);
        let href = format!("#{}/call-{shown}", self.at);
        out.leaf("a", &[("class", "fi-note-n"), ("href", &href), ("aria-label", &back)], &shown);
        out.raw(&Writer::aside(self.context, &self.at).blocks(text));
        out.close("aside");
    }
}
