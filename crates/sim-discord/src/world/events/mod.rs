//! Changes of the world that the gateway announces.
//!
//! Each method changes the state first and then dispatches, with the intents of which a session needs one.

mod guilds;
mod members;
mod messages;
mod presences;
mod threads;
