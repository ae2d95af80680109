//! The words of cmi5: verbs, categories, extensions and types. It says nothing of their use.

/// Verbs of statements that cmi5 defines and that an AU sends.
pub const INITIALIZED: &str = "http://adlnet.gov/expapi/verbs/initialized";
pub const COMPLETED: &str = "http://adlnet.gov/expapi/verbs/completed";
pub const PASSED: &str = "http://adlnet.gov/expapi/verbs/passed";
pub const FAILED: &str = "http://adlnet.gov/expapi/verbs/failed";
pub const TERMINATED: &str = "http://adlnet.gov/expapi/verbs/terminated";

/// The verbs above.
pub const SENT_BY_AU: [&str; 5] = [INITIALIZED, COMPLETED, PASSED, FAILED, TERMINATED];

/// Verbs of statements that an LMS writes.
pub const LAUNCHED: &str = "http://adlnet.gov/expapi/verbs/launched";
pub const ABANDONED: &str = "https://w3id.org/xapi/adl/verbs/abandoned";
pub const SATISFIED: &str = "https://w3id.org/xapi/adl/verbs/satisfied";

/// The verb that takes a statement back.
pub const VOIDED: &str = "http://adlnet.gov/expapi/verbs/voided";

/// Category of every statement that cmi5 defines.
pub const CMI5: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
/// Category of those that moveOn looks at.
pub const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";

/// Extensions of the context.
pub const SESSION_ID: &str = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
pub const MASTERY_SCORE: &str = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
pub const LAUNCH_MODE: &str = "https://w3id.org/xapi/cmi5/context/extensions/launchmode";
pub const LAUNCH_URL: &str = "https://w3id.org/xapi/cmi5/context/extensions/launchurl";
pub const LAUNCH_MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/extensions/moveon";
pub const LAUNCH_PARAMETERS: &str = "https://w3id.org/xapi/cmi5/context/extensions/launchparameters";

/// Type of the course of which an LMS says that it is satisfied.
pub const COURSE: &str = "https://w3id.org/xapi/cmi5/activitytype/course";

/// State document that an LMS writes before a launch.
pub const LAUNCH_DATA: &str = "LMS.LaunchData";
/// Agent profile document of what a learner prefers.
pub const PREFERENCES: &str = "cmi5LearnerPreferences";

/// The last word of a verb's IRI.
pub fn name(verb: &str) -> &str {
    verb.rsplit('/').next().unwrap_or(verb)
}
