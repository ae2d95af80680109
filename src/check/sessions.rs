//! How a module keeps and times sessions: its own word, else that of the workspace; finds no fault.

use crate::model::Journal;
use crate::model::SessionTime;
use crate::model::Sessions;
use crate::source::Object;

/// The settings of a module, or `None` when one of them was reported.
pub fn sessions(workspace: &Object, module: &Object) -> Option<Sessions> {
    let journal = match word("journal", workspace, module)? {
        "off" => Journal::Off,
        _ => Journal::On,
    };
    let time = match word("session_time", workspace, module)? {
        "wall" => SessionTime::Wall,
        _ => SessionTime::Active,
    };
    Some(Sessions { journal, time })
}

/// The workspace has a word for each key, if only the one it means without it.
fn word(key: &str, workspace: &Object, module: &Object) -> Option<&'static str> {
    if module.is_broken(key) || workspace.is_broken(key) {
        return None;
    }
    Some(module.word(key).or_else(|| workspace.word(key)).map_or("", |word| word.value))
}
