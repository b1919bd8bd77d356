//! Operations on the league.

mod links;
mod privacy;
mod rosters;

#[cfg(test)]
pub(crate) use links::prove;
pub(crate) use links::{get, link, remove, set};
pub(crate) use privacy::{erase, export_personal_data};
pub(crate) use rosters::drivers_between;
