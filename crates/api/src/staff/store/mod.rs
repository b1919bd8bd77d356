//! Statements of staff.

pub(crate) mod boards;
pub(crate) mod guilds;
pub(crate) mod intervals;
pub(crate) mod leaves;
pub(crate) mod members;
pub(crate) mod settings;
