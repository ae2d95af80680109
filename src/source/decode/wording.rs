//! Words the findings about objects and values; it decides on none.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Span;
use crate::source::Field;
use crate::source::Kind;
use crate::source::decode::value::Of;
use crate::source::yaml::Content;
use crate::source::yaml::Node;
use crate::text;

pub(super) fn nothing(text: &Fragment, kind: &Kind) -> Diagnostic {
    let Kind { fr, en, .. } = kind;
    let message = text! {
        fr: "rien n'est écrit ici; on attend {fr}",
        en: "nothing is written here; {en} is expected",
    };
    let keys: Vec<&str> = required(kind).collect();
    let keys = keys.join(", ");
    Diagnostic::new(Code::FIL1026, text.all(), message).hint(text! {
        fr: "clés à donner : {keys}",
        en: "keys to give: {keys}",
    })
}

fn required(kind: &Kind) -> impl Iterator<Item = &'static str> + use<> {
    kind.fields().filter(|f| f.presence == crate::source::Presence::Required).map(|f| f.name)
}

pub(super) fn not_a_list_of(node: &Node, kind: &Kind) -> Diagnostic {
    let Kind { fr, en, .. } = kind;
    let message = text! {
        fr: "on attend une liste; chaque entrée est {fr}",
        en: "a list is expected; each entry is {en}",
    };
    Diagnostic::new(Code::FIL1010, first_line(node), message).hint(text! {
        fr: "commencez chaque entrée par un tiret et une espace",
        en: "start each entry with a dash and a space",
    })
}

pub(super) fn not_an_object(node: &Node, kind: &Kind) -> Diagnostic {
    let Kind { fr, en, .. } = kind;
    let message = text! {
        fr: "on attend {fr}, avec ses clés",
        en: "{en} is expected, with its keys",
    };
    let first = kind.fields().next().map_or("id", |f| f.name);
    Diagnostic::new(Code::FIL1010, first_line(node), message).hint(text! {
        fr: "écrivez une clé par ligne, comme « {first}: … »",
        en: "write one key a line, as « {first}: … »",
    })
}

pub(super) fn empty_object(at: Span, kind: &Kind) -> Diagnostic {
    let Kind { fr, en, .. } = kind;
    let message = text! {
        fr: "cette clé est vide; on attend {fr}",
        en: "this key is empty; {en} is expected",
    };
    let keys: Vec<&str> = required(kind).collect();
    let keys = keys.join(", ");
    Diagnostic::new(Code::FIL1010, at, message).hint(text! {
        fr: "donnez ses clés ({keys}) ou retirez la clé",
        en: "give its keys ({keys}) or remove the key",
    })
}

pub(super) fn key_is_no_word(key: &Node) -> Diagnostic {
    let message = text! {
        fr: "une clé est un mot, pas une liste ni un objet",
        en: "a key is a word, not a list or an object",
    };
    Diagnostic::new(Code::FIL1010, first_line(key), message).hint(text! {
        fr: "si c'est un texte qui commence par une accolade ou un crochet, mettez-le dans un bloc « | »",
        en: "if it is a text that starts with a brace or a bracket, put it in a « | » block",
    })
}

pub(super) fn merge(at: Span) -> Diagnostic {
    let message = text! {
        fr: "les fusions de YAML (« << ») ne sont pas acceptées",
        en: "YAML merges (« << ») are not accepted",
    };
    Diagnostic::new(Code::FIL1014, at, message).hint(text! {
        fr: "recopiez les clés",
        en: "write the keys again",
    })
}

pub(super) fn repeated(name: &str, at: Span, first: Span) -> Diagnostic {
    let message = text! {
        fr: "la clé « {name} » est donnée deux fois",
        en: "the key « {name} » is given twice",
    };
    Diagnostic::new(Code::FIL1008, at, message)
        .hint(text! { fr: "gardez-en une seule", en: "keep only one" })
        .related(first, text! { fr: "donnée une première fois ici", en: "first given here" })
}

