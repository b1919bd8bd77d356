//! Operations on the league.

mod links;
mod privacy;
mod rosters;
mod sync;

pub(crate) use links::{
    changes as link_changes, followed as link_changes_followed,
    fresh_changes as fresh_link_changes, get, link, list as links, prove, remove, set,
};
pub(crate) use privacy::{erase, export_personal_data};
pub(crate) use rosters::{
    Seen, current as current_roster, drivers_between, seen_in_races, upload, upload_csv,
};
#[cfg(test)]
pub(crate) use sync::State;
pub(crate) use sync::{has_work as sync_has_work, state, sync, sync_due, turned as league_turned};
