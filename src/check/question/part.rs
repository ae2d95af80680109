//! What ends an option, a source, a target or an item: its name `{#id}`, and `{fixed}` where it has a sense.

use crate::check::ids;
use crate::check::question::list::Distinct;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::PartId;
use crate::source::Spanned;
use crate::text;

/// `{#id}`: a slug, once in a list; the outer `None` when it was reported.
#[expect(clippy::option_option, reason = "a part without a name is right, a broken name is not")]
pub fn name(id: Option<&Fragment>, distinct: &mut Distinct, sink: &mut Sink) -> Option<Option<PartId>> {
    let Some(id) = id else { return Some(None) };
    let written = Spanned { value: id.text().to_owned(), span: id.all() };
    let name = ids::slug(&written, PartId::new, sink)?;
    // With its sign it is like no text.
    distinct.note(&format!("#{name}"), id.all(), sink).then_some(Some(name))
}

/// FIL1024: what is shuffled without exception has no place to keep.
pub fn unfixed(fixed: bool, at: Span, sink: &mut Sink) -> Option<()> {
    if fixed {
        let message = text! {
            fr: "« {{fixed}} » ne sert qu'aux options d'un choix",
            en: "« {{fixed}} » is for the options of a choice only",
        };
        let hint = text! {
            fr: "enlevez-le : ces éléments sont toujours mêlés",
            en: "remove it: these items are always shuffled",
        };
        sink.push(Diagnostic::new(Code::FIL1024, at, message).hint(hint));
    }
    (!fixed).then_some(())
}
