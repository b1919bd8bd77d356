//! Compression of what is sent to a client, as the client asks for it.
//!
//! With `compress=zlib-stream` in the address, everything of one connection is one zlib stream, each frame ending with
//! the marker of a flush (`00 00 ff ff`); a client that resumes does so over a new connection, and so with a new stream.
//! With `compress: true` in IDENTIFY each frame after it is a zlib stream of its own.
//! <https://docs.discord.com/developers/events/gateway#compression>

use std::io::{self, Write as _};
use std::mem;

use axum::extract::ws::Message;
use flate2::Compression;
use flate2::write::ZlibEncoder;

/// The value of `compress` in an address that asks for one stream.
pub(super) const ZLIB_STREAM: &str = "zlib-stream";

/// Makes web socket messages of frames.
pub(super) enum Encoder {
    /// Frames go out as the text that they are.
    Plain,
    /// Each is compressed by itself.
    Payloads,
    /// All are one stream. It holds what was compressed and is not sent, nothing between two frames.
    Stream(Box<ZlibEncoder<Vec<u8>>>),
}

impl Encoder {
    /// For a connection whose address asks for `compress`. Others than zlib are not simulated: clients that ask for one
    /// read plain text as well.
    pub(super) fn new(compress: Option<&str>) -> Self {
        match compress {
            Some(ZLIB_STREAM) => Self::Stream(Box::new(encoder())),
            _ => Self::Plain,
        }
    }

    /// Compresses each frame from here on, unless all are one stream already.
    pub(super) fn compress_payloads(&mut self) {
        if matches!(self, Self::Plain) {
            *self = Self::Payloads;
        }
    }

    /// The message of a frame. Writing to memory does not fail.
    pub(super) fn message(&mut self, frame: String) -> io::Result<Message> {
        let bytes = match self {
            Self::Plain => return Ok(Message::Text(frame.into())),
            Self::Payloads => {
                let mut stream = encoder();
                stream.write_all(frame.as_bytes())?;
                stream.finish()?
            }
            Self::Stream(stream) => {
                stream.write_all(frame.as_bytes())?;
                stream.flush()?;
                mem::take(stream.get_mut())
            }
        };
        Ok(Message::Binary(bytes.into()))
    }
}

fn encoder() -> ZlibEncoder<Vec<u8>> {
    ZlibEncoder::new(Vec::new(), Compression::fast())
}
