//! What a session was launched with: the values that everything sent in it is held against. It
//! changes nothing once the session is open.

use serde::Deserialize;
use serde::Serialize;
use serde_json::Value;

/// What a learner may do in a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// What is done counts.
    #[default]
    Normal,
    /// A look without a record.
    Browse,
    /// A look back without a record.
    Review,
}

/// What satisfies an AU.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MoveOn {
    /// Nothing is asked: it is satisfied at enrolment.
    #[default]
    NotApplicable,
    Passed,
    Completed,
    CompletedAndPassed,
    CompletedOrPassed,
}

impl MoveOn {
    /// Whether it is satisfied by what is known.
    pub fn met(self, completed: bool, passed: bool) -> bool {
        match self {
            Self::NotApplicable => true,
            Self::Passed => passed,
            Self::Completed => completed,
            Self::CompletedAndPassed => completed && passed,
            Self::CompletedOrPassed => completed || passed,
        }
    }
}

/// What a session was launched with.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Who learns, as the launch address says.
    pub actor: Value,
    /// Registration, in lower case.
    pub registration: String,
    /// The LMS's id for the AU.
    pub activity: String,
    /// What every context holds, as LMS.LaunchData gives it.
    pub template: Value,
    /// Launch mode.
    pub mode: Mode,
    /// What satisfies the AU.
    pub move_on: MoveOn,
    /// The least scaled score that passes, if the LMS says one.
    pub mastery: Option<f64>,
}

/// The elements of a list, or the one element that stands where a list is expected.
pub fn elements(value: &Value) -> &[Value] {
    match value {
        Value::Array(elements) => elements,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
}
