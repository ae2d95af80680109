//! Technical programmes of Québec colleges (DEC) near to aluminium: a table of the ministry's titles.

/// A programme of studies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Programme {
    code: &'static str,
    /// In French, its only official language.
    title: &'static str,
}

// Titles: admission conditions of January 2026. 570.C0 also appears as « Techniques de design de
// produits ».
const TABLE: [Programme; 17] = [
    Programme { code: "221.A0", title: "Technologie de l’architecture" },
    Programme { code: "221.B0", title: "Technologie du génie civil" },
    Programme { code: "221.C0", title: "Technologie de la mécanique du bâtiment" },
    Programme { code: "221.D0", title: "Technologie de l’estimation et de l’évaluation en bâtiment" },
    Programme { code: "235.B0", title: "Technologie du génie industriel" },
    Programme { code: "241.A0", title: "Techniques de génie mécanique" },
    Programme { code: "241.B0", title: "Techniques de génie du plastique" },
    Programme { code: "241.C0", title: "Technologie du génie des matériaux composites" },
    Programme { code: "241.D0", title: "Technologie de maintenance industrielle" },
    Programme { code: "270.A0", title: "Technologie du génie métallurgique" },
    Programme { code: "271.A0", title: "Technologie minérale" },
    Programme { code: "280.B0", title: "Techniques de génie aérospatial" },
    Programme { code: "280.C0", title: "Techniques de maintenance d’aéronefs" },
    Programme { code: "280.F0", title: "Techniques de pilotage d’aéronefs" },
    Programme { code: "570.C0", title: "Techniques de design industriel" },
    Programme { code: "570.D0", title: "Techniques de design de présentation" },
    Programme { code: "570.E0", title: "Techniques de design d’intérieur" },
];

impl Programme {
    /// The programme of that code, as `270.A0`.
    pub fn find(code: &str) -> Option<&'static Self> {
        TABLE.iter().find(|programme| programme.code == code)
    }

    /// Its official title.
    pub fn title(&self) -> &'static str {
        self.title
    }
}
