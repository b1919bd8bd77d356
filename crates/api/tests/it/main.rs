//! The API over HTTP, driven by its own client.

#![expect(
    clippy::unwrap_used,
    reason = "a test says what it expects; helpers belong to tests"
)]

mod audit;
mod effects;
mod guild;
mod helpers;
mod http;
mod members;
mod openapi;
mod privacy;
mod rights;
mod tidy;
mod tokens;
