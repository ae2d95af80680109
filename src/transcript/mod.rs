//! What a learner's state says: pages, answers in the words of their questions, attempts, grades; it
//! changes no state and asks no platform.

mod answer;
mod bits;
mod carried;
mod draw;
mod frame;
mod joined;
mod mark;
mod memory;
mod merge;
mod migrate;
mod pasted;
mod said;
mod told;
mod version;
mod words;

pub use answer::Answer;
pub use frame::Refusal;
pub use frame::State;
pub use frame::read;
pub use joined::joined;
pub use mark::Mark;
pub use mark::Verdict;
pub use mark::mark;
pub use memory::Status;
pub use pasted::Pasted;
pub use pasted::pasted;
pub use said::Transcript;
pub use said::transcript;
pub use told::told;
pub use words::all as words;
