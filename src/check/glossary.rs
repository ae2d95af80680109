//! glossary.yaml: terms and their forms, each unique; the use of a term is judged in `unused`.

use std::collections::BTreeMap;

use crate::check::findings;
use crate::check::prose;
use crate::check::prose::Names;
use crate::check::titles;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Term;
use crate::source::Object;
use crate::source::Value;

/// Makes every form of every term known; forms that two terms share are reported.
pub fn forms(terms: &[Object], names: &mut Names, sink: &mut Sink) {
    let mut taken: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for (number, (object, id)) in terms.iter().zip(ids(terms)).enumerate() {
        let own = object.text("term").into_iter();
        for form in own.chain(object.list("forms").iter().filter_map(Value::as_text)) {
            match taken.get(&form.value.to_lowercase()) {
                Some((other, first)) if *other != number => {
                    sink.push(findings::repeated(&form.value, form.span, *first));
                }
                Some(_) => {}
                None => {
                    taken.insert(form.value.to_lowercase(), (number, form.span));
                    names.add_term(&form.value, &id);
                }
            }
        }
    }
}

/// The terms, by id; those that are wrong are reported and left out.
pub fn glossary(terms: &[Object], names: &Names, sink: &mut Sink) -> Vec<Term> {
    terms.iter().zip(ids(terms)).filter_map(|(object, id)| term(object, id, names, sink)).collect()
}

/// The id of each term, in order: its slug, with a number when two have the same.
pub fn ids(terms: &[Object]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for object in terms {
        let slug = object.text("term").map(|t| findings::slugify(&t.value)).filter(|s| !s.is_empty());
        let slug = slug.unwrap_or_else(|| "terme".to_owned());
        let number = |n: usize| if n == 1 { slug.clone() } else { format!("{slug}-{n}") };
        let id = (1..).map(number).find(|id| !ids.contains(id)).expect("numbers never run out");
        ids.push(id);
    }
    ids
}

fn term(object: &Object, id: String, names: &Names, sink: &mut Sink) -> Option<Term> {
    let text = object.prose("text").and_then(|t| prose::prose(t, names, sink));
    let term = object.text("term").and_then(|t| titles::short(t, sink));
    let forms = object.list("forms").iter().filter_map(Value::as_text).map(|t| t.value.clone()).collect();
    Some(Term { id, term: prose::plain(&term?, &names.language), forms, text: text? })
}
