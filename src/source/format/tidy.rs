//! Spaces as everybody writes them: after colons, in brackets, before comments, at ends of lines.

use crate::source::yaml::Line;
use crate::source::yaml::quoted_end;
use crate::source::yaml::scan;

/// `text` with canonical spaces; what is inside values is left alone.
pub(super) fn tidy(text: &str) -> String {
    let (_, lines) = scan(text);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for line in &lines {
        let (range, written) = match line {
            Line::Value { line, start, colon } => {
                (line, value_line(text, line.start, *start, *colon, line.end))
            }
            Line::Free(line) => (line, text[line.clone()].trim_end_matches([' ', '\t']).to_owned()),
        };
        out.push_str(&text[done..range.start]);
        out.push_str(&written);
        done = range.end;
        let blank = written.is_empty() && matches!(line, Line::Free(_));
        if blank && (out.ends_with("\n\n") || out.is_empty()) {
            done = (done + 1).min(text.len());
        }
    }
    out.push_str(&text[done..]);
    out
}

fn value_line(text: &str, line: usize, start: usize, colon: Option<usize>, end: usize) -> String {
    let (key, rest) = match colon {
        Some(colon) => {
            (format!("{}:", text[start..colon].trim_end_matches([' ', '\t'])), &text[colon + 1..end])
        }
        None => (String::new(), &text[start..end]),
    };
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let body = rest[blank..].trim_end_matches([' ', '\t']);
    let mut out = format!("{}{key}", &text[line..start]);
    if body.starts_with('#') && colon.is_none() {
        return text[line..end].trim_end_matches([' ', '\t']).to_owned();
    }
    if body.starts_with('#') {
        out.push_str(&" ".repeat(blank.max(2)));
        out.push_str(body);
        return out;
    }
    let (value, gap, comment) = split(body);
    if colon.is_some() && !value.is_empty() {
        out.push(' ');
    }
    out.push_str(&spaced(value));
    if !comment.is_empty() {
        out.push_str(&" ".repeat(gap.max(2)));
        out.push_str(comment);
    }
    if colon.is_none() { out.trim_end_matches([' ', '\t']).to_owned() } else { out }
}

/// A value, the blank after it, its comment.
fn split(body: &str) -> (&str, usize, &str) {
    let end = match body.chars().next() {
        Some('"' | '\'') => quoted_end(body, 0, body.len()),
        Some('[' | '{') => flow_end(body),
        _ => Some(0),
    };
    let Some(end) = end else { return (body, 0, "") };
    let Some(hash) = body[end..].find(" #").map(|at| end + at) else { return (body, 0, "") };
    let value = body[..hash].trim_end_matches([' ', '\t']);
    (value, hash + 1 - value.len(), &body[hash + 1..])
}

/// Byte after a collection that closes on its line.
fn flow_end(body: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(c) = body[at..].chars().next() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            '"' | '\'' if starts_value(body, at) => {
                at = quoted_end(body, at, body.len())?;
                continue;
            }
            _ => {}
        }
        at += c.len_utf8();
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn starts_value(body: &str, at: usize) -> bool {
    let before = body[..at].trim_end_matches(' ');
    before.ends_with(['[', '{', ',']) || (before.ends_with(':') && body[..at].ends_with(' '))
}

/// A collection on one line, with one space after commas and inside braces.
fn spaced(value: &str) -> String {
    if !value.starts_with(['[', '{']) || flow_end(value) != Some(value.len()) {
        return value.to_owned();
    }
    let mut out = String::with_capacity(value.len());
    let mut at = 0;
    while let Some(c) = value[at..].chars().next() {
        if matches!(c, '"' | '\'') && starts_value(value, at) {
            let end = quoted_end(value, at, value.len()).unwrap_or(value.len());
            out.push_str(&value[at..end]);
            at = end;
            continue;
        }
        at += c.len_utf8();
        match c {
            '{' | '[' | ',' => {
                let rest = value[at..].trim_start_matches(' ');
                let close = rest.len() == value.len() - at;
                at = value.len() - rest.len();
                // « 2,7 » is a number that its author must mend, not two values.
                let decimal = c == ','
                    && close
                    && out.ends_with(|c: char| c.is_ascii_digit())
                    && rest.starts_with(|c: char| c.is_ascii_digit());
                let tight = decimal || c == '[' || (c == '{' && rest.starts_with(['}', ']']));
                out.push(c);
                out.push_str(if tight { "" } else { " " });
            }
            '}' | ']' => close(c, &mut out),
            ' ' if out.ends_with(' ') => {}
            c => out.push(c),
        }
    }
    out
}

fn close(bracket: char, out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    if bracket == '}' && !out.ends_with('{') {
        out.push(' ');
    }
    out.push(bracket);
}
