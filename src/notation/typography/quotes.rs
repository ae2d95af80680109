//! Apostrophes and quotes: ’ everywhere, « … » in French, “…” in English and inside guillemets.

use crate::notation::typography::line::Line;
use crate::notation::typography::line::NO_BREAK;
use crate::notation::typography::line::is_blank;

pub fn quotes(line: &mut Line) {
    single(line);
    double(line);
    guillemets(line);
}

fn single(line: &mut Line) {
    for at in 0..line.len() {
        if line.free(at) != Some('\'') {
            continue;
        }
        let (before, after) = (line.before(at), line.char(at + 1));
        let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '—'));
        let is_word = after.is_some_and(char::is_alphanumeric);
        // 5' is five feet or minutes.
        if before.is_some_and(|c| c.is_ascii_digit()) && !is_word {
            continue;
        }
        let opening = opens && is_word && !line.is_french(at);
        line.set(at, if opening { '‘' } else { '’' });
    }
}

/// Straight double quotes become pairs; one without its partner stays.
fn double(line: &mut Line) {
    let mut open: Vec<usize> = Vec::new();
    let mut pairs = Vec::new();
    let mut guillemets = 0_usize;
    for at in 0..line.len() {
        match line.free(at) {
            Some('«') => guillemets += 1,
            Some('»') => guillemets = guillemets.saturating_sub(1),
            Some('"') if opens(line, at) => open.push(at),
            Some('"') => {
                if let Some(first) = open.pop() {
                    pairs.push((first, at, guillemets + open.len()));
                }
            }
            _ => {}
        }
    }
    for (first, last, depth) in pairs {
        let french = line.is_french(first) && depth == 0;
        line.set(first, if french { '«' } else { '“' });
        line.set(last, if french { '»' } else { '”' });
    }
}

fn opens(line: &Line, at: usize) -> bool {
    let before = line.before(at);
    let free = before.is_none_or(|c| c.is_whitespace() || is_blank(c) || "([«—–’'/\"".contains(c));
    free && line.char(at + 1).is_some_and(|c| !c.is_whitespace())
}

/// A no-break space inside « and », in place of any other.
fn guillemets(line: &mut Line) {
    let mut at = 0;
    while at < line.len() {
        match line.free(at) {
            Some('«') => {
                while line.is_space(at + 1) {
                    line.remove(at + 1);
                }
                if at + 1 < line.len() {
                    line.insert_after(at, NO_BREAK);
                    at += 1;
                }
            }
            Some('»') => {
                while at > 0 && line.is_space(at - 1) {
                    line.remove(at - 1);
                    at -= 1;
                }
                if at > 0 {
                    line.insert(at, NO_BREAK);
                    at += 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
}
