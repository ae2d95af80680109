//! Puts YAML, in a file or in the blocks of a page, in canonical form and mends the classic traps; it never changes what a file
//! says, and gives it back nearly as it was when it cannot be sure.

mod page;
mod repair;
#[cfg(test)]
mod tests;
mod tidy;

use unicode_normalization::UnicodeNormalization;

use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::source::yaml;
use crate::source::yaml::Content;
use crate::source::yaml::Node;

/// The YAML `text` in canonical form, its traps mended, its comments kept.
pub fn format(text: &str) -> String {
    form(&clean(text))
}

/// A page without BOM, with LF, in NFC, ending with one end of line; its blocks in canonical form.
pub fn format_page(text: &str) -> String {
    page::blocks(&clean(text))
}

/// The canonical form of a clean text.
fn form(clean: &str) -> String {
    let meant = meaning(clean);
    let repaired = repair::repair(clean);
    let tidy = tidy::tidy(&repaired);
    let says_the_same = |text: &String| {
        let said = meaning(text);
        said.is_some() && (said == meant || meant.is_none())
    };
    let found = [tidy, repaired].into_iter().find(says_the_same);
    found.unwrap_or_else(|| clean.to_owned())
}

/// A text without BOM, with LF, in NFC, ending with one end of line.
fn clean(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text: String = text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
    if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" }
}

/// What a text says, places and styles left out; `None` when it cannot be read.
fn meaning(text: &str) -> Option<String> {
    let mut sources = Sources::default();
    let file = sources.add("", text);
    let node = yaml::read(&Fragment::whole(&sources, file), &mut Sink::default())?;
    let mut out = String::new();
    tell(&node, &mut out);
    Some(out)
}

fn tell(node: &Node, out: &mut String) {
    match &node.content {
        Content::Scalar(..) if node.is_null() => out.push('~'),
        // The last end of line of a block says nothing.
        Content::Scalar(text, _) => *out += &format!("{:?}", text.text().trim_end_matches('\n')),
        Content::List(nodes) => {
            out.push('[');
            nodes.iter().for_each(|n| tell(n, out));
            out.push(']');
        }
        Content::Map(pairs) => {
            out.push('{');
            for (key, value) in pairs {
                tell(key, out);
                out.push(':');
                tell(value, out);
            }
            out.push('}');
        }
    }
}
