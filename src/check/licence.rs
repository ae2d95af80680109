//! Which licence ids are known, by SPDX; what a licence allows is not its business.

/// Kinds of Creative Commons licences.
const CC_KINDS: [&str; 6] = ["BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND"];

/// Versions of Creative Commons licences.
const CC_VERSIONS: [&str; 5] = ["1.0", "2.0", "2.5", "3.0", "4.0"];

/// Ids that content and data are published under, the usual ones first.
const IDS: [&str; 18] = [
    "CC-BY-NC-SA-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-SA-4.0",
    "CC-BY-4.0",
    "CC0-1.0",
    "CC-BY-NC-ND-4.0",
    "CC-BY-ND-4.0",
    "Apache-2.0",
    "BSD-3-Clause",
    "GFDL-1.3-or-later",
    "GPL-3.0-or-later",
    "LAL-1.3",
    "MIT",
    "ODbL-1.0",
    "OGL-Canada-2.0",
    "PDDL-1.0",
    "Unlicense",
    "etalab-2.0",
];

/// Whether `id` names a licence: one of the list, Creative Commons of any version, or `LicenseRef-…`.
pub fn is_known(id: &str) -> bool {
    IDS.contains(&id)
        || is_creative_commons(id)
        || id.strip_prefix("LicenseRef-").is_some_and(|n| !n.is_empty())
}

/// Ids to suggest.
pub fn common() -> impl Iterator<Item = &'static str> {
    IDS.into_iter()
}

/// `CC-BY-NC-SA-2.5-CA`
fn is_creative_commons(id: &str) -> bool {
    let versioned = |kind: &str| {
        let version = id.strip_prefix("CC-")?.strip_prefix(kind)?.strip_prefix('-')?;
        let (version, place) = version.split_once('-').unwrap_or((version, ""));
        let placed = place.len() <= 3 && place.chars().all(|c| c.is_ascii_uppercase());
        Some(CC_VERSIONS.contains(&version) && placed)
    };
    CC_KINDS.iter().any(|kind| versioned(kind) == Some(true))
}
