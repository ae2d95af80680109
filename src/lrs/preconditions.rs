//! Optimistic concurrency: tags of documents, and what If-Match and If-None-Match ask. Whether a
//! request had to ask is the resource's own rule.

use sha2::Digest;
use sha2::Sha256;

use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::encoding;
use crate::lrs::store::Document;

/// The tag of a body, quoted: 40 hexadecimal digits, opaque to clients.
pub fn tag(body: &[u8]) -> String {
    format!("\"{}\"", &encoding::hex(&Sha256::digest(body))[..40])
}

/// Whether the request says what it expects to find.
pub fn given(request: &Request) -> bool {
    request.get("if-match").is_some() || request.get("if-none-match").is_some()
}

/// Whether the document is what the request expects.
pub fn judge(request: &Request, found: Option<&Document>) -> Result<(), Refusal> {
    let tag = found.map(|document| tag(&document.body));
    let asked =
        |name: &str, at: &str| request.get(name).map(|list| names(list, at, tag.as_deref())).transpose();
    if asked("if-match", "If-Match")? == Some(false) {
        return Err(Refusal::new(412, "If-Match", "the document is not the one that was read"));
    }
    if asked("if-none-match", "If-None-Match")? == Some(true) {
        return Err(Refusal::new(412, "If-None-Match", "the document exists"));
    }
    Ok(())
}

/// Whether a list of tags, or `*`, names the one of the document.
fn names(list: &str, at: &str, tag: Option<&str>) -> Result<bool, Refusal> {
    if list.trim() == "*" {
        return Ok(tag.is_some());
    }
    let mut found = false;
    for item in list.split(',').map(str::trim) {
        let quoted = item.len() >= 2 && item.starts_with('"') && item.ends_with('"');
        if !quoted {
            return Err(Refusal::bad(at, format!("« {item} » is neither * nor a tag in quotes")));
        }
        found |= Some(item) == tag;
    }
    Ok(found)
}
