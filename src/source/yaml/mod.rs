//! Reads YAML into a tree that keeps every occurrence of a key, every style and every place; it
//! gives no scalar a type.

mod align;
mod flow;
mod mask;
mod node;
mod signs;
mod syntax;
#[cfg(test)]
mod tests;
mod traps;
mod tree;
mod wording;

pub(in crate::source) use flow::quoted_end;
pub(in crate::source) use node::Content;
pub(in crate::source) use node::Node;
pub(in crate::source) use node::Style;
pub(in crate::source) use traps::Line;
pub(in crate::source) use traps::Trap;
pub(in crate::source) use traps::TrapKind;
pub(in crate::source) use traps::scan;
use traps::traps;

use crate::diag::Fragment;
use crate::diag::Sink;

/// The tree of `text`; `None` when it could not be read, which was then reported.
///
/// Values that fall into a trap are reported, all in one run, then read as they were meant, so
/// that the rest of the file is judged too.
pub(in crate::source) fn read(text: &Fragment, sink: &mut Sink) -> Option<Node> {
    let traps = traps(text.text());
    for finding in traps.iter().filter_map(|trap| wording::trap(trap, text)) {
        sink.push(finding);
    }
    let masked = mask::mask(text.text(), &traps);
    match tree::tree(text, &masked, &traps, sink) {
        Ok(node) => Some(node),
        Err(tree::Failure::Reported) => None,
        Err(tree::Failure::Syntax(error)) => {
            // What the parser says after a trap is a consequence of the trap.
            if traps.iter().all(|t| t.kind == TrapKind::Box) {
                sink.push(syntax::finding(&error, text));
            }
            None
        }
    }
}