pub(super) fn later_key(name: &str, at: Span) -> Diagnostic {
    let message = text! {
        fr: "cette version ne compile pas encore la clé « {name} »",
        en: "this version does not compile the key « {name} » yet",
    };
    Diagnostic::new(Code::FIL2116, at, message).hint(text! {
        fr: "retirez-la pour l'instant; une version suivante la lira",
        en: "remove it for now; a later version will read it",
    })
}

pub(super) fn later_type(name: &str, at: Span) -> Diagnostic {
    let message = text! {
        fr: "cette version ne compile pas encore les questions « {name} »",
        en: "this version does not compile « {name} » questions yet",
    };
    Diagnostic::new(Code::FIL2116, at, message).hint(text! {
        fr: "types compilés : choice, true-false, numeric, fill-in, matching, sequencing",
        en: "types that compile: choice, true-false, numeric, fill-in, matching, sequencing",
    })
}

pub(super) fn unknown_key(name: &str, kind: &Kind, meant: Option<&str>, at: Span) -> Diagnostic {
    let Kind { fr, en, .. } = kind;
    let message = text! {
        fr: "{fr} n'a pas de clé « {name} »",
        en: "{en} has no key « {name} »",
    };
    let finding = Diagnostic::new(Code::FIL1007, at, message);
    if let Some(meant) = meant {
        return finding.hint(text! { fr: "vouliez-vous dire « {meant} »?", en: "did you mean « {meant} »?" });
    }
    let keys: Vec<&str> = kind.fields().map(|f| f.name).collect();
    let keys = keys.join(", ");
    finding.hint(text! { fr: "clés possibles : {keys}", en: "possible keys: {keys}" })
}

/// `{ name: un, deux }`: `deux` is a key without value.
pub(super) fn cut_at_comma(name: &str, kind: &Kind, at: Span) -> Diagnostic {
    let Kind { fr, en, .. } = kind;
    let message = text! {
        fr: "{fr} n'a pas de clé « {name} »",
        en: "{en} has no key « {name} »",
    };
    if let Some((key, value)) = name.split_once(':') {
        return Diagnostic::new(Code::FIL1007, at, message).hint(text! {
            fr: "mettez une espace après le deux-points : « {key}: {value} »",
            en: "put a space after the colon: « {key}: {value} »",
        });
    }
    Diagnostic::new(Code::FIL1007, at, message).hint(text! {
        fr: "mettez la valeur entre guillemets droits : une virgule la coupe",
        en: "put the value in straight quotes: a comma cuts it",
    })
}

pub(super) fn missing(field: &Field, kind: &Kind, at: Span) -> Diagnostic {
    let Field { name, fr: about, en: about_en, .. } = field;
    let Kind { fr, en, .. } = kind;
    let message = text! {
        fr: "la clé « {name} » manque dans {fr}",
        en: "the key « {name} » is missing in {en}",
    };
    let (about, about_en) = (about.trim_end_matches('.'), about_en.trim_end_matches('.'));
    Diagnostic::new(Code::FIL1009, at, message).hint(text! {
        fr: "ajoutez « {name}: … » ({about})",
        en: "add « {name}: … » ({about_en})",
    })
}

/// One value where a list is expected; `alone` when the value itself is right.
pub(super) fn not_a_list(node: &Node, of: Of, alone: bool) -> Diagnostic {
    let name = of.field.name;
    let message = text! {
        fr: "la clé « {name} » attend une liste",
        en: "the key « {name} » expects a list",
    };
    let finding = Diagnostic::new(Code::FIL1010, first_line(node), message);
    match node.scalar() {
        Some((text, _)) if alone && !text.text().contains('\n') && text.text().chars().count() <= 60 => {
            let value = text.text();
            finding.hint(text! { fr: "écrivez « [{value}] »", en: "write « [{value}] »" })
        }
        _ => finding.hint(text! {
            fr: "commencez chaque entrée par un tiret et une espace",
            en: "start each entry with a dash and a space",
        }),
    }
}

