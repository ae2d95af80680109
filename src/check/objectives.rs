//! The objectives of a module; whether questions assess them is judged in `unused`.

use std::collections::BTreeSet;

use crate::check::ids;
use crate::check::ids::Ids;
use crate::check::prose;
use crate::check::prose::Names;
use crate::diag::Sink;
use crate::model::Objective;
use crate::model::ObjectiveId;
use crate::source::Object;
use crate::source::Value;

/// Ids of the objectives, as written; `None` when the list could not be read.
pub fn ids(module: &Object) -> Option<BTreeSet<String>> {
    let written = module.list("objectives").iter().map(|v| Some(v.as_object()?.text("id")?.value.clone()));
    if module.is_broken("objectives") { None } else { written.collect() }
}

/// The objectives; those that are wrong are reported and left out.
pub fn objectives(module: &Object, names: &Names, sink: &mut Sink) -> Vec<Objective> {
    let mut taken = Ids::default();
    let objects = module.list("objectives").iter().filter_map(Value::as_object);
    objects.filter_map(|object| objective(object, names, &mut taken, sink)).collect()
}

fn objective(object: &Object, names: &Names, taken: &mut Ids, sink: &mut Sink) -> Option<Objective> {
    let text = object.prose("text").and_then(|text| prose::prose(text, names, sink));
    let id = object.text("id")?;
    let unique = taken.take(id, sink);
    let id = ids::slug(id, ObjectiveId::new, sink)?;
    let bloom = object.word("bloom").map(|w| w.value.to_owned());
    Some(Objective { id, bloom, text: text? }).filter(|_| unique)
}
