//! Valid model → HTML pages and player data; it adds nothing that a standard wants.

mod base64;
mod context;
mod cover;
mod data;
mod fields;
mod figure;
mod html;
mod inline;
mod keyboard;
mod keys;
mod page;
mod prose;
mod question;
mod safe_json;
mod said;
mod templates;
mod view;
mod words;

pub use base64::encode as base64;
pub use cover::duration;
pub use html::Html;
pub use inline::beside;
pub use inline::free;
pub use inline::kept;
pub use question::kind;
pub use safe_json::SafeJson;
pub use templates::Templates;
pub use view::Raw;
pub use words::Words;

#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_json::Value;
use sha2::Digest;
use sha2::Sha256;

use crate::assets;
use crate::model::AssetContent;
use crate::model::Module;
use crate::package::Entry;
use crate::package::Package;
use crate::package::PackagePath;
use crate::render::context::Context;

/// Body of ping.txt, by which the player sees that the server answers.
const PING: &str = "filiere-ok";

/// The pages and the assets of `module`; `player` is the script that plays them, `state` its schema.
pub fn render(module: &Module, state: &impl Serialize, player: &str) -> Package {
    let context = Context::new(module);
    let pages = page::pages(&context);
    let mut data = data::data(&context);
    data["state"] = serde_json::to_value(state).expect("a state schema has only string keys");
    data["module"]["hash"] = Value::String(hash(module, &pages, &data));
    let document = page::document(&context, pages, SafeJson::new(&data));
    let index = context.templates.render("index", &document) + "\n";
    let icon = assets::template("icon.svg").expect("a test renders a package");
    let mut package = Package::default();
    put(&mut package, "index.html", index.into_bytes());
    put(&mut package, "player/filiere.js", player.into());
    put(&mut package, "player/filiere.css", assets::PLAYER_CSS.into());
    put(&mut package, "icon.svg", icon.into());
    put(&mut package, "ping.txt", PING.into());
    files(module, &mut package);
    package
}

fn put(package: &mut Package, path: &str, bytes: Vec<u8>) {
    let path = PackagePath::new(path).expect("these names are safe");
    package.insert(path, Entry::Bytes(bytes));
}

fn files(module: &Module, package: &mut Package) {
    for asset in &module.assets {
        let path = PackagePath::new(&asset.path).expect("the checker makes asset paths safe");
        let entry = match &asset.content {
            AssetContent::Bytes(bytes) => Entry::Bytes(bytes.clone()),
            AssetContent::File { path, length } => Entry::File { path: path.clone(), length: *length },
        };
        package.insert(path, entry);
    }
}

/// First 12 hexadecimal digits over pages, data and assets; a file on disk counts by name and length.
fn hash(module: &Module, pages: &[view::Page], data: &Value) -> String {
    let mut sha = Sha256::new();
    sha.update(serde_json::to_string(pages).expect("views have only string keys"));
    sha.update(data.to_string());
    for asset in &module.assets {
        sha.update(&asset.path);
        match &asset.content {
            AssetContent::Bytes(bytes) => sha.update(bytes),
            AssetContent::File { length, .. } => sha.update(length.to_string()),
        }
    }
    let hex: String = sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    hex[..12].to_owned()
}
