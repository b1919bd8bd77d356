//! iRacing accounts that members connected, and the sessions that are read through them.
//!
//! *Words.* A *connection* is a member's permission to read as them at iRacing: a pair of tokens, of
//! which the *refresh token* gives the next pair, once. A *sign-in* is the way there, known by its
//! *state*; an *invitation* is a link that begins one for somebody who typed a command. A
//! *revocation* is a permission that is to be given back, of nobody in particular. What is
//! *unfinished* is a session whose results iRacing has not given.
//!
//! *Invariants.*
//! - Tokens are stored sealed, under the account that they belong to.
//! - One worker at a time renews the tokens of an account, over all replicas, and the new pair is
//!   durable before it is used.
//! - Only iRacing's word that a refresh token is dead ends a connection.
//! - A state and an invitation work once.
//! - A permission that nobody needs any more is revoked at iRacing, also if the process dies between.
//!
//! *To read something else of iRacing as a member*: `service::reader`, which has the token.

pub(crate) mod capability;
mod config;
mod model;
mod pages;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::keyring::Keyring;

use crate::clock::{Clock, SystemClock};
use crate::db::Database;
use crate::ids::SystemRng;
use secrecy::SecretString;
use std::sync::Arc;

/// Seals with the first of these keys whatever is sealed with another of them; how many connections
/// those were. The service may run meanwhile, with the same keys.
///
/// # Errors
///
/// When something is sealed with a key that is none of these, or storage fails. What was done stays.
pub async fn rotate_key(db: &Database, keys: &[SecretString]) -> anyhow::Result<u32> {
    let (keys, rng) = (Keyring::new(keys), Arc::new(SystemRng));
    Ok(service::rotate(db, &keys, rng, || SystemClock.now()).await?)
}
