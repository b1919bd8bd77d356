//! Operations on results.

mod change;
mod driving;
mod import;
mod keep;
mod matches;
mod privacy;
mod raw;
mod read;
mod rounds;
mod seen;
mod settings;
mod show;

pub(crate) use change::{delete, set_final, set_round, set_void};
pub(crate) use driving::{driving, races};
pub(crate) use import::import;
pub(crate) use keep::keep;
pub(crate) use matches::{
    has_work as matches_have_work, match_round, matched, reconcile_due, unmatch,
};
pub(crate) use privacy::{erase, export_personal_data, search};
#[cfg(test)]
pub(crate) use raw::Searched;
pub(crate) use raw::{expire as expire_raw, pack, raw_file};
pub(crate) use read::{content, driven_by, known};
pub(crate) use rounds::of_season as rounds_of_season;
pub(crate) use seen::{
    begin_due as begin_leagues, has_work as leagues_have_work, turned as league_turned,
};
pub(crate) use settings::{settings, update_settings};
pub(crate) use show::{get, list};
