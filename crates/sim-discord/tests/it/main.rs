//! The simulator against the client library that the bot is built on, over real sockets.
//!
//! The modules are marked as tests so that their helpers, too, may `unwrap`.

#[cfg(test)]
mod commands;
#[cfg(test)]
mod components;
#[cfg(test)]
mod control;
#[cfg(test)]
mod discord_js;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod gateway;
#[cfg(test)]
mod guilds;
#[cfg(test)]
mod helpers;
#[cfg(test)]
mod interactions;
#[cfg(test)]
mod members;
#[cfg(test)]
mod oauth;
#[cfg(test)]
mod page;
#[cfg(test)]
mod people;
#[cfg(test)]
mod presences;
#[cfg(test)]
mod rest;
