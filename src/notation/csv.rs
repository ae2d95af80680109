//! CSV → rows of fields with exact places; it gives no field a meaning.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::text;

/// The rows of `text`, separated by commas or, when the first line has none, semicolons or tabs.
///
/// The first row is the header; every row has as many fields. `None` after a finding.
pub fn csv(text: &Fragment, sink: &mut Sink) -> Option<Vec<Vec<Fragment>>> {
    let first = text.text().lines().next().unwrap_or_default();
    let separator = if first.contains('\t') && !first.contains([',', ';']) {
        '\t'
    } else if first.contains(';') && !first.contains(',') {
        ';'
    } else {
        ','
    };
    let before = sink.len();
    let mut rows = Vec::new();
    let mut start = 0;
    while start < text.text().len() {
        let (row, next) = row(text, start, separator, sink);
        let blank = row.len() == 1 && row.iter().all(|field| field.text().trim().is_empty());
        if !blank {
            rows.push(row);
        }
        start = next;
    }
    let width = rows.first().map_or(0, Vec::len);
    for row in rows.iter().filter(|row| row.len() != width) {
        uneven(row, width, sink);
    }
    if rows.len() == 1 && sink.len() == before {
        let message = text! { fr: "ce tableau n'a que ses titres", en: "this table has titles only" };
        let cure = text! { fr: "ajoutez les lignes de données", en: "add the lines of data" };
        sink.push(Diagnostic::new(Code::FIL4012, text.all(), message).hint(cure));
    }
    if width == 0 {
        let message = text! { fr: "ce tableau est vide", en: "this table is empty" };
        let cure = text! { fr: "écrivez une ligne de titres, puis les données", en: "write a line of titles, then the data" };
        sink.push(Diagnostic::new(Code::FIL4012, text.all(), message).hint(cure));
    }
    (sink.len() == before).then_some(rows)
}

fn uneven(row: &[Fragment], width: usize, sink: &mut Sink) {
    let found = row.len();
    let at = row[0].all().to(row[found - 1].all());
    let message = text! {
        fr: "cette ligne compte {found} valeurs, l'en-tête {width}",
        en: "this line has {found} values, the header {width}",
    };
    let cure = text! {
        fr: "une valeur qui contient une virgule s'écrit entre guillemets droits; les décimales prennent un point",
        en: "a value with a comma in it goes between straight quotes; decimals take a point",
    };
    sink.push(Diagnostic::new(Code::FIL4012, at, message).hint(cure));
}

/// The fields of the row that starts at `start`, and where the next row starts.
fn row(text: &Fragment, start: usize, separator: char, sink: &mut Sink) -> (Vec<Fragment>, usize) {
    let source = text.text();
    let mut fields = Vec::new();
    let mut at = start;
    loop {
        let (field, end) = if source[at..].trim_start_matches(' ').starts_with('"') {
            quoted(text, at, sink)
        } else {
            let length = source[at..].find([separator, '\n']).unwrap_or(source.len() - at);
            (text.slice(at..at + length).trim(), at + length)
        };
        fields.push(field);
        // After a quoted field, anything up to the separator was reported.
        let rest = &source[end..];
        let stop = end + rest.find([separator, '\n']).unwrap_or(rest.len());
        if !source[stop..].starts_with(separator) {
            return (fields, source.len().min(stop + 1));
        }
        at = stop + separator.len_utf8();
    }
}

/// A field between quotes, in which a quote is doubled.
fn quoted(text: &Fragment, at: usize, sink: &mut Sink) -> (Fragment, usize) {
    let source = text.text();
    let open = at + source[at..].find('"').unwrap_or_default();
    let mut field = text.slice(open + 1..open + 1);
    let mut from = open + 1;
    loop {
        let Some(length) = source[from..].find('"') else {
            let message = text! { fr: "ce guillemet n'est jamais fermé", en: "this quote is never closed" };
            let cure =
                text! { fr: "fermez-le avant la fin de la ligne", en: "close it before the end of the line" };
            sink.push(Diagnostic::new(Code::FIL4012, text.span(open..open + 1), message).hint(cure));
            return (field, source.len());
        };
        let end = from + length;
        if source[end + 1..].starts_with('"') {
            field.append(&text.slice(from..end + 1));
            from = end + 2;
        } else {
            field.append(&text.slice(from..end));
            return (field, end + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    fn read(text: &str) -> (Option<Vec<Vec<String>>>, Vec<String>) {
        let mut sources = Sources::default();
        let file = sources.add("a.csv", text);
        let mut sink = Sink::default();
        let rows = csv(&Fragment::whole(&sources, file), &mut sink);
        let rows =
            rows.map(|rows| rows.iter().map(|r| r.iter().map(|f| f.text().to_owned()).collect()).collect());
        let findings = sink.into_sorted(&sources);
        let place = |s: crate::diag::Span| sources.place(s.file, s.start);
        let show = |d: &Diagnostic| {
            d.span.map(|s| format!("{}:{} {}", place(s).line, place(s).column, d.message.en))
        };
        (rows, findings.iter().filter_map(show).collect())
    }

    #[test]
    fn quotes_keep_separators_and_line_ends() {
        let (rows, findings) = read("nom,E\n\"a, \"\"b\"\"\",69\nacier 350W, 200\n\n");
        assert_eq!(findings, Vec::<String>::new());
        let expected = [["nom", "E"], ["a, \"b\"", "69"], ["acier 350W", "200"]];
        assert_eq!(
            rows,
            Some(expected.iter().map(|r| r.iter().map(|s| (*s).to_owned()).collect()).collect())
        );
    }

    #[test]
    fn a_row_of_another_length_is_reported_at_its_line() {
        let (rows, findings) = read("U,w\n3.9,12.91\n4,0,13.24\n");
        assert_eq!((rows, findings), (None, vec!["3:1 this line has 3 values, the header 2".to_owned()]));
    }

    #[test]
    fn a_semicolon_separates_when_the_header_says_so() {
        let (rows, _) = read("U;w\n3,9;12,91\n");
        assert_eq!(rows, Some(vec![vec!["U".into(), "w".into()], vec!["3,9".into(), "12,91".into()]]));
    }

    #[test]
    fn an_open_quote_and_an_empty_file_are_reported() {
        assert_eq!(read("a\n\"b\n").1, vec!["2:1 this quote is never closed"]);
        assert_eq!(read("").1, vec!["1:1 this table is empty"]);
    }
}
