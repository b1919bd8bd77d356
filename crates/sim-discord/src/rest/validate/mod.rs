//! Discord's limits on what applications send.

mod command;
mod component;
mod message;

pub(crate) use command::{command, commands};
pub(crate) use component::{components, modal};
pub(crate) use message::{choices, message};
