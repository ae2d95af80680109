//! The files of a module as its author wrote them, for the archive of its sources.

use crate::diag::Sources;
use crate::package::Entry;
use crate::source::ModuleDraft;

/// Paths in the workspace and contents: every text that was read, as it was understood (no byte
/// order mark, line ends of one kind), and the media on disk.
pub(super) fn files(draft: &ModuleDraft, sources: &Sources) -> Vec<(String, Entry)> {
    let prefix = format!("modules/{}/", draft.folder);
    let of_workspace = |path: &str| !path.contains('/') && path != "filiere.lock";
    let texts = sources.files().map(|file| (sources.path(file).to_owned(), sources.text(file)));
    let texts = texts.filter(|(path, _)| path.starts_with(&prefix) || of_workspace(path));
    let media = draft.files.iter().filter(|file| file.text.is_none() && !file.outside);
    let media = media.map(|file| {
        let entry = Entry::File { path: file.disk.clone(), length: file.length };
        (format!("{prefix}{}", file.path), entry)
    });
    texts.map(|(path, text)| (path, Entry::Bytes(text.as_bytes().to_vec()))).chain(media).collect()
}
