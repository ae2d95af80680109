//! Mends the traps whose meaning is certain: colon, leading sign, tab, text after `|`.

use std::ops::Range;

use crate::source::yaml::Line;
use crate::source::yaml::Trap;
use crate::source::yaml::TrapKind;
use crate::source::yaml::scan;

/// Longest value that is put in quotes; a longer one becomes a block.
const QUOTED: usize = 60;

/// `text` with its traps mended.
pub(super) fn repair(text: &str) -> String {
    let (traps, lines) = scan(text);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for trap in &traps {
        let clear = edits.iter().all(|(range, _)| !overlap(range, &trap.value));
        let doubtful = traps.iter().any(|t| is_doubtful(t) && overlap(&t.value, &trap.value));
        if clear
            && !doubtful
            && let Some(edit) = edit(text, trap, &lines)
        {
            edits.push(edit);
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = text.to_owned();
    for (range, with) in edits.into_iter().rev() {
        out.replace_range(range, &with);
    }
    out
}

/// A hash may be a comment, an open bracket may lack anything: only the author knows.
fn is_doubtful(trap: &Trap) -> bool {
    matches!(
        trap.kind,
        TrapKind::Hash
            | TrapKind::Unclosed(_)
            | TrapKind::Advanced
            | TrapKind::Box
            | TrapKind::Deeper
            | TrapKind::AfterDeeper
    )
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn edit(text: &str, trap: &Trap, lines: &[Line]) -> Option<(Range<usize>, String)> {
    let value = &text[trap.value.clone()];
    match trap.kind {
        TrapKind::Tab => Some((trap.value.clone(), untabbed(text, trap.value.start, value, lines))),
        TrapKind::NoBreak => Some((trap.value.clone(), " ".repeat(value.chars().count()))),
        TrapKind::AfterBlock('|') => {
            let (column, _) = line_of(lines, text, trap.value.start)?;
            let rest = value[1..].trim_start();
            (!rest.contains('\n')).then(|| (trap.value.clone(), block(rest, column)))
        }
        TrapKind::Colon | TrapKind::Sign(_) | TrapKind::AfterBlock(_) if !value.contains('\n') => {
            let (column, alone) = line_of(lines, text, trap.value.start)?;
            let long = alone && value.chars().count() > QUOTED;
            Some((trap.value.clone(), if long { block(value, column) } else { quoted(value) }))
        }
        _ => None,
    }
}

/// Column of the key on the line of `at`, and whether `at` starts that key's value.
fn line_of(lines: &[Line], text: &str, at: usize) -> Option<(usize, bool)> {
    lines.iter().find_map(|line| match line {
        Line::Value { line, start, colon } if line.contains(&at) => {
            let column = text[line.start..*start].chars().count();
            let alone = colon.is_some_and(|c| text[c + 1..at].trim().is_empty());
            Some((column, alone))
        }
        _ => None,
    })
}

fn block(value: &str, column: usize) -> String {
    format!("|\n{}{value}", " ".repeat(column + 2))
}

fn quoted(value: &str) -> String {
    if value.contains(['"', '\\']) {
        return format!("'{}'", value.replace('\'', "''"));
    }
    format!("\"{value}\"")
}

/// Two spaces for each tab, and at least what a block below the key above needs.
fn untabbed(text: &str, at: usize, blank: &str, lines: &[Line]) -> String {
    let wide = blank.replace('\t', "  ");
    let above = lines.iter().rev().find_map(|line| match line {
        Line::Value { line, start, .. } if line.end <= at => Some((line, start)),
        _ => None,
    });
    let Some((line, start)) = above else { return wide };
    let is_block = text[line.clone()].trim_end().ends_with(['|', '>', '-', '+']);
    let is_inside = !lines.iter().any(|l| matches!(l, Line::Value { line, .. } if line.contains(&at)));
    if !(is_block && is_inside) {
        return wide;
    }
    " ".repeat((text[line.start..*start].chars().count() + 2).max(wide.len()))
}
