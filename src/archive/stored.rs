//! Names of files that are compressed already; judged by name only.

/// Extensions whose content deflate cannot shorten by 3 %.
pub(super) const EXTENSIONS: [&str; 29] = [
    "7z", "aac", "avif", "br", "bz2", "docx", "epub", "flac", "gif", "gz", "heic", "jpeg", "jpg", "m4a",
    "m4v", "mkv", "mov", "mp3", "mp4", "odt", "ogg", "opus", "png", "pptx", "webm", "webp", "woff2", "xlsx",
    "zip",
];
