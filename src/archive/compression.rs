//! Deflate or store, and the deflating of what fits in memory; it streams nothing.

use libdeflater::CompressionLvl;

use crate::archive::stored::EXTENSIONS;

/// Longest content that is deflated without asking a sample first, and length of that sample.
pub(super) const SAMPLE: usize = 64 * 1024;

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
        Self { fast: compressor(1), good: compressor(6), scratch: Vec::new() }
    }

    /// The deflated form of `content`, or `None` when storing is as short.
    pub(super) fn deflate(&mut self, name: &str, content: &[u8]) -> Option<Vec<u8>> {
        if is_compressed(name) || (content.len() > SAMPLE && !self.pays(middle(content))) {
            return None;
        }
        let deflated = run(&mut self.good, content, &mut self.scratch);
        (deflated.len() < content.len()).then(|| deflated.to_vec())
    }

    /// Whether deflating a sample wins 3 % at least.
    pub(super) fn pays(&mut self, sample: &[u8]) -> bool {
        run(&mut self.fast, sample, &mut self.scratch).len() * 100 <= sample.len() * 97
    }
}

/// Whether the name says that the content is compressed.
pub(super) fn is_compressed(name: &str) -> bool {
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
