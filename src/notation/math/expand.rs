//! Macros of ours, expanded into TeX that the library knows; places are kept.

use std::ops::Range;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::notation::math::chemistry;
use crate::notation::math::rewrite::BOX;
use crate::notation::math::units;
use crate::text;

/// Names of the macros, with how many arguments each takes.
pub const MACROS: &[(&str, usize)] =
    &[("SI", 2), ("boxed", 1), ("ce", 1), ("num", 1), ("qty", 2), ("si", 1), ("unit", 1)];

/// `tex` without macros of ours; `None` after a finding.
pub fn expand(tex: &Fragment, sink: &mut Sink) -> Option<Fragment> {
    let mut out = tex.slice(0..0);
    let source = tex.text();
    let mut at = 0;
    while let Some(length) = source[at..].find('\\') {
        let slash = at + length;
        let end = slash + 1 + name_length(&source[slash + 1..]);
        let name = &source[slash + 1..end];
        out.append(&tex.slice(at..slash));
        at = end;
        match MACROS.iter().find(|(known, _)| *known == name) {
            Some((_, count)) => {
                let arguments = arguments(tex, end, *count).or_else(|| {
                    sink.push(missing(tex, slash..end, *count));
                    None
                })?;
                at = arguments.last().map_or(end, |last| last.end + 1);
                apply(tex, name, &arguments, &mut out, sink)?;
            }
            None => out.append(&tex.slice(slash..end)),
        }
    }
    out.append(&tex.slice(at..source.len()));
    Some(out)
}

/// The units that `tex` writes, without the signs that only TeX needs: `\%`, `^{-1}`.
pub fn written_units(tex: &Fragment) -> Vec<Fragment> {
    let source = tex.text();
    let mut out = Vec::new();
    for (slash, _) in source.match_indices('\\') {
        let end = slash + 1 + name_length(&source[slash + 1..]);
        let count = match &source[slash + 1..end] {
            "qty" | "SI" => 2,
            "unit" | "si" => 1,
            _ => continue,
        };
        let unit = arguments(tex, end, count).and_then(|mut all| all.pop());
        out.extend(unit.map(|unit| bare(&tex.slice(unit))));
    }
    out
}

fn bare(unit: &Fragment) -> Fragment {
    let mut out = unit.slice(0..0);
    for (at, c) in unit.text().char_indices().filter(|(_, c)| !['\\', '{', '}'].contains(c)) {
        out.append(&unit.slice(at..at + c.len_utf8()));
    }
    out
}

/// The length of a command's name: letters, or one other character.
fn name_length(rest: &str) -> usize {
    let letters = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    if letters > 0 { letters } else { rest.chars().next().map_or(0, char::len_utf8) }
}

fn apply(
    tex: &Fragment,
    name: &str,
    arguments: &[Range<usize>],
    out: &mut Fragment,
    sink: &mut Sink,
) -> Option<()> {
    let given: Vec<Fragment> = arguments.iter().map(|range| tex.slice(range.clone())).collect();
    let origin = |fragment: &Fragment| fragment.all().start as usize;
    match (name, given.as_slice()) {
        ("boxed", [content]) => {
            let inside = expand(content, sink)?;
            out.push(&format!("{{{BOX}"), origin(content));
            out.append(&inside);
            out.push(&format!("{BOX}}}"), origin(content));
        }
        ("ce", [content]) => {
            let reaction = chemistry::reaction(content, sink)?;
            out.push(&format!("{{{reaction}}}"), origin(content));
        }
        ("num", [number]) => out.push(&units::amount(number, sink)?, origin(number)),
        ("unit" | "si", [unit]) => out.push(&units::unit(unit, sink)?, origin(unit)),
        (_, [number, unit]) => {
            let amount = units::amount(number, sink);
            let unit = units::unit(unit, sink);
            out.push(&format!("{{{}\\,{}}}", amount?, unit?), origin(number));
        }
        _ => {}
    }
    Some(())
}

/// `count` arguments in braces from `at`.
fn arguments(tex: &Fragment, mut at: usize, count: usize) -> Option<Vec<Range<usize>>> {
    let mut out = Vec::new();
    for _ in 0..count {
        let source = tex.text();
        let open = at + (source[at..].len() - source[at..].trim_start().len());
        let close = open + closing(&source[open..])?;
        out.push(open + 1..close);
        at = close + 1;
    }
    Some(out)
}

/// Where the group that `text` begins with closes.
pub fn closing(text: &str) -> Option<usize> {
    if !text.starts_with('{') {
        return None;
    }
    let mut depth = 0;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn missing(tex: &Fragment, range: Range<usize>, count: usize) -> Diagnostic {
    let name = &tex.text()[range.clone()];
    let shape = "{…}".repeat(count);
    let message = text! { fr: "« {name} » attend {name}{shape}", en: "« {name} » expects {name}{shape}" };
    let cure = text! { fr: "vérifiez que chaque accolade est fermée", en: "check that each brace is closed" };
    Diagnostic::new(Code::FIL4006, tex.span(range), message).hint(cure)
}
