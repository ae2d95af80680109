//! What a package is, in a few facts; it judges nothing and words nothing.

/// A standard that a package announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standard {
    /// SCORM 1.2.
    Scorm12,
    /// SCORM 2004, of any edition; its manifest is not judged.
    Scorm2004,
    /// A manifest of IMS that is none of SCORM's; it is not judged.
    Ims,
    /// cmi5.
    Cmi5,
    /// Tin Can, that is tincan.xml.
    TinCan,
}

impl Standard {
    /// Its name, the same in both languages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scorm12 => "SCORM 1.2",
            Self::Scorm2004 => "SCORM 2004",
            Self::Ims => "IMS",
            Self::Cmi5 => "cmi5",
            Self::TinCan => "xAPI",
        }
    }
}

/// What a package is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The standards whose manifests it has.
    pub standards: Vec<Standard>,
    /// What a platform calls it.
    pub title: Option<String>,
    /// SCOs that a learner can launch, in a package of SCORM.
    pub scos: usize,
    /// The page that opens first.
    pub launch: Option<String>,
    /// How many files it holds.
    pub files: usize,
    /// Bytes of the zip; 0 for a package that is not written.
    pub size: u64,
    /// Bytes of its files.
    pub unpacked: u64,
}
