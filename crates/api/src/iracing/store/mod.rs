//! Statements of connected accounts: a file for each table.

pub(super) mod accounts;
pub(super) mod revocations;
pub(super) mod sign_ins;
pub(super) mod unfinished;
