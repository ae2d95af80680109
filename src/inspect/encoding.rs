//! The text of a manifest, in the encodings that platforms read; it parses no XML.

use crate::inspect::xml::Written;

/// How much of a file is looked at for its declaration.
const HEAD: usize = 200;

/// The text of `bytes`, or where they stop being UTF-8.
pub(super) fn decoded(bytes: &[u8]) -> Result<(String, Written), usize> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Ok((utf16(rest, u16::from_le_bytes), Written::Otherwise)),
        [0xfe, 0xff, rest @ ..] => Ok((utf16(rest, u16::from_be_bytes), Written::Otherwise)),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok((text.to_owned(), Written::Utf8)),
            Err(_) if is_latin1(bytes) => {
                Ok((bytes.iter().map(|byte| char::from(*byte)).collect(), Written::Otherwise))
            }
            Err(error) => Err(error.valid_up_to()),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

fn is_latin1(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let declaration = head.split_once("?>").map(|(declaration, _)| declaration).unwrap_or_default();
    declaration.contains("iso-8859-1") || declaration.contains("windows-1252")
}
