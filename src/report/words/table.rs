//! The words themselves: key, French, English.

pub const TABLE: &[[&str; 3]] = &[
    ["csv.id", "Début de l’identifiant", "Start of the identifier"],
    ["csv.first", "Premier identifiant", "First identifier"],
    ["csv.used", "Emploi", "Use"],
    ["csv.question", "Question", "Question"],
    ["csv.blank", "Champ", "Blank"],
    ["csv.type", "Type", "Type"],
    ["csv.objective", "Objectif", "Objective"],
    ["csv.place", "Endroit", "Place"],
    ["csv.points", "Points", "Points"],
    ["csv.prompt", "Énoncé", "Prompt"],
    ["csv.options", "Choix", "Options"],
    ["csv.right", "Bonne réponse", "Right answer"],
    ["csv.scorm12", "Bonne réponse enregistrée, SCORM 1.2", "Right answer as recorded, SCORM 1.2"],
    ["csv.xapi", "Bonne réponse enregistrée, xAPI", "Right answer as recorded, xAPI"],
    ["csv.iri", "Adresse de la question, xAPI", "Address of the question, xAPI"],
    ["used.practice", "exercice", "practice"],
    ["used.graded", "évaluation", "assessment"],
];
