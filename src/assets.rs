//! The files embedded in the binary: templates and the player; it renders nothing.
//!
//! `player/dist` holds the committed bundles, so building the crate needs no Node (`make player`
//! makes them anew). A new template is seen once this file is compiled again.

use include_dir::Dir;
use include_dir::File;
use include_dir::include_dir;

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");
static SAMPLES: Dir = include_dir!("$CARGO_MANIFEST_DIR/player/trial/samples");
static GUIDES: [Dir; 2] =
    [include_dir!("$CARGO_MANIFEST_DIR/docs/fr/guides"), include_dir!("$CARGO_MANIFEST_DIR/docs/en/guides")];

/// The player that speaks SCORM 1.2: one classic script.
pub const SCORM12_JS: &str = include_str!("../player/dist/scorm12.js");

/// The player that speaks xAPI: one classic script.
pub const XAPI_JS: &str = include_str!("../player/dist/xapi.js");

/// The words that the player says, French then English: one JSON object each.
pub const PLAYER_WORDS: [&str; 2] =
    [include_str!("../player/dist/words.fr.json"), include_str!("../player/dist/words.en.json")];

/// The player's stylesheet.
pub const PLAYER_CSS: &str = include_str!("../player/dist/filiere.css");

/// The part of it that formulas need, for pages that are no package.
pub const MATH_CSS: &str = include_str!("../player/css/math.css");

/// The simulated LMSs; never part of a package.
pub const SIM: &str = include_str!("../player/dist/sim.js");

/// The page of the preview, with that LMS in it.
pub const PREVIEW_JS: &str = include_str!("../player/dist/preview.js");

/// Its stylesheet.
pub const PREVIEW_CSS: &str = include_str!("../player/dist/preview.css");

/// The catalogue's search and its second language.
pub const CATALOGUE_JS: &str = include_str!("../player/dist/catalogue.js");

/// The stylesheet of the catalogue and of import sheets.
pub const CATALOGUE_CSS: &str = include_str!("../player/dist/catalogue.css");

/// The page that reads learners' states, with the player's own codec.
pub const DECODER_JS: &str = include_str!("../player/dist/decoder.js");

/// Its stylesheet.
pub const DECODER_CSS: &str = include_str!("../player/dist/decoder.css");

/// The page that tries a platform, in its SCORM 1.2 package.
pub const TRIAL_SCORM12_JS: &str = include_str!("../player/dist/trial-scorm12.js");

/// The same in its xAPI package.
pub const TRIAL_XAPI_JS: &str = include_str!("../player/dist/trial-xapi.js");

/// Their stylesheet.
pub const TRIAL_CSS: &str = include_str!("../player/dist/trial.css");

/// Small files of the kinds that modules hold, by name: whether a platform serves them is tried.
pub fn samples() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let name = |file: &'static File| file.path().to_str().expect("names are in ASCII");
    SAMPLES.files().map(move |file| (name(file), file.contents()))
}

/// The guide `docs/<language>/guides/<name>.md`.
pub fn guide(french: bool, name: &str) -> Option<&'static str> {
    GUIDES[usize::from(!french)].get_file(format!("{name}.md"))?.contents_utf8()
}

/// The template `templates/<name>`, as `page.hbs`.
pub fn template(name: &str) -> Option<&'static str> {
    TEMPLATES.get_file(name)?.contents_utf8()
}
