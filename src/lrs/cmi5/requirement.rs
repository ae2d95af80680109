//! The numbers of the requirements that are judged here, as the list of the standard's testers gives
//! them. What each asks is said where it is judged.

macro_rules! requirements {
    ($($name:ident = $id:literal;)*) => {
        $(pub const $name: &str = $id;)*

        /// Every requirement above.
        #[cfg(test)]
        pub const ALL: &[&str] = &[$($id),*];
    };
}

requirements! {
    // Launch and authorization.
    VOIDING = "6.3.0.0-1";
    INITIALIZED_MISSING = "7.1.1.0-1";
    TERMINATED_MISSING = "7.1.2.0-1";
    TOKEN_OVER = "8.1.2.0-2";
    TOKEN_NOT_FETCHED = "8.1.2.0-4";
    ACTOR = "8.1.3.0-3";
    REQUEST_REGISTRATION = "8.1.4.0-3";
    ACTIVITY_IS_NOT_PUBLISHERS = "8.1.5.0-3";
    ACTIVITY_STAYS = "8.1.5.0-4";
    OBJECT_ID = "8.1.5.0-6";
    FETCHED_AGAIN = "8.2.3.0-1";
    // Statements.
    STATEMENT_ID = "9.1.0.0-1";
    ACTOR_IS_AGENT = "9.2.0.0-2";
    ACTOR_ACCOUNT = "9.2.0.0-3";
    VERB = "9.3.0.0-1";
    VERB_TWICE = "9.3.0.0-2";
    PASSED_AND_FAILED = "9.3.0.0-3";
    BEFORE_INITIALIZED = "9.3.0.0-4";
    AFTER_TERMINATED = "9.3.0.0-5";
    COMPLETED_AGAIN = "9.3.0.0-6";
    PASSED_AGAIN = "9.3.0.0-7";
    FAILED_AFTER_PASSED = "9.3.0.0-8";
    PASSED_BELOW_MASTERY = "9.3.4.0-2";
    FAILED_AT_MASTERY = "9.3.5.0-2";
    AFTER_ABANDONED = "9.3.6.0-2";
    OBJECT = "9.4.0.0-1";
    // Results.
    SCORE_AND_MASTERY = "9.5.1.0-1";
    SCORE_ELSEWHERE = "9.5.1.0-2";
    RAW_WITHOUT_BOUNDS = "9.5.1.0-3";
    SUCCESS_OF_PASSED = "9.5.2.0-1";
    SUCCESS_OF_FAILED = "9.5.2.0-2";
    SUCCESS_ELSEWHERE = "9.5.2.0-3";
    COMPLETION_OF_COMPLETED = "9.5.3.0-1";
    COMPLETION_ELSEWHERE = "9.5.3.0-2";
    DURATION_OF_TERMINATED = "9.5.4.1-1";
    DURATION_OF_COMPLETED = "9.5.4.1-2";
    DURATION_OF_PASSED = "9.5.4.1-3";
    DURATION_OF_FAILED = "9.5.4.1-4";
    // Contexts.
    CONTEXT = "9.6.0.0-1";
    REGISTRATION = "9.6.1.0-1";
    CONTEXT_ACTIVITIES = "9.6.2.0-1";
    CMI5_CATEGORY = "9.6.2.1-1";
    MOVE_ON_CATEGORY_MISSING = "9.6.2.2-1";
    MOVE_ON_CATEGORY_ELSEWHERE = "9.6.2.2-2";
    SESSION_ID = "9.6.3.1-4";
    MASTERY_EXTENSION = "9.6.3.2-2";
    TIMESTAMP = "9.7.0.0-1";
    TIMESTAMP_UTC = "9.7.0.0-2";
    // Documents.
    LAUNCH_DATA_NOT_READ = "10.2.1.0-4";
    LAUNCH_DATA_WRITTEN = "10.2.1.0-5";
    TEMPLATE = "10.2.1.0-6";
    TEMPLATE_OVERWRITTEN = "10.2.1.0-7";
    BROWSE = "10.2.2.0-2";
    REVIEW = "10.2.2.0-3";
    PROFILE_AGENT = "11.0.0.0-1";
    PREFERENCES_NOT_READ = "11.0.0.0-3";
    PREFERENCES = "11.0.0.0-5";
    LANGUAGE_PREFERENCE = "11.1.0.0-1";
}
