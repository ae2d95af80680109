//! Figures, tables and downloads → HTML.

use crate::model::Align;
use crate::model::Block;
use crate::model::Figure;
use crate::model::Inline;
use crate::model::Prose;
use crate::model::Table;
use crate::render::context::length;
use crate::render::html::Html;
use crate::render::prose::Writer;

impl Writer<'_, '_> {
    /// A picture with its number, caption, credit and long description.
    pub fn figure(&self, figure: &Figure, out: &mut Html) {
        let path = &self.context.asset(&figure.asset).path;
        let (width, height) = (figure.width.to_string(), figure.height.to_string());
        out.open("figure", &[("class", "fi-fig")]);
        out.open("div", &[("class", "fi-fig-frame")]);
        let alt = figure.alt.as_deref().unwrap_or_default();
        let mut attributes = vec![
            ("src", path.as_str()),
            ("alt", alt),
            ("width", width.as_str()),
            ("height", height.as_str()),
        ];
        if figure.zoom {
            attributes.push(("data-zoom", ""));
        }
        out.open("img", &attributes);
        out.close("div");
        self.caption(figure, out);
        out.close("figure");
    }

    fn caption(&self, figure: &Figure, out: &mut Html) {
        out.open("figcaption", &[]);
        if figure.caption.is_some() {
            let number = self.context.next_figure().to_string();
            self.numbered("figure.label", &number, figure.caption.as_ref(), out);
        }
        if let Some(credit) = &figure.credit {
            let words = self.context.words.fill("figure.credit", &[("credit", credit)]);
            out.leaf("p", &[("class", "fi-credit")], &words);
        }
        out.close("figcaption");
        if let Some(description) = &figure.description {
            out.open("details", &[("class", "fi-work")]);
            out.leaf("summary", &[], self.context.words.get("figure.description"));
            self.nested("div", &[], description, out);
            out.close("details");
        }
    }

    /// « Figure 2. » and the caption's first paragraph on one line, then the rest.
    fn numbered(&self, key: &str, number: &str, caption: Option<&Prose>, out: &mut Html) {
        let label = self.context.words.fill(key, &[("n", number)]);
        let blocks = caption.map_or(&[][..], |c| c.0.as_slice());
        out.open("p", &[]);
        out.leaf("b", &[], &label);
        let rest = match blocks {
            [Block::Paragraph(content), rest @ ..] => {
                out.text(" ");
                self.inlines(content, out);
                rest
            }
            other => other,
        };
        out.close("p");
        for block in rest {
            match block {
                Block::List { start: Some(_), items } => self.parts(items, out),
                other => self.block(other, out),
            }
        }
    }

    /// The numbered parts of a drawing.
    fn parts(&self, items: &[Prose], out: &mut Html) {
        out.open("ol", &[("class", "fi-parts")]);
        for item in items {
            out.open("li", &[]);
            out.open("span", &[]);
            out.raw(&self.phrasing(item));
            out.close("span");
            out.close("li");
        }
        out.close("ol");
    }

    /// A table in a region that the keyboard can scroll.
    pub fn table(&self, table: &Table, out: &mut Html) {
        let title = match &table.caption {
            Some(caption) => caption.plain(),
            None => self.context.words.get("table.region").to_owned(),
        };
        out.open(
            "div",
            &[("class", "fi-tbl"), ("tabindex", "0"), ("role", "region"), ("aria-label", &title)],
        );
        out.open("table", &[]);
        if table.caption.is_some() {
            let number = self.context.next_table().to_string();
            out.open("caption", &[]);
            self.numbered("table.label", &number, table.caption.as_ref(), out);
            out.close("caption");
        }
        self.head(table, out);
        out.open("tbody", &[]);
        table.rows.iter().for_each(|row| self.row(table, row, out));
        out.close("tbody");
        out.close("table");
        out.close("div");
    }

    fn head(&self, table: &Table, out: &mut Html) {
        if table.columns.iter().all(|column| column.title.is_empty()) {
            return;
        }
        out.open("thead", &[]);
        out.open("tr", &[]);
        for column in &table.columns {
            match column.title.is_empty() {
                true => self.cell("td", &[], column.align, &column.title, out),
                false => self.cell("th", &[("scope", "col")], column.align, &column.title, out),
            }
        }
        out.close("tr");
        out.close("thead");
    }

    fn row(&self, table: &Table, row: &[Vec<Inline>], out: &mut Html) {
        out.open("tr", &[]);
        for (at, cell) in row.iter().enumerate() {
            let align = table.columns.get(at).map_or(Align::Start, |c| c.align);
            match at < table.row_headers {
                true => self.cell("th", &[("scope", "row")], align, cell, out),
                false => self.cell("td", &[], align, cell, out),
            }
        }
        out.close("tr");
    }

    fn cell(&self, tag: &str, attributes: &[(&str, &str)], align: Align, content: &[Inline], out: &mut Html) {
        let mut all = attributes.to_vec();
        match align {
            Align::Start => {}
            Align::Center => all.push(("class", "fi-c")),
            Align::End => all.push(("class", "fi-r")),
        }
        out.open(tag, &all);
        self.inlines(content, out);
        out.close(tag);
    }

    /// A file to take away, with its kind and size.
    pub fn download(&self, asset: &str, title: &str, text: &Prose, out: &mut Html) {
        let asset = self.context.asset(asset);
        let kind = asset.path.rsplit('.').next().unwrap_or_default().to_uppercase();
        out.open("div", &[("class", "fi-download")]);
        out.open("a", &[("class", "fi-btn"), ("href", &asset.path), ("download", "")]);
        out.icon("down-file");
        out.leaf("span", &[], title);
        out.close("a");
        out.leaf("span", &[("class", "fi-quiet")], &format!("{kind}, {}", self.size(length(asset))));
        text.0.iter().for_each(|block| self.block(block, out));
        out.close("div");
    }

    fn size(&self, bytes: u64) -> String {
        let (key, value) = match bytes {
            0..1_000 => ("size.byte", bytes),
            1_000..1_000_000 => ("size.kilo", bytes.div_ceil(1_000)),
            _ => ("size.mega", bytes.div_ceil(1_000_000)),
        };
        self.context.words.fill(key, &[("n", &value.to_string())])
    }
}
