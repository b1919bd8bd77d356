//! The commands, one file per capability: options in, one API call, a reply out.
//!
//! `default_permissions` only decides who sees a command at first; server admins change that under
//! Integrations, and the API judges each call anyway.

mod ask;
pub(crate) mod attendance;
mod audit;
mod dates;
mod general;
mod guild;
pub(crate) mod members;
pub(crate) mod seasons;
mod suggest;
mod tokens;

use crate::dispatch::Dispatch;
use twilight_model::guild::Permissions;

/// Everything that can be asked of the bot.
pub(crate) fn dispatch() -> Dispatch {
    let mut dispatch = Dispatch::default();
    general::add(&mut dispatch);
    members::add(&mut dispatch);
    seasons::add(&mut dispatch);
    attendance::add(&mut dispatch);
    tokens::add(&mut dispatch);
    guild::add(&mut dispatch);
    audit::add(&mut dispatch);
    dispatch
}

fn manage_server() -> Permissions {
    Permissions::MANAGE_GUILD
}

fn administrator() -> Permissions {
    Permissions::ADMINISTRATOR
}

#[cfg(test)]
mod tests;
