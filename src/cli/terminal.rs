//! The two output streams; a reader that leaves early stops the printing, never the exit code.

use std::io::IsTerminal;
use std::io::Write;

use crate::diag::Colour;

/// One of the two streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// What was asked for.
    Out,
    /// What is said about it.
    Err,
}

/// Standard output and standard error.
#[derive(Debug)]
pub struct Terminal {
    plain: bool,
    out_closed: bool,
    err_closed: bool,
}

impl Terminal {
    /// The process's streams; `NO_COLOR` (no-color.org) and `TERM=dumb` mean plain text.
    #[expect(clippy::disallowed_methods, reason = "cli is where the environment is read")]
    pub fn new() -> Self {
        let plain = set("NO_COLOR") || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self { plain, out_closed: false, err_closed: false }
    }

    /// Writes `text`; nothing more once the reader has gone.
    pub fn write(&mut self, stream: Stream, text: &str) {
        let (closed, result) = match stream {
            Stream::Out if self.out_closed => return,
            Stream::Err if self.err_closed => return,
            Stream::Out => (&mut self.out_closed, write(std::io::stdout().lock(), text)),
            Stream::Err => (&mut self.err_closed, write(std::io::stderr().lock(), text)),
        };
        *closed = result.is_err();
    }

    /// Whether a person watches `stream`.
    pub fn is_watched(&self, stream: Stream) -> bool {
        match stream {
            Stream::Out => std::io::stdout().is_terminal(),
            Stream::Err => std::io::stderr().is_terminal(),
        }
    }

    /// Colour only for a person who did not refuse it.
    pub fn colour(&self, stream: Stream) -> Colour {
        if self.is_watched(stream) && !self.plain { Colour::Always } else { Colour::Never }
    }
}

fn write(mut stream: impl Write, text: &str) -> std::io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}

#[expect(clippy::disallowed_methods, reason = "cli is where the environment is read")]
fn set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}
