//! The Discord server as the bot reports it: which channels and roles there are, and what suits.

use super::GuildError;
use paddock_api_types::bot::{GuildChannel, GuildRole, ReportGuild};
use paddock_api_types::{ChannelId, GuildId, RoleId};

/// Rights over others, which nobody should have for being verified alone: kick, ban, administrator,
/// channels, server, messages, roles, webhooks, time-outs.
const POWER: u64 = (1 << 1)
    | (1 << 2)
    | (1 << 3)
    | (1 << 4)
    | (1 << 5)
    | (1 << 13)
    | (1 << 28)
    | (1 << 29)
    | (1 << 40);

/// Whether a role gives power over others.
pub(crate) fn is_powerful(role: &GuildRole) -> bool {
    role.permissions & POWER != 0
}

/// Whether a role can be a prize: points must not earn anybody power over others.
pub(in crate::guilds) fn check_prize_role(
    guild: GuildId,
    role: RoleId,
    report: Option<&ReportGuild>,
) -> Result<(), &'static str> {
    let known = Known { guild, report };
    if known.role("role_id", Some(role), false).is_err() {
        return Err("the server has no such role that can be given");
    }
    let roles = report.into_iter().flat_map(|report| &report.roles);
    if roles.filter(|it| it.id == role).any(is_powerful) {
        return Err("a role that can be won cannot have power over others in Discord");
    }
    Ok(())
}

/// The Discord server as the bot last reported it, by which the ids in bodies and settings are checked.
pub(crate) struct Server {
    pub(in crate::guilds) guild: GuildId,
    pub(in crate::guilds) report: Option<ReportGuild>,
}

impl Server {
    fn known(&self) -> Known<'_> {
        Known {
            guild: self.guild,
            report: self.report.as_ref(),
        }
    }

    /// Refuses a channel in which no messages can be posted.
    pub(crate) fn check_text_channel(
        &self,
        field: &'static str,
        channel: ChannelId,
    ) -> Result<(), GuildError> {
        self.known().channel(field, Some(channel)).map(drop)
    }

    /// Refuses a channel to which no member can be connected.
    pub(crate) fn check_voice_channel(
        &self,
        field: &'static str,
        channel: ChannelId,
    ) -> Result<(), GuildError> {
        if self.known().has_channel(channel, |channel| channel.voice) {
            Ok(())
        } else {
            Err(GuildError::UnknownVoiceChannel { field, channel })
        }
    }

    /// Refuses a role that no member can hold.
    pub(crate) fn check_role(&self, field: &'static str, role: RoleId) -> Result<(), GuildError> {
        self.known().role(field, Some(role), true).map(drop)
    }
}

/// What is known of the Discord server; before the bot's first report, any id may be right.
pub(super) struct Known<'r> {
    pub(super) guild: GuildId,
    pub(super) report: Option<&'r ReportGuild>,
}

impl Known<'_> {
    fn has_channel(&self, id: ChannelId, suits: impl Fn(&GuildChannel) -> bool) -> bool {
        self.report.is_none_or(|report| {
            let mut channels = report.channels.iter();
            channels.any(|channel| channel.id == id && suits(channel))
        })
    }

    pub(super) fn role(
        &self,
        field: &'static str,
        role: Option<RoleId>,
        managed_too: bool,
    ) -> Result<Option<RoleId>, GuildError> {
        let Some(id) = role else { return Ok(None) };
        // @everyone has the guild's own id.
        let everyone = id.get() == self.guild.get();
        let known = self.report.is_none_or(|report| {
            report
                .roles
                .iter()
                .any(|role| role.id == id && (managed_too || !role.managed))
        });
        if known && !everyone {
            Ok(role)
        } else {
            Err(GuildError::UnknownRole { field, role: id })
        }
    }

    pub(super) fn channel(
        &self,
        field: &'static str,
        channel: Option<ChannelId>,
    ) -> Result<Option<ChannelId>, GuildError> {
        let Some(id) = channel else { return Ok(None) };
        if self.has_channel(id, |channel| channel.text) {
            Ok(channel)
        } else {
            Err(GuildError::UnknownChannel { field, channel: id })
        }
    }
}
