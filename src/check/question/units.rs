//! The units of a numeric answer: known, of one dimension, with the factors that convert them.

use crate::check::findings;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::formula;
use crate::model::LangTag;
use crate::model::Measure;
use crate::model::Unit;
use crate::source::Object;
use crate::source::Spanned;
use crate::source::Value;
use crate::text;

/// The accepted units, the answer's own first, and what they measure; none for a pure number.
pub fn units(answer: &Object, language: &LangTag, sink: &mut Sink) -> Option<(Vec<Unit>, Option<Measure>)> {
    if answer.is_broken("unit") || answer.is_broken("units") {
        return None;
    }
    let Some(own) = answer.text("unit") else {
        return without(answer, sink).then(|| (Vec::new(), None));
    };
    let known = read(own, sink);
    let others: Vec<_> = answer.list("units").iter().filter_map(Value::as_text).collect();
    let read_others: Vec<_> = others.iter().map(|text| Some((*text, read(text, sink)?))).collect();
    let known = known?;
    let mut units = vec![Unit { symbol: known.symbol.clone(), factor: 1.0, offset: 0.0 }];
    let mut whole = true;
    for other in read_others {
        let Some((text, unit)) = other else {
            whole = false;
            continue;
        };
        match unit.to(&known) {
            Some(_) if units.iter().any(|u| u.symbol == unit.symbol) => {}
            Some((factor, offset)) => units.push(Unit { symbol: unit.symbol, factor, offset }),
            None => {
                whole = false;
                sink.push(foreign(text, &unit, own.span, &known));
            }
        }
    }
    let measure = measure(&known, &units, language);
    whole.then_some((units, Some(measure)))
}

/// What the answer measures, with the units that say so or say something else.
fn measure(known: &formula::Unit, accepted: &[Unit], language: &LangTag) -> Measure {
    let said = |words: crate::diag::Text| if language.is_french() { words.fr } else { words.en };
    let unknown = |unit: &formula::Unit| accepted.iter().all(|one| one.symbol != unit.symbol);
    let convert = |unit: formula::Unit| {
        let (factor, offset) = unit.to(known)?;
        Some(Unit { symbol: unit.symbol, factor, offset })
    };
    Measure {
        name: said(known.words()),
        others: known.alike().filter(unknown).filter_map(convert).collect(),
        quantities: formula::quantities(known.dimension).map(|(words, units)| (said(words), units)).collect(),
    }
}

/// A pure number takes neither `units` nor `ask_unit`.
fn without(answer: &Object, sink: &mut Sink) -> bool {
    let asked = answer.boolean("ask_unit").is_some_and(|b| b.value);
    let needs = [("units", !answer.list("units").is_empty()), ("ask_unit", asked)];
    let Some((key, _)) = needs.iter().find(|(_, needed)| *needed) else { return true };
    let message = text! { fr: "« {key} » demande une unité", en: "« {key} » needs a unit" };
    let at = answer.key_span(key).unwrap_or(answer.span());
    sink.push(Diagnostic::new(Code::FIL1009, at, message).hint(text! {
        fr: "ajoutez l'unité de la réponse, par exemple unit: kg",
        en: "add the unit of the answer, for example unit: kg",
    }));
    false
}

fn read(text: &Spanned<String>, sink: &mut Sink) -> Option<formula::Unit> {
    match formula::unit(&text.value) {
        Ok(unit) => Some(unit),
        Err(unknown) => {
            sink.push(findings::unknown_unit(&text.value, &unknown, part_span(text, &unknown)));
            None
        }
    }
}

/// The part of a scalar written without escapes: the bytes of the value are those of the file.
fn part_span(text: &Spanned<String>, unknown: &formula::UnknownUnit) -> Span {
    let quotes = (text.span.end - text.span.start) as usize
        - text.value.len().min((text.span.end - text.span.start) as usize);
    if quotes > 2 || unknown.at.is_empty() {
        return text.span;
    }
    let start = text.span.start as usize + quotes / 2;
    Span::new(text.span.file, start + unknown.at.start..start + unknown.at.end)
}

fn foreign(text: &Spanned<String>, unit: &formula::Unit, own: Span, known: &formula::Unit) -> Diagnostic {
    let (written, answer) = (&text.value, &known.symbol);
    let (its, wanted) = (unit.words(), known.words());
    let message = crate::diag::Text::new(
        &format!("« {written} » est {}, alors que la réponse est {}, en « {answer} »", its.fr, wanted.fr),
        &format!("« {written} » is {}, while the answer is {}, in « {answer} »", its.en, wanted.en),
    );
    Diagnostic::new(Code::FIL2108, text.span, message)
        .related(own, text! { fr: "l'unité de la réponse", en: "the unit of the answer" })
}
