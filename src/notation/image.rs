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
