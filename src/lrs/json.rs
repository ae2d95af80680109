//! Reads JSON without losing what was written: a key that stands twice is refused, with its path.
//! It knows nothing of xAPI.

use std::cell::RefCell;
use std::fmt;

use serde::de::DeserializeSeed;
use serde::de::Deserializer;
use serde::de::Error as _;
use serde::de::MapAccess;
use serde::de::SeqAccess;
use serde::de::Visitor;
use serde_json::Map;
use serde_json::Value;

use crate::lrs::Refusal;

/// The value that `text` writes; `at` is the path of its root.
pub fn read(text: &[u8], at: &str) -> Result<Value, Refusal> {
    let twice = RefCell::new(None);
    let mut source = serde_json::Deserializer::from_slice(text);
    let root = Node { path: at.to_owned(), twice: &twice };
    let value = root.deserialize(&mut source).and_then(|value| source.end().map(|()| value));
    value.map_err(|error| match twice.take() {
        Some(path) => Refusal::bad(path, "the key stands twice in the same object"),
        None => Refusal::bad(at, format!("not JSON: {error}")),
    })
}

/// The path of a key below `at`.
pub fn below(at: &str, key: &str) -> String {
    let plain = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if plain { format!("{at}.{key}") } else { format!("{at}[{}]", Value::from(key)) }
}

struct Node<'a> {
    path: String,
    /// Path of the first key that stands twice.
    twice: &'a RefCell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        loop {
            let path = format!("{}[{}]", self.path, items.len());
            match source.next_element_seed(Node { path, twice: self.twice })? {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = source.next_key::<String>()? {
            let path = below(&self.path, &key);
            if fields.contains_key(&key) {
                self.twice.replace(Some(path));
                return Err(A::Error::custom("a key stands twice"));
            }
            let value = source.next_value_seed(Node { path, twice: self.twice })?;
            fields.insert(key, value);
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_refused_with_its_path() {
        let read = |text: &str| read(text.as_bytes(), "$").map_err(|refusal| refusal.at);
        assert_eq!(read(r#"{"a":[{"b-c":{"d":1,"d":1}}]}"#), Err(r#"$.a[0]["b-c"].d"#.to_owned()));
        let text = r#"{"a":[1,-2,0.5,true,null,"é"],"b":{"a":{}}}"#;
        assert_eq!(read(text).map(|value| value.to_string()).as_deref(), Ok(text));
    }

    #[test]
    fn what_is_no_json_is_refused_at_the_root() {
        for text in ["", "{", "{} {}", "{'a':1}", "[1,]", "1e999", "\u{feff}{}", "NaN"] {
            assert_eq!(
                read(text.as_bytes(), "$").map_err(|refusal| refusal.at),
                Err("$".to_owned()),
                "{text}"
            );
        }
    }
}
