//! Formatted text → HTML that stands alone: no control, no route, pictures inside the page.

use std::collections::BTreeMap;

use crate::model::Align;
use crate::model::Asset;
use crate::model::AssetContent;
use crate::model::Block;
use crate::model::Callout;
use crate::model::Figure;
use crate::model::Inline;
use crate::model::Math;
use crate::model::Module;
use crate::model::Prose;
use crate::model::ReferenceId;
use crate::model::Table;
use crate::package::PackagePath;
use crate::render::Html;
use crate::render::Raw;
use crate::render::Words;
use crate::render::base64;
use crate::render::beside;
use crate::render::free;
use crate::render::kept;

/// Pictures above this stay in the package: the guide must open and travel by mail.
const MOST_PICTURE: usize = 300_000;

/// Signs of a formula that fits on a telephone.
const LONG_FORMULA: usize = 24;

/// Writes the texts of a module.
pub struct Writer<'a> {
    words: &'a Words,
    assets: BTreeMap<&'a str, &'a Asset>,
    references: BTreeMap<&'a ReferenceId, usize>,
}

impl<'a> Writer<'a> {
    /// A writer for the texts of `module`.
    pub fn new(module: &'a Module, words: &'a Words) -> Self {
        let numbered = module.references.iter().enumerate();
        Self {
            words,
            assets: module.assets.iter().map(|asset| (asset.source.as_str(), asset)).collect(),
            references: numbered.map(|(at, reference)| (&reference.id, at + 1)).collect(),
        }
    }

    /// Blocks.
    pub fn blocks(&self, prose: &Prose) -> Raw {
        let mut out = Html::new();
        self.all(&prose.0, &mut out);
        Raw::from(out.into_string())
    }

    /// The picture of a question, then its prompt's blocks.
    pub fn prompt(&self, prompt: &Prose, figure: Option<&Figure>) -> Raw {
        let mut out = Html::new();
        self.all(&prompt.0, &mut out);
        figure.into_iter().for_each(|figure| self.figure(figure, &mut out));
        Raw::from(out.into_string())
    }

    /// A text on one line where it is one paragraph.
    pub fn line(&self, prose: &Prose) -> Raw {
        match prose.0.as_slice() {
            [Block::Paragraph(content)] => self.inline(content),
            _ => self.blocks(prose),
        }
    }

    /// Runs.
    pub fn inline(&self, content: &[Inline]) -> Raw {
        let mut out = Html::new();
        self.runs(content, &mut out);
        Raw::from(out.into_string())
    }

    fn all(&self, blocks: &[Block], out: &mut Html) {
        blocks.iter().for_each(|block| self.block(block, out));
    }

