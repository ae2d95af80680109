//! The bytes of one entry of a package, or the part that a player of media asks for; a file on the
//! disk is sent piece by piece, never read whole. It knows no address.

use std::fs::File;
use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
use std::ops::Range;
use std::path::Path;

use axum::body::Body;
use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::StatusCode;
use axum::http::header;
use axum::response::IntoResponse;
use axum::response::Response;
use futures_util::stream;

use crate::package::Entry;

/// What is read of a file at once.
const PIECE: u64 = 256 * 1024;

/// The entry, or the part of it that the request wants; not found when its file is gone.
pub async fn content(entry: &Entry, request: &HeaderMap) -> Response {
    let (length, source) = match entry {
        Entry::Bytes(bytes) => (entry.length(), Source::Bytes(bytes)),
        // Its length may have changed since the build.
        Entry::File { path, .. } => match open(path).await {
            Ok((file, length)) => (length, Source::File(file)),
            Err(_) => return StatusCode::NOT_FOUND.into_response(),
        },
    };
    let whole = 0..length;
    match wanted(request, length) {
        Wanted::Whole => (headers(&whole), source.body(whole)).into_response(),
        Wanted::Part(part) => {
            let place = format!("bytes {}-{}/{length}", part.start, part.end - 1);
            let said = [(header::CONTENT_RANGE, place)];
            (StatusCode::PARTIAL_CONTENT, said, headers(&part), source.body(part)).into_response()
        }
        Wanted::Nothing => {
            let said = [(header::CONTENT_RANGE, format!("bytes */{length}"))];
            (StatusCode::RANGE_NOT_SATISFIABLE, said).into_response()
        }
    }
}

fn headers(part: &Range<u64>) -> [(header::HeaderName, String); 2] {
    let length = (part.end - part.start).to_string();
    [(header::ACCEPT_RANGES, "bytes".to_owned()), (header::CONTENT_LENGTH, length)]
}

/// What a request wants of an entry.
#[derive(Debug, PartialEq, Eq)]
enum Wanted {
    Whole,
    Part(Range<u64>),
    /// A part beyond the end.
    Nothing,
}

/// RFC 9110 14.2: what is not understood, or asks for several parts, is ignored.
fn wanted(request: &HeaderMap, length: u64) -> Wanted {
    let range = request.get(header::RANGE).and_then(|range| range.to_str().ok());
    let bounds = range.and_then(|range| range.strip_prefix("bytes=")?.split_once('-'));
    let part = match bounds.map(|(first, last)| (first.parse::<u64>(), last, last.parse::<u64>())) {
        Some((Ok(first), "", _)) => first..length,
        Some((Ok(first), _, Ok(last))) if last >= first => first..length.min(last.saturating_add(1)),
        Some((Err(_), _, Ok(last))) if range.is_some_and(|range| range.starts_with("bytes=-")) => {
            length.saturating_sub(last)..length
        }
        _ => return Wanted::Whole,
    };
    if part.is_empty() { Wanted::Nothing } else { Wanted::Part(part) }
}

enum Source<'a> {
    Bytes(&'a [u8]),
    File(File),
}

impl Source<'_> {
    fn body(self, part: Range<u64>) -> Body {
        match self {
            Self::Bytes(bytes) => {
                let part = usize::try_from(part.start).ok().zip(usize::try_from(part.end).ok());
                let bytes = part.and_then(|(start, end)| bytes.get(start..end));
                Body::from(bytes.expect("a part lies within the length").to_vec())
            }
            Self::File(file) => Body::from_stream(stream::try_unfold((file, part), next)),
        }
    }
}

/// The next piece of what is left; a file that got shorter ends the answer early, which a browser
/// tells from its length.
async fn next((mut file, left): (File, Range<u64>)) -> io::Result<Option<(Bytes, (File, Range<u64>))>> {
    if left.is_empty() {
        return Ok(None);
    }
    blocking(move || {
        file.seek(SeekFrom::Start(left.start))?;
        let mut piece = Vec::new();
        let read = (&mut file).take(PIECE.min(left.end - left.start)).read_to_end(&mut piece)?;
        let rest = left.start + read as u64..left.end;
        Ok((read > 0).then(|| (Bytes::from(piece), (file, rest))))
    })
    .await
}

async fn open(path: &Path) -> io::Result<(File, u64)> {
    let path = path.to_owned();
    blocking(move || {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Ok((file, length))
    })
    .await
}

/// Disks are slow: other answers go on meanwhile.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_a_part_of_what_there_is_and_anything_else_is_ignored() {
        let ranges: [(&str, Wanted); 12] = [
            ("bytes=0-9", Wanted::Part(0..10)),
            ("bytes=90-", Wanted::Part(90..100)),
            ("bytes=90-1000", Wanted::Part(90..100)),
            ("bytes=-5", Wanted::Part(95..100)),
            ("bytes=-500", Wanted::Part(0..100)),
            ("bytes=100-", Wanted::Nothing),
            ("bytes=-0", Wanted::Nothing),
            ("bytes=0-18446744073709551615", Wanted::Part(0..100)),
            ("bytes=9-0", Wanted::Whole),
            ("bytes=0-1,5-6", Wanted::Whole),
            ("bytes=x-5", Wanted::Whole),
            ("items=0-1", Wanted::Whole),
        ];
        for (range, part) in ranges {
            let request = HeaderMap::from_iter([(header::RANGE, range.parse().unwrap())]);
            assert_eq!(wanted(&request, 100), part, "{range}");
        }
        assert_eq!(wanted(&HeaderMap::new(), 100), Wanted::Whole);
    }
}
