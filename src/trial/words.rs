//! What stands in the page and manifests of a trial before it runs, in both languages.

use serde::Serialize;

/// Of one language.
#[derive(Serialize)]
pub(super) struct Words {
    /// `fr`, part of names.
    pub tag: &'static str,
    /// `fr-CA`
    pub language: &'static str,
    pub title: &'static str,
    pub description: &'static str,
    pub by: &'static str,
    pub lead: &'static str,
    pub steps_title: &'static str,
    pub steps: [&'static str; 3],
    pub privacy: &'static str,
    pub state: &'static str,
    pub waiting: &'static str,
    pub noscript: &'static str,
    pub report: &'static str,
    pub copy: &'static str,
    pub text: &'static str,
    pub label: &'static str,
}

pub(super) const ALL: [Words; 2] = [
    Words {
        tag: "fr",
        language: "fr-CA",
        title: "Essai de la plateforme (ENA)",
        description: "Dit en mots ce que fait cette plateforme\u{a0}: suivi, reprise, note, fichiers, fermeture.",
        by: "Pour les équipes TI, avant d’importer un module",
        lead: "Cette page examine la plateforme où vous l’avez importée, et dit en mots ce qu’elle fait.",
        steps_title: "Comment faire",
        steps: [
            "Ouvrez l’essai avec un compte d’apprenant. Il se fait tout seul, en quelques secondes. Fermez-le ensuite comme le ferait un apprenant.",
            "Ouvrez-le de nouveau\u{a0}: il dit ce qui est revenu, puis envoie un résultat de 80 sur 100. Fermez-le et vérifiez que le carnet de notes affiche 80.",
            "Ouvrez-le une troisième fois\u{a0}: il dit ce que la plateforme a fait du résultat. Copiez le rapport.",
        ],
        privacy: "Rien n’est envoyé ailleurs qu’à votre plateforme. Le rapport ne contient ni nom ni identifiant de personne.",
        state: "Où en est l’essai",
        waiting: "L’essai va commencer.",
        noscript: "Cette page a besoin de JavaScript, comme les modules\u{a0}: permettez-le dans ce navigateur.",
        report: "Rapport",
        copy: "Copier le rapport",
        text: "Voir le rapport en texte",
        label: "Texte du rapport",
    },
    Words {
        tag: "en",
        language: "en-CA",
        title: "Test of the platform (LMS)",
        description: "Says in words what this platform does: tracking, resuming, grades, files, closing.",
        by: "For IT teams, before a module is imported",
        lead: "This page examines the platform that you imported it into, and says in words what it does.",
        steps_title: "What to do",
        steps: [
            "Open the test as a learner. It runs by itself, in a few seconds. Then close it as a learner would.",
            "Open it again: it says what came back, then sends a result of 80 out of 100. Close it and check that the gradebook shows 80.",
            "Open it a third time: it says what the platform made of the result. Copy the report.",
        ],
        privacy: "Nothing is sent anywhere but to your platform. The report holds neither names nor identifiers of persons.",
        state: "Where the test stands",
        waiting: "The test is about to begin.",
        noscript: "This page needs JavaScript, as modules do: allow it in this browser.",
        report: "Report",
        copy: "Copy the report",
        text: "See the report as text",
        label: "Text of the report",
    },
];
