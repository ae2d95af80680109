//! Deflate or store, and the deflating of what fits in memory; it streams nothing.

use std::fs::File;
use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;

use libdeflater::CompressionLvl;

use crate::archive::stored::EXTENSIONS;

/// Longest content that is deflated without asking a sample first, and length of that sample.
const SAMPLE: usize = 64 * 1024;

/// How an entry's bytes stand in the zip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Store,
    Deflate,
}

/// The two levels in use; kept by a thread because each allocates its tables once.
pub(super) struct Compressor {
    fast: libdeflater::Compressor,
    good: libdeflater::Compressor,
    /// Grows to what the longest content asks for; fresh memory at each entry would be zeroed for nothing.
    scratch: Vec<u8>,
}

impl Compressor {
    pub(super) fn new() -> Self {
        let level = |n| CompressionLvl::new(n).expect("libdeflate has levels 0 to 12");
        let compressor = |n| libdeflater::Compressor::new(level(n));
        Self { fast: compressor(1), good: compressor(4), scratch: Vec::new() }
    }

    /// The deflated form of `content`, or `None` when storing is as short.
    pub(super) fn deflate(&mut self, name: &str, content: &[u8]) -> Option<Vec<u8>> {
        if is_compressed(name) || (content.len() > SAMPLE && !self.pays(middle(content))) {
            return None;
        }
        let deflated = run(&mut self.good, content, &mut self.scratch);
        (deflated.len() < content.len()).then(|| deflated.to_vec())
    }

    /// How a file that is longer than a sample is packed; it is left at its start.
    pub(super) fn method(&mut self, name: &str, file: &mut File, length: u64) -> io::Result<Method> {
        if is_compressed(name) {
            return Ok(Method::Store);
        }
        let mut sample = vec![0; SAMPLE];
        file.seek(SeekFrom::Start((length - sample.len() as u64) / 2))?;
        file.read_exact(&mut sample)?;
        file.rewind()?;
        Ok(if self.pays(&sample) { Method::Deflate } else { Method::Store })
    }

    /// Whether deflating a sample wins 3 % at least.
    fn pays(&mut self, sample: &[u8]) -> bool {
        run(&mut self.fast, sample, &mut self.scratch).len() * 100 <= sample.len() * 97
    }
}

/// Whether the name says that the content is compressed.
fn is_compressed(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| EXTENSIONS.contains(&extension))
}

fn middle(content: &[u8]) -> &[u8] {
    let start = (content.len() - SAMPLE) / 2;
    &content[start..start + SAMPLE]
}

fn run<'a>(compressor: &mut libdeflater::Compressor, content: &[u8], scratch: &'a mut Vec<u8>) -> &'a [u8] {
    let bound = compressor.deflate_compress_bound(content.len());
    if scratch.len() < bound {
        scratch.resize(bound, 0);
    }
    let length = compressor.deflate_compress(content, scratch);
    &scratch[..length.expect("the buffer has the bound that libdeflate asks for")]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that no compressor shortens.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    fn is_deflated(name: &str, content: &[u8]) -> bool {
        Compressor::new().deflate(name, content).is_some()
    }

    #[test]
    fn what_gets_no_shorter_is_stored() {
        let text = b"cuve ".repeat(100);
        let cases = [
            ("a.txt", &text[..]),
            ("a.jpg", &text),
            ("a.txt", b"x"),
            ("a.txt", b""),
            ("a.txt", &noise(5000)),
        ];
        let deflated = cases.map(|(name, content)| is_deflated(name, content));
        assert_eq!(deflated, [true, false, false, false, false]);
    }

    #[test]
    fn a_long_content_is_judged_by_64_kb_of_its_middle() {
        let around = |middle: Vec<u8>| [vec![b' '; SAMPLE], middle, vec![b' '; SAMPLE]].concat();
        let mixed = |spaces: usize| around([noise(SAMPLE - spaces), vec![b' '; spaces]].concat());
        let deflated =
            [mixed(0), mixed(SAMPLE / 50), mixed(SAMPLE / 20)].map(|content| is_deflated("a.bin", &content));
        assert_eq!(deflated, [false, false, true]);
    }
}
