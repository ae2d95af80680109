//! The size of PNG, JPEG, WebP and GIF pictures, from their first bytes; it decodes nothing.

use std::path::Path;

/// A size in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// The size of the picture at `path`; `None` when it is none of the four formats.
pub fn image(path: &Path) -> Option<Size> {
    use imagesize::ImageType;
    let is_known = |kind| matches!(kind, ImageType::Png | ImageType::Jpeg | ImageType::Webp | ImageType::Gif);
    let mut file = std::io::BufReader::new(std::fs::File::open(path).ok()?);
    let mut head = Vec::new();
    std::io::Read::read_to_end(&mut std::io::Read::take(&mut file, 32), &mut head).ok()?;
    imagesize::image_type(&head).ok().filter(|kind| is_known(*kind))?;
    let size = imagesize::size(path).ok()?;
    let fit = |n: usize| u32::try_from(n).ok().filter(|n| *n > 0);
    Some(Size { width: fit(size.width)?, height: fit(size.height)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The size of a file that begins with `head`.
    fn measure(head: &[u8]) -> Option<Size> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), head).unwrap();
        image(file.path())
    }

    #[test]
    fn four_formats_are_measured_from_their_first_bytes() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x02\0\0\0";
        let gif = b"GIF89a\x80\x02\xe0\x01\0\0\0";
        let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x7f\xc2\x77\0\0\0\0\0\0\0\0\0";
        let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08\x01\xe0\x02\x80\x03\x01\x22\0";
        let size = Some(Size { width: 640, height: 480 });
        assert_eq!((measure(png), measure(gif), measure(webp), measure(jpeg)), (size, size, size, size));
    }

    #[test]
    fn anything_else_has_no_size() {
        assert_eq!(measure(b"pas une image"), None);
        assert_eq!(measure(b""), None);
        assert_eq!(measure(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\x01\xe0\x08\x02\0\0\0"), None);
        assert_eq!(image(Path::new("/nowhere/at/all.png")), None);
    }
}
