//! What each standard adds to a package, and a table of all; it writes no zip and judges no content.

mod scorm12;
mod xapi;

use crate::model::Limits;
use crate::model::Module;
use crate::package::Package;

/// One standard that packages are made for.
pub trait Target: Sync {
    /// The word of `targets:` and of file names, as `scorm12`.
    fn name(&self) -> &'static str;
    /// What it allows.
    fn limits(&self) -> Limits;
    /// The script that plays its packages: the same player, with the run time of this standard.
    fn player(&self) -> &'static str;
    /// Adds its files to a package that is otherwise whole.
    fn finish(&self, module: &Module, package: &mut Package);
    /// What platforms know a module by, as `("item", "item-x")`: no version changes it.
    fn identifiers(&self, module: &Module) -> Vec<(&'static str, String)>;
    /// The files that open the zip, in order.
    fn first(&self) -> &'static [&'static str];
}

/// Every target; a new one is a folder and a line here.
pub const ALL: &[&dyn Target] = &[&scorm12::Scorm12, &xapi::Xapi];

/// The target of that name.
pub fn find(name: &str) -> Option<&'static dyn Target> {
    ALL.iter().copied().find(|target| target.name() == name)
}
