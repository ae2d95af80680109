//! tincan.xml: what its schema cannot say, and what platforms that launch Tin Can stumble on.

use std::collections::BTreeSet;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::inspect::schema;
use crate::inspect::xapi::findings;
use crate::inspect::xapi::launch;
use crate::inspect::xapi::table_tincan;
use crate::inspect::xml::Element;
use crate::text;

/// Lists of components of an interaction (xAPI-Data, 2.4.4.1).
const COMPONENTS: [&str; 5] = ["choices", "scale", "source", "target", "steps"];

/// Judges a tincan.xml.
pub(super) fn judge(root: &Element, holds: &dyn Fn(&str) -> bool, sink: &mut Sink) {
    if !schema::judge(root, &table_tincan::TINCAN, table_tincan::SPACE, sink) {
        return;
    }
    if let Some(element) = prefixed(root) {
        let name = &element.name;
        let message = text! { fr: "« {name} » porte un préfixe", en: "« {name} » bears a prefix" };
        sink.push(findings::misread(element.at, message).hint(text! {
            fr: "déclarez l'espace de noms par défaut : mod_tincanlaunch de Moodle ne trouve que les noms sans préfixe",
            en: "declare the default namespace: Moodle's mod_tincanlaunch finds only names without a prefix",
        }));
    }
    let activities: Vec<&Element> =
        root.named("activities").flat_map(|activities| activities.named("activity")).collect();
    findings::unique(activities.iter().filter_map(|activity| activity.attribute("id")), sink);
    for activity in &activities {
        self::activity(activity, holds, sink);
    }
    launched(root, &activities, sink);
}

fn activity(activity: &Element, holds: &dyn Fn(&str) -> bool, sink: &mut Sink) {
    for name in ["name", "description", "launch"] {
        findings::languages(&activity.named(name).collect::<Vec<_>>(), sink);
    }
    activity.attribute("id").into_iter().for_each(|id| findings::plain(id, sink));
    for address in activity.named("launch").chain(activity.named("resource")) {
        launch::address(address, holds, sink);
    }
    for launch in activity.named("launch").filter(|launch| launch.text != launch.text.trim()) {
        let message = text! {
            fr: "des espaces entourent l'adresse de « launch »",
            en: "spaces surround the address of « launch »",
        };
        sink.push(findings::misread(launch.at, message).hint(text! {
            fr: "retirez-les : mod_tincanlaunch de Moodle les garde, et la page n'est pas trouvée",
            en: "remove them: Moodle's mod_tincanlaunch keeps them, and the page is not found",
        }));
    }
    for list in COMPONENTS.iter().flat_map(|name| activity.named(name)) {
        components(list, sink);
    }
}

/// Launching content: one activity is launched; readers take the first, and the last of its launches.
fn launched(root: &Element, activities: &[&Element], sink: &mut Sink) {
    let launches: Vec<(usize, &Element)> =
        activities.iter().enumerate().flat_map(|(n, one)| one.named("launch").map(move |l| (n, l))).collect();
    let Some((at, first)) = launches.first() else {
        let message = text! { fr: "aucune activité n'a de « launch »", en: "no activity has a « launch »" };
        sink.push(Diagnostic::new(Code::FIL7005, root.at, message).hint(text! {
            fr: "donnez à la première activité la page à ouvrir",
            en: "give the first activity the page to open",
        }));
        return;
    };
    if *at > 0 {
        let message = text! {
            fr: "« launch » n'est pas dans la première activité",
            en: "« launch » is not in the first activity",
        };
        sink.push(findings::misread(first.at, message).hint(text! {
            fr: "mettez cette activité en tête : Moodle et ILIAS ne lisent que la première",
            en: "put this activity first: Moodle and ILIAS read only the first",
        }));
    }
    for (n, other) in &launches[1..] {
        sink.push(if n == at { second_language(other) } else { second_activity(other, first) });
    }
}

fn second_language(launch: &Element) -> Diagnostic {
    let message = text! {
        fr: "une activité a plusieurs « launch »",
        en: "an activity has several « launch »",
    };
    findings::misread(launch.at, message).hint(text! {
        fr: "n'en gardez qu'un : mod_tincanlaunch de Moodle prend le dernier, sans égard à la langue",
        en: "keep one: Moodle's mod_tincanlaunch takes the last, whatever its language",
    })
}

fn second_activity(launch: &Element, first: &Element) -> Diagnostic {
    let message = text! { fr: "deux activités ont un « launch »", en: "two activities have a « launch »" };
    let other = text! { fr: "la première ici", en: "the first one here" };
    Diagnostic::new(Code::FIL7005, launch.at, message).related(first.at, other).hint(text! {
        fr: "faites un paquet par activité à lancer",
        en: "make one package for each activity that is launched",
    })
}

fn components(list: &Element, sink: &mut Sink) {
    let mut seen = BTreeSet::new();
    for id in list.named("component").flat_map(|component| component.named("id")) {
        let written = id.text.trim();
        let delimiter = ["[,]", "[.]", "[:]"].iter().any(|delimiter| written.contains(delimiter));
        let message = if !seen.insert(written) {
            text! { fr: "l'identifiant « {written} » est donné deux fois", en: "the identifier « {written} » is given twice" }
        } else if delimiter || written.contains(char::is_whitespace) {
            text! {
                fr: "l'identifiant « {written} » contient une espace ou un séparateur",
                en: "the identifier « {written} » holds a space or a delimiter",
            }
        } else {
            continue;
        };
        sink.push(Diagnostic::new(Code::FIL7004, id.at, message).hint(text! {
            fr: "donnez à chaque élément une lettre ou un mot à lui",
            en: "give each component a letter or a word of its own",
        }));
    }
}

fn prefixed(element: &Element) -> Option<&Element> {
    if element.prefix.is_some() { Some(element) } else { element.children.iter().find_map(prefixed) }
}
