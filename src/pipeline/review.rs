//! The facts that an expert must still confirm, with their places; it judges none of them.

use crate::diag::FileId;
use crate::diag::Place;
use crate::diag::Sources;

/// What opens the role in a text.
const OPENING: &str = "{review}`";

/// A fact marked `{review}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The file that states it.
    pub file: FileId,
    /// Where it starts.
    pub place: Place,
    /// Its words, on one line.
    pub text: String,
}

/// Every fact marked `{review}` in the texts of a run, in the order of files and lines.
pub fn reviews(sources: &Sources) -> Vec<Review> {
    let mut out: Vec<Review> = sources.files().flat_map(|file| of_file(sources, file)).collect();
    out.sort_by_key(|review| (sources.path(review.file).to_owned(), review.place.line, review.place.column));
    out
}

fn of_file(sources: &Sources, file: FileId) -> Vec<Review> {
    let text = sources.text(file);
    let starts = text.match_indices(OPENING).map(|(start, _)| start + OPENING.len());
    let review = |start: usize| {
        let length = text[start..].find('`')?;
        let words: Vec<&str> = text[start..start + length].split_whitespace().collect();
        let place = sources.place(file, u32::try_from(start).ok()?);
        Some(Review { file, place, text: words.join(" ") })
    };
    starts.filter_map(review).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_to_confirm_are_listed_with_their_places() {
        let mut sources = Sources::default();
        let b = sources.add("b.md", "Il fond à {review}`960 °C`.\n");
        let a = sources.add("a.md", "# T\n\nÀ {review}`un\nfait` et {review}`jamais fermé\n");
        assert_eq!(
            reviews(&sources),
            [
                Review { file: a, place: Place { line: 3, column: 12 }, text: "un fait".to_owned() },
                Review { file: b, place: Place { line: 1, column: 20 }, text: "960 °C".to_owned() },
            ]
        );
    }
}
