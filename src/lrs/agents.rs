//! Who an agent is: the one identifier that two writings of the same agent share. It judges none.

use serde_json::Value;

/// Properties that identify an agent or a group (xAPI 1.0.3 Data 2.4.2.3).
pub const IDENTIFIERS: [&str; 4] = ["mbox", "mbox_sha1sum", "openid", "account"];

/// The identifier of an agent or of an identified group, in one form; `None` when it has none.
pub fn identity(agent: &Value) -> Option<String> {
    let name = IDENTIFIERS.into_iter().find(|name| agent.get(name).is_some())?;
    let value = &agent[name];
    match value.as_str() {
        Some(text) => Some(format!("{name} {text}")),
        None => {
            let part = |key: &str| value.get(key).and_then(Value::as_str);
            Some(format!("{name} {} {}", part("homePage")?, part("name")?))
        }
    }
}

/// The identifiers of an agent or group and of its members.
pub fn identities(agent: &Value) -> Vec<String> {
    let members = agent.get("member").and_then(Value::as_array);
    let all = std::iter::once(agent).chain(members.into_iter().flatten());
    all.filter_map(identity).collect()
}
