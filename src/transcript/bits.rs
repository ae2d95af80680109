//! A stream of bits, six to a character, read back; it writes none (the player does).

/// The alphabet of states.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Nothing sensible can be read there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

/// Reads from the first bit on.
pub struct Bits<'a> {
    source: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    pub fn new(source: &'a str) -> Self {
        Self { source: source.as_bytes(), at: 0 }
    }

    /// A number of at most 32 bits, the highest first.
    pub fn take(&mut self, size: usize) -> Result<usize, Unreadable> {
        let mut value = 0;
        for _ in 0..size {
            value = value << 1 | usize::from(self.flag()?);
        }
        Ok(value)
    }

    pub fn flag(&mut self) -> Result<bool, Unreadable> {
        let byte = self.source.get(self.at / 6).ok_or(Unreadable)?;
        let value = ALPHABET.iter().position(|one| one == byte).ok_or(Unreadable)?;
        let bit = value >> (5 - self.at % 6) & 1;
        self.at += 1;
        Ok(bit == 1)
    }

    /// A value below `values`; what is not is a sign of damage.
    pub fn below(&mut self, values: usize) -> Result<usize, Unreadable> {
        let value = self.take(width(values))?;
        if value < values.max(1) { Ok(value) } else { Err(Unreadable) }
    }

    /// Characters of the alphabet.
    pub fn word(&mut self, length: usize) -> Result<String, Unreadable> {
        (0..length).map(|_| Ok(char::from(ALPHABET[self.take(6)?]))).collect()
    }

    /// Nothing may be left but the zeros that fill the last character.
    pub fn end(mut self) -> Result<(), Unreadable> {
        if self.source.len() != self.at.div_ceil(6) {
            return Err(Unreadable);
        }
        while !self.at.is_multiple_of(6) {
            if self.flag()? {
                return Err(Unreadable);
            }
        }
        Ok(())
    }
}

/// Bits that tell `values` values apart.
pub fn width(values: usize) -> usize {
    values.next_power_of_two().trailing_zeros() as usize
}

/// The 24 low bits of the CRC-32 of `text`, as the player writes them.
pub fn check(text: &str) -> String {
    let crc = crc32fast::hash(text.as_bytes());
    (0..4).map(|at| char::from(ALPHABET[(crc >> (18 - 6 * at) & 63) as usize])).collect()
}
