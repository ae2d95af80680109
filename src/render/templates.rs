//! The embedded Handlebars templates, strict: a name that a view lacks is an error, also in `if`.

use handlebars::Context;
use handlebars::Handlebars;
use handlebars::Helper;
use handlebars::HelperDef;
use handlebars::HelperResult;
use handlebars::JsonTruthy;
use handlebars::Output;
use handlebars::RenderContext;
use handlebars::RenderErrorReason;
use handlebars::Renderable;
use serde::Serialize;

use crate::assets;
use crate::render::html::escape;

/// Those of a learner's package.
pub const PAGES: &[&str] =
    &["index", "icons", "question", "choice", "numeric", "fill-in", "matching", "sequencing"];

/// The templates, parsed.
pub struct Templates(Handlebars<'static>);

impl Templates {
    /// Parses the templates of these names.
    pub fn new(names: &[&str]) -> Self {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.register_escape_fn(escape);
        registry.register_helper("if", Box::new(StrictIf { wanted: true }));
        registry.register_helper("unless", Box::new(StrictIf { wanted: false }));
        for name in names {
            let text = assets::template(&format!("{name}.hbs")).expect("a test renders every template");
            registry.register_template_string(name, text).expect("a test parses every template");
        }
        Self(registry)
    }

    /// The HTML that `name` gives for `view`.
    pub fn render(&self, name: &str, view: &impl Serialize) -> String {
        match self.0.render(name, view) {
            Ok(html) => html.trim().to_owned(),
            Err(error) => panic!("template {name}: {error}"),
        }
    }
}

/// `if` and `unless` that refuse a name that the view lacks.
struct StrictIf {
    wanted: bool,
}

impl HelperDef for StrictIf {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let param = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("if", 0))?;
        if param.is_value_missing() {
            let name = param.relative_path().cloned();
            return Err(RenderErrorReason::MissingVariable(name).into());
        }
        let branch =
            if param.value().is_truthy(false) == self.wanted { helper.template() } else { helper.inverse() };
        match branch {
            Some(template) => template.render(registry, context, render, out),
            None => Ok(()),
        }
    }
}
