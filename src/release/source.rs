//! The archive of a module's sources, to be built again or adapted; it reads no file.

use crate::diag::Text;
use crate::model::Licence;
use crate::model::Module;
use crate::package::Entry;
use crate::package::Package;
use crate::package::PackagePath;
use crate::text;

/// Names of the page that says how to adapt a module, in French and in English.
const PAGES: [&str; 2] = ["adapter-ce-module.md", "adapt-this-module.md"];

/// The tree of an archive: a workspace of this one module, with how to adapt it. `files` are paths
/// of the workspace; `lock` is what filiere.lock says of the module.
pub fn source(module: &Module, files: Vec<(String, Entry)>, lock: &str) -> Package {
    let mut package = Package::default();
    let guide = guide(module);
    let [fr, en] = PAGES;
    let own = [(fr, guide.fr), (en, guide.en), ("filiere.lock", lock.to_owned())];
    let own = own.map(|(path, text)| (path.to_owned(), Entry::Bytes(text.into_bytes())));
    for (path, entry) in files.into_iter().chain(own) {
        if let Some(path) = PackagePath::of_source(&path) {
            package.insert(path, entry);
        }
    }
    package
}

fn guide(module: &Module) -> Text {
    let (id, title, version) = (&module.id, &module.title, &module.version);
    let (author, licence) = (&module.workspace.publisher.name, licence(module));
    let Text { fr: fr_requires, en: en_requires } = requires(module);
    let Text { fr: fr_licence, en: en_licence } = licence;
    text! {
        fr: "# Adapter ce module\n\n\
    « {title} », version {version}, publié par {author}.\n\n\
    1. Installez Filière, puis tapez `filiere check` dans ce dossier : il est prêt à compiler.\n\
    2. Changez ce que vous voulez dans modules/{id}/ : les textes sont dans pages/, les questions dans questions/, les images dans assets/.\n\
    3. Pour que votre version vive à côté de celle-ci dans une plateforme, donnez un autre nom au dossier modules/{id} et à la clé `id` de module.yaml, mettez votre nom et votre adresse à `publisher` et à `iri` dans filiere.yaml, puis supprimez filiere.lock. Sans cela, les plateformes la prendraient pour celle de {author}.\n\
    4. `filiere build` écrit les paquets dans dist/.\n{fr_requires}\n\
    Licence : {fr_licence}. Nommez {author} comme source, et dites ce que vous avez changé.\n",
        en: "# Adapt this module\n\n\
    « {title} », version {version}, published by {author}.\n\n\
    1. Install Filière, then type `filiere check` in this folder: it is ready to compile.\n\
    2. Change what you like in modules/{id}/: texts are in pages/, questions in questions/, pictures in assets/.\n\
    3. For your version to live beside this one in a platform, give the folder modules/{id} and the key `id` of module.yaml another name, put your name and your address at `publisher` and `iri` in filiere.yaml, then delete filiere.lock. Otherwise platforms would take it for the one of {author}.\n\
    4. `filiere build` writes the packages into dist/.\n{en_requires}\n\
    Licence: {en_licence}. Name {author} as the source, and say what you changed.\n",
    }
}

/// What else must be done when the module builds on others, which are not here.
fn requires(module: &Module) -> Text {
    let names: Vec<&str> = module.requires.iter().map(|id| id.as_str()).collect();
    let names = names.join(", ");
    if names.is_empty() {
        return text! { fr: "", en: "" };
    }
    text! {
        fr: "5. Ce module se suit après d'autres, qui ne sont pas ici ({names}) : ajoutez leurs dossiers à modules/, ou videz la clé `requires`.\n",
        en: "5. This module comes after others, which are not here ({names}): add their folders to modules/, or empty the key `requires`.\n",
    }
}

fn licence(module: &Module) -> Text {
    let written = &module.workspace.licence;
    match Licence::find(written) {
        Some(known) => {
            let (name, fr, en) = (known.name(), known.deed(true), known.deed(false));
            text! { fr: "{name} ({fr})", en: "{name} ({en})" }
        }
        None => text! { fr: "{written}", en: "{written}" },
    }
}
