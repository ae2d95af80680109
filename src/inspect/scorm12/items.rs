//! Items, in the organization that a platform shows: what each opens, and how platforms count them.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::inspect::address::Address;
use crate::inspect::scorm12::Manifest;
use crate::inspect::scorm12::adl;
use crate::inspect::scorm12::findings;
use crate::inspect::scorm12::identifiers;
use crate::inspect::scorm12::resources;
use crate::inspect::scorm12::table_imscp::ADL;
use crate::inspect::xml::Attribute;
use crate::inspect::xml::Element;
use crate::text;

/// A resource that a learner can open.
pub(super) struct Launched<'a> {
    /// The item that opens it; none where the manifest has no organization.
    pub item: Option<&'a Element>,
    pub resource: &'a Element,
    address: Address,
}

impl Launched<'_> {
    /// The page of the package that opens.
    pub fn page(&self) -> Option<String> {
        match &self.address {
            Address::Inside(path) => Some(path.clone()),
            _ => None,
        }
    }
}

/// Judges the items and gives what they open, in order.
pub(super) fn judge<'a>(manifest: &Manifest<'a>, sink: &mut Sink) -> Vec<Launched<'a>> {
    let (mut launched, before) = (Vec::new(), sink.error_count());
    for organization in manifest.organizations() {
        organization.named("item").for_each(|item| self::item(item, manifest, &mut launched, sink));
    }
    if manifest.organization().is_none() {
        launched = manifest.resources().filter_map(|one| opened(None, one, manifest, sink)).collect();
        let message =
            text! { fr: "le manifeste n'a pas d'organisation", en: "the manifest has no organization" };
        sink.push(findings::misread(manifest.root.at, message).hint(text! {
            fr: "ajoutez une organisation et ses éléments : Moodle donnerait pour titre l'identifiant de chaque ressource",
            en: "add an organization and its items: Moodle would give each resource's identifier as its title",
        }));
    }
    if let Some(second) = manifest.organizations().nth(1) {
        let message = text! { fr: "le manifeste a plusieurs organisations", en: "the manifest has several organizations" };
        sink.push(findings::misread(second.at, message).hint(text! {
            fr: "n'en gardez qu'une : Moodle compte les SCO de toutes dans la note",
            en: "keep one: Moodle counts the SCOs of all of them in the grade",
        }));
    }
    match launched.first() {
        Some(first) => together(manifest, first, &launched, sink),
        // Why an item does not open was told.
        None if sink.error_count() > before => {}
        None => sink.push(nothing(manifest)),
    }
    launched
}

fn item<'a>(item: &'a Element, manifest: &Manifest<'a>, out: &mut Vec<Launched<'a>>, sink: &mut Sink) {
    attributes(item, sink);
    prerequisites(item, manifest, sink);
    match item.attribute("identifierref") {
        Some(wanted) => match manifest.resource(&wanted.value) {
            Some(resource) => out.extend(opened(Some((item, wanted)), resource, manifest, sink)),
            None => sink.push(identifiers::unknown(
                wanted,
                text! {
                    fr: "nommez une ressource du manifeste : cet élément ne s'ouvre pas",
                    en: "name a resource of the manifest: this item does not open",
                },
            )),
        },
        None if item.named("item").next().is_none() => {
            let message = text! { fr: "l'élément n'ouvre rien", en: "the item opens nothing" };
            sink.push(findings::misread(item.at, message).hint(text! {
                fr: "donnez-lui une ressource par « identifierref », ou retirez-le",
                en: "give it a resource by « identifierref », or remove it",
            }));
        }
        None => {}
    }
    item.named("item").for_each(|inner| self::item(inner, manifest, out, sink));
}

