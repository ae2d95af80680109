//! A sorted tree of safe paths: what will stand in the zip; media stay on disk until then.

mod media;

use std::collections::BTreeMap;
use std::path::PathBuf;

/// A path inside a package, unless of an archive of sources: ASCII `[a-z0-9._/-]`, relative, no `..`, at most 100 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackagePath(String);

impl PackagePath {
    /// The path, or `None` when it is not safe in every LMS.
    pub fn new(text: &str) -> Option<Self> {
        let part = |p: &str| !p.is_empty() && !p.starts_with('.') && !p.contains("..") && p.bytes().all(safe);
        (text.len() <= 100 && text.split('/').all(part)).then(|| Self(text.to_owned()))
    }

    /// The path of a file in an archive of sources, as its author wrote it: no LMS reads that archive, so
    /// that only what would leave its folder is `None`.
    pub fn of_source(text: &str) -> Option<Self> {
        let stays = |p: &str| !["", ".", ".."].contains(&p) && !p.contains(['\\', ':']);
        let plain = !text.contains(char::is_control);
        (text.len() <= 1000 && plain && text.split('/').all(stays)).then(|| Self(text.to_owned()))
    }

    /// The path with `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its media type, by its extension.
    pub fn media_type(&self) -> &'static str {
        let extension = self.0.rsplit_once('.').map_or("", |(_, extension)| extension);
        media::TYPES
            .iter()
            .find(|(known, _)| *known == extension)
            .map_or("application/octet-stream", |row| row.1)
    }
}

fn safe(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte)
}

/// The content of one path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// In memory.
    Bytes(Vec<u8>),
    /// On disk, streamed; `length` in bytes.
    File { path: PathBuf, length: u64 },
}

impl Entry {
    /// Length of the content, in bytes.
    pub fn length(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File { length, .. } => *length,
        }
    }
}

/// The tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Package {
    entries: BTreeMap<PackagePath, Entry>,
}

impl Package {
    /// Puts an entry; the last one at a path stays.
    pub fn insert(&mut self, path: PackagePath, entry: Entry) {
        self.entries.insert(path, entry);
    }

    /// Every entry, by path.
    pub fn entries(&self) -> impl Iterator<Item = (&PackagePath, &Entry)> {
        self.entries.iter()
    }

    /// The entry at `path`.
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.entries.get(&PackagePath::new(path)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_some_lms_would_mangle_or_leave_the_package_by_is_none() {
        let long = "a".repeat(100);
        for safe in ["index.html", "assets/a_b-1.svg", "a.b.c", &long] {
            assert_eq!(PackagePath::new(safe).as_ref().map(PackagePath::as_str), Some(safe));
        }
        let longer = "a".repeat(101);
        let refused =
            ["", "/a", "a/", "a//b", "../a", "a/../b", "./a", ".a", "A.html", "é.svg", "a b", "a\\b", "a..b"];
        for unsafe_ in refused.into_iter().chain([longer.as_str()]) {
            assert_eq!(PackagePath::new(unsafe_), None, "{unsafe_}");
        }
    }

    #[test]
    fn a_path_of_a_source_is_what_its_author_wrote_as_long_as_it_stays_in_the_folder() {
        let kept = "modules/m/assets/Cuve n° 2.svg";
        assert_eq!(PackagePath::of_source(kept).as_ref().map(PackagePath::as_str), Some(kept));
        for refused in ["", "/a", "a//b", "../a", "a/../b", "./a", "a\\b", "c:/a", "a\nb"] {
            assert_eq!(PackagePath::of_source(refused), None, "{refused}");
        }
    }
}
