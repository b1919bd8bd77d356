//! The simulator against the client library that the bot is built on, over real sockets.
//!
//! The modules are marked as tests so that their helpers, too, may `unwrap`.

#[cfg(test)]
mod commands;
#[cfg(test)]
mod components;
#[cfg(test)]
mod compression;
#[cfg(test)]
mod control;
#[cfg(test)]
mod discord_js;
#[cfg(test)]
mod exchanges;
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
mod limits;
#[cfg(test)]
mod members;
#[cfg(test)]
mod oauth;
#[cfg(test)]
mod objects;
#[cfg(test)]
mod page;
#[cfg(test)]
mod people;
#[cfg(test)]
mod presences;
#[cfg(test)]
mod raw;
#[cfg(test)]
mod removal;
#[cfg(test)]
mod responses;
#[cfg(test)]
mod rest;
#[cfg(test)]
mod strict;
#[cfg(test)]
mod threads;
#[cfg(test)]
mod wire;
