//! references.yaml: bibliographic references; whether one is cited is judged in `unused`.

use crate::check::ids;
use crate::check::ids::Ids;
use crate::check::prose;
use crate::check::titles;
use crate::diag::Sink;
use crate::model::LangTag;
use crate::model::Reference;
use crate::model::ReferenceId;
use crate::source::Object;

/// The references; those that are wrong are reported and left out.
pub fn references(objects: &[Object], language: &LangTag, sink: &mut Sink) -> Vec<Reference> {
    let mut taken = Ids::default();
    objects.iter().filter_map(|object| reference(object, language, &mut taken, sink)).collect()
}

fn reference(object: &Object, language: &LangTag, taken: &mut Ids, sink: &mut Sink) -> Option<Reference> {
    let title = object.text("title").and_then(|t| titles::short(t, sink));
    let id = object.text("id")?;
    let unique = taken.take(id, sink);
    let id = ids::slug(id, ReferenceId::new, sink)?;
    let text = |name: &str| object.text(name).map(|t| t.value.clone());
    let typeset = |name: &str| text(name).map(|t| prose::plain(&t, language));
    let reference = Reference {
        id,
        title: prose::plain(&title?, language),
        author: typeset("author"),
        publisher: typeset("publisher"),
        year: text("year"),
        url: text("url"),
    };
    Some(reference).filter(|_| unique)
}