    fn block(&self, block: &Block, out: &mut Html) {
        match block {
            Block::Paragraph(content) | Block::Lead(content) => self.within("p", &[], content, out),
            // A question's name is an h4.
            Block::Heading { content, .. } => self.within("h5", &[], content, out),
            Block::List { start, items } => self.list(*start, items, out),
            Block::Quote(content) => self.nested("blockquote", &[], content, out),
            Block::Callout { kind, content } => self.callout(*kind, content, out),
            Block::Code { text, .. } => {
                let label = self.words.get("code.label");
                out.open("pre", &[("tabindex", "0"), ("role", "group"), ("aria-label", label)]);
                out.leaf("code", &[], text);
                out.close("pre");
            }
            Block::Math(math) => {
                out.open("div", &[("class", "eq")]);
                out.raw(&math.mathml);
                out.close("div");
            }
            Block::Table(table) => self.table(table, out),
            Block::Definitions(list) => {
                out.open("dl", &[]);
                for definition in list {
                    self.within("dt", &[], &definition.term, out);
                    definition.definitions.iter().for_each(|text| self.nested("dd", &[], text, out));
                }
                out.close("dl");
            }
            Block::Rule => out.open("hr", &[]),
            Block::Figure(figure) => self.figure(figure, out),
            Block::Download { title, text, .. } => {
                out.leaf("p", &[], title);
                self.all(&text.0, out);
            }
            Block::Reveal { title, body } => {
                self.within("p", &[("class", "label")], title, out);
                self.all(&body.0, out);
            }
            Block::Question(_) | Block::Objectives => {}
        }
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
                [Block::Paragraph(content)] => self.within("li", &[], content, out),
                _ => self.nested("li", &[], item, out),
            }
        }
        out.close(tag);
    }

    fn callout(&self, kind: Callout, content: &Prose, out: &mut Html) {
        let title = self.words.get(match kind {
            Callout::Note => "callout.note",
            Callout::Tip => "callout.tip",
            Callout::Important => "callout.important",
            Callout::Warning => "callout.warning",
            Callout::Caution => "callout.caution",
        });
        out.open("div", &[("class", "callout"), ("role", "note"), ("aria-label", title)]);
        out.leaf("p", &[("class", "label")], title);
        self.all(&content.0, out);
        out.close("div");
    }

    fn table(&self, table: &Table, out: &mut Html) {
        let title = table.caption.as_ref().map_or(self.words.get("table.region").to_owned(), Prose::plain);
        let region = [("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", &*title)];
        out.open("div", &region);
        out.open("table", &[]);
        table.caption.iter().for_each(|caption| self.nested("caption", &[], caption, out));
        out.open("thead", &[]);
        out.open("tr", &[]);
        for column in &table.columns {
            match column.title.is_empty() {
                true => self.within("td", &[], &[], out),
                false => {
                    let scope = [&[("scope", "col")], side(column.align)].concat();
                    self.within("th", &scope, &column.title, out);
                }
            }
        }
        out.close("tr");
        out.close("thead");
        out.open("tbody", &[]);
        for row in &table.rows {
            out.open("tr", &[]);
            for (at, cell) in row.iter().enumerate() {
                let align = table.columns.get(at).map_or(Align::Start, |column| column.align);
                match at < table.row_headers {
                    true => self.within("th", &[("scope", "row")], cell, out),
                    false => self.within("td", side(align), cell, out),
                }
            }
            out.close("tr");
        }
        out.close("tbody");
        out.close("table");
        out.close("div");
    }

    fn figure(&self, figure: &Figure, out: &mut Html) {
        out.open("figure", &[]);
        let size = (figure.width, figure.height);
        self.picture(&figure.asset, figure.alt.as_deref().unwrap_or_default(), size, out);
        out.open("figcaption", &[]);
        figure.caption.iter().for_each(|caption| self.all(&caption.0, out));
        if let Some(credit) = &figure.credit {
            out.leaf("p", &[], &self.words.fill("figure.credit", &[("credit", credit)]));
        }
        out.close("figcaption");
        out.close("figure");
    }

    /// A picture inside the page; one on disk is not read here, and is told by its words.
    fn picture(&self, source: &str, alt: &str, (width, height): (u32, u32), out: &mut Html) {
        let asset = self.assets.get(source).expect("the checker resolves every file");
        let (width, height) = (width.to_string(), height.to_string());
        match &asset.content {
            AssetContent::Bytes(bytes) if bytes.len() <= MOST_PICTURE => {
                let path = PackagePath::new(&asset.path).expect("the checker makes asset paths safe");
                let data = format!("data:{};base64,{}", path.media_type(), base64(bytes));
                out.open("img", &[("src", &data), ("alt", alt), ("width", &width), ("height", &height)]);
            }
            _ => {
                let words = [("file", asset.path.as_str()), ("alt", alt)];
                out.leaf("span", &[("class", "elsewhere")], &self.words.fill("guide.picture", &words));
            }
        }
    }

    fn nested(&self, tag: &str, attributes: &[(&str, &str)], content: &Prose, out: &mut Html) {
        out.open(tag, attributes);
        match content.0.as_slice() {
            [Block::Paragraph(content)] => self.runs(content, out),
            _ => self.all(&content.0, out),
        }
        out.close(tag);
    }

    fn within(&self, tag: &str, attributes: &[(&str, &str)], content: &[Inline], out: &mut Html) {
        out.open(tag, attributes);
        self.runs(content, out);
        out.close(tag);
    }

    fn runs(&self, content: &[Inline], out: &mut Html) {
        for (at, run) in content.iter().enumerate() {
            match run {
                Inline::Text(text) => out.text(&text[free(content, at)]),
                Inline::Math(math) => kept(beside(content, at), out, |out| self.formula(math, out)),
                Inline::Term { content: words, .. } => {
                    let (left, right) = beside(content, at);
                    out.text(left);
                    self.runs(words, out);
                    out.text(right);
                }
                other => self.run(other, out),
            }
        }
    }

    fn run(&self, run: &Inline, out: &mut Html) {
        match run {
            Inline::Text(text) => out.text(text),
            Inline::Emphasis(content) => self.within("em", &[], content, out),
            Inline::Strong(content) => self.within("strong", &[], content, out),
            Inline::Strike(content) => self.within("s", &[], content, out),
            Inline::Sub(content) => self.within("sub", &[], content, out),
            Inline::Sup(content) => self.within("sup", &[], content, out),
            Inline::Code(text) => out.leaf("code", &[], text),
            Inline::Break => out.open("br", &[]),
            Inline::Math(math) => self.formula(math, out),
            // Pages of the module are not in the guide.
            Inline::Link { href, content } if href.starts_with('#') => self.runs(content, out),
            Inline::Link { href, content } => self.within("a", &[("href", href)], content, out),
            Inline::Image { asset, alt, width, height } => self.picture(asset, alt, (*width, *height), out),
            Inline::Term { content, .. } => self.runs(content, out),
            Inline::Review(content) => {
                self.within("span", &[("class", "review")], content, out);
                let mark = format!(" [{}]", self.words.get("review.mark"));
                out.leaf("small", &[("class", "review-mark")], &mark);
            }
            Inline::Lang { lang, content } => self.within("span", &[("lang", lang.as_str())], content, out),
            Inline::Footnote(_) => {}
            Inline::Citation { reference, locator } => self.citation(reference, locator.as_deref(), out),
            Inline::Blank(name) => out.leaf("span", &[("class", "blank")], &format!("[{name}]")),
        }
    }

    /// A formula inside a line; a long one can be scrolled where the page is narrow.
    fn formula(&self, math: &Math, out: &mut Html) {
        if math.plain.chars().count() <= LONG_FORMULA {
            return out.raw(&math.mathml);
        }
        let label = self.words.get("equation");
        out.open("span", &[("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", label)]);
        out.raw(&math.mathml);
        out.close("span");
    }

    fn citation(&self, reference: &ReferenceId, locator: Option<&str>, out: &mut Html) {
        let number = self.references.get(reference).expect("the checker resolves every citation");
        let locator = locator.map(|locator| format!(", {locator}")).unwrap_or_default();
        out.text(&format!("[{number}{locator}]"));
    }
}

fn side(align: Align) -> &'static [(&'static str, &'static str)] {
    match align {
        Align::Start => &[],
        Align::Center => &[("class", "center")],
        Align::End => &[("class", "end")],
    }
}
