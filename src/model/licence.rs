//! Licences that content is published under: a table; anything else is shown as written.

/// A licence with a page that explains it in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Licence {
    id: &'static str,
    name: &'static str,
    /// What it says, in French and in English.
    words: [&'static str; 2],
    /// Path of its page on creativecommons.org.
    deed: &'static str,
}

const TABLE: [Licence; 7] = [
    Licence {
        id: "CC-BY-4.0",
        name: "CC BY 4.0",
        words: ["Attribution 4.0 International", "Attribution 4.0 International"],
        deed: "licenses/by/4.0",
    },
    Licence {
        id: "CC-BY-SA-4.0",
        name: "CC BY-SA 4.0",
        words: [
            "Attribution – Partage dans les mêmes conditions 4.0 International",
            "Attribution-ShareAlike 4.0 International",
        ],
        deed: "licenses/by-sa/4.0",
    },
    Licence {
        id: "CC-BY-NC-4.0",
        name: "CC BY-NC 4.0",
        words: [
            "Attribution – Pas d’utilisation commerciale 4.0 International",
            "Attribution-NonCommercial 4.0 International",
        ],
        deed: "licenses/by-nc/4.0",
    },
    Licence {
        id: "CC-BY-NC-SA-4.0",
        name: "CC BY-NC-SA 4.0",
        words: [
            "Attribution – Pas d’utilisation commerciale – Partage dans les mêmes conditions 4.0 International",
            "Attribution-NonCommercial-ShareAlike 4.0 International",
        ],
        deed: "licenses/by-nc-sa/4.0",
    },
    Licence {
        id: "CC-BY-ND-4.0",
        name: "CC BY-ND 4.0",
        words: [
            "Attribution – Pas de modification 4.0 International",
            "Attribution-NoDerivatives 4.0 International",
        ],
        deed: "licenses/by-nd/4.0",
    },
    Licence {
        id: "CC-BY-NC-ND-4.0",
        name: "CC BY-NC-ND 4.0",
        words: [
            "Attribution – Pas d’utilisation commerciale – Pas de modification 4.0 International",
            "Attribution-NonCommercial-NoDerivatives 4.0 International",
        ],
        deed: "licenses/by-nc-nd/4.0",
    },
    Licence {
        id: "CC0-1.0",
        name: "CC0 1.0",
        words: ["Transfert dans le domaine public 1.0 universel", "Public Domain Dedication 1.0 Universal"],
        deed: "publicdomain/zero/1.0",
    },
];

impl Licence {
    /// The licence of that SPDX id, as `CC-BY-NC-SA-4.0`.
    pub fn find(id: &str) -> Option<&'static Self> {
        TABLE.iter().find(|licence| licence.id == id)
    }

    /// Its usual short name, the same in every language.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its name in full, as « Creative Commons Attribution 4.0 International (CC BY 4.0) ».
    pub fn words(&self, french: bool) -> String {
        let [fr, en] = self.words;
        format!("Creative Commons {} ({})", if french { fr } else { en }, self.name)
    }

    /// Whether its author gives up all rights.
    pub fn is_public_domain(&self) -> bool {
        self.deed.starts_with("publicdomain/")
    }

    /// Address of the page that explains it, in French or in English.
    pub fn deed(&self, french: bool) -> String {
        let language = if french { "fr" } else { "en" };
        format!("https://creativecommons.org/{}/deed.{language}", self.deed)
    }
}
