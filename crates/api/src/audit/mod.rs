//! The audit log: every change, in the transaction that makes it.
//!
//! Entries are append-only. What they say of a person (names, reasons) stands beside them, in
//! `audit_personal`, so that erasing a member takes it away and the entry stays readable: who did
//! what, to whom, when.
//!
//! Every capability calls [`service::record`] with a [`Change`]; nothing else is needed to be
//! audited.

pub(crate) mod capability;
mod model;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::Change;
