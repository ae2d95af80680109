//! The frame around what is packed, `1.<schema 6>.<sequence>.<payload>.<check 4>`, and why it can be refused.

use crate::contents::Data;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Text;
use crate::transcript::bits::check;
use crate::transcript::memory::Memory;
use crate::transcript::memory::unpack;
use crate::transcript::migrate::migrated;
use crate::transcript::version::Version;
use crate::transcript::words;

/// Characters that platforms keep of a state, which cuts those that are longer.
const KEPT: usize = 4096;

/// A state that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Schema that packed it.
    pub hash: String,
    pub sequence: u32,
    /// In the places of the package.
    pub memory: Memory,
    /// Questions whose answers an earlier version kept and this one can't take up; `None`: this very version.
    pub lost: Option<Vec<String>>,
    /// How many states it is made of.
    pub joined: usize,
}

/// Why a state says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was pasted, or nothing was kept.
    Empty,
    /// Not written as our states are; its length.
    Shape(usize),
    /// Its sum is not that of what it says.
    Sum(usize),
    /// Its sum is right, but it says what this package would not.
    Content,
    /// A package that this one does not know wrote it.
    Foreign(String),
}

/// What a state says along the data of a package.
pub fn read(data: &Data, text: &str) -> Result<State, Refusal> {
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    let frame = frame(text).ok_or(Refusal::Shape(text.chars().count()))?;
    if check(frame.body) != frame.sum {
        return Err(Refusal::Sum(text.chars().count()));
    }
    let foreign = || Refusal::Foreign(frame.hash.to_owned());
    let wrote = Version::of(data, frame.hash).filter(|_| frame.version == "1").ok_or_else(foreign)?;
    let memory = unpack(data, &wrote, frame.payload).map_err(|_| Refusal::Content)?;
    let (hash, sequence) = (frame.hash.to_owned(), frame.sequence);
    if hash == data.state.hash {
        return Ok(State { hash, sequence, memory, lost: None, joined: 1 });
    }
    let (memory, lost) = migrated(data, &wrote, &memory);
    Ok(State { hash, sequence, memory, lost: Some(lost), joined: 1 })
}

struct Frame<'a> {
    body: &'a str,
    version: &'a str,
    hash: &'a str,
    sequence: u32,
    payload: &'a str,
    sum: &'a str,
}

fn frame(text: &str) -> Option<Frame<'_>> {
    let (body, sum) = text.rsplit_once('.')?;
    let mut parts = body.split('.');
    let (version, hash, sequence, payload) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let word = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let is_number = sequence.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let lengths = (hash.len(), sequence.len(), sum.len());
    let fits = parts.next().is_none() && !version.is_empty() && matches!(lengths, (6, 1..=6, 4));
    if !fits || !is_number || ![hash, payload, sum].into_iter().all(word) {
        return None;
    }
    let sequence = u32::from_str_radix(sequence, 36).ok()?;
    Some(Frame { body, version, hash, sequence, payload, sum })
}

/// Whether a text is a whole state, of whatever module.
pub fn is_state(text: &str) -> bool {
    frame(text).is_some_and(|frame| check(frame.body) == frame.sum)
}

impl Refusal {
    /// FIL8102 or FIL8103.
    pub fn finding(&self, data: &Data) -> Diagnostic {
        match self {
            Self::Empty => {
                let message = words::STATE_EMPTY.text();
                Diagnostic::placeless(Code::FIL8102, message).hint(words::STATE_EMPTY_CURE.text())
            }
            Self::Shape(length) => damaged(words::STATE_SHAPE.say(&[("length", length)]), *length),
            Self::Sum(length) => damaged(words::STATE_SUM.say(&[("length", length)]), *length),
            Self::Content => damaged(words::STATE_CONTENT.text(), 0),
            Self::Foreign(hash) => foreign(data, hash),
        }
    }
}

fn foreign(data: &Data, hash: &str) -> Diagnostic {
    let (module, version) = (&data.module.id, &data.module.version);
    let message = words::STATE_FOREIGN.say(&[("hash", &hash), ("module", module), ("version", version)]);
    Diagnostic::placeless(Code::FIL8103, message).hint(words::STATE_FOREIGN_CURE.text())
}

fn damaged(message: Text, length: usize) -> Diagnostic {
    let cure = if length == KEPT {
        words::STATE_CUT_CURE.say(&[("kept", &KEPT)])
    } else {
        words::STATE_DAMAGED_CURE.text()
    };
    Diagnostic::placeless(Code::FIL8102, message).hint(cure)
}
