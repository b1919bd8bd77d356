//! Operations on scores.

mod credit;
mod penalties;
mod privacy;
mod rule;
mod table;

pub(crate) use credit::{credit_due, has_work, rounds_changed};
pub(crate) use penalties::{add as add_penalty, list as list_penalties, remove as remove_penalty};
pub(crate) use privacy::{erase, export_personal_data};
pub(crate) use rule::{get as rule, remove as remove_rule, set as set_rule};
pub(crate) use table::{preview, standings};
