//! Statements of seasons, table by table.

pub(super) mod attempts;
pub(super) mod awards;
pub(super) mod counts;
pub(super) mod items;
pub(super) mod ledger;
pub(super) mod ranks;
pub(super) mod seasons;
pub(super) mod standings;
pub(super) mod submissions;
pub(super) mod syncs;
pub(super) mod verify;