/// What opens when a learner chooses a resource.
fn opened<'a>(
    item: Option<(&'a Element, &Attribute)>,
    resource: &'a Element,
    manifest: &Manifest<'a>,
    sink: &mut Sink,
) -> Option<Launched<'a>> {
    let Some(href) = resource.attribute("href") else {
        // Without an item, a resource without a page is material of others.
        let (_, reference) = item?;
        let message =
            text! { fr: "la ressource n'a pas de page à ouvrir", en: "the resource has no page to open" };
        sink.push(findings::cannot_launch(reference.at, message).hint(text! {
            fr: "donnez un « href » à la ressource, ou retirez cet élément",
            en: "give the resource an « href », or remove this item",
        }));
        return None;
    };
    let address = resources::address(manifest, resource, &href.value);
    match &address {
        Address::Inside(path) if manifest.files.holds(path) => {}
        Address::Elsewhere => sink.push(elsewhere(href)),
        _ => sink.push(absent(href, manifest)),
    }
    Some(Launched { item: item.map(|(item, _)| item), resource, address })
}

fn absent(href: &Attribute, manifest: &Manifest) -> Diagnostic {
    let value = &href.value;
    let message = text! {
        fr: "la page « {value} » n'est pas dans le paquet",
        en: "the page « {value} » is not in the package",
    };
    let found = findings::cannot_launch(href.at, message);
    match resources::alike(manifest, value) {
        Some(near) => {
            found.hint(text! { fr: "vouliez-vous dire « {near} »?", en: "did you mean « {near} »?" })
        }
        None => found.hint(text! {
            fr: "écrivez le chemin depuis la racine du paquet, sans barre oblique au début",
            en: "write the path from the root of the package, without a slash at the start",
        }),
    }
}

fn elsewhere(href: &Attribute) -> Diagnostic {
    let value = &href.value;
    let message = text! { fr: "la page « {value} » est sur un autre site", en: "the page « {value} » is on another site" };
    findings::misread(href.at, message).hint(text! {
        fr: "mettez la page dans le paquet : d'un autre site, elle n'atteint pas la plateforme",
        en: "put the page into the package: from another site it does not reach the platform",
    })
}

fn attributes(item: &Element, sink: &mut Sink) {
    if let Some(hidden) =
        item.attribute("isvisible").filter(|one| ["false", "0"].contains(&one.value.as_str()))
    {
        let message = text! { fr: "l'élément est caché", en: "the item is hidden" };
        sink.push(findings::misread(hidden.at, message).hint(text! {
            fr: "retirez-le : Moodle le compte quand même dans la note et l'achèvement",
            en: "remove it: Moodle counts it all the same in grade and completion",
        }));
    }
    let breaks = |c: char| c == '"' || c == '\\' || c.is_control();
    if let Some(parameters) = item.attribute("parameters").filter(|one| one.value.contains(breaks)) {
        let message = text! {
            fr: "« parameters » contient un guillemet, une barre inverse ou un saut de ligne",
            en: "« parameters » holds a quotation mark, a backslash or a line break",
        };
        sink.push(findings::misread(parameters.at, message).hint(text! {
            fr: "codez ces signes (%22, %5C) : Moodle les met tels quels dans un script",
            en: "encode these signs (%22, %5C): Moodle puts them into a script as they are",
        }));
    }
}

/// Names in a script of prerequisites are identifiers of items.
fn prerequisites(item: &Element, manifest: &Manifest, sink: &mut Sink) {
    let scripts = item.children.iter().filter(|child| child.space == ADL && child.name == "prerequisites");
    let mut elements = Vec::new();
    findings::all(manifest.root, &mut elements);
    for script in scripts {
        let words = script.text.split(|c: char| "&|()~=<>*{},\"'".contains(c)).map(str::trim);
        let status = ["passed", "completed", "failed", "incomplete", "browsed", "not attempted"];
        let names =
            words.filter(|word| !word.is_empty() && !status.contains(word) && word.parse::<u32>().is_err());
        for name in names {
            let is = |element: &&&Element| element.attribute("identifier").is_some_and(|id| id.value == name);
            if elements.iter().find(is).is_none() {
                let message =
                    text! { fr: "rien ne s'appelle « {name} »", en: "nothing is called « {name} »" };
                sink.push(Diagnostic::new(Code::FIL7004, script.at, message).hint(text! {
                    fr: "nommez l'identifiant d'un élément : celui-ci ne s'ouvrirait jamais",
                    en: "name the identifier of an item: this one would never open",
                }));
            }
        }
    }
}

