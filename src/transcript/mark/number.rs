//! Numbers as engineers write them in French and English (player/src/core/numbers.ts); it knows no units.

use crate::contents::Ui;

/// A number that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub value: f64,
    /// Digits as typed, without sign and grouping, with `.` as the mark.
    digits: String,
    /// What follows, as a unit typed with the number.
    pub rest: String,
}

const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// The number at the start of `text`, or `None` when there is none or two.
pub fn read_number(text: &str, ui: Ui) -> Option<Reading> {
    let signed = tidy(text);
    let bare = signed.strip_prefix(['+', '-']);
    let clean = bare.map_or(signed.as_str(), |rest| rest.strip_prefix(' ').unwrap_or(rest));
    let mantissa = &clean[..mantissa_length(clean)];
    let rest = &clean[mantissa.len()..];
    let alone = if mantissa == "10" { power(rest) } else { None };
    let digits = if alone.is_some() { "1".to_owned() } else { read_digits(mantissa, ui)? };
    let (exponent, length) = alone.or_else(|| scale(rest)).unwrap_or((0, 0));
    let after = trim(&rest[length..]);
    let value: f64 = format!("{digits}e{exponent}").parse().ok()?;
    // A second number after the first is no unit: « 12 / 4 », « 3 × 4 ».
    if !value.is_finite() || after.starts_with(|c: char| c.is_ascii_digit() || ".,'’^+-*/=x×·(".contains(c))
    {
        return None;
    }
    let value = if signed.starts_with('-') { -value } else { value };
    Some(Reading { value, digits, rest: after.to_owned() })
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

fn tidy(text: &str) -> String {
    one_space(text).replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}'], "-")
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
fn power(text: &str) -> Option<(i64, usize)> {
    let start = text.strip_prefix(' ').unwrap_or(text);
    let gap = text.len() - start.len();
    let Some(after) = start.strip_prefix('^') else {
        let sign = start.chars().next().filter(|c| "⁺⁻".contains(*c));
        let raised = &start[sign.map_or(0, char::len_utf8)..];
        let digits: String =
            raised.chars().map_while(|c| SUPERSCRIPTS.chars().position(|s| s == c)).map(digit).collect();
        let value: i64 = digits.parse().ok()?;
        let length = raised.chars().take(digits.len()).map(char::len_utf8).sum::<usize>();
        let signed = if sign == Some('⁻') { -value } else { value };
        return Some((signed, gap + (start.len() - raised.len()) + length));
    };
    let mut rest = after.strip_prefix(' ').unwrap_or(after);
    rest = rest.strip_prefix('(').unwrap_or(rest);
    rest = rest.strip_prefix(' ').unwrap_or(rest);
    let (value, length) = whole(rest)?;
    rest = &rest[length..];
    rest = rest.strip_prefix(' ').unwrap_or(rest);
    rest = rest.strip_prefix(')').unwrap_or(rest);
    Some((value, text.len() - rest.len()))
}

fn digit(value: usize) -> char {
    char::from(b"0123456789"[value])
}

/// A signed whole number, with its length.
fn whole(text: &str) -> Option<(i64, usize)> {
    let sign = usize::from(text.starts_with(['+', '-']));
    let digits = text[sign..].bytes().take_while(u8::is_ascii_digit).count();
    Some((text[..sign + digits].parse().ok()?, sign + digits))
}

/// `e3`, or `× 10³`, with its length.
fn scale(text: &str) -> Option<(i64, usize)> {
    if let Some(after) = text.strip_prefix(['e', 'E'])
        && let Some((value, length)) = whole(after)
        && !after[length..].starts_with(char::is_alphabetic)
    {
        return Some((value, 1 + length));
    }
    let start = text.strip_prefix(' ').unwrap_or(text).strip_prefix(['x', '×', '·', '*'])?;
    let after = start.strip_prefix(' ').unwrap_or(start).strip_prefix("10")?;
    let (value, length) = power(after)?;
    Some((value, text.len() - after.len() + length))
}

/// The digits with `.` as the only mark; `None` when their groups make no sense.
fn read_digits(mantissa: &str, ui: Ui) -> Option<String> {
    let text = mantissa.strip_suffix(['.', ',']).unwrap_or(mantissa);
    let at = decimal_mark(text, ui);
    let (whole, decimals) = (&text[..at], text.get(at + 1..).unwrap_or(""));
    if text.is_empty() || !is_whole(whole) || !are_decimals(decimals) {
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
    groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()))
        && (first.is_empty() || (first.iter().all(|group| group.len() == 3) && (1..=3).contains(&last.len())))
}
