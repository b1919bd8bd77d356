//! Sessions of browsers, which people begin by signing in with Discord.
//!
//! A *sign-in* is the way to Discord and back. It is a row under the hash of its `state`, good once and for
//! ten minutes, and only in the browser that began it. Discord says who somebody is and nothing else:
//! whose member they are, our rows say. A *session* is a row under the hash of the token in its cookie,
//! for one person in one guild at a time; they may switch to another guild of theirs. It ends when it was
//! not used for a while, at its end, by signing out, and with a ban or an erasure.
//!
//! A session has the rights stored in Paddock, as API tokens have, and needs no approval. Neither tokens
//! of Discord nor those of sessions are stored.

pub(crate) mod capability;
mod config;
mod discord;
mod model;
mod observe;
mod pages;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;
