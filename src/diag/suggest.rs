//! « Vouliez-vous dire… »: finds the known word nearest to a mistyped one; it words nothing.

/// Longer words are no slip of a known one, and would take long to compare.
const LONGEST: usize = 100;

/// The word of `known` that `word` was probably meant to be.
///
/// Case, accents and one typing slip in four characters are forgiven; of equally near words the
/// first in alphabetical order wins.
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    if folded.len() > LONGEST {
        return None;
    }
    let allowed = (folded.len() / 4).max(1);
    let near = known.into_iter().filter(|k| !k.is_empty()).filter_map(|candidate| {
        let distance = distance(&folded, &fold(candidate));
        (distance <= allowed && distance < folded.len()).then_some((distance, candidate))
    });
    near.min().map(|(_, candidate)| candidate)
}

fn fold(word: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    let unmarked = word.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    unmarked.flat_map(char::to_lowercase).collect()
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_known_word_is_suggested() {
        let known = ["prompt", "options", "feedback"];
        assert_eq!(closest("optoins", known), Some("options"));
        assert_eq!(closest("Prompt", known), Some("prompt"));
        assert_eq!(closest("feedbak", known), Some("feedback"));
        assert_eq!(closest("cafe", ["café"]), Some("café"));
    }

    #[test]
    fn a_word_like_no_other_gets_no_suggestion() {
        assert_eq!(closest("couleur", ["prompt", "options"]), None);
        assert_eq!(closest("x", ["y", "z"]), None);
        assert_eq!(closest("", ["y"]), None);
        assert_eq!(closest(&"a".repeat(101), [&*"a".repeat(100)]), None);
    }
}
