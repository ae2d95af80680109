//! Opens a zip and takes out what the player reads; it trusts nothing that it finds there.

use std::collections::BTreeMap;
use std::io::Read;
use std::io::Seek;

use serde::Deserialize;
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
    let mut bytes = Vec::new();
    let page = zip.by_name(PAGE).map_err(|_| Fault::Zip)?;
    page.take(LONGEST).read_to_end(&mut bytes).map_err(|_| Fault::Zip)?;
    let document = String::from_utf8(bytes).map_err(|_| Fault::Foreign)?;
    let (data, graded) = data_of(&document)?;
    Ok(Contents { data, graded, document, files })
}

/// The data of a page, and its graded questions.
pub fn data_of(document: &str) -> Result<(Data, Vec<Question>), Fault> {
    let (_, after) = document.split_once(BLOCK.0).ok_or(Fault::Foreign)?;
    let (block, _) = after.split_once(BLOCK.1).ok_or(Fault::Data)?;
    let value: Value = serde_json::from_str(block).map_err(|_| Fault::Data)?;
    match value.get("v").and_then(Value::as_u64) {
        Some(1) => {}
        Some(other) => return Err(Fault::Newer(other)),
        None => return Err(Fault::Foreign),
    }
    let data = Data::deserialize(&value).map_err(|_| Fault::Data)?;
    let graded = graded(&data.graded).ok_or(Fault::Data)?;
    if sound::is_sound(&data, &graded) { Ok((data, graded)) } else { Err(Fault::Data) }
}

fn graded(text: &str) -> Option<Vec<Question>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    serde_json::from_slice(&base64::decode(text)?).ok()
}
