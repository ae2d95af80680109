//! Parameters of an address, each known by name and read into what it means.

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::json;
use crate::lrs::moment;
use crate::lrs::moment::Moment;
use crate::lrs::rules;

/// The parameters of one request, all of them known.
#[derive(Debug, Clone, Copy)]
pub struct Params<'a> {
    request: &'a Request,
}

impl<'a> Params<'a> {
    /// Refuses a parameter that is not among `known`, or that stands twice.
    pub fn read(request: &'a Request, known: &[&str]) -> Result<Self, Refusal> {
        for (index, (name, _)) in request.query.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                return Err(Refusal::bad(
                    at(name),
                    format!("no such parameter here; known: {}", known.join(", ")),
                ));
            }
            if request.query[..index].iter().any(|(before, _)| before == name) {
                return Err(Refusal::bad(at(name), "the parameter stands twice"));
            }
        }
        Ok(Self { request })
    }

    /// The text of a parameter.
    pub fn text(self, name: &str) -> Option<&'a str> {
        self.request.param(name)
    }

    /// The text of a parameter that must be there.
    pub fn wanted(self, name: &str) -> Result<&'a str, Refusal> {
        let text = self.text(name).filter(|text| !text.is_empty());
        text.ok_or_else(|| Refusal::bad(at(name), "the parameter is missing"))
    }

    /// A UUID, in lower case.
    pub fn uuid(self, name: &str) -> Result<Option<String>, Refusal> {
        self.checked(name, |text| rules::uuid(text).map(|()| text.to_lowercase()))
    }

    /// `true` or `false`; false when it is missing.
    pub fn flag(self, name: &str) -> Result<bool, Refusal> {
        let read = self.checked(name, |text| text.parse().map_err(|_| "the value is true or false"))?;
        Ok(read.unwrap_or_default())
    }

    /// A timestamp.
    pub fn moment(self, name: &str) -> Result<Option<Moment>, Refusal> {
        self.checked(name, moment::parse)
    }

    /// An absolute IRI.
    pub fn iri(self, name: &str) -> Result<Option<String>, Refusal> {
        self.checked(name, |text| rules::iri(text).map(|()| text.to_owned()))
    }

    /// An agent or an identified group, written as JSON.
    pub fn agent(self, name: &str) -> Result<Option<Value>, Refusal> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let agent = json::read(text.as_bytes(), &at(name))?;
        rules::identified(&agent, &at(name))?;
        Ok(Some(agent))
    }

    /// What `read` makes of a parameter.
    pub fn checked<T>(
        self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, &'static str>,
    ) -> Result<Option<T>, Refusal> {
        let read = self.text(name).map(read).transpose();
        read.map_err(|why| Refusal::bad(at(name), why))
    }
}

/// The place of a parameter.
pub fn at(name: &str) -> String {
    format!("?{name}")
}
