//! Who hears what, in the order in which Discord says it.

use crate::run::Bot;
use twilight_gateway::Event;
use twilight_model::gateway::payload::incoming::GuildCreate;

/// Brings everything up to date that follows Discord.
pub(super) fn apply(bot: &Bot, event: &Event) {
    bot.voices.apply(event);
    if let Some(guild) = bot.guilds.apply(event) {
        bot.reports.guild_changed(guild);
    }
    match event {
        Event::GuildCreate(create) => {
            if let GuildCreate::Available(guild) = &**create {
                bot.reports.list_members(guild.id);
            }
        }
        Event::GuildDelete(gone) if crate::guilds::is_removal(gone) => bot.reports.forget(gone.id),
        Event::MemberAdd(member) => {
            let nick = member.nick.as_deref();
            bot.reports
                .member_seen(member.guild_id, nick, &member.user, &member.roles);
        }
        Event::MemberUpdate(member) => {
            let nick = member.nick.as_deref();
            bot.reports
                .member_seen(member.guild_id, nick, &member.user, &member.roles);
        }
        Event::MemberRemove(member) => bot.reports.member_left(member.guild_id, &member.user),
        _ => {}
    }
}

/// A session of the run before goes on. What that run had not reported yet is lost, so everything
/// is reported anew.
pub(super) fn catch_up(bot: &Bot) {
    for guild in bot.guilds.ids() {
        bot.reports.guild_changed(guild);
        bot.reports.list_members(guild);
    }
}
