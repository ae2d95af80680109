//! What every checker of one module needs to see; it checks nothing.

use std::collections::BTreeSet;

use crate::check::prose::Names;
use crate::model::Limits;
use crate::source::ModuleDraft;

/// The module as written, and what is known of it.
pub struct Context<'a> {
    pub draft: &'a ModuleDraft,
    pub limits: &'a Limits,
    pub names: Names,
    /// Whether reading the files gave no error.
    pub clean: bool,
    /// Ids of the objectives; `None` when they could not all be read.
    pub objectives: Option<BTreeSet<String>>,
}
