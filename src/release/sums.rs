//! SHA256SUMS, as `sha256sum -c` reads it, and the sum of a file; it judges nothing.

use std::fs::File;
use std::io;
use std::io::Read;
use std::path::Path;

use sha2::Digest;
use sha2::Sha256;

use crate::archive::Hash;

/// Name of the file, in the folder of an edition.
pub const SUMS: &str = "SHA256SUMS";

/// The lines for these files, `(path, sum)`, sorted by path.
pub(super) fn text(files: &[(&str, &str)]) -> String {
    let mut sorted = files.to_vec();
    sorted.sort_unstable();
    sorted.into_iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect()
}

/// Sum and path of a line, or `None` when it is none.
pub(super) fn line(line: &str) -> Option<(&str, &str)> {
    let (sum, path) = line.split_once("  ")?;
    (is_sum(sum) && !path.is_empty()).then_some((path, sum))
}

fn is_sum(word: &str) -> bool {
    word.len() == 64 && word.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Length and sum of a file, read in pieces.
pub(super) fn of_file(path: &Path) -> io::Result<(u64, String)> {
    let mut file = File::open(path)?;
    let (mut digest, mut length) = (Sha256::new(), 0);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok((length, Hash::from(digest.finalize()).to_string())),
            count => {
                length += count as u64;
                digest.update(&buffer[..count]);
            }
        }
    }
}
