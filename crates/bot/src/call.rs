//! One interaction, with an API client that acts for its member.

use crate::{
    bot::Bot,
    charts::Chart,
    clock, custom_id,
    expected::{self, ReportError},
    files::Unreadable,
    guilds::Guilds,
    ids::{ToDiscord as _, ToWire as _},
    members, voice,
};
use jiff::tz::TimeZone;
use paddock_api_client::{Acting, Client, Error};
use paddock_api_types::{
    DiscordName, GuildId, RoleId, Timestamp, UserId,
    attendance::{AttendanceSession, CallerVoice},
};
use std::{
    fmt::Display,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::sync::OnceCell;
use twilight_model::{
    application::interaction::{Interaction, InteractionData},
    channel::{Attachment, Message},
    guild::{PartialMember, Permissions},
    id::{
        Id,
        marker::{GuildMarker, InteractionMarker},
    },
    user::User,
};

/// The interaction that a handler answers, and what it needs for that.
pub(crate) struct Call {
    /// The client for reads, in the name of `user`; writes take one from [`Call::write`].
    pub(crate) api: Client,
    /// The member whose interaction it is.
    pub(crate) user: UserId,
    /// The member's name as the server shows it.
    pub(crate) discord_name: Option<DiscordName>,
    /// The age of the interaction on arrival.
    pub(crate) age: Duration,
    /// The message on which the button sits that was pressed.
    pub(crate) message: Option<Box<Message>>,
    guild: Id<GuildMarker>,
    may_manage: bool,
    bot: Arc<Bot>,
    interaction: Id<InteractionMarker>,
    writes: AtomicU32,
    zone: OnceCell<TimeZone>,
}

impl Call {
    /// The call of an interaction; `None` for one from outside a server, unless it is a button that
    /// names its server.
    pub(crate) fn new(bot: &Arc<Bot>, interaction: &mut Interaction) -> Option<Self> {
        let message = interaction.message.take().map(Box::new);
        let interaction = &*interaction;
        let user = interaction.author()?;
        let (guild, acting) = match (interaction.guild_id, interaction.member.as_ref()) {
            (Some(guild), Some(member)) => (guild, in_guild(bot, interaction, guild, user, member)),
            (None, None) => {
                let guild = named_guild(interaction)?;
                (guild, in_direct_message(guild, user))
            }
            _ => return None,
        };
        let manages = Permissions::ADMINISTRATOR | Permissions::MANAGE_GUILD;
        let may_manage = acting.permissions & manages.bits() != 0;
        let nick = interaction.member.as_ref();
        let nick = nick.and_then(|member| member.nick.as_deref());
        Some(Self {
            api: bot
                .api
                .acting(acting)
                .with_request_id(reference(interaction.id)),
            user: user.id.wire(),
            discord_name: DiscordName::new(&members::discord_name(nick, user)).ok(),
            age: clock::age(interaction.id),
            message,
            guild,
            may_manage,
            bot: bot.clone(),
            interaction: interaction.id,
            writes: AtomicU32::new(0),
            zone: OnceCell::new(),
        })
    }

    /// The same call for suggestions, which only read.
    pub(crate) fn for_suggestions(&self) -> Self {
        Self {
            api: self.api.clone(),
            discord_name: self.discord_name.clone(),
            message: None,
            bot: self.bot.clone(),
            writes: AtomicU32::new(0),
            zone: OnceCell::new(),
            ..*self
        }
    }

    /// When Discord made the interaction: the same moment however often it is delivered.
    pub(crate) fn asked_at(&self) -> Timestamp {
        clock::made_at(self.interaction)
    }

    /// Whether Discord lets the member manage the server. What they may do here the API decides.
    pub(crate) fn may_manage(&self) -> bool {
        self.may_manage
    }

    /// The time zone in which days begin and end in the server. The API is asked once.
    pub(crate) async fn zone(&self) -> Result<&TimeZone, Error> {
        let ask = || async {
            let guild = self.api.get_guild().await?;
            // The API knows the zones too, perhaps those of a later year.
            Ok(TimeZone::get(&guild.settings.time_zone).unwrap_or(TimeZone::UTC))
        };
        self.zone.get_or_try_init(ask).await
    }

    /// The guild that it is about.
    pub(crate) fn guild_id(&self) -> GuildId {
        self.guild.wire()
    }

    /// Draws charts; `None` where that fails.
    pub(crate) async fn draw(&self, charts: Vec<Chart>) -> Option<Vec<u8>> {
        self.bot.charts.draw(charts).await
    }

    /// The text of a file that came with it.
    pub(crate) async fn text_of(&self, file: &Attachment) -> Result<String, Unreadable> {
        self.bot.files.text(file).await
    }

    /// The name of a role of the server, if the bot knows it.
    pub(crate) fn role_name(&self, role: RoleId) -> Option<String> {
        self.bot.guilds.role_name(self.guild, role.discord())
    }

    /// Wakes the displays, because a session was opened, changed or closed.
    pub(crate) fn displays_changed(&self) {
        self.bot.displays.notify_one();
    }

    /// The voice channel to which the member is connected, according to the gateway; `None` where
    /// that is not known.
    pub(crate) fn voice(&self) -> Option<CallerVoice> {
        self.bot.voices.of(self.guild, self.user.discord())
    }

    /// The same according to Discord's REST API; `None` where it cannot be asked.
    pub(crate) async fn ask_for_voice(&self) -> Option<CallerVoice> {
        let user = self.user.discord();
        voice::ask(&self.bot.discord.main, self.guild, user)
            .await
            .inspect_err(
                |fault| tracing::warn!(%fault, "the voice state of a member cannot be read"),
            )
            .ok()
    }

    /// Reports to the API who is expected in a session now.
    pub(crate) async fn report_expected(
        &self,
        session: &AttendanceSession,
    ) -> Result<(), ReportError> {
        expected::report(&self.bot, self.guild.wire(), session).await
    }

    /// A client for one write. Discord may deliver an interaction twice; the API then performs the
    /// write once.
    pub(crate) fn write(&self) -> Client {
        let key = match self.writes.fetch_add(1, Ordering::Relaxed) {
            0 => self.interaction.to_string(),
            earlier => format!("{}-{}", self.interaction, earlier + 1),
        };
        self.api.with_idempotency_key(key)
    }

    /// A client for one write of many, identified by its subject. Their order cannot identify them: a
    /// list that the writes follow may have changed when the interaction is delivered again.
    pub(crate) fn write_about(&self, subject: impl Display) -> Client {
        self.api
            .with_idempotency_key(format!("{}-{subject}", self.interaction))
    }
}

/// Who acts in a server.
fn in_guild(
    bot: &Bot,
    interaction: &Interaction,
    guild: Id<GuildMarker>,
    user: &User,
    member: &PartialMember,
) -> Acting {
    Acting {
        guild_id: guild.wire(),
        user_id: user.id.wire(),
        channel_id: channel(interaction),
        role_ids: member.roles.iter().map(|role| role.wire()).collect(),
        permissions: permissions(&bot.guilds, guild, user, member).bits(),
    }
}

/// Who acts by a button in a direct message: Discord reports neither roles nor permissions there, so
/// that nothing follows from them.
fn in_direct_message(guild: Id<GuildMarker>, user: &User) -> Acting {
    Acting {
        guild_id: guild.wire(),
        user_id: user.id.wire(),
        channel_id: None,
        role_ids: vec![],
        permissions: 0,
    }
}

/// The server that the pressed button is about, where it names one.
fn named_guild(interaction: &Interaction) -> Option<Id<GuildMarker>> {
    match interaction.data.as_ref()? {
        InteractionData::MessageComponent(data) => {
            custom_id::guild(&data.custom_id).map(GuildId::discord)
        }
        _ => None,
    }
}

/// The request id of an interaction in the logs of bot and API.
pub(crate) fn reference(interaction: Id<InteractionMarker>) -> String {
    format!("bot-{interaction}")
}

/// The channel of an interaction. A thread counts as the channel that it belongs to, which is the one
/// that settings and attendance sessions name.
fn channel(interaction: &Interaction) -> Option<paddock_api_types::ChannelId> {
    let channel = interaction.channel.as_ref()?;
    let parent = channel.parent_id.filter(|_| channel.kind.is_thread());
    Some(parent.unwrap_or(channel.id).wire())
}

/// The member's permissions in this channel, without those that only the channel's overwrites grant:
/// the API takes these bits for permissions in the whole server.
fn permissions(
    guilds: &Guilds,
    guild: Id<GuildMarker>,
    user: &User,
    member: &PartialMember,
) -> Permissions {
    let in_channel = member.permissions.unwrap_or(Permissions::empty());
    match guilds.permissions_of(guild, user.id, &member.roles) {
        Some(guild_wide) => in_channel & guild_wide,
        None => in_channel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The channel of an interaction that differs from one in #general only in these fields.
    fn channel_of(more: &serde_json::Value) -> Option<i64> {
        let mut interaction = crate::test::press("v1:button");
        let fields = more.as_object().unwrap().clone();
        interaction.as_object_mut().unwrap().extend(fields);
        let interaction: Interaction = serde_json::from_value(interaction).unwrap();
        channel(&interaction).map(paddock_api_types::ChannelId::get)
    }

    #[test]
    fn a_thread_counts_as_its_parent_channel() {
        for kind in [10, 11, 12] {
            let thread = json!({
                "channel_id": "1300000000000000001",
                "channel": {
                    "id": "1300000000000000001", "type": kind, "parent_id": "300", "name": "late arrivals",
                },
            });
            assert_eq!(channel_of(&thread), Some(300));
        }
    }

    #[test]
    fn a_channel_in_a_category_counts_as_itself() {
        let sorted =
            json!({"channel": {"id": "300", "type": 0, "parent_id": "301", "name": "general"}});
        assert_eq!(channel_of(&sorted), Some(300));
    }
}
