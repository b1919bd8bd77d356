//! Discord bot of Paddock: interactions in, API calls out, replies back.
//!
//! It holds no rule. A slash command becomes one API call in the member's name, and the typed answer
//! becomes a reply; whether a member may do something, and what follows from it, is decided by the
//! API.
//!
//! Words: a *call* is one interaction together with the API client that speaks for its member
//! (`call`); an *answer* is what a handler returns (`answer`); an *effect* is something that the
//! API wants done in Discord (`effects`); a *display* is a message that shows the code of an
//! attendance session (`displays`); a *report* is what the bot sends to the API about Discord
//! (`reports`, `expected`, `presences`).
//!
//! Invariants:
//!
//! - Callbacks go through a client without rate limiter, so that nothing can queue in front of them;
//!   everything else goes through `discord::send` and its siblings, which cap twilight's endless
//!   retry of a global 429.
//! - An interaction that is too old for a first response is deferred before its API call: if Discord
//!   has given it up, nothing is done.
//! - Only the one member whom an effect mentions is notified: `allowed_mentions` is set on every
//!   message and response.
//!
//! *To add a capability*: a file in `commands/` with its commands, buttons and modals, one line in
//! `commands::dispatch`, its texts in `replies/`.

mod answer;
mod bot;
mod call;
mod charts;
mod clock;
mod commands;
mod config;
mod custom_id;
mod discord;
mod dispatch;
mod displays;
mod effects;
mod expected;
mod files;
mod gateway;
mod guilds;
mod heartbeat;
mod ids;
mod intents;
mod members;
mod messages;
mod pages;
mod presences;
mod registration;
mod replies;
mod reports;
mod respond;
mod run;
mod shards;
mod tasks;
#[cfg(test)]
mod test;
mod voice;

pub use config::{Config, Error};
pub use intents::intents;
pub use run::run;
pub use twilight_model::{application::command::Command, gateway::Intents, guild::Permissions};

/// Every slash command, as it is registered with Discord.
pub fn commands() -> Vec<Command> {
    commands::dispatch().definitions()
}

/// The permissions that an invitation has to ask for, so that every feature works.
pub fn invitation_permissions() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::EMBED_LINKS
        | Permissions::ATTACH_FILES
        | Permissions::READ_MESSAGE_HISTORY
        | Permissions::MANAGE_ROLES
}
