//! What stands beside packages: held against what the packages themselves hold.

mod dictionary;
mod guide;
mod lom;

use std::path::Path;
use std::sync::OnceLock;

use filiere::diag::Sink;
use filiere::diag::Sources;
use filiere::model::Module;
use filiere::package::Entry;
use filiere::pipeline;
use filiere::report;
use filiere::report::Packaged;

use crate::cases;

/// The valid modules of a case, by its name.
fn modules(case: &Path) -> Vec<Module> {
    let root = cases::workspace(case);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    pipeline::check(root.path(), &[], &mut sources, &mut sink).unwrap()
}

/// The module of a case of tests/cases/ok.
fn case(name: &str) -> Module {
    modules(&cases::cases("ok").join(name)).pop().unwrap_or_else(|| panic!("{name} gives no module"))
}

/// Every module of tests/cases/ok and of this repository.
fn every_module() -> Vec<Module> {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(read_modules).clone()
}

/// The module of this repository that the tests know by name.
fn hall_heroult() -> Module {
    every_module().into_iter().find(|module| module.id.as_str() == "hall-heroult").unwrap()
}

fn read_modules() -> Vec<Module> {
    let cases = cases::folders(&cases::cases("ok"));
    let mut all: Vec<Module> = cases.iter().flat_map(|case| modules(case)).collect();
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let own = pipeline::check(&crate::tool::repository("."), &[], &mut sources, &mut sink).unwrap();
    all.extend(own);
    all
}

/// The packages of a module as a release would name them.
fn packaged(module: &Module) -> Vec<Packaged> {
    let compiled = pipeline::compile(std::slice::from_ref(module));
    let one =
        |compiled: &pipeline::Compiled| Packaged::new(&compiled.name, compiled.target, &compiled.package);
    compiled.iter().map(one).collect()
}

/// The document whose name ends so.
fn document(module: &Module, end: &str) -> String {
    let documents = report::documents(module, &packaged(module));
    let found = documents.into_iter().find(|document| document.name.ends_with(end));
    String::from_utf8(found.unwrap_or_else(|| panic!("no {end}")).bytes).unwrap()
}

/// The page of the first package of a module.
fn page(module: &Module) -> String {
    let compiled = pipeline::compile(std::slice::from_ref(module));
    let index = compiled[0].package.entries().find(|(path, _)| path.as_str() == "index.html");
    match index {
        Some((_, Entry::Bytes(bytes))) => String::from_utf8(bytes.clone()).unwrap(),
        other => panic!("{other:?}"),
    }
}
