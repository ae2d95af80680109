//! What a reviewer reads of a page: its words, and its data block unpacked.

use serde_json::Value;

/// Elements whose content is no text of the page.
const SILENT: [&str; 4] = ["script", "style", "svg", "math"];
/// Elements inside a line.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "button", "cite", "code", "dfn", "em", "i", "input", "kbd", "label", "math",
    "output", "q", "s", "small", "span", "strong", "sub", "sup",
];

/// The words of a page, a line a block; pictures by their alternative text, formulas by their TeX.
pub fn text(page: &str) -> String {
    let (mut out, mut silent) = (String::new(), None);
    for piece in page.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if silent == Some(name) && tag.starts_with('/') {
            silent = None;
        } else if silent == Some("math") && tag.starts_with("annotation") {
            out += &format!("${}$", plain(words));
            continue;
        } else if silent.is_none() && !tag.starts_with('/') {
            silent = SILENT.into_iter().find(|one| *one == name);
            out += &alternative(tag);
        }
        if silent.is_none() {
            out += if INLINE.contains(&name) { "" } else { "\n" };
            out += &plain(words);
        }
    }
    let lines =
        out.lines().map(|line| line.split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>());
    lines.filter(|words| !words.is_empty()).map(|words| words.join(" ") + "\n").collect()
}

fn alternative(tag: &str) -> String {
    let alt = tag.split_once(" alt=\"").and_then(|(_, rest)| rest.split_once('"'));
    alt.map_or(String::new(), |(alt, _)| format!("[{}]", plain(alt)))
}

fn plain(text: &str) -> String {
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.replace('\n', " "), |text, (entity, sign)| text.replace(entity, sign))
}

/// The data block of a page, indented, graded questions in the clear.
pub fn data(page: &str) -> String {
    let (_, rest) = page.split_once("id=\"filiere-data\">").unwrap();
    let mut data: Value = serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap();
    let graded = base64(data["graded"].as_str().unwrap());
    if !graded.is_empty() {
        data["graded"] = serde_json::from_slice(&graded).unwrap();
    }
    serde_json::to_string_pretty(&data).unwrap() + "\n"
}

fn base64(text: &str) -> Vec<u8> {
    let digit = |sign: u8| match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let signs: Vec<u8> = text.bytes().filter(|sign| *sign != b'=').map(digit).collect();
    let whole = |group: &[u8]| {
        group.iter().fold(0_u32, |sum, six| sum << 6 | u32::from(*six)) << (6 * (4 - group.len()))
    };
    let bytes = |group: &[u8]| whole(group).to_be_bytes()[1..group.len()].to_vec();
    signs.chunks(4).flat_map(bytes).collect()
}
