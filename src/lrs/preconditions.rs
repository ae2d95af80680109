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
    let asked = |name: &str| request.get(name).map(|list| names(list, tag.as_deref()));
    // What is no tag is that of no document.
    if asked("if-match").is_some_and(|named| named != Ok(true)) {
        return Err(Refusal::new(412, "If-Match", "the document is not the one that was read"));
    }
    match asked("if-none-match").transpose() {
        Err(why) => Err(Refusal::bad("If-None-Match", why)),
        Ok(Some(true)) => Err(Refusal::new(412, "If-None-Match", "the document exists")),
        Ok(_) => Ok(()),
    }
}

/// Whether a list of tags, or `*`, names the one of the document.
fn names(list: &str, tag: Option<&str>) -> Result<bool, String> {
    if list.trim() == "*" {
        return Ok(tag.is_some());
    }
    let mut found = false;
    for item in list.split(',').map(str::trim) {
        let quoted = item.len() >= 2 && item.starts_with('"') && item.ends_with('"');
        if !quoted {
            return Err(format!("« {item} » is neither * nor a tag in quotes"));
        }
        found |= Some(item) == tag;
    }
    Ok(found)
}
