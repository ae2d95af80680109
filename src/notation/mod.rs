//! What authors write inside prose and files, turned into checked values.
//!
//! It knows no module: names, files and pages are resolved by `check`.

mod csv;
mod image;
mod math;
mod number;
mod svg;
mod typography;

pub use csv::csv;
pub use image::Size;
pub use image::image;
pub use math::Display;
pub use math::Math;
pub use math::math;
pub use math::written_units;
pub use number::decimals;
pub use number::is_number;
pub use number::localized;
pub use number::number;
pub use number::quantity;
pub use svg::Svg;
pub use svg::svg;
pub use typography::Run;
pub use typography::typeset_runs;
pub use typography::typography;

/// The rules of printing that a language follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// French of Québec: 2 678,5; « … »; no-break space before a colon.
    French,
    /// English: 2,678.5; “…”.
    English,
}
