//! The gateway, as clients reach it over a web socket.
//!
//! `connection` moves frames between a socket and the world (`compression` for who asks for it), `protocol` handles each of them (`members` requests for
//! members), `handle` lets tests disturb and observe them. The sessions themselves belong to the world.

mod compression;
mod connection;
mod handle;
mod members;
mod protocol;

pub(crate) use connection::upgrade;
pub use handle::{GatewayHandle, Hangup};
