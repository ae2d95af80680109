//! Numbers as engineers write them in French and English (player/src/core/numbers.ts); it knows no units.

#[cfg(test)]
mod tests;

use crate::contents::Ui;

/// A number that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub value: f64,
    /// Digits as typed, without sign and grouping, with `.` as the mark.
    digits: String,
    /// Power of ten typed.
    exponent: Option<i32>,
    /// What follows, as a unit typed with the number.
    pub rest: String,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It starts with no digits, or is too large.
    Unreadable,
    /// Two numbers, or a calculation.
    Several,
    /// Its commas, points and spaces mean nothing.
    Grouping,
}

const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/// Most digits that are read of a power of ten.
const MOST_POWER: usize = 4;
/// What can follow 10 in a power of ten.
const RAISED: &str = "^⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹";

/// The number at the start of `text`, or why there is none.
pub fn read_number(text: &str, ui: Ui) -> Result<Reading, Unread> {
    let signed = tidy(text);
    let clean = after_one(&signed, "+-").unwrap_or(&signed);
    let dollar = after_one(clean, "$");
    let clean = dollar.unwrap_or(clean);
    let mantissa = &clean[..mantissa_length(clean)];
    if mantissa.is_empty() {
        return Err(Unread::Unreadable);
    }
    let rest = &clean[mantissa.len()..];
    let alone = if mantissa == "10" { power(rest) } else { None };
    let digits = match alone {
        Some(_) => "1".to_owned(),
        None => read_digits(mantissa, ui).ok_or_else(|| misread(mantissa))?,
    };
    let power = alone.or_else(|| scale(rest));
    let after = trim(&rest[power.map_or(0, |(_, length)| length)..]);
    if is_more(after) {
        return Err(Unread::Several);
    }
    let exponent = power.map(|(exponent, _)| exponent);
    let value: f64 = format!("{digits}e{}", exponent.unwrap_or(0)).parse().map_err(|_| Unread::Unreadable)?;
    if !value.is_finite() {
        return Err(Unread::Unreadable);
    }
    let value = if signed.starts_with('-') { -value } else { value };
    let rest = dollar.map_or("", |_| "$").to_owned() + after;
    Ok(Reading { value, digits, exponent, rest })
}

/// The text after a space.
fn blank(text: &str) -> &str {
    text.strip_prefix(' ').unwrap_or(text)
}

/// The text after a sign of `signs` and a space.
fn after_one<'a>(text: &'a str, signs: &str) -> Option<&'a str> {
    Some(blank(blank(text).strip_prefix(|c| signs.contains(c))?))
}

/// What digits that make no number are.
fn misread(mantissa: &str) -> Unread {
    if mantissa.contains(' ') { Unread::Several } else { Unread::Grouping }
}

/// Whether what follows a number is no unit: « 12 / 4 », « 3 × 4 », « 5² »; but « /°C » is one.
fn is_more(after: &str) -> bool {
    if let Some(below) = after.strip_prefix('/') {
        return !blank(below).starts_with(|c: char| c.is_alphabetic() || "°(".contains(c));
    }
    after.starts_with(|c: char| c.is_numeric() || ".,'’^+-*=xX×·⋅÷:±(".contains(c))
}

impl Reading {
    /// Significant digits typed, fewest and most: zeros that end a whole number may count or not.
    pub fn significant(&self) -> (usize, usize) {
        let all: String = self.digits.chars().filter(|c| *c != '.').collect();
        let all = all.trim_start_matches('0');
        let most = all.len().max(1);
        let least = if self.digits.contains('.') { most } else { all.trim_end_matches('0').len().max(1) };
        (least, most)
    }
}

/// What JavaScript calls white space.
pub fn is_space(c: char) -> bool {
    c != '\u{85}' && (c.is_whitespace() || c == '\u{feff}')
}

pub fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Runs of spaces become one, none at the ends.
pub fn one_space(text: &str) -> String {
    text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One kind of space, of minus sign and of product: French may write « 2,7.10^3 ».
fn tidy(text: &str) -> String {
    let is_minus = |c: char| matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}');
    let text = one_space(text).replace(is_minus, "-");
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let raised = blank(rest)
            .strip_prefix("10")
            .is_some_and(|after| blank(after).starts_with(|c| RAISED.contains(c)));
        out.push(if c == '.' && raised { '·' } else { c });
    }
    out
}

/// Digits with marks, and groups after a space or an apostrophe.
fn mantissa_length(text: &str) -> usize {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let run = |mut at: usize| {
        while digit(at) || matches!(text.as_bytes().get(at), Some(b'.' | b',')) {
            at += 1;
        }
        at
    };
    let is_number = digit(0) || (text.starts_with(['.', ',']) && digit(1));
    if !is_number {
        return 0;
    }
    let mut at = run(0);
    while let Some(gap) = text[at..].chars().next().filter(|c| " '’".contains(*c)) {
        let next = at + gap.len_utf8();
        if !digit(next) {
            break;
        }
        at = run(next);
    }
    at
}

