//! imsmanifest.xml of SCORM 1.2: what its schemas and ADL ask, and what platforms read literally.

mod adl;
mod findings;
mod identifiers;
mod items;
mod metadata;
mod resources;
mod table_imscp;
mod table_imsmd;
mod titles;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::inspect::about::About;
use crate::inspect::about::Standard;
use crate::inspect::files::Files;
use crate::inspect::pages;
use crate::inspect::pages::Page;
use crate::inspect::schema;
use crate::inspect::xml::Element;
use crate::text;

/// A manifest and the files that it speaks of.
pub(super) struct Manifest<'a> {
    pub root: &'a Element,
    /// The document, whose places are those of its elements.
    pub text: &'a str,
    pub files: &'a Files<'a>,
}

impl<'a> Manifest<'a> {
    fn organizations(&self) -> impl Iterator<Item = &'a Element> {
        self.root.named("organizations").flat_map(|all| all.named("organization"))
    }

    /// The organization that a platform shows: the default one, else the first.
    fn organization(&self) -> Option<&'a Element> {
        let default = self.root.named("organizations").find_map(|all| all.attribute("default"));
        let named =
            |one: &&Element| one.attribute("identifier").map(|id| &id.value) == default.map(|id| &id.value);
        self.organizations().find(named).or_else(|| self.organizations().next())
    }

    fn resources(&self) -> impl Iterator<Item = &'a Element> {
        self.root.named("resources").flat_map(|all| all.named("resource"))
    }

    fn resource(&self, id: &str) -> Option<&'a Element> {
        self.resources().find(|one| one.attribute("identifier").is_some_and(|known| known.value == id))
    }
}

/// Judges an imsmanifest.xml and the pages that it opens, and says what the package is.
pub(super) fn judge(manifest: &Manifest, about: &mut About, sink: &mut Sink) {
    let standard = standard(manifest.root);
    about.standards.push(standard);
    about.title = manifest
        .organization()
        .and_then(|one| one.named("title").next())
        .map(|title| title.text.trim().to_owned());
    if standard != Standard::Scorm12 {
        sink.push(not_judged(manifest.root, standard));
        return;
    }
    if !form(manifest, sink) {
        return;
    }
    findings::form(manifest, sink);
    // What lacks one of its two halves was told, and nothing else can be said of it.
    if ["organizations", "resources"].iter().any(|name| manifest.root.named(name).next().is_none()) {
        return;
    }
    adl::judge(manifest.root, sink);
    metadata::judge(manifest, sink);
    identifiers::judge(manifest, sink);
    titles::judge(manifest, sink);
    let launched = items::judge(manifest, sink);
    resources::judge(manifest, &launched, sink);
    about.scos = launched.iter().filter(|one| adl::is_sco(one.resource)).count();
    let mut seen: Vec<Page> = Vec::new();
    for one in &launched {
        let Some(path) = one.page().filter(|path| manifest.files.holds(path)) else { continue };
        about.launch.get_or_insert_with(|| path.clone());
        if !seen.iter().any(|page| page.path == path) {
            seen.push(Page { path, at: one.resource.at, reports: adl::is_sco(one.resource) });
        }
    }
    pages::launched(&seen, manifest.files, sink);
}

/// Judges the manifest by its schema; whether its root is the one wanted. No platform refuses a
/// package for where its `metadata` stand.
fn form(manifest: &Manifest, sink: &mut Sink) -> bool {
    let mut found = Sink::default();
    let right = schema::judge(manifest.root, &table_imscp::MANIFEST, table_imscp::SPACE, &mut found);
    for finding in found.iter() {
        let at = finding.span.map(|span| span.start as usize..span.end as usize);
        let of_metadata =
            at.and_then(|at| manifest.text.get(at)).is_some_and(|name| name.ends_with("metadata"));
        let code = if of_metadata { Code::FIL7014 } else { finding.code };
        sink.push(Diagnostic { code, ..finding.clone() });
    }
    right
}

/// Which standard a manifest announces; one that says nothing is taken for SCORM 1.2, as platforms do.
fn standard(root: &Element) -> Standard {
    let version = root.named("metadata").flat_map(|metadata| metadata.named("schemaversion")).next();
    let version = version.map(|version| version.text.trim().to_lowercase()).unwrap_or_default();
    let later = ["1.3", "cam 1.3", "2004"].iter().any(|start| version.starts_with(start));
    match root.space.as_str() {
        _ if later => Standard::Scorm2004,
        space if space.contains("imsccv1") || space.contains("imsqti") => Standard::Ims,
        _ => Standard::Scorm12,
    }
}

fn not_judged(root: &Element, standard: Standard) -> Diagnostic {
    let name = standard.name();
    let message = text! {
        fr: "le manifeste est de la norme {name}, qui n'est pas jugée",
        en: "the manifest is of the standard {name}, which is not judged",
    };
    Diagnostic::new(Code::FIL7020, root.at, message).hint(text! {
        fr: "essayez le paquet dans la plateforme voulue; seul le zip a été jugé",
        en: "try the package in the platform that is meant; the zip alone was judged",
    })
}
