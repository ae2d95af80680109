//! The stages in order, and the errors of the machine; it judges no content and prints nothing.

use std::path::Path;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::closest;
use crate::model::Module;
use crate::source;
use crate::source::WorkspaceDraft;
use crate::text;

mod error;

pub use error::Error;

/// Reads and checks the workspace at `root`: the valid modules among those selected (none
/// selected: all), everything wrong in `sink`.
pub fn check(
    root: &Path,
    selection: &[String],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<Vec<Module>, Error> {
    let mut draft = source::load(root, sources, sink)?;
    select(&mut draft, selection, sink);
    Ok(Vec::new())
}

fn select(draft: &mut WorkspaceDraft, selection: &[String], sink: &mut Sink) {
    if selection.is_empty() {
        return;
    }
    for wanted in selection {
        if draft.modules.iter().all(|m| m.folder != *wanted) {
            sink.push(unknown_module(draft, wanted));
        }
    }
    draft.modules.retain(|m| selection.contains(&m.folder));
}

fn unknown_module(draft: &WorkspaceDraft, wanted: &str) -> Diagnostic {
    let message = text! {
        fr: "le module «\u{a0}{wanted}\u{a0}» n'existe pas",
        en: "there is no module « {wanted} »",
    };
    let finding = Diagnostic::placeless(Code::FIL9001, message);
    let known = draft.modules.iter().map(|m| m.folder.as_str());
    match closest(wanted, known) {
        Some(near) => finding
            .hint(text! { fr: "vouliez-vous dire «\u{a0}{near}\u{a0}»?", en: "did you mean « {near} »?" }),
        None => finding.hint(text! {
            fr: "nommez un dossier de modules/",
            en: "name a folder of modules/",
        }),
    }
}