pub(super) fn empty_list(at: Span, of: Of) -> Diagnostic {
    let name = of.field.name;
    let message = text! {
        fr: "la clé « {name} » est vide et attend une liste",
        en: "the key « {name} » is empty and expects a list",
    };
    Diagnostic::new(Code::FIL1010, at, message).hint(text! {
        fr: "écrivez « [] » pour une liste vide, ou retirez la clé",
        en: "write « [] » for an empty list, or remove the key",
    })
}

pub(super) fn not_a_map(node: &Node, of: Of) -> Diagnostic {
    let name = of.field.name;
    let message = text! {
        fr: "la clé « {name} » attend un nom et sa valeur à chaque ligne",
        en: "the key « {name} » expects a name and its value on each line",
    };
    Diagnostic::new(Code::FIL1010, first_line(node), message).hint(text! {
        fr: "écrivez « nom: valeur », deux espaces plus loin que la clé",
        en: "write « name: value », two spaces further than the key",
    })
}

pub(super) fn items_as_yaml(node: &Node, of: Of) -> Diagnostic {
    let name = of.field.name;
    let message = text! {
        fr: "la clé « {name} » attend une liste Markdown dans un bloc « | »",
        en: "the key « {name} » expects a Markdown list in a « | » block",
    };
    Diagnostic::new(Code::FIL1024, first_line(node), message).hint(text! {
        fr: "ajoutez « | » après « {name}: » et gardez les tirets en retrait",
        en: "add « | » after « {name}: » and keep the dashes indented",
    })
}

/// A list or an object where a text is expected; an unquoted colon often makes one.
pub(super) fn not_a_text(node: &Node, of: Of) -> Diagnostic {
    let name = of.field.name;
    if let (Content::Map(pairs), false) = (&node.content, node.flow)
        && let Some((key, _)) = pairs.first()
    {
        let message = text! {
            fr: "un deux-points suivi d'une espace coupe ce texte en deux",
            en: "a colon followed by a space cuts this text in two",
        };
        return Diagnostic::new(Code::FIL1003, key.span, message).hint(text! {
            fr: "mettez le texte dans un bloc « | » ou entre guillemets droits",
            en: "put the text in a « | » block or in straight quotes",
        });
    }
    let message = text! {
        fr: "la clé « {name} » attend un texte",
        en: "the key « {name} » expects a text",
    };
    Diagnostic::new(Code::FIL1010, first_line(node), message).hint(text! {
        fr: "mettez le texte dans un bloc « | » ou entre guillemets droits",
        en: "put the text in a « | » block or in straight quotes",
    })
}

pub(super) fn empty_text(at: Span, of: Of) -> Diagnostic {
    let name = of.field.name;
    let message = text! {
        fr: "la clé « {name} » est vide",
        en: "the key « {name} » is empty",
    };
    Diagnostic::new(Code::FIL1026, at, message).hint(text! {
        fr: "donnez sa valeur ou retirez la clé",
        en: "give its value or remove the key",
    })
}

pub(super) fn several_lines(at: Span, of: Of) -> Diagnostic {
    let name = of.field.name;
    let message = text! {
        fr: "la clé « {name} » attend une seule ligne",
        en: "the key « {name} » expects a single line",
    };
    Diagnostic::new(Code::FIL1010, at, message)
}

/// The place of a node, or a point at its start when it may span several lines.
fn first_line(node: &Node) -> Span {
    match &node.content {
        Content::Scalar(..) => node.span,
        Content::List(nodes) if !node.flow => nodes.first().map_or(node.span, first_line),
        Content::Map(pairs) if !node.flow => pairs.first().map_or(node.span, |(key, _)| first_line(key)),
        _ => node.span,
    }
}
