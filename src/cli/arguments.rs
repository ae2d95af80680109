//! The command tree and the options that several subcommands share; one language at a time.

use std::path::PathBuf;

use clap::Arg;
use clap::ArgAction;
use clap::ArgMatches;
use clap::Command;
use clap::builder::PossibleValuesParser;
use clap::value_parser;

use crate::check::IdChange;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::say;
use crate::diag::Format;
use crate::diag::Language;
use crate::pipeline::Purpose;
use crate::pipeline::Terms;

/// Name of the switch that lets released identifiers go.
const ALLOW_ID_CHANGE: &str = "allow-id-change";

/// Name of the option for the workspace.
pub const ROOT: &str = "root";

/// A subcommand: what it accepts, and what it does.
pub struct Subcommand {
    /// Name, help and arguments.
    pub command: fn(Language) -> Command,
    /// Its work.
    pub run: fn(&ArgMatches, &mut Context) -> Result<Exit, Failure>,
}

/// The whole command tree.
pub fn command(subcommands: &[Subcommand], language: Language) -> Command {
    let about = say(
        language,
        "Compile des modules de formation en paquets que les plateformes importent",
        "Compiles learning modules into packages that platforms import",
    );
    Command::new("filiere")
        .version(env!("CARGO_PKG_VERSION"))
        .about(about)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_value_name(say(language, "COMMANDE", "COMMAND"))
        .subcommand_help_heading(say(language, "Commandes", "Commands"))
        .help_template(template(language))
        .args(globals(language))
        .arg(version(language))
        .subcommands(subcommands.iter().map(|sub| worded((sub.command)(language), language)))
}

/// A subcommand whose help is in `language`.
pub fn worded(command: Command, language: Language) -> Command {
    command
        .disable_help_flag(true)
        .subcommand_value_name(say(language, "COMMANDE", "COMMAND"))
        .subcommand_help_heading(say(language, "Commandes", "Commands"))
        .help_template(template(language))
}

/// Runs the subcommand that was asked for.
pub fn dispatch(
    subcommands: &[Subcommand],
    matches: &ArgMatches,
    context: &mut Context,
) -> Result<Exit, Failure> {
    let (name, matches) = matches.subcommand().expect("clap requires a subcommand");
    let found = subcommands.iter().find(|sub| (sub.command)(context.language).get_name() == name);
    (found.expect("clap knows only the subcommands of the table").run)(matches, context)
}

/// `clap` writes « Usage: » itself unless the template does.
fn template(language: Language) -> &'static str {
    say(
        language,
        "{about-with-newline}\nUtilisation\u{a0}: {usage}\n\n{all-args}{after-help}",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
    )
}

fn globals(language: Language) -> [Arg; 3] {
    let heading = say(language, "Options générales", "General options");
    [
        Arg::new(ROOT)
            .short('C')
            .long("root")
            .value_name(say(language, "DOSSIER", "FOLDER"))
            .value_parser(value_parser!(PathBuf))
            .help(say(
                language,
                "Espace de travail; par défaut, le dossier le plus proche qui contient filiere.yaml",
                "Workspace; by default the nearest folder that holds filiere.yaml",
            )),
        Arg::new("ui")
            .long("ui")
            .value_name(say(language, "LANGUE", "LANGUAGE"))
            .value_parser(["fr", "en"])
            .hide_possible_values(true)
            .help(say(
                language,
                "Langue des messages, fr ou en; par défaut, celle du système",
                "Language of messages, fr or en; by default the system's",
            )),
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(say(
            language,
            "Affiche cette aide",
            "Shows this help",
        )),
    ]
    .map(|arg| arg.global(true).help_heading(heading).display_order(100))
}

fn version(language: Language) -> Arg {
    Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help_heading(say(language, "Options générales", "General options"))
        .display_order(101)
        .help(say(language, "Affiche la version", "Shows the version"))
}

/// An option of one subcommand that takes a value; its help names the values, in words.
pub fn option(id: &'static str) -> Arg {
    Arg::new(id).long(id).help_heading("Options").hide_default_value(true).hide_possible_values(true)
}

/// `--out`: a folder to write into; its help is the command's.
pub fn out(language: Language) -> Arg {
    option("out")
        .short('o')
        .value_name(say(language, "DOSSIER", "FOLDER"))
        .value_parser(value_parser!(PathBuf))
}

/// `--port`, of what serves pages of this computer.
pub fn port(language: Language) -> Arg {
    option("port").value_name("PORT").value_parser(value_parser!(u16)).default_value("0").help(say(
        language,
        "Port de cet ordinateur; par défaut, un port libre",
        "Port of this computer; by default a free one",
    ))
}

/// A switch of one subcommand.
pub fn flag(id: &'static str) -> Arg {
    Arg::new(id).long(id).help_heading("Options").action(ArgAction::SetTrue)
}

/// A positional argument, under its heading.
pub fn positional(id: &'static str, name: &'static str) -> Arg {
    Arg::new(id).value_name(name).help_heading("Arguments")
}

/// `[MODULES]…`
pub fn modules(language: Language) -> Arg {
    positional("modules", "MODULE").action(ArgAction::Append).num_args(0..).help(say(
        language,
        "Modules voulus, par leur identifiant; par défaut, tous",
        "Modules wanted, by id; by default all",
    ))
}

/// `--format`
pub fn format(language: Language) -> Arg {
    option("format")
        .value_name("FORMAT")
        .value_parser(PossibleValuesParser::new(Format::NAMES.iter().map(|(name, _)| *name)))
        .default_value("human")
        .help(say(
            language,
            "Forme des constats\u{a0}: human (par défaut), short, json, sarif ou github",
            "Form of findings: human (default), short, json, sarif or github",
        ))
}

/// `--deny-warnings`
pub fn deny_warnings(language: Language) -> Arg {
    flag("deny-warnings").help(say(
        language,
        "Refuse aussi les avertissements (pour l'intégration continue)",
        "Refuses warnings too (for continuous integration)",
    ))
}

/// `--allow-id-change`
pub fn allow_id_change(language: Language) -> Arg {
    flag(ALLOW_ID_CHANGE).help(say(
        language,
        "Accepte que des identifiants publiés se perdent\u{a0}: ce que les apprenants y perdent est dit en avertissement",
        "Lets released identifiers go: what learners lose is told as a warning",
    ))
}

/// The terms that [`allow_id_change`] sets, for a purpose.
pub fn terms(matches: &ArgMatches, purpose: Purpose) -> Terms {
    let allowed = matches.get_flag(ALLOW_ID_CHANGE);
    Terms { purpose, ids: if allowed { IdChange::Allowed } else { IdChange::Refused } }
}

/// The values of [`modules`].
pub fn selection(matches: &ArgMatches) -> Vec<String> {
    matches.get_many("modules").into_iter().flatten().cloned().collect()
}

/// The value of [`format`].
pub fn wanted_format(matches: &ArgMatches) -> Format {
    let name: Option<&String> = matches.get_one("format");
    name.and_then(|name| Format::find(name)).unwrap_or_default()
}
