//! What members may ask about their own data: all of it, and its erasure.
//!
//! *When a capability starts to keep something of members*: its `capability.rs` registers how that is
//! exported and erased. `it::erasure` reads the whole database for what was left out.

pub(crate) mod capability;
mod routes;
pub(crate) mod service;
