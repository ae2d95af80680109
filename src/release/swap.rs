//! Two folders change names in one step, where the system can; it never does it in two.

use std::io;
use std::path::Path;

/// Exchanges `a` and `b`, which both exist.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn swap(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::CWD;
    use rustix::fs::RenameFlags;
    Ok(rustix::fs::renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

/// Says that this system cannot.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(super) fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the system or the disk has no exchange.
pub(super) fn is_missing(cause: &io::Error) -> bool {
    use io::ErrorKind;
    matches!(cause.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput)
}
