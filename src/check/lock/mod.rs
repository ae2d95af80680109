//! A module beside its released versions: options keep their letters, and what learners would lose
//! is reported; the file itself is read in `lock`.

mod bytes;
mod letters;
mod lost;
mod moved;
mod places;

#[cfg(test)]
mod tests;

pub use bytes::Fate;
pub use bytes::same_bytes;
pub use letters::letters;
pub use lost::IdChange;
pub use lost::lost;
pub use lost::same_version;
pub use moved::moved;