/// `^3`, `^(-3)` or `³`, with its length.
fn power(text: &str) -> Option<(i32, usize)> {
    let start = blank(text);
    let gap = text.len() - start.len();
    let Some(after) = start.strip_prefix('^') else {
        let sign = start.chars().next().filter(|c| "⁺⁻".contains(*c));
        let raised = &start[sign.map_or(0, char::len_utf8)..];
        let known = raised.chars().map_while(|c| SUPERSCRIPTS.chars().position(|s| s == c));
        let digits: String = known.take(MOST_POWER).map(digit).collect();
        let value: i32 = digits.parse().ok()?;
        let length = raised.chars().take(digits.len()).map(char::len_utf8).sum::<usize>();
        let signed = if sign == Some('⁻') { -value } else { value };
        return Some((signed, gap + (start.len() - raised.len()) + length));
    };
    let rest = blank(after);
    let rest = blank(rest.strip_prefix('(').unwrap_or(rest));
    let (value, length) = whole(rest)?;
    let rest = &rest[length..];
    let rest = blank(rest).strip_prefix(')').unwrap_or(blank(rest));
    Some((value, text.len() - rest.len()))
}

fn digit(value: usize) -> char {
    char::from(b"0123456789"[value])
}

/// A signed whole number of a few digits, with its length.
fn whole(text: &str) -> Option<(i32, usize)> {
    let sign = usize::from(text.starts_with(['+', '-']));
    let digits = text[sign..].bytes().take(MOST_POWER).take_while(u8::is_ascii_digit).count();
    Some((text[..sign + digits].parse().ok()?, sign + digits))
}

/// `e3`, or `× 10³`, with its length.
fn scale(text: &str) -> Option<(i32, usize)> {
    let start = blank(text);
    if let Some(after) = start.strip_prefix(['e', 'E'])
        && let after = blank(after)
        && let Some((value, length)) = whole(after)
        && !after[length..].starts_with(|c: char| c.is_ascii_digit())
    {
        return Some((value, text.len() - after.len() + length));
    }
    let start = start.strip_prefix(['x', 'X', '×', '·', '⋅', '*'])?;
    let after = blank(start).strip_prefix("10")?;
    let (value, length) = power(after)?;
    Some((value, text.len() - after.len() + length))
}

/// The digits with `.` as the only mark; `None` when their groups make no sense.
fn read_digits(mantissa: &str, ui: Ui) -> Option<String> {
    let text = mantissa.strip_suffix(['.', ',']).unwrap_or(mantissa);
    let at = decimal_mark(text, ui);
    let (whole, decimals) = (&text[..at], text.get(at + 1..).unwrap_or(""));
    if !is_whole(whole) || (at < text.len() && !are_decimals(decimals)) {
        return None;
    }
    let left: String = whole.chars().filter(char::is_ascii_digit).collect();
    let left = if left.is_empty() { "0".to_owned() } else { left };
    Some(if at == text.len() { left } else { format!("{left}.{}", decimals.replace(' ', "")) })
}

/// Place of the decimal mark: of two kinds of marks the last; one that comes twice parts groups.
fn decimal_mark(text: &str, ui: Ui) -> usize {
    let Some(last) = text.rfind([',', '.']) else { return text.len() };
    let mark = if text[last..].starts_with(',') { ',' } else { '.' };
    let other = if mark == ',' { '.' } else { ',' };
    let twice = text.find(mark) != Some(last) && !text.contains(other);
    let english = ui == Ui::En && mark == ',' && text.len() - last == 4 && (1..=3).contains(&last);
    let english = english
        && !text.starts_with('0')
        && text.bytes().filter(u8::is_ascii_digit).count() + 1 == text.len();
    if twice || english { text.len() } else { last }
}

/// Groups of three, all parted the same way, or one run.
fn is_whole(text: &str) -> bool {
    let Some(mark) = text.chars().find(|c| !c.is_ascii_digit()) else { return true };
    let groups: Vec<&str> = text.split(mark).collect();
    let digits = |group: &&str| group.bytes().all(|b| b.is_ascii_digit());
    " '’.,".contains(mark)
        && groups.iter().all(digits)
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3)
}

fn are_decimals(text: &str) -> bool {
    let groups: Vec<&str> = text.split(' ').collect();
    let (last, first) = groups.split_last().expect("a split has a part");
    !text.is_empty()
        && groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()))
        && (first.is_empty() || (first.iter().all(|group| group.len() == 3) && (1..=3).contains(&last.len())))
}
