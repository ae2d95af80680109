//! Reads one word, number, date or address as its shape says; nothing is guessed from its look.

use unicode_normalization::UnicodeNormalization;

use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::source::Shape;
use crate::source::Spanned;
use crate::source::Value;
use crate::source::decode::forms;
use crate::source::decode::slug;
use crate::source::decode::value::Of;
use crate::source::decode::wording;
use crate::source::decode::words;

/// The value of `text`, which is one trimmed line.
pub(super) fn scalar(text: &Fragment, shape: &'static Shape, of: Of, sink: &mut Sink) -> Option<Value> {
    let span = text.all();
    let found = match *shape {
        Shape::Number(low, high) => number(text, low, high),
        Shape::Integer(low, high) => integer(text, text.text(), low, high),
        Shape::Percent => percent(text),
        Shape::IntegerOr(low, high, word) => integer_or(text, low, high, word),
        Shape::Boolean => boolean(text),
        Shape::Word(allowed) => one_of(text, allowed, of),
        Shape::Duration => duration(text),
        Shape::Slug => checked(text, slug::is_slug(text.text()), forms::bad_slug),
        Shape::Date => checked(text, is_date(text.text()), forms::bad_date),
        Shape::Version => checked(text, is_version(text.text()), forms::bad_version),
        Shape::Language => checked(text, is_language(text.text()), forms::bad_language),
        Shape::Iri => checked(text, is_iri(text.text()), forms::bad_iri),
        Shape::Base => checked(text, is_iri(text.text()) && text.text().ends_with('/'), forms::bad_base),
        Shape::Tolerance => checked(text, comma(text.text()).is_none(), decimal_comma),
        Shape::Range => checked(text, text.text().split("..").all(|n| comma(n).is_none()), decimal_comma),
        _ => Ok(Value::Text(Spanned { value: text.text().nfc().collect(), span })),
    };
    found.map_err(|finding| sink.push(*finding)).ok()
}

type Found = Result<Value, Box<Diagnostic>>;

/// A text, if it is as it should be.
fn checked(text: &Fragment, is_right: bool, finding: fn(&Fragment) -> Diagnostic) -> Found {
    if !is_right {
        return Err(Box::new(finding(text)));
    }
    Ok(Value::Text(Spanned { value: text.text().to_owned(), span: text.all() }))
}

/// Reports a decimal comma in an expression; `None` when there is one.
pub(super) fn formula(text: &Fragment, sink: &mut Sink) -> Option<()> {
    let mut depth = 0_usize;
    let bytes = text.text().as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            // Between parentheses a comma separates arguments.
            b',' if depth == 0 && is_between_digits(bytes, at) => {
                sink.push(decimal_comma(text));
                return None;
            }
            _ => {}
        }
    }
    Some(())
}

fn number(text: &Fragment, low: f64, high: f64) -> Found {
    let value = plain_number(text).ok_or_else(|| not_a_number(text))?;
    if !(low..=high).contains(&value) {
        return Err(Box::new(forms::out_of_range(text, &low, &high)));
    }
    Ok(Value::Number(Spanned { value, span: text.all() }))
}

fn plain_number(text: &Fragment) -> Option<f64> {
    let digits = |b: u8| b.is_ascii_digit() || b"+-.eE".contains(&b);
    let text = text.text();
    text.bytes().all(digits).then(|| text.parse::<f64>().ok())?.filter(|n| n.is_finite())
}

fn percent(text: &Fragment) -> Found {
    let bare = text.text().trim_end_matches('%').trim_end();
    let share = plain_number(text).filter(|share| *share > 0.0 && *share < 1.0);
    integer(text, bare, 0, 100).map_err(|found| match share {
        Some(share) => Box::new(forms::share(*found, share)),
        None => found,
    })
}

fn integer(text: &Fragment, digits: &str, low: i64, high: i64) -> Found {
    let bare = digits.strip_prefix('-').unwrap_or(digits);
    let is_whole = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
    if !is_whole {
        return Err(Box::new(not_an_integer(text)));
    }
    match digits.parse::<i64>() {
        Ok(value) if (low..=high).contains(&value) => Ok(Value::Integer(Spanned { value, span: text.all() })),
        _ => Err(Box::new(forms::out_of_range(text, &low, &high))),
    }
}

fn integer_or(text: &Fragment, low: i64, high: i64, word: &'static str) -> Found {
    if text.text() == word {
        return Ok(Value::Word(Spanned { value: word, span: text.all() }));
    }
    if text.text().starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return integer(text, text.text(), low, high);
    }
    let allowed = [&format!("{low}..{high}"), word];
    Err(Box::new(forms::not_among(text, &allowed, words::meant(text.text(), &[word]))))
}

