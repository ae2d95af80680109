//! Faults of zips by the entries that share one: each is told once, at the first of them.

use std::ptr;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::diag::Text;

/// A kind of fault, in both languages.
#[derive(Debug)]
pub(super) struct Fault {
    pub code: Code,
    /// What is wrong, in French and in English; the names follow a colon.
    pub words: [&'static str; 2],
    /// The cure, in French and in English.
    pub cure: [&'static str; 2],
}

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<(&'static Fault, Vec<usize>)>,
}

impl Faults {
    /// A fault of the entry at `row`.
    pub fn of(&mut self, fault: &'static Fault, row: usize) {
        match self.found.iter_mut().find(|(known, _)| ptr::eq(*known, fault)) {
            Some((_, rows)) => rows.push(row),
            None => self.found.push((fault, vec![row])),
        }
    }

    /// A fault of the whole zip.
    pub fn whole(&mut self, fault: &'static Fault) {
        self.found.push((fault, Vec::new()));
    }

    /// Tells them all; line `n` of the listing is entry `n`.
    pub fn tell(self, listing: FileId, sources: &Sources, sink: &mut Sink) {
        let lines: Vec<Span> = lines(listing, sources.text(listing));
        for (fault, rows) in self.found {
            let at = rows.first().and_then(|row| lines.get(*row).copied());
            let names = at.map(|at| named(&sources.text(listing)[range(at)], rows.len() - 1));
            let [fr, en] = fault.words;
            let message = match names {
                Some([names_fr, names_en]) => {
                    Text::new(&format!("{fr} : {names_fr}"), &format!("{en}: {names_en}"))
                }
                None => Text::new(fr, en),
            };
            let [fr, en] = fault.cure;
            let at = at.unwrap_or_else(|| Span::new(listing, 0..0));
            sink.push(Diagnostic::new(fault.code, at, message).hint(Text::new(fr, en)));
        }
    }
}

/// Each line of a text.
fn lines(file: FileId, text: &str) -> Vec<Span> {
    let mut at = 0;
    let line = |line: &str| {
        let start = at;
        at += line.len() + 1;
        Span::new(file, start..start + line.len())
    };
    text.split('\n').map(line).collect()
}

fn range(span: Span) -> std::ops::Range<usize> {
    span.start as usize..span.end as usize
}

/// « a.js » and how many others.
fn named(name: &str, others: usize) -> [String; 2] {
    match others {
        0 => [format!("« {name} »"), format!("« {name} »")],
        1 => [format!("« {name} » et 1 autre"), format!("« {name} » and 1 other")],
        _ => [format!("« {name} » et {others} autres"), format!("« {name} » and {others} others")],
    }
}
