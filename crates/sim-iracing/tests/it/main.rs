//! The simulator on its own, over real sockets: what it answers, and what it insists on. The tests of the client, in
//! `crates/iracing`, prove the rest.
//!
//! The modules are marked as tests so that their helpers, too, may `unwrap`.

#[cfg(test)]
mod control;
#[cfg(test)]
mod data;
#[cfg(test)]
mod helpers;
#[cfg(test)]
mod links;
#[cfg(test)]
mod oauth;
