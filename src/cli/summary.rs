//! What a build wrote: names, sizes, hashes, how much of the limits is used; it measures nothing.

use std::path::Path;

use serde_json::json;

use crate::diag::Format;
use crate::diag::Language;
use crate::diag::Text;
use crate::pipeline::Built;
use crate::text;

/// How many of the largest files are named.
const LARGEST: usize = 3;

/// The summary, for people or for programs.
pub fn text(
    packages: &[Built],
    shown: &dyn Fn(&Path) -> String,
    format: Format,
    language: Language,
) -> String {
    match format {
        Format::Json => packages.iter().map(|built| format!("{}\n", record(built, shown))).collect(),
        Format::Human | Format::Short | Format::Sarif | Format::Github => {
            packages.iter().map(|built| people(built, shown).get(language).to_owned()).collect()
        }
    }
}

fn record(built: &Built, shown: &dyn Fn(&Path) -> String) -> serde_json::Value {
    json!({ "v": 1, "package": {
        "file": shown(&built.path),
        "bytes": built.written.bytes,
        "sha256": built.written.sha256.to_string(),
        "files": built.written.files.len(),
        "state": built.state,
        "state_limit": built.state_limit,
        "earlier_states": built.earlier,
        "earlier_bytes": built.earlier_bytes,
    } })
}

fn people(built: &Built, shown: &dyn Fn(&Path) -> String) -> Text {
    let path = shown(&built.path);
    let count = built.written.files.len();
    let hash = built.written.sha256;
    let Text { fr: fr_size, en: en_size } = size(built.written.bytes);
    let (state, limit) = (number(built.state as u64), number(built.state_limit as u64));
    let Text { fr: fr_largest, en: en_largest } = largest(built);
    let Text { fr: fr_earlier, en: en_earlier } = earlier(built);
    text! {
        fr: "{path}\n  {fr_size}, {count} fichiers\n  SHA-256 {hash}\n  \
             état de l'apprenant\u{a0}: au pire {state} des {limit} caractères permis\n{fr_earlier}  \
             les plus gros\u{a0}: {fr_largest}\n",
        en: "{path}\n  {en_size}, {count} files\n  SHA-256 {hash}\n  \
             learner's state: at worst {state} of the {limit} characters allowed\n{en_earlier}  \
             largest: {en_largest}\n",
    }
}

/// The table of released versions, when there is one.
fn earlier(built: &Built) -> Text {
    let count = built.earlier;
    let Text { fr, en } = size(built.earlier_bytes as u64);
    match count {
        0 => text! { fr: "", en: "" },
        1 => text! {
            fr: "  relit les réponses d'une version publiée\u{a0}: {fr}\n",
            en: "  reads the answers of one released version: {en}\n",
        },
        _ => text! {
            fr: "  relit les réponses de {count} versions publiées\u{a0}: {fr}\n",
            en: "  reads the answers of {count} released versions: {en}\n",
        },
    }
}

fn largest(built: &Built) -> Text {
    let mut files: Vec<_> = built.written.files.iter().map(|f| (f.bytes, f.path.as_str())).collect();
    files.sort_by_key(|(bytes, path)| (std::cmp::Reverse(*bytes), *path));
    let named: Vec<(String, Text)> =
        files.into_iter().take(LARGEST).map(|(bytes, path)| (path.to_owned(), size(bytes))).collect();
    let join = |pick: fn(&Text) -> &str| {
        named.iter().map(|(path, size)| format!("{path} ({})", pick(size))).collect::<Vec<_>>().join(", ")
    };
    Text { fr: join(|t| &t.fr), en: join(|t| &t.en) }
}

/// Decimal units, as file managers show them: « 1,4 Mo », “1.4 MB”.
pub fn size(bytes: u64) -> Text {
    let tenths = |unit: u64| (bytes * 10 + unit / 2) / unit;
    let (tenths, fr, en) = match bytes {
        0..1_000 => return text! { fr: "{bytes}\u{a0}octets", en: "{bytes}\u{a0}bytes" },
        1_000..999_950 => (tenths(1_000), "ko", "kB"),
        999_950..999_950_000 => (tenths(1_000_000), "Mo", "MB"),
        _ => (tenths(1_000_000_000), "Go", "GB"),
    };
    let (whole, part) = (tenths / 10, tenths % 10);
    text! { fr: "{whole},{part}\u{a0}{fr}", en: "{whole}.{part}\u{a0}{en}" }
}

/// Digits in groups of three.
fn number(n: u64) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).expect("digits are ASCII"))
        .collect();
    groups.join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_and_change_unit_at_a_thousand() {
        let fr = |bytes| size(bytes).fr.replace('\u{a0}', " ");
        let sizes = [0, 999, 1_000, 999_949, 999_950, 1_449_999, 3_221_225_472].map(fr);
        assert_eq!(sizes, ["0 octets", "999 octets", "1,0 ko", "999,9 ko", "1,0 Mo", "1,4 Mo", "3,2 Go"]);
    }
}
