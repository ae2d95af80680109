//! LaTeX → MathML without inline style, numbers printed as the language does.
//!
//! The only file that knows the library which does the conversion; macros of ours are expanded
//! before it, and its output is rewritten after it.

mod chemistry;
mod classes;
mod commands;
mod errors;
mod expand;
mod meanings;
mod plain;
mod rewrite;
mod units;

#[cfg(test)]
mod tests;

use math_core::LatexToMathML;
use math_core::MathCoreConfig;
use math_core::MathDisplay;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::notation::Lang;
use crate::text;

pub use expand::written_units;

/// Longest formula that is converted; the library recurses on nested groups.
const LONGEST: usize = 4000;

/// Most groups inside groups.
const DEEPEST: usize = 40;

/// Where a formula stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    Inline,
    Block,
}

/// A formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Math {
    /// A `<math>` element with an annotation of the TeX and no `style` attribute.
    pub mathml: String,
    /// As the author wrote it.
    pub tex: String,
    /// In one line of text, for lists and reports.
    pub plain: String,
}

/// The formula in MathML; `None` after a finding.
pub fn math(tex: &Fragment, display: Display, lang: Lang, sink: &mut Sink) -> Option<Math> {
    let before = sink.len();
    size(tex, sink);
    if sink.len() > before {
        return None;
    }
    commas(tex, sink);
    percents(tex, sink);
    // Other faults of the same formula are told in the same run, none of them twice.
    let told = sink.len() > before;
    let mut found = Sink::default();
    let math = converted(tex, display, lang, &mut found);
    let fresh = |finding: &&Diagnostic| !(told && finding.code == Code::FIL4007);
    found.iter().filter(fresh).for_each(|finding| sink.push(finding.clone()));
    math.filter(|_| sink.len() == before)
}

fn converted(tex: &Fragment, display: Display, lang: Lang, sink: &mut Sink) -> Option<Math> {
    let expanded = expand::expand(tex, sink)?;
    let config = MathCoreConfig { annotation: true, ..MathCoreConfig::default() };
    let converter = LatexToMathML::new(config).expect("there are no macros that could be wrong");
    let display = match display {
        Display::Inline => MathDisplay::Inline,
        Display::Block => MathDisplay::Block,
    };
    match converter.convert_with_local_state(expanded.text(), display) {
        Ok(result) => {
            let mathml = rewrite::rewrite(&result.mathml, tex.text().trim(), lang);
            Some(Math { plain: plain::plain(&mathml), mathml, tex: tex.text().trim().to_owned() })
        }
        Err(error) => {
            sink.push(errors::finding(&expanded, &error));
            None
        }
    }
}

/// A bare `%` starts a comment in TeX: the rest of the line would vanish.
fn percents(tex: &Fragment, sink: &mut Sink) {
    for (at, _) in tex.text().match_indices('%') {
        if tex.text()[..at].ends_with('\\') {
            continue;
        }
        let message = text! {
            fr: "dans une formule, « % » fait disparaître la suite",
            en: "in a formula, « % » makes the rest vanish",
        };
        let cure = text! { fr: "écrivez \\%", en: "write \\%" };
        sink.push(Diagnostic::new(Code::FIL4006, tex.span(at..at + 1), message).hint(cure));
    }
}

/// Reports what would exhaust the library's stack.
fn size(tex: &Fragment, sink: &mut Sink) {
    let nested = nesting(tex.text()) > DEEPEST;
    if tex.text().len() > LONGEST || nested {
        let message = text! { fr: "cette formule est trop longue ou trop imbriquée", en: "this formula is too long or too deeply nested" };
        let cure = text! { fr: "coupez-la en plusieurs", en: "cut it into several" };
        sink.push(Diagnostic::new(Code::FIL4006, tex.all(), message).hint(cure));
    }
}

fn nesting(tex: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for c in tex.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Decimal commas: `0{,}95`, and `0,95` where it is no list of indices or arguments.
fn commas(tex: &Fragment, sink: &mut Sink) {
    let source = tex.text();
    let is_digit = |c: char| c.is_ascii_digit();
    let mut at = 0;
    while let Some(length) = source[at..].find(',') {
        let comma = at + length;
        at = comma + 1;
        let braced = source[..comma].ends_with('{') && source[at..].starts_with('}');
        let (left, right) = if braced { (comma - 1, at + 1) } else { (comma, at) };
        let start = source[..left]
            .rfind(|c| !is_digit(c))
            .map_or(0, |i| i + source[i..].chars().next().map_or(1, char::len_utf8));
        let end = source[right..].find(|c| !is_digit(c)).map_or(source.len(), |i| right + i);
        if start == left || end == right || (!braced && is_list(source, start, end)) {
            continue;
        }
        let (whole, fraction) = (&source[start..left], &source[right..end]);
        let message = text! {
            fr: "« {whole},{fraction} » : les nombres s'écrivent avec un point dans une formule",
            en: "« {whole},{fraction} »: numbers are written with a point in a formula",
        };
        let cure = text! {
            fr: "écrivez {whole}.{fraction}; la virgule sera mise à l'affichage. Pour une suite, mettez une espace : {whole}, {fraction}",
            en: "write {whole}.{fraction}. For a list, put a space: {whole}, {fraction}",
        };
        sink.push(Diagnostic::new(Code::FIL4007, tex.span(start..end), message).hint(cure));
        at = end;
    }
}

/// `_{1,2}`, `(0,1)`, `1,2,3`: the comma separates.
fn is_list(source: &str, start: usize, end: usize) -> bool {
    let before = source[..start].trim_end().chars().next_back();
    let after = source[end..].trim_start().chars().next();
    let chained = before == Some(',') || after == Some(',');
    let opens = before.is_some_and(|c| matches!(c, '(' | '[' | '{' | ';' | '|'));
    let closes = after.is_some_and(|c| matches!(c, ')' | ']' | '}' | ';' | '|'));
    chained || (opens && closes)
}
