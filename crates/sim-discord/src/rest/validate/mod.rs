//! Discord's limits on commands, messages and forms.

mod command;
mod component;
mod message;

pub(crate) use command::{command, commands};
pub(crate) use component::modal;
pub(crate) use message::{choices, message};
