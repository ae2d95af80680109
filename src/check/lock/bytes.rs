//! A package beside the one that was released under its number, which keeps its bytes for good; no
//! file is read.

use std::collections::BTreeMap;

use crate::check::lock::places;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Text;
use crate::lock::Entry;
use crate::model::Release;
use crate::source::ModuleDraft;
use crate::text;

/// What is to become of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It leaves for institutions.
    Released,
    /// It would stand where released packages stand.
    Built,
    /// It goes to a folder of its own, to be tried.
    Tried,
}

/// FIL8001, or FIL8007 when it is only tried: a package of `now` has other bytes than the one that
/// was released as the same version. `last` is what filiere.lock says of that version, if anything;
/// `given` are the sums that are known from elsewhere, by target.
pub fn same_bytes(
    now: &Release,
    last: Option<&Entry>,
    given: &BTreeMap<String, String>,
    fate: Fate,
    draft: &ModuleDraft,
    sink: &mut Sink,
) {
    for (target, sum) in &now.packages {
        let locked = last.and_then(|last| Some((last, last.release.packages.get(target)?)));
        let known = locked.map(|(_, sum)| sum).or_else(|| given.get(target));
        if known.is_none_or(|known| known == sum) {
            continue;
        }
        let (version, module) = (&now.version, &now.module);
        let message = text! {
            fr: "le paquet {target} du module « {module} » {version} est déjà publié, avec d'autres octets",
            en: "the package {target} of the module « {module} » {version} is already released, with other bytes",
        };
        let code = if fate == Fate::Tried { Code::FIL8007 } else { Code::FIL8001 };
        let found = match places::version(draft) {
            Some(at) => Diagnostic::new(code, at, message),
            None => Diagnostic::placeless(code, message),
        };
        let found = match locked {
            Some((last, _)) => {
                let here = text! { fr: "publié ici, en {version}", en: "released here, in {version}" };
                found.related(last.place(&format!("package {target}")), here)
            }
            None => found,
        };
        sink.push(hints(fate).into_iter().fold(found, Diagnostic::hint));
    }
}

fn hints(fate: Fate) -> Vec<Text> {
    let number = text! {
        fr: "donnez un numéro plus grand à version, et sa date à date : le texte, un média ou filiere lui-même a changé depuis",
        en: "give version a higher number, and date its date: the text, a media file or filiere itself has changed since",
    };
    let trial = text! {
        fr: "pour l'essayer avant de changer le numéro : filiere preview, ou filiere build --out DOSSIER",
        en: "to try it before the number changes: filiere preview, or filiere build --out FOLDER",
    };
    let stay = text! {
        fr: "gardez ce paquet pour vos essais : qui le reçoit ne peut le distinguer de celui qui est publié",
        en: "keep this package for your trials: who gets it cannot tell it from the released one",
    };
    match fate {
        Fate::Released => vec![number],
        Fate::Built => vec![number, trial],
        Fate::Tried => vec![stay, number],
    }
}
