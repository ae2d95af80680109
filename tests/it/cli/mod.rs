//! The command line as a person or a script meets it: whole outputs and exit codes.

mod findings;
mod help;
mod inspect;
mod sarif;
mod work;

use std::fs;

use crate::run;

/// A workspace with an error in a bank and a warning on a page.
pub fn faulty() -> tempfile::TempDir {
    let folder = run::workspace();
    let question = "- id: t5\n  type: choice\n  objective: lire\n  prompt: |\n    Que signifie T5?\n  \
                    options: |\n    - [ ] Refroidi.\n    - [ ] Écroui.\n";
    fs::write(folder.path().join("modules/base/questions/quiz.yaml"), question).unwrap();
    let page = "# Première page\n\nLes chiffres sont [ici](https://exemple.org/).\n";
    fs::write(folder.path().join("modules/base/pages/01-page.md"), page).unwrap();
    folder
}
