//! Where a session and its registration stand: what was read, sent and ended. It judges nothing.

use std::collections::BTreeSet;

use crate::lrs::moment::Moment;

use super::terms::MoveOn;

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The AU said so.
    Terminated,
    /// The LMS gave it up for a later one.
    Abandoned,
}

/// A statement that was accepted, as far as order goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Its verb.
    pub verb: String,
    /// Whether cmi5 defines it.
    pub defined: bool,
    /// When it says that it happened.
    pub happened: Option<Moment>,
}

/// Where a session stands.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// LMS.LaunchData was read.
    pub launch_data_read: bool,
    /// What the learner prefers was asked for.
    pub preferences_read: bool,
    /// Statements accepted, in order.
    pub sent: Vec<Sent>,
    /// Their ids.
    pub ids: BTreeSet<String>,
    /// How it ended, if it did.
    pub end: Option<End>,
}

impl Progress {
    /// Whether a statement that cmi5 defines was sent with this verb.
    pub fn has(&self, verb: &str) -> bool {
        self.sent.iter().any(|sent| sent.defined && sent.verb == verb)
    }
}

/// Where a registration stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The LMS's id for the AU.
    pub activity: String,
    /// What satisfies it.
    pub move_on: MoveOn,
    /// It was completed.
    pub completed: bool,
    /// It was passed.
    pub passed: bool,
    /// The LMS wrote `satisfied`.
    pub satisfied: bool,
}
