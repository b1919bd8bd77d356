//! Statements of the league.

pub(super) mod drivers;
pub(super) mod links;
pub(super) mod rosters;
pub(super) mod syncs;
