//! `\qty`, `\unit`, `\num`: numbers and units inside a formula → TeX.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::text;

/// `69`, `-0.78`, `8.57e6` → TeX; `None` after a finding.
pub fn amount(number: &Fragment, sink: &mut Sink) -> Option<String> {
    let number = number.trim();
    let written = number.text();
    let pointed = written.replacen("{,}", ".", 1).replacen(',', ".", 1);
    if pointed != written && crate::notation::is_number(&pointed) {
        let message = text! {
            fr: "« {written} » : les nombres s'écrivent avec un point dans une formule",
            en: "« {written} »: numbers are written with a point in a formula",
        };
        let cure = text! {
            fr: "écrivez {pointed}; la virgule sera mise à l'affichage",
            en: "write {pointed}",
        };
        sink.push(Diagnostic::new(Code::FIL4007, number.all(), message).hint(cure));
        return None;
    }
    if !crate::notation::is_number(written) {
        let message = text! { fr: "« {written} » n'est pas un nombre", en: "« {written} » is not a number" };
        let cure = text! {
            fr: "écrivez par exemple 69, 0.95 ou 8.57e6",
            en: "write for instance 69, 0.95 or 8.57e6",
        };
        sink.push(Diagnostic::new(Code::FIL4006, number.all(), message).hint(cure));
        return None;
    }
    let written = written.replace('−', "-").replace('E', "e");
    Some(match written.split_once('e') {
        Some((mantissa, exponent)) => format!("{mantissa}\\times10^{{{}}}", exponent.trim_start_matches('+')),
        None => written,
    })
}

/// `GPa`, `kg·m^2/s`, `10^6 mm^4` → TeX; symbols stay in one piece. `None` after a finding.
pub fn unit(unit: &Fragment, sink: &mut Sink) -> Option<String> {
    let unit = unit.trim();
    let mut out = String::new();
    let mut rest = unit.text();
    while let Some(c) = rest.chars().next() {
        let symbol = rest.find(|c: char| !is_symbol(c)).unwrap_or(rest.len());
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(rest.len());
        let used = match c {
            _ if symbol > 0 => {
                out.push_str(&format!("\\text{{{}}}", escaped(&rest[..symbol])));
                symbol
            }
            '^' => match exponent(&rest[1..]) {
                Some((power, length)) => {
                    out.push_str(&format!("^{{{power}}}"));
                    length + 1
                }
                None => return refused(&unit, rest, sink),
            },
            '²' => raised(&mut out, c, "2"),
            '³' => raised(&mut out, c, "3"),
            '\\' if rest[1..].starts_with(['%', '$']) => kept(&mut out, c, ""),
            '/' => kept(&mut out, c, "/"),
            '·' | '*' | '.' => kept(&mut out, c, "\\cdot "),
            '(' | ')' => kept(&mut out, c, if c == '(' { "(" } else { ")" }),
            c if c.is_whitespace() => kept(&mut out, c, "\\,"),
            _ if digits > 0 => {
                out.push_str(&rest[..digits]);
                digits
            }
            _ => return refused(&unit, rest, sink),
        };
        rest = &rest[used..];
    }
    if out.is_empty() {
        return refused(&unit, rest, sink);
    }
    Some(format!("{{{out}}}"))
}

fn is_symbol(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '°' | '%' | '$' | 'µ' | 'Ω')
}

fn escaped(symbol: &str) -> String {
    symbol.replace('%', "\\%").replace('$', "\\$")
}

fn raised(out: &mut String, c: char, power: &str) -> usize {
    out.push_str(&format!("^{{{power}}}"));
    c.len_utf8()
}

fn kept(out: &mut String, c: char, tex: &str) -> usize {
    out.push_str(tex);
    c.len_utf8()
}

/// `2`, `-1`, `{-1}` and how long it is.
fn exponent(text: &str) -> Option<(&str, usize)> {
    let is_power = |power: &str| {
        let digits = power.strip_prefix('-').unwrap_or(power);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    };
    if let Some(inside) = text.strip_prefix('{') {
        let end = inside.find('}')?;
        return is_power(&inside[..end]).then_some((&inside[..end], end + 2));
    }
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(text.len());
    is_power(&text[..end]).then_some((&text[..end], end))
}

fn refused(unit: &Fragment, rest: &str, sink: &mut Sink) -> Option<String> {
    let start = unit.text().len() - rest.len();
    let length = rest.chars().next().map_or(0, char::len_utf8);
    let message = text! { fr: "cette unité ne se lit pas", en: "this unit cannot be read" };
    let cure =
        text! { fr: "écrivez par exemple GPa, kWh/kg ou mm^4", en: "write for instance GPa, kWh/kg or mm^4" };
    sink.push(Diagnostic::new(Code::FIL4006, unit.span(start..start + length), message).hint(cure));
    None
}
