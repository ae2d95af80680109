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
}

impl Compressor {
    pub(super) fn new() -> Self {
        let level = |n| CompressionLvl::new(n).expect("libdeflate has levels 0 to 12");
        Self { fast: libdeflater::Compressor::new(level(1)), good: libdeflater::Compressor::new(level(6)) }
    }

    /// The deflated form of `content`, or `None` when storing is as short.
    pub(super) fn deflate(&mut self, name: &str, content: &[u8]) -> Option<Vec<u8>> {
        if is_compressed(name) || (content.len() > SAMPLE && !self.pays(middle(content))) {
            return None;
        }
        let deflated = run(&mut self.good, content);
        (deflated.len() < content.len()).then_some(deflated)
    }

    /// Whether deflating a sample wins 3 % at least.
    pub(super) fn pays(&mut self, sample: &[u8]) -> bool {
        run(&mut self.fast, sample).len() * 100 <= sample.len() * 97
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

fn run(compressor: &mut libdeflater::Compressor, content: &[u8]) -> Vec<u8> {
    let mut out = vec![0; compressor.deflate_compress_bound(content.len())];
    let length = compressor
        .deflate_compress(content, &mut out)
        .expect("the buffer has the bound that libdeflate asks for");
    out.truncate(length);
    out.shrink_to_fit();
    out
}
