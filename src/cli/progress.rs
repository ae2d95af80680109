//! A bar while packages are written, for a person who watches; silent otherwise.

use indicatif::ProgressBar;
use indicatif::ProgressDrawTarget;
use indicatif::ProgressStyle;

use crate::cli::context::Context;
use crate::cli::terminal::Stream;
use crate::pipeline::Compiled;

/// Bytes below which nothing is worth waiting for.
const WORTH_SHOWING: u64 = 16 << 20;

/// A bar over the bytes of all packages.
pub fn bar(compiled: &[Compiled], context: &Context) -> ProgressBar {
    let bytes: u64 =
        compiled.iter().flat_map(|one| one.package.entries()).map(|(_, entry)| entry.length()).sum();
    if !context.terminal.is_watched(Stream::Err) || bytes < WORTH_SHOWING {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {bytes} / {total_bytes}")
        .expect("the template names only fields that exist");
    ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr()).with_style(style)
}
