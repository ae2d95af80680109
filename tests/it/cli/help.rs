//! Helps and complaints about arguments, in both languages.

use snapbox::assert_data_eq;
use snapbox::str;

use crate::run;

#[test]
fn the_help_is_in_french_unless_the_system_speaks_english() {
    let folder = run::workspace();
    let help = run::run(folder.path(), &["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    assert_data_eq!(
        help.out,
        str![[r#"
Compile des modules de formation en paquets que les plateformes importent

Utilisation : filiere [OPTIONS] <COMMANDE>

Commandes :
  build        Compile les modules et écrit leurs paquets
  check        Signale tout ce qui n'irait pas, sans rien écrire
  preview      Montre les modules dans une plateforme simulée, à nouveau après chaque enregistrement
  lock         Inscrit dans filiere.lock la version qui va être publiée
  release      Publie les modules : un dossier complet pour les établissements
  verify       Vérifie une publication : sommes, paquets, release.json
  inspect      Juge des paquets finis, d'où qu'ils viennent, comme une plateforme les lira
  decode       Dit ce qu'une personne a fait, d'après l'état gardé par la plateforme
  diff         Dit ce qui change d'un paquet à l'autre, et si l'un peut remplacer l'autre sans perte
  fmt          Met les fichiers en forme canonique et répare les pièges courants de YAML
  new          Crée un espace de travail ou un module
  explain      Explique un constat : ce qui est signalé, pourquoi, comment corriger
  schema       Écrit les schémas JSON du format et de release.json, pour les éditeurs
  completions  Affiche le script de complétion d'un interpréteur de commandes
  man          Écrit les pages de manuel

Options générales :
  -C, --root <DOSSIER>  Espace de travail; par défaut, le dossier le plus proche qui contient
                        filiere.yaml
  -h, --help            Affiche cette aide
      --ui <LANGUE>     Langue des messages, fr ou en; par défaut, celle du système
  -V, --version         Affiche la version

"#]]
    );
    let mut english = run::command(folder.path(), &["--help"]);
    let output = english.env("LANG", "en_CA.UTF-8").output().unwrap();
    assert_data_eq!(
        String::from_utf8(output.stdout).unwrap(),
        str![[r#"
Compiles learning modules into packages that platforms import

Usage: filiere [OPTIONS] <COMMAND>

Commands:
  build        Compiles the modules and writes their packages
  check        Reports everything that would go wrong, writes nothing
  preview      Shows the modules in a simulated platform, again after each save
  lock         Writes the version that is about to be released into filiere.lock
  release      Releases the modules: a complete folder for institutions
  verify       Verifies a release: sums, packages, release.json
  inspect      Judges finished packages, wherever they come from, as a platform will read them
  decode       Says what a learner did, from the state that the platform kept
  diff         Says what changes from one package to another, and whether one can replace the other
               without loss
  fmt          Puts files in canonical form and repairs the usual traps of YAML
  new          Creates a workspace or a module
  explain      Explains a finding: what is reported, why, how to mend it
  schema       Writes the JSON Schemas of the format and of release.json, for editors
  completions  Prints the completion script of a shell
  man          Writes the manual pages

General options:
  -C, --root <FOLDER>  Workspace; by default the nearest folder that holds filiere.yaml
  -h, --help           Shows this help
      --ui <LANGUAGE>  Language of messages, fr or en; by default the system's
  -V, --version        Shows the version

"#]]
    );
}

#[test]
fn the_help_of_a_command_names_its_options_in_words() {
    let folder = run::workspace();
    assert_data_eq!(
        run::run(folder.path(), &["build", "--help"]).out,
        str![[r#"
Compile les modules et écrit leurs paquets

Utilisation : filiere build [OPTIONS] [MODULE]...

Arguments :
  [MODULE]...  Modules voulus, par leur identifiant; par défaut, tous

Options :
  -o, --out <DOSSIER>    Où écrire les paquets; par défaut, dist/ dans l'espace de travail
      --format <FORMAT>  Forme des constats : human (par défaut), short, json, sarif ou github
      --deny-warnings    Refuse aussi les avertissements (pour l'intégration continue)
      --allow-id-change  Accepte que des identifiants publiés se perdent : ce que les apprenants y
                         perdent est dit en avertissement

Options générales :
  -C, --root <DOSSIER>  Espace de travail; par défaut, le dossier le plus proche qui contient
                        filiere.yaml
  -h, --help            Affiche cette aide
      --ui <LANGUE>     Langue des messages, fr ou en; par défaut, celle du système

"#]]
    );
    assert_data_eq!(
        run::run(folder.path(), &["--ui", "en", "build", "--help"]).out,
        str![[r#"
Compiles the modules and writes their packages

Usage: filiere build [OPTIONS] [MODULE]...

Arguments:
  [MODULE]...  Modules wanted, by id; by default all

Options:
  -o, --out <FOLDER>     Where to write the packages; by default dist/ in the workspace
      --format <FORMAT>  Form of findings: human (default), short, json, sarif or github
      --deny-warnings    Refuses warnings too (for continuous integration)
      --allow-id-change  Lets released identifiers go: what learners lose is told as a warning

General options:
  -C, --root <FOLDER>  Workspace; by default the nearest folder that holds filiere.yaml
  -h, --help           Shows this help
      --ui <LANGUAGE>  Language of messages, fr or en; by default the system's

"#]]
    );
}

#[test]
fn wrong_arguments_are_said_in_the_language_of_messages_and_exit_with_2() {
    let folder = run::workspace();
    let wrong: &[&[&str]] = &[
        &["bild"],
        &["check", "--formt", "json"],
        &["check", "--format", "xml"],
        &["explain"],
        &["--ui", "en", "explain"],
        &["--ui", "de", "check"],
        &["preview", "--port", "beaucoup"],
    ];
    let mut said = String::new();
    for arguments in wrong {
        let run = run::run(folder.path(), arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        said.push_str(&run.err);
    }
    assert_data_eq!(
        said,
        str![[r#"
erreur : la commande « bild » n'existe pas
  = vouliez-vous dire « build »?
  = pour l'aide : filiere --help
erreur : l'option « --formt » n'existe pas ici
  = vouliez-vous dire « --format »?
  = pour l'aide : filiere --help
erreur : « xml » n'est pas une valeur de « --format <FORMAT> » (human, short, json, sarif, github)
  = pour l'aide : filiere --help
erreur : il manque « <CODE> »
  = pour l'aide : filiere --help
error: « <CODE> » is missing
  = for help: filiere --help
erreur : « de » n'est pas une valeur de « --ui <LANGUE> » (fr, en)
  = pour l'aide : filiere --help
erreur : « beaucoup » ne convient pas à « --port <PORT> »
  = pour l'aide : filiere --help

"#]]
    );
}
