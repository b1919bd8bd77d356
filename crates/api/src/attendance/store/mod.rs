//! Statements of attendance, table by table.

pub(super) mod credits;
pub(super) mod displays;
pub(super) mod expected;
pub(super) mod guesses;
pub(super) mod records;
pub(super) mod reports;
pub(super) mod sessions;
pub(super) mod settings;
