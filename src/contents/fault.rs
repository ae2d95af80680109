//! Why a package can't be read, in words.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Text;
use crate::text;

/// Why nothing can be read from a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No zip, or one that is cut or damaged.
    Zip,
    /// A zip that no filiere made.
    Foreign,
    /// What our page carries is of another shape than this program knows, with its version.
    Newer(u64),
    /// What our page carries is damaged.
    Data,
}

impl Fault {
    /// FIL8101, for the package at `path`.
    pub fn finding(&self, path: &str) -> Diagnostic {
        let (message, hint) = match self {
            Self::Zip => (
                text! {
                    fr: "« {path} » n'est pas un zip, ou il est coupé ou abîmé",
                    en: "« {path} » is no zip, or it is cut or damaged",
                },
                again(),
            ),
            Self::Foreign => (
                text! {
                    fr: "« {path} » n'est pas un paquet de filiere : son index.html ne porte pas les données du lecteur",
                    en: "« {path} » is no package of filiere: its index.html does not carry the data of the player",
                },
                text! {
                    fr: "nommez le zip qui a été importé, tel qu'il est sorti de « filiere build » ou « filiere release »",
                    en: "name the zip that was imported, as it came out of « filiere build » or « filiere release »",
                },
            ),
            Self::Newer(version) => (
                text! {
                    fr: "les données de « {path} » sont de la version {version}, et ce programme lit la version 1",
                    en: "the data of « {path} » are of version {version}, and this program reads version 1",
                },
                text! {
                    fr: "installez la version de filiere qui a fait le paquet, ou une plus récente",
                    en: "install the version of filiere that made the package, or a newer one",
                },
            ),
            Self::Data => (
                text! {
                    fr: "les données de « {path} » sont abîmées, ou ont été modifiées depuis sa compilation",
                    en: "the data of « {path} » are damaged, or were changed since it was compiled",
                },
                again(),
            ),
        };
        Diagnostic::placeless(Code::FIL8101, message).hint(hint)
    }
}

fn again() -> Text {
    text! {
        fr: "reprenez le paquet de dist/ ou de la plateforme, et comparez sa taille ou son SHA-256",
        en: "take the package from dist/ or from the platform again, and compare its size or SHA-256",
    }
}
