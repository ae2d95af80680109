//! Numbers of a zip, little end first; each is `None` past the end of the bytes.

pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub(super) fn double(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The 16-bit and 32-bit numbers that say « look in the zip64 field ».
pub(super) const SHORT_ELSEWHERE: u64 = 0xffff;
pub(super) const LONG_ELSEWHERE: u64 = 0xffff_ffff;
