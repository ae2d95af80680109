//! Zips made byte by byte (APPNOTE 4.3), so that each fault can be put where it belongs.

/// One entry, as both headers say it unless a field of the local one differs.
#[derive(Clone)]
pub struct Made {
    pub name: Vec<u8>,
    pub flags: u16,
    pub method: u16,
    pub data: Vec<u8>,
    pub sum: u32,
    pub length: u32,
    pub packed: u32,
    pub mode: u32,
    /// What the local header says instead.
    pub local_name: Option<Vec<u8>>,
    pub local_sum: Option<u32>,
    /// What follows the data.
    pub descriptor: Vec<u8>,
    /// Bytes before the local header that no directory knows.
    pub gap: Vec<u8>,
    /// An offset other than the true one.
    pub offset: Option<u32>,
    pub extra: Vec<u8>,
}

/// A stored entry.
pub fn stored(name: &str, content: &[u8]) -> Made {
    let length = content.len() as u32;
    Made {
        name: name.as_bytes().to_vec(),
        flags: 0,
        method: 0,
        data: content.to_vec(),
        sum: sum(content),
        length,
        packed: length,
        mode: 0o100_644,
        local_name: None,
        local_sum: None,
        descriptor: Vec::new(),
        gap: Vec::new(),
        offset: None,
        extra: Vec::new(),
    }
}

/// An entry in one deflate block that stores its bytes (RFC 1951, 3.2.4).
pub fn deflated(name: &str, content: &[u8]) -> Made {
    let length = content.len() as u16;
    let mut data = vec![1];
    data.extend(length.to_le_bytes());
    data.extend((!length).to_le_bytes());
    data.extend(content);
    Made { method: 8, packed: data.len() as u32, data, ..stored(name, content) }
}

impl Made {
    /// Its sum and lengths after its data, zero in the local header.
    pub fn described(self) -> Self {
        let numbers = [self.sum, self.packed, self.length];
        let signature = *b"PK\x07\x08";
        let descriptor =
            signature.into_iter().chain(numbers.into_iter().flat_map(u32::to_le_bytes)).collect();
        Self { flags: self.flags | 8, local_sum: Some(0), descriptor, ..self }
    }
}

/// CRC-32 (RFC 1952, 8), bit by bit.
pub fn sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8)
            .fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (0_u32.wrapping_sub(sum & 1))))
    })
}

/// The zip, and where its directory starts.
pub fn zip(entries: &[Made]) -> (Vec<u8>, usize) {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for made in entries {
        out.extend(&made.gap);
        let offset = made.offset.unwrap_or(out.len() as u32);
        let local_name = made.local_name.as_ref().unwrap_or(&made.name);
        out.extend(b"PK\x03\x04");
        out.extend(numbers(made, made.local_sum.unwrap_or(made.sum)));
        out.extend((local_name.len() as u16).to_le_bytes());
        out.extend([0, 0]);
        out.extend(local_name);
        out.extend(&made.data);
        out.extend(&made.descriptor);
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(numbers(made, made.sum));
        directory.extend((made.name.len() as u16).to_le_bytes());
        directory.extend((made.extra.len() as u16).to_le_bytes());
        directory.extend([0; 6]);
        directory.extend((made.mode << 16).to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(&made.name);
        directory.extend(&made.extra);
    }
    let start = out.len();
    let count = (entries.len() as u16).to_le_bytes();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count, count].concat());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend((start as u32).to_le_bytes());
    out.extend([0, 0]);
    (out, start)
}

/// Version, flags, method, time, date, sum and lengths, as both headers have them.
fn numbers(made: &Made, sum: u32) -> Vec<u8> {
    let mut out = Vec::new();
    for short in [20, made.flags, made.method, 0, 0x21] {
        out.extend(short.to_le_bytes());
    }
    for long in [sum, made.packed, made.length] {
        out.extend(long.to_le_bytes());
    }
    out
}
