//! API tokens: JWTs that members make for themselves, once an admin approved API access.
//!
//! Each token is a row. The JWT names it (`jti`) and the row decides: it can be revoked, it
//! expires, and it belongs to one approval. When that approval ends, by withdrawal, rejection or
//! ban, the token is dead for good, also after a new approval. Dead tokens are listed for a while and
//! then deleted; until then they count against what a member may have stored.

pub(crate) mod capability;
mod jwt;
mod model;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use jwt::JwtKey;