fn boolean(text: &Fragment) -> Found {
    let value = match text.text() {
        "true" => true,
        "false" => false,
        other => return Err(Box::new(forms::not_a_boolean(text, &words::fold(other)))),
    };
    Ok(Value::Boolean(Spanned { value, span: text.all() }))
}

fn one_of(text: &Fragment, allowed: &'static [&'static str], of: Of) -> Found {
    if let Some(value) = allowed.iter().find(|word| **word == text.text()) {
        return Ok(Value::Word(Spanned { value, span: text.all() }));
    }
    let variants = of.kind.variants.filter(|v| v.key == of.field.name);
    if let Some(word) = variants.and_then(|v| words::later(text.text(), v)) {
        return Err(Box::new(wording::later_type(word, text.all())));
    }
    let other = variants.and_then(|v| words::synonym(text.text(), v));
    Err(Box::new(forms::not_among(text, allowed, other.or_else(|| words::meant(text.text(), allowed)))))
}

/// Minutes of `45 min`, `1 h`, `1 h 30`, `1 h 30 min`.
fn duration(text: &Fragment) -> Found {
    let bad = || Box::new(forms::bad_duration(text));
    let spaced = text.text().replace('\u{a0}', " ");
    let (hours, minutes) = match spaced.split_once('h') {
        Some((hours, minutes)) => (whole(hours).ok_or_else(bad)?, minutes.trim()),
        None => (0, spaced.strip_suffix("min").map(str::trim).ok_or_else(bad)?),
    };
    let minutes = minutes.strip_suffix("min").unwrap_or(minutes).trim();
    let minutes =
        if minutes.is_empty() && spaced.contains('h') { 0 } else { whole(minutes).ok_or_else(bad)? };
    let value = hours * 60 + minutes;
    if value == 0 || value > 6000 {
        return Err(bad());
    }
    Ok(Value::Integer(Spanned { value, span: text.all() }))
}

fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    (text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return false;
    }
    let (Some(year), Some(month), Some(day)) = (whole(year), whole(month), whole(day)) else { return false };
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

fn is_version(text: &str) -> bool {
    let part = |p: &str| {
        (1..=4).contains(&p.len())
            && p.bytes().all(|b| b.is_ascii_digit())
            && (p == "0" || !p.starts_with('0'))
    };
    text.split('.').count() == 3 && text.split('.').all(part)
}

fn is_language(text: &str) -> bool {
    let subtag = |p: &str| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric());
    let first = text.split('-').next().unwrap_or_default();
    let starts = first.len() >= 2 && first.bytes().all(|b| b.is_ascii_alphabetic());
    starts && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.split('-').all(subtag)
}

fn is_iri(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let clean = !text.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c));
    clean && rest.is_some_and(|r| r.len() > 1 && !r.starts_with('/'))
}

/// The number that `text` writes with a decimal comma, with a point.
pub(super) fn comma(text: &str) -> Option<String> {
    let number = text.trim().trim_end_matches('%').trim_end();
    let (whole, decimals) = number.split_once(',')?;
    let digits = whole.trim_start_matches(['-', '+', '±']);
    let is_number = !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '\u{202f}'))
        && !decimals.is_empty()
        && decimals.bytes().all(|b| b.is_ascii_digit());
    let whole: String = whole.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '±')).collect();
    is_number.then(|| format!("{whole}.{decimals}"))
}

fn decimal_comma(text: &Fragment) -> Diagnostic {
    forms::decimal_comma(text.text(), text.all())
}

/// `text` with each comma between two digits as a point.
pub(super) fn point(text: &str) -> String {
    let bytes = text.as_bytes();
    let swap = |(at, c)| if c == ',' && is_between_digits(bytes, at) { '.' } else { c };
    text.char_indices().map(swap).collect()
}

fn is_between_digits(bytes: &[u8], at: usize) -> bool {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    at.checked_sub(1).is_some_and(is_digit) && is_digit(at + 1)
}

fn not_a_number(text: &Fragment) -> Box<Diagnostic> {
    Box::new(if comma(text.text()).is_some() { decimal_comma(text) } else { forms::not_a_number(text) })
}

fn not_an_integer(text: &Fragment) -> Diagnostic {
    if comma(text.text()).is_some() { decimal_comma(text) } else { forms::not_an_integer(text) }
}
