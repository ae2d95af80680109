//! What a target allows, as data that `check` and `state` judge by.

/// Limits of one target; the pipeline passes the strictest of all chosen targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Characters of the learner's state (`cmi.suspend_data`; 4 000 leaves room under 4 096).
    pub state: usize,
    /// Characters of a title (Moodle: 255).
    pub title: usize,
    /// Characters of one response or pattern (SCORM 1.2 CMIFeedback: 255).
    pub response: usize,
    /// Options of one question (36: letters and digits).
    pub options: usize,
}