fn nothing(manifest: &Manifest) -> Diagnostic {
    let message = text! { fr: "rien ne s'ouvre dans ce paquet", en: "nothing opens in this package" };
    findings::cannot_launch(manifest.root.at, message).hint(text! {
        fr: "ajoutez un élément qui nomme une ressource, et à cette ressource une page",
        en: "add an item that names a resource, and to this resource a page",
    })
}

/// What only shows when all that opens is seen together.
fn together(manifest: &Manifest, first: &Launched, launched: &[Launched], sink: &mut Sink) {
    untracked(launched, sink);
    let scos: Vec<&Element> =
        launched.iter().filter(|one| adl::is_sco(one.resource)).filter_map(|one| one.item).collect();
    if let [one, second, ..] = scos[..] {
        let count = scos.len();
        let message = text! { fr: "le paquet a {count} SCO", en: "the package has {count} SCOs" };
        let other = text! { fr: "le premier ici", en: "the first one here" };
        sink.push(findings::misread(second.at, message).related(one.at, other).hint(text! {
            fr: "faites un paquet par SCO : Moodle ne garde pour note que celle du meilleur",
            en: "make one package for each SCO: Moodle keeps the best one's grade alone",
        }));
        if let Some(bare) = scos.iter().find(|item| item.attribute("isvisible").is_none()) {
            let message = text! { fr: "l'élément ne dit pas s'il est visible", en: "the item does not say whether it is visible" };
            sink.push(findings::misread(bare.at, message).hint(text! {
                fr: "ajoutez isvisible=\"true\" : Open edX ne le montre pas dans son menu autrement",
                en: "add isvisible=\"true\": Open edX does not show it in its menu otherwise",
            }));
        }
    }
    let Some(listed) = manifest.resources().find(|one| one.attribute("href").is_some()) else { return };
    if !std::ptr::eq(listed, first.resource) {
        let message = text! {
            fr: "la première ressource n'est pas celle qui s'ouvre en premier",
            en: "the first resource is not the one that opens first",
        };
        let other = text! { fr: "celle-ci s'ouvre en premier", en: "this one opens first" };
        sink.push(findings::misread(listed.at, message).related(first.resource.at, other).hint(text! {
            fr: "mettez en tête la ressource à ouvrir : Open edX ouvre la première",
            en: "put the resource to open first: Open edX opens the first one",
        }));
    }
}

/// A resource that does not say it is a SCO is taken for a document.
fn untracked(launched: &[Launched], sink: &mut Sink) {
    let mut told: Vec<*const Element> = Vec::new();
    for one in launched.iter().filter(|one| adl::scormtype(one.resource).is_none()) {
        if !told.contains(&std::ptr::from_ref(one.resource)) {
            told.push(one.resource);
            let message = text! {
                fr: "la ressource ne dit pas si elle est un SCO",
                en: "the resource does not say whether it is a SCO",
            };
            sink.push(findings::misread(one.resource.at, message).hint(text! {
                fr: "ajoutez adlcp:scormtype=\"sco\" : Moodle la tient pour achevée dès qu'elle s'ouvre",
                en: "add adlcp:scormtype=\"sco\": Moodle takes it for completed as soon as it opens",
            }));
        }
    }
    if launched.iter().all(|one| adl::is_asset(one.resource)) {
        let message = text! { fr: "aucune ressource n'est un SCO", en: "no resource is a SCO" };
        sink.push(findings::misread(launched[0].resource.at, message).hint(text! {
            fr: "dites « sco » pour ce qui rend compte à la plateforme : rien n'est suivi autrement",
            en: "say « sco » for what reports to the platform: nothing is tracked otherwise",
        }));
    }
}
