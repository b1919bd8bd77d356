//! The people of the simulated Discord, by the ids that the API uses.

use paddock_api_types::{GuildId, UserId};
use paddock_sim_discord::{GUILD_ID, Reply, SimDiscord};

/// The id of the simulated server.
///
/// # Panics
///
/// Never: the simulator's ids are ids.
pub fn guild_id() -> GuildId {
    GuildId::try_from(GUILD_ID).expect("a Discord id")
}

/// A person's id.
///
/// # Panics
///
/// When nobody has this name.
#[track_caller]
pub fn user_id(discord: &SimDiscord, name: &str) -> UserId {
    UserId::try_from(discord.user_id(name)).expect("a Discord id")
}

/// The name of the n-th person whom `Community::crowd` adds, counted from 1.
pub fn member_name(n: usize) -> String {
    format!("member-{n:04}")
}

/// Whether a `/register` was answered as the first one, or else as a repetition.
///
/// # Panics
///
/// When it was answered in any other way.
#[track_caller]
pub fn welcome_or_update(reply: &Reply) -> bool {
    let welcome = reply.content.starts_with("Welcome, ");
    let update = reply.content.starts_with("Your names are up to date");
    assert!(welcome || update, "{}", reply.text());
    welcome
}
