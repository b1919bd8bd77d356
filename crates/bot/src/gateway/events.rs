//! Distribution of gateway events, in the order in which Discord sends them.

use crate::{bot::Bot, guilds};
use twilight_gateway::Event;
use twilight_model::gateway::payload::incoming::GuildCreate;

/// Passes an event on to everything that mirrors Discord.
pub(super) fn apply(bot: &Bot, event: &Event) {
    bot.voices.apply(event);
    if let Some(guild) = bot.guilds.apply(event) {
        bot.reports.guild_changed(guild);
    }
    match event {
        Event::GuildCreate(create) => {
            if let GuildCreate::Available(guild) = &**create {
                bot.reports.list_members(guild.id);
                bot.presences.begin(guild.id);
                // Discord removes the commands of a guild together with the bot.
                bot.registration.notify_one();
            }
        }
        Event::Ready(_) => {
            bot.registration.notify_one();
            bot.presences.retain(|guild| bot.guilds.knows(guild));
        }
        Event::GuildDelete(gone) if guilds::is_removal(gone) => {
            bot.reports.guild_left(gone.id);
            bot.presences.guild_left(gone.id);
        }
        Event::MemberAdd(member) => {
            bot.presences.member_joined(member.guild_id, member.user.id);
            let nick = member.nick.as_deref();
            bot.reports.member_changed(
                member.guild_id,
                nick,
                &member.user,
                &member.roles,
                member.pending,
            );
        }
        Event::MemberUpdate(member) => {
            let nick = member.nick.as_deref();
            bot.reports.member_changed(
                member.guild_id,
                nick,
                &member.user,
                &member.roles,
                member.pending,
            );
        }
        Event::MemberRemove(member) => {
            bot.presences.member_left(member.guild_id, member.user.id);
            bot.reports.member_left(member.guild_id, &member.user);
        }
        _ => {}
    }
}

/// Reports everything again after the session of an earlier run was resumed: what that run had not
/// reported yet is lost.
pub(super) fn catch_up(bot: &Bot) {
    for guild in bot.guilds.ids() {
        bot.reports.guild_changed(guild);
        bot.reports.list_members(guild);
        bot.presences.begin(guild);
    }
}
