//! Numbers and what they carry: thousands, units, per cent, money, hours, dates.

use crate::notation::typography::line::Line;
use crate::notation::typography::line::NO_BREAK;
use crate::notation::typography::words::is_month;
use crate::notation::typography::words::is_unit;

pub fn numbers(line: &mut Line) {
    minus(line);
    thousands(line);
    let mut at = 1;
    while at < line.len() {
        if line.is_french(at) && carries(line.before(at)) {
            at = carried(line, at);
        }
        at += 1;
    }
}

/// A number ends here; a formula may be one.
fn carries(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾' | '\u{fffc}'))
}

/// A hyphen that begins a number is a minus sign.
fn minus(line: &mut Line) {
    for at in 0..line.len() {
        let starts = line.before(at).is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
        let number = line.char(at + 1).is_some_and(|c| c.is_ascii_digit());
        if line.is_french(at) && line.char(at) == Some('-') && starts && number {
            line.set(at, '−');
        }
    }
}

/// `12 500`: one to three digits, then groups of exactly three.
fn thousands(line: &mut Line) {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut at = 0;
    while at < line.len() {
        let end = line.end(at, is_digit);
        let apart = line.before(at).is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | ',' | '.'));
        if end == at || end - at > 3 || !apart {
            at = end.max(at + 1);
            continue;
        }
        at = end;
        while line.is_french(at) && line.is_space(at) {
            let group = line.end(at + 1, is_digit);
            let stuck = line.char(group).is_some_and(|c| c.is_alphabetic() || c == '-');
            if group - (at + 1) != 3 || stuck {
                break;
            }
            line.set(at, NO_BREAK);
            at = group;
        }
    }
}

/// Ties what follows the number that ends before `at`; gives the last character looked at.
fn carried(line: &mut Line, at: usize) -> usize {
    let is_formula = line.before(at) == Some('\u{fffc}');
    if matches!(line.char(at), Some('%' | '‰' | '$')) || is_degree(line, at) {
        if !is_formula {
            line.insert(at, NO_BREAK);
            return at + 1;
        }
        return at;
    }
    if !line.is_space(at) || line.is_space(at + 1) {
        return at;
    }
    let start = at + 1;
    let word = line.end(start, |c| c.is_alphabetic() || matches!(c, 'µ' | 'Ω'));
    let written = line.slice(start..word);
    let sign = matches!(line.char(start), Some('%' | '‰' | '$')) || is_degree(line, start);
    let number = line.end(word, |c| c.is_ascii_digit());
    let squared = number > word && line.char(word).is_some_and(|c| matches!(c, '2' | '3'));
    let apart = number == word || squared;
    if sign || (is_unit(&written) && apart && !(is_formula && is_word(&written))) {
        line.set(at, NO_BREAK);
        if written == "h" {
            minutes(line, word);
        }
    } else if !is_formula && is_month(&written) && is_day(line, at) {
        line.set(at, NO_BREAK);
    }
    at
}

/// Units that are also words a sentence may go on with after a formula.
fn is_word(written: &str) -> bool {
    matches!(written, "a" | "d" | "j" | "h" | "s" | "t" | "min" | "an" | "ans")
}

fn is_degree(line: &Line, at: usize) -> bool {
    line.char(at) == Some('°') && line.char(at + 1).is_some_and(|c| matches!(c, 'C' | 'F'))
}

/// `13 h 30`: the minutes stay with the hour.
fn minutes(line: &mut Line, at: usize) {
    let end = line.end(at + 1, |c| c.is_ascii_digit());
    let digits = end.saturating_sub(at + 1);
    if line.is_space(at) && (1..=2).contains(&digits) && line.is_french(at) {
        line.set(at, NO_BREAK);
    }
}

/// One or two digits stand before `at`.
fn is_day(line: &Line, at: usize) -> bool {
    let start = (0..at).rev().take_while(|i| line.char(*i).is_some_and(|c| c.is_ascii_digit())).last();
    start.is_some_and(|start| {
        at - start <= 2 && line.before(start).is_none_or(|c| !c.is_alphanumeric() && c != ',')
    })
}
