//! An object whose keys are known, and the plain types of its values. It knows no xAPI object.

use serde_json::Map;
use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::json;
use crate::lrs::rules::scalar;
use crate::lrs::rules::scalar::Verdict;

/// The verdict on a value at a place.
pub type Judged = Result<(), Refusal>;

/// An object whose keys are all known.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    map: &'a Map<String, Value>,
    at: &'a str,
}

impl<'a> Fields<'a> {
    /// Reads an object; a key that is not among `known` is refused.
    pub fn read(value: &'a Value, at: &'a str, known: &[&str]) -> Result<Self, Refusal> {
        let map = object(value, at)?;
        match map.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => {
                let why = format!("no such property here; known: {}", known.join(", "));
                Err(Refusal::bad(json::below(at, key), why))
            }
            None => Ok(Self { map, at }),
        }
    }

    /// The value of a key.
    pub fn get(self, key: &str) -> Option<&'a Value> {
        self.map.get(key)
    }

    /// The text of a key.
    pub fn text(self, key: &str) -> Option<&'a str> {
        self.get(key)?.as_str()
    }

    /// The path of a key.
    pub fn at(self, key: &str) -> String {
        json::below(self.at, key)
    }

    /// Judges the value of a key, when there is one.
    pub fn check(self, key: &str, rule: impl FnOnce(&Value, &str) -> Judged) -> Judged {
        self.get(key).map_or(Ok(()), |value| rule(value, &self.at(key)))
    }

    /// Judges the value of a key, which must be there.
    pub fn wanted(self, key: &str, rule: impl FnOnce(&Value, &str) -> Judged) -> Judged {
        match self.get(key) {
            Some(value) => rule(value, &self.at(key)),
            None => Err(Refusal::bad(self.at(key), "the property is missing")),
        }
    }

    /// Refuses a key that may not stand here, and says why.
    pub fn never(self, key: &str, why: &str) -> Judged {
        self.get(key).map_or(Ok(()), |_| Err(Refusal::bad(self.at(key), why)))
    }
}

/// The fields of an object.
pub fn object<'a>(value: &'a Value, at: &str) -> Result<&'a Map<String, Value>, Refusal> {
    value.as_object().ok_or_else(|| Refusal::bad(at, "an object is wanted here"))
}

/// The items of an array with their paths.
pub fn array<'a>(value: &'a Value, at: &str) -> Result<Vec<(&'a Value, String)>, Refusal> {
    let items = value.as_array().ok_or_else(|| Refusal::bad(at, "an array is wanted here"))?;
    Ok(items.iter().enumerate().map(|(index, item)| (item, format!("{at}[{index}]"))).collect())
}

/// A text.
pub fn text(value: &Value, at: &str) -> Judged {
    form(|_| Ok(()))(value, at)
}

/// `true` or `false`.
pub fn boolean(value: &Value, at: &str) -> Judged {
    value.as_bool().map(drop).ok_or_else(|| Refusal::bad(at, "true or false is wanted here"))
}

/// A text that is one of a few.
pub fn one_of(words: &'static [&'static str]) -> impl Fn(&Value, &str) -> Judged {
    move |value, at| {
        let known = value.as_str().is_some_and(|text| words.contains(&text));
        if known {
            Ok(())
        } else {
            Err(Refusal::bad(at, format!("one of {} is wanted here", words.join(", "))))
        }
    }
}

/// A text that has a form.
pub fn form(rule: impl Fn(&str) -> Verdict) -> impl Fn(&Value, &str) -> Judged {
    move |value, at| {
        let text = value.as_str().ok_or_else(|| Refusal::bad(at, "a text is wanted here"))?;
        rule(text).map_err(|why| Refusal::bad(at, format!("« {text} »: {why}")))
    }
}

/// An object from language tags to texts.
pub fn language_map(value: &Value, at: &str) -> Judged {
    for (tag, words) in object(value, at)? {
        let at = json::below(at, tag);
        scalar::language(tag).map_err(|why| Refusal::bad(&at, why))?;
        text(words, &at)?;
    }
    Ok(())
}

/// An object from IRIs to anything.
pub fn extensions(value: &Value, at: &str) -> Judged {
    for key in object(value, at)?.keys() {
        scalar::iri(key).map_err(|why| Refusal::bad(json::below(at, key), why))?;
    }
    Ok(())
}

/// Refuses null, but for what extensions hold (xAPI 1.0.3 Data 2.2).
pub fn no_null(value: &Value, at: &str) -> Judged {
    match value {
        Value::Null => Err(Refusal::bad(at, "null is no value: leave the property out")),
        Value::Object(fields) => {
            let judged = fields.iter().filter(|(key, _)| *key != "extensions");
            judged
                .map(|(key, value)| (value, json::below(at, key)))
                .try_for_each(|(value, at)| no_null(value, &at))
        }
        Value::Array(_) => array(value, at)?.into_iter().try_for_each(|(value, at)| no_null(value, &at)),
        _ => Ok(()),
    }
}
