//! One build as the preview shows it: the packages, and what was found, in the words of `check`.

use std::sync::Arc;

use serde_json::Value;
use serde_json::json;

use crate::assets;
use crate::check::IdChange;
use crate::diag::Count;
use crate::diag::Language;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Style;
use crate::diag::render;
use crate::package::Entry;
use crate::package::PackagePath;
use crate::pipeline;
use crate::pipeline::Compiled;
use crate::pipeline::Terms;
use crate::preview::Preview;

/// One build.
#[derive(Debug)]
pub struct Snapshot {
    /// Counts the builds, from 1.
    pub number: u64,
    /// How many findings there are.
    pub count: Count,
    /// The findings, or why there could be no build, as `check` prints them.
    pub findings: String,
    /// The packages of this build, or those of the last one that gave some.
    pub packages: Arc<Vec<Compiled>>,
}

impl Snapshot {
    /// What the page shows.
    pub fn record(&self, language: Language) -> Value {
        let modules: Vec<Value> = self.packages.iter().map(|one| self.module(one)).collect();
        json!({
            "number": self.number,
            "errors": self.count.errors,
            "summary": self.count.text().get(language),
            "findings": self.findings,
            "modules": modules,
        })
    }

    fn module(&self, compiled: &Compiled) -> Value {
        // A module for several targets is listed once for each.
        let several = self.packages.iter().filter(|other| other.module == compiled.module).count() > 1;
        let Compiled { title, target, .. } = compiled;
        json!({
            "name": compiled.name.trim_end_matches(".zip"),
            "title": if several { format!("{title} ({target})") } else { title.clone() },
            "state": compiled.state,
            "state_limit": compiled.state_limit,
        })
    }
}

/// Makes snapshots of one workspace.
#[derive(Debug)]
pub struct Builder {
    /// What is built.
    pub preview: Preview,
    /// The packages of the last build that gave some.
    last: Arc<Vec<Compiled>>,
}

impl Builder {
    /// A builder that has built nothing.
    pub fn new(preview: Preview) -> Self {
        Self { preview, last: Arc::default() }
    }

    /// The build number `number` of what stands on the disk now.
    pub fn build(&mut self, number: u64) -> Arc<Snapshot> {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let Preview { root, selection, language, .. } = &self.preview;
        // What a draft takes from learners is told, and does not keep anyone from looking at it.
        let terms = Terms { ids: IdChange::Allowed, ..Terms::default() };
        let modules = match pipeline::check_for(terms, root, selection, &mut sources, &mut sink) {
            Ok(modules) => modules,
            Err(error) => return self.failed(number, error.text().get(*language)),
        };
        if !sink.has_errors() {
            self.last = Arc::new(pipeline::compile(&modules).into_iter().map(rehearsed).collect());
        }
        let findings = sink.into_sorted(&sources);
        let style = Style { language: self.preview.language, ..Style::default() };
        Arc::new(Snapshot {
            number,
            count: Count::of(&findings),
            findings: render(&findings, &sources, style),
            packages: Arc::clone(&self.last),
        })
    }

    fn failed(&self, number: u64, why: &str) -> Arc<Snapshot> {
        let label = match self.preview.language {
            Language::French => "erreur\u{a0}:",
            Language::English => "error:",
        };
        Arc::new(Snapshot {
            number,
            count: Count { errors: 1, ..Count::default() },
            findings: format!("{label} {why}\n"),
            packages: Arc::clone(&self.last),
        })
    }
}

/// The package with the player that speaks SCORM: so do the platforms that the preview simulates.
fn rehearsed(mut compiled: Compiled) -> Compiled {
    let path = PackagePath::new("player/filiere.js").expect("the name is in lower case");
    compiled.package.insert(path, Entry::Bytes(assets::SCORM12_JS.into()));
    compiled
}
