//! Puts the YAML of a page's blocks in canonical form; prose and code around them are left alone.

use std::ops::Range;

use crate::source::format::form;

/// `text` with the body of each block of ours in canonical form.
pub(super) fn blocks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for body in bodies(text) {
        out.push_str(&text[done..body.start]);
        out.push_str(&form(&text[body.clone()]));
        done = body.end;
    }
    out.push_str(&text[done..]);
    out
}

/// Where the bodies of blocks stand: what is between a line ```` ```{name} ```` and the one that closes it.
///
/// A block in a list or a quote, which has something before its backquotes, is not taken.
pub(super) fn bodies(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(char, usize, Option<usize>)> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        match (fence(line), open) {
            (Some((mark, length, info)), None) => {
                let ours = line.starts_with(mark) && info.starts_with('{');
                open = Some((mark, length, ours.then_some(end)));
            }
            (Some((mark, length, "")), Some((opened, least, body))) if mark == opened && length >= least => {
                found.extend(body.map(|body| body..start));
                open = None;
            }
            _ => {}
        }
        start = end;
    }
    found
}

/// The mark of a fence, how often it stands, and what follows it.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let bare = line.trim_start_matches([' ', '>']).trim_end();
    let mark = bare.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = bare.trim_start_matches(mark);
    let length = bare.len() - rest.len();
    (length > 2).then_some((mark, length, rest.trim()))
}
