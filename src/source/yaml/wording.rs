//! Words the findings about YAML traps; it finds none.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Span;
use crate::diag::Text;
use crate::source::yaml::Trap;
use crate::source::yaml::TrapKind;
use crate::text;

/// The finding for a trap of `text`; none where the decoder says it better.
pub(super) fn trap(trap: &Trap, text: &Fragment) -> Option<Diagnostic> {
    let at = text.span(trap.at.clone());
    let value = &text.text()[trap.value.clone()];
    Some(match trap.kind {
        TrapKind::Colon => colon(at, value),
        TrapKind::Hash => hash(at),
        TrapKind::Sign(sign) => sign_first(sign, at),
        TrapKind::Unclosed(sign) => unclosed(sign, at),
        TrapKind::AfterBlock(sign) => after_block(sign, at),
        TrapKind::Tab => tab(at),
        TrapKind::NoBreak => no_break(at),
        TrapKind::Advanced => advanced(at),
        TrapKind::Deeper => deeper(at),
        TrapKind::Box | TrapKind::AfterDeeper => return None,
    })
}

/// An anchor, alias, tag or merge key.
pub(super) fn advanced(at: Span) -> Diagnostic {
    let message = text! {
        fr: "les ancres, alias, étiquettes et fusions de YAML ne sont pas acceptés",
        en: "YAML anchors, aliases, tags and merges are not accepted",
    };
    Diagnostic::new(Code::FIL1014, at, message).hint(text! {
        fr: "recopiez la valeur; si c'est un texte, mettez-le dans un bloc « | »",
        en: "write the value again; if it is a text, put it in a « | » block",
    })
}

/// More than one document in a file.
pub(super) fn second_document(at: Span) -> Diagnostic {
    let message = text! {
        fr: "un fichier ne peut contenir qu'un document YAML",
        en: "a file can hold only one YAML document",
    };
    Diagnostic::new(Code::FIL1014, at, message).hint(text! {
        fr: "retirez la ligne « --- »",
        en: "remove the line « --- »",
    })
}

/// More than 64 levels.
pub(super) fn too_deep(at: Span) -> Diagnostic {
    let message = text! {
        fr: "plus de 64 niveaux sont imbriqués",
        en: "more than 64 levels are nested",
    };
    Diagnostic::new(Code::FIL1014, at, message)
}

fn deeper(at: Span) -> Diagnostic {
    let message = text! {
        fr: "cette clé est plus en retrait que celle d'au-dessus, qui a déjà sa valeur",
        en: "this key is indented more than the one above, which already has its value",
    };
    Diagnostic::new(Code::FIL1002, at, message).hint(text! {
        fr: "alignez les clés d'un même objet; dans une liste, la première suit le tiret : « - id: … »",
        en: "align the keys of one object; in a list, the first follows the dash: « - id: … »",
    })
}

fn colon(at: Span, value: &str) -> Diagnostic {
    let message = text! {
        fr: "un deux-points suivi d'une espace coupe cette valeur en deux",
        en: "a colon followed by a space cuts this value in two",
    };
    Diagnostic::new(Code::FIL1003, at, message).hint(quote_or_block(value))
}

fn hash(at: Span) -> Diagnostic {
    let message = text! {
        fr: "un croisillon précédé d'une espace fait disparaître la suite du texte",
        en: "a hash preceded by a space makes the rest of the text vanish",
    };
    Diagnostic::new(Code::FIL1004, at, message)
        .hint(text! {
            fr: "si c'est du texte, mettez-le dans un bloc « | » ou entre guillemets droits",
            en: "if it is text, put it in a « | » block or in straight quotes",
        })
        .hint(text! {
            fr: "si c'est un commentaire, mettez deux espaces avant le croisillon et une après",
            en: "if it is a comment, put two spaces before the hash and one after",
        })
}

fn sign_first(sign: char, at: Span) -> Diagnostic {
    let message = text! {
        fr: "une valeur ne peut pas commencer par « {sign} »",
        en: "a value cannot start with « {sign} »",
    };
    Diagnostic::new(Code::FIL1005, at, message).hint(block())
}

fn unclosed(sign: char, at: Span) -> Diagnostic {
    let closing = match sign {
        '[' => ']',
        '{' => '}',
        other => other,
    };
    let message = text! {
        fr: "« {sign} » ouvre une valeur que rien ne ferme",
        en: "« {sign} » opens a value that nothing closes",
    };
    let code = if matches!(sign, '[' | '{') { Code::FIL1002 } else { Code::FIL1005 };
    Diagnostic::new(code, at, message).hint(text! {
        fr: "fermez avec « {closing} » ou mettez le texte dans un bloc « | »",
        en: "close it with « {closing} », or put the text in a « | » block",
    })
}

fn after_block(sign: char, at: Span) -> Diagnostic {
    let message = text! {
        fr: "le texte ne peut pas commencer sur la ligne de « {sign} »",
        en: "the text cannot start on the line of « {sign} »",
    };
    Diagnostic::new(Code::FIL1005, at, message).hint(text! {
        fr: "passez à la ligne suivante, deux espaces plus loin que la clé",
        en: "go to the next line, two spaces further than the key",
    })
}

fn tab(at: Span) -> Diagnostic {
    let message = text! {
        fr: "cette ligne est en retrait par une tabulation",
        en: "this line is indented with a tab",
    };
    Diagnostic::new(Code::FIL1006, at, message).hint(text! {
        fr: "remplacez chaque tabulation par deux espaces; « filiere fmt » le fait",
        en: "replace each tab with two spaces; « filiere fmt » does it",
    })
}

fn no_break(at: Span) -> Diagnostic {
    let message = text! {
        fr: "cette ligne est en retrait par des espaces insécables",
        en: "this line is indented with no-break spaces",
    };
    Diagnostic::new(Code::FIL1006, at, message).hint(text! {
        fr: "remplacez-les par des espaces ordinaires; « filiere fmt » le fait",
        en: "replace them with plain spaces; « filiere fmt » does it",
    })
}

fn quote_or_block(value: &str) -> Text {
    if value.chars().count() > 60 || value.contains('"') {
        return block();
    }
    text! {
        fr: "écrivez la valeur entre guillemets droits, \"{value}\", ou dans un bloc « | »",
        en: "write the value in straight quotes, \"{value}\", or in a « | » block",
    }
}

fn block() -> Text {
    text! {
        fr: "mettez le texte dans un bloc « | » ou entre guillemets droits; « filiere fmt » le fait",
        en: "put the text in a « | » block or in straight quotes; « filiere fmt » does it",
    }
}
