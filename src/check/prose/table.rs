//! Tables: those of Markdown, and the `{table}` block over a CSV file or a Markdown table.

use crate::check::prose::scope::Scope;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Span;
use crate::diag::closest;
use crate::model::Align;
use crate::model::Column;
use crate::model::Inline;
use crate::model::Table;
use crate::model::plain_text;
use crate::notation;
use crate::source::Object;
use crate::source::Value;
use crate::source::markdown;
use crate::source::markdown::Alignment;
use crate::source::markdown::BlockKind;
use crate::text;

/// A cell with the words it was written with.
struct Cell {
    written: String,
    content: Vec<Inline>,
}

impl Scope<'_> {
    /// A GFM table: cells are as the author wrote them.
    pub fn written_table(&mut self, table: &markdown::Table) -> Table {
        let mut rows = self.cells(table);
        let titles = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let columns = titles.into_iter().enumerate().map(|(number, title)| {
            let align = match table.aligns.get(number) {
                Some(Alignment::Center) => Align::Center,
                Some(Alignment::Right) => Align::End,
                Some(Alignment::None) if is_numeric(&rows, number) => Align::End,
                _ => Align::Start,
            };
            Column { title: title.content, align }
        });
        let columns = columns.collect();
        let rows = rows.into_iter().map(|row| row.into_iter().map(|cell| cell.content).collect()).collect();
        Table { caption: None, columns, rows, row_headers: 0 }
    }

    fn cells(&mut self, table: &markdown::Table) -> Vec<Vec<Cell>> {
        let mut rows = Vec::new();
        for row in &table.rows {
            let mut cells = Vec::new();
            for cell in row {
                let content = self.typeset(&cell.content);
                cells.push(Cell { written: plain_text(&content), content });
            }
            rows.push(cells);
        }
        rows
    }

    /// A `{table}` block: numbers written with a point are printed in the language's way.
    pub fn data_table(&mut self, object: &Object) -> Option<Table> {
        let caption = object.prose("caption").map(|caption| self.field(caption));
        let headers = object.integer("row_headers").and_then(|n| usize::try_from(n.value).ok()).unwrap_or(1);
        let mut rows = self.data(object)?;
        if rows.is_empty() {
            return None;
        }
        let titles = rows.remove(0);
        let digits = self.digits(object, &titles);
        let mut columns = Vec::new();
        for (number, title) in titles.into_iter().enumerate() {
            // Headers such as 6061 are names, unless the author asks for decimals.
            let measured = number >= headers || digits[number].is_some();
            let numeric = measured && is_numeric(&rows, number);
            if numeric {
                self.print(&mut rows, number, digits[number]);
            }
            let align = if numeric { Align::End } else { Align::Start };
            columns.push(Column { title: title.content, align });
        }
        let rows = rows.into_iter().map(|row| row.into_iter().map(|cell| cell.content).collect()).collect();
        Some(Table { caption, columns, rows, row_headers: headers })
    }

    fn data(&mut self, object: &Object) -> Option<Vec<Vec<Cell>>> {
        match object.value("data")? {
            Value::Prose(text) => self.markdown_data(text),
            Value::Text(path) => {
                let (name, file) = self.file(&path.value, path.span)?;
                let Some(text) = &file.text else {
                    if !file.unread {
                        self.no_data(path.span);
                    }
                    return None;
                };
                let rows = notation::csv(text, &mut self.sink)?;
                self.names.used.borrow_mut().data.insert(name);
                let cell = |field: &Fragment, scope: &mut Self| Cell {
                    written: field.text().to_owned(),
                    content: scope.run(field),
                };
                Some(rows.iter().map(|row| row.iter().map(|field| cell(field, self)).collect()).collect())
            }
            _ => None,
        }
    }

    fn markdown_data(&mut self, text: &Fragment) -> Option<Vec<Vec<Cell>>> {
        let document = markdown::parse(text, &mut self.sink);
        if let [markdown::Block { kind: BlockKind::Table(table), .. }] = document.blocks.as_slice() {
            return Some(self.cells(table));
        }
        self.no_data(text.trim().all());
        None
    }

    fn no_data(&mut self, at: Span) {
        let message = text! { fr: "ces données ne sont pas un tableau", en: "these data are not a table" };
        let cure = text! {
            fr: "donnez un fichier .csv, ou un tableau Markdown dans « data: | »",
            en: "give a .csv file, or a Markdown table in « data: | »",
        };
        self.sink.push(Diagnostic::new(Code::FIL4012, at, message).hint(cure));
    }

    /// Decimals asked for each column.
    fn digits(&mut self, object: &Object, titles: &[Cell]) -> Vec<Option<u8>> {
        let mut digits = vec![None; titles.len()];
        for (name, value) in object.map("digits") {
            let Value::Integer(count) = value else { continue };
            if let Some(column) = titles.iter().position(|title| title.written.trim() == name.value.trim()) {
                digits[column] = u8::try_from(count.value).ok();
                continue;
            }
            let column = &name.value;
            let message = text! { fr: "le tableau n'a pas de colonne « {column} »", en: "the table has no column « {column} »" };
            let known = titles.iter().map(|title| title.written.as_str());
            let cure = match closest(column, known.clone()) {
                Some(near) => text! { fr: "vouliez-vous dire « {near} »?", en: "did you mean « {near} »?" },
                None => {
                    let all = known.collect::<Vec<_>>().join(", ");
                    text! { fr: "les colonnes sont {all}", en: "the columns are {all}" }
                }
            };
            self.sink.push(Diagnostic::new(Code::FIL4012, name.span, message).hint(cure));
        }
        digits
    }

    /// Prints the numbers of a column; four digits are grouped only beside longer numbers.
    fn print(&mut self, rows: &mut [Vec<Cell>], column: usize, digits: Option<u8>) {
        let rules = self.rules();
        let long = rows.iter().filter_map(|row| row.get(column)).any(|cell| whole_digits(&cell.written) > 4);
        for cell in rows.iter_mut().filter_map(|row| row.get_mut(column)) {
            let written = cell.written.trim();
            if !notation::is_number(written) {
                continue;
            }
            let value = written.replacen('−', "-", 1).parse::<f64>().ok();
            let printed = match (digits, value) {
                (Some(count), Some(value)) => notation::decimals(value, count, rules),
                _ => notation::localized(written.trim_start_matches('+'), rules),
            };
            let printed = if long || whole_digits(written) > 4 { printed } else { ungrouped(&printed) };
            cell.content = vec![Inline::Text(printed)];
        }
    }
}

/// How many digits stand before the point.
fn whole_digits(written: &str) -> usize {
    let written = written.trim().trim_start_matches(['-', '+', '−']);
    written.split('.').next().map_or(0, str::len)
}

fn ungrouped(printed: &str) -> String {
    printed.replace('\u{a0}', "")
}

/// Whether all cells of a column are numbers or empty, and one is a number.
fn is_numeric(rows: &[Vec<Cell>], column: usize) -> bool {
    let cells = || rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.written.trim());
    let number = |text: &str| {
        let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}')).collect();
        notation::is_number(&plain.replace(',', "."))
    };
    cells().all(|text| text.is_empty() || matches!(text, "–" | "—") || number(text)) && cells().any(number)
}
