//! Opens a zip and takes out what the player reads; it trusts nothing that it finds there.

use std::collections::BTreeMap;
use std::io::Read;
use std::io::Seek;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use zip::ZipArchive;

use crate::contents::Contents;
use crate::contents::Data;
use crate::contents::Fault;
use crate::contents::File;
use crate::contents::Question;
use crate::contents::base64;
use crate::contents::sound;

/// The page of a package.
const PAGE: &str = "index.html";
/// By which platforms know it.
const MANIFESTS: &[&str] = &["imsmanifest.xml", "tincan.xml", "cmi5.xml"];
/// What stands before and after the data.
const BLOCK: (&str, &str) = ("id=\"filiere-data\">", "</script>");
/// Bytes of a page that are read: ours have a few millions, and a zip may lie.
const LONGEST: u64 = 256 << 20;

/// Reads a finished package.
pub fn read(zip: impl Read + Seek) -> Result<Contents, Fault> {
    let mut zip = ZipArchive::new(zip).map_err(|_| Fault::Zip)?;
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let file = zip.by_index_raw(at).map_err(|_| Fault::Zip)?;
        if file.is_file() {
            let name = file.name().map_err(|_| Fault::Zip)?.into_owned();
            files.insert(name, File { size: file.size(), crc32: file.crc32() });
        }
    }
    if !files.contains_key(PAGE) {
        return Err(Fault::Foreign);
    }
    let document = text(&mut zip, PAGE)?.ok_or(Fault::Foreign)?;
    let mut manifests = BTreeMap::new();
    for name in MANIFESTS {
        if files.contains_key(*name) {
            manifests.insert((*name).to_owned(), text(&mut zip, name)?.ok_or(Fault::Data)?);
        }
    }
    let (data, graded) = data_of(&document)?;
    Ok(Contents { data, graded, document, manifests, files })
}

/// A file of the zip; `None` when it is no UTF-8.
fn text(zip: &mut ZipArchive<impl Read + Seek>, name: &str) -> Result<Option<String>, Fault> {
    let mut bytes = Vec::new();
    let file = zip.by_name(name).map_err(|_| Fault::Zip)?;
    file.take(LONGEST).read_to_end(&mut bytes).map_err(|_| Fault::Zip)?;
    Ok(String::from_utf8(bytes).ok())
}

/// The data of a page, and its graded questions.
pub fn data_of(document: &str) -> Result<(Data, Vec<Question>), Fault> {
    let data = Data::deserialize(&block(document)?).map_err(|_| Fault::Data)?;
    let graded: Vec<Question> = graded(&data.graded).ok_or(Fault::Data)?;
    if sound::is_sound(&data, &graded) { Ok((data, graded)) } else { Err(Fault::Data) }
}

/// The data of a page, as written there.
pub(super) fn block(document: &str) -> Result<Value, Fault> {
    let (_, after) = document.split_once(BLOCK.0).ok_or(Fault::Foreign)?;
    let (block, _) = after.split_once(BLOCK.1).ok_or(Fault::Data)?;
    let value: Value = serde_json::from_str(block).map_err(|_| Fault::Data)?;
    match value.get("v").and_then(Value::as_u64) {
        Some(1) => Ok(value),
        Some(other) => Err(Fault::Newer(other)),
        None => Err(Fault::Foreign),
    }
}

/// The graded questions, which stand there in Base64.
pub(super) fn graded<T: DeserializeOwned>(text: &str) -> Option<Vec<T>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    serde_json::from_slice(&base64::decode(text)?).ok()
}
