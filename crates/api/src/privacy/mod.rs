//! What a member may ask about their own data: all of it, and its end.
//!
//! The one capability that knows every other: whoever keeps something about a member hands it out
//! through an export function and takes it away through a `forget` function, called here.
//!
//! *When a capability starts to keep something about members*: add it to [`service::export`] and
//! [`service::erase`].

pub(crate) mod routes;
pub(crate) mod service;
