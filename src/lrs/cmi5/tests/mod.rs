//! Sessions that break one rule and are refused for it, and right sessions that pass.

/// One test for each row: what is done there is refused with that requirement and no other.
macro_rules! refused {
    ($($name:ident => $requirement:ident: $body:expr;)*) => {
        $(#[test]
        fn $name() {
            let refused: Option<&'static str> = $body;
            assert_eq!(refused, Some(super::requirement::$requirement));
        })*

        /// What the tests above break.
        pub const REFUSED: &[&str] = &[$(super::requirement::$requirement),*];
    };
}

mod launch;
mod refused;
mod requests;
mod right;
mod verdict;
mod whole;
mod world;

use std::collections::BTreeSet;

use super::requirement;

#[test]
fn every_requirement_that_is_judged_is_broken_by_a_test() {
    let broken: BTreeSet<&str> =
        [refused::REFUSED, requests::REFUSED, launch::REFUSED, verdict::TOLD].concat().into_iter().collect();
    assert_eq!(broken, requirement::ALL.iter().copied().collect());
}

#[test]
fn no_requirement_has_two_names() {
    let distinct: BTreeSet<&str> = requirement::ALL.iter().copied().collect();
    assert_eq!(distinct.len(), requirement::ALL.len());
}
