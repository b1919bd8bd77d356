//! The JSON of every object, written from Discord's documentation.
//!
//! Keys that real answers always carry are always present, as `null` where empty: typed clients refuse objects in which
//! they are missing.

mod applications;
mod channels;
mod guilds;
mod interactions;
mod mentions;
mod messages;
mod users;

pub(crate) use applications::{application, application_flags};
pub(crate) use channels::{announced_channel, channel, is_hidden};
pub(crate) use guilds::{counts, guild, member_voice_state, role, voice_state};
pub(crate) use interactions::{command, interaction};
pub(crate) use messages::{attachment, message};
pub(crate) use users::{
    bare_member, current_user, guild_member, member, own, presence, user, user_by_id,
};
