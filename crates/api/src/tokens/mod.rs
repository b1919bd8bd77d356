//! API tokens: JWTs that members make for themselves, once an admin approved API access.
//!
//! Each token is a row. The JWT names it (`jti`) and the row decides: it can be revoked, it
//! expires, and it belongs to one approval. When that approval ends, by withdrawal, rejection or
//! ban, the token is dead for good, also after a new approval.

pub(crate) mod capability;
mod jwt;
mod model;
mod routes;
pub(crate) mod service;
mod store;

pub(crate) use jwt::JwtKey;
