//! Sequencing questions: items in the right order, all different.

use crate::check::context::Context;
use crate::check::findings;
use crate::check::prose;
use crate::check::question::list;
use crate::check::question::list::Distinct;
use crate::check::question::part;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Inline;
use crate::model::Interaction;
use crate::model::Item;
use crate::model::Letter;
use crate::source::Object;
use crate::text;

/// The items of a sequencing question.
pub fn sequencing(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Interaction> {
    let text = object.prose("items")?;
    let written = prose::list(text, sink)?;
    let places: Vec<_> = written.iter().map(|i| i.at).collect();
    let counted = list::count(&places, 2, context.limits.options, text.all(), sink);
    let mut distinct = Distinct::default();
    let mut items = Vec::new();
    for (number, item) in written.iter().enumerate() {
        distinct.note(item.content.text(), item.content.all(), sink);
        let text = run(&item.content, item.at, context, sink);
        let name = part::name(item.id.as_ref(), &mut distinct, sink);
        let fixed = part::unfixed(item.fixed, item.at, sink);
        if let (Some(letter), Some(text), Some(name), Some(())) = (Letter::nth(number), text, name, fixed) {
            items.push(Item { letter, name, text });
        }
    }
    (counted && items.len() == written.len()).then_some(Interaction::Sequencing { items })
}

/// One line of an item; an empty one is reported.
pub fn run(content: &Fragment, at: Span, context: &Context<'_>, sink: &mut Sink) -> Option<Vec<Inline>> {
    if content.text().trim().is_empty() {
        let message = text! { fr: "cet élément est vide", en: "this item is empty" };
        sink.push(findings::blank(at, message));
        return None;
    }
    prose::inline(content, &context.names, sink)
}
