//! The catalogue of an edition as one page that needs no server; it knows nothing but the edition.

mod view;

use crate::assets;
use crate::release::Edition;
use crate::render::Templates;

/// The page: what a person in IT opens first.
pub fn catalogue(edition: &Edition) -> String {
    let view = view::view(edition, assets::CATALOGUE_CSS, assets::CATALOGUE_JS);
    Templates::new(&["catalogue"]).render("catalogue", &view) + "\n"
}

#[cfg(test)]
mod tests;
