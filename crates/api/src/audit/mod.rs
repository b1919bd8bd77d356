//! The audit log: every change, in the transaction that makes it.
//!
//! Entries are append-only. What they say of a person (names, reasons) stands beside them, in
//! `audit_personal`, so that erasing a member takes it away and the entry stays readable: who did
//! what, to whom, when.
//!
//! What is audited is listed once per type with [`audited!`]. A service then says what became of it
//! with [`created`], [`changed`], [`set`] or [`deleted`], and the entry is the difference.

pub(crate) mod capability;
mod model;
mod names;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::{Action, Audited, Field, Under, When, audited, because};
pub(crate) use names::{NameSource, NameSources, Names, Noun, Thing};
pub(crate) use service::{changed, created, deleted, last_actor, set};
