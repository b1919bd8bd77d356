//! Discord's limits on commands, messages and forms.

mod address;
mod command;
mod component;
mod embed;
mod mentions;
mod message;

pub(crate) use command::{command, commands};
pub(crate) use component::modal;
pub(crate) use message::{choices, message};
