//! One interaction, with an API client that speaks for its member.

use crate::{
    clock,
    expected::{self, Untold},
    guilds::Guilds,
    ids::{ToDiscord as _, ToWire as _},
    run::Bot,
    voice,
};
use paddock_api_client::{Acting, Client};
use paddock_api_types::{
    RoleId, Timestamp, UserId,
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
use twilight_model::{
    application::interaction::Interaction,
    guild::{PartialMember, Permissions},
    id::{Id, marker::GuildMarker},
    user::User,
};

/// What a handler works with.
pub(crate) struct Call {
    /// For reads.
    pub(crate) api: Client,
    /// Who asks.
    pub(crate) user: UserId,
    /// The asker's name as the server shows it.
    pub(crate) discord_name: Option<String>,
    /// When Discord made the interaction, as its age on arrival.
    pub(crate) age: Duration,
    guild: Id<GuildMarker>,
    bot: Arc<Bot>,
    interaction: u64,
    writes: AtomicU32,
}

impl Call {
    /// The call that an interaction makes, unless it comes from outside a server.
    pub(crate) fn new(bot: &Arc<Bot>, interaction: &Interaction) -> Option<Self> {
        let guild = interaction.guild_id?;
        let member = interaction.member.as_ref()?;
        let user = interaction.author()?;
        let acting = Acting {
            guild_id: guild.wire(),
            user_id: user.id.wire(),
            channel_id: channel(interaction),
            role_ids: member.roles.iter().map(|role| role.wire()).collect(),
            permissions: permissions(&bot.guilds, guild, user, member).bits(),
        };
        Some(Self {
            api: bot
                .api
                .acting(acting)
                .with_request_id(reference(interaction.id.get())),
            user: user.id.wire(),
            discord_name: Some(name(member.nick.as_deref(), user)),
            age: clock::age(interaction.id.get()),
            guild,
            bot: bot.clone(),
            interaction: interaction.id.get(),
            writes: AtomicU32::new(0),
        })
    }

    /// The same for suggestions, which only read.
    pub(crate) fn for_suggestions(&self) -> Self {
        Self {
            api: self.api.clone(),
            discord_name: self.discord_name.clone(),
            bot: self.bot.clone(),
            writes: AtomicU32::new(0),
            ..*self
        }
    }

    /// When Discord made the interaction: the same instant however often it is delivered.
    pub(crate) fn asked_at(&self) -> Timestamp {
        clock::made_at(self.interaction)
    }

    /// What a role of the server is called, if the bot knows it.
    pub(crate) fn role_name(&self, role: RoleId) -> Option<String> {
        self.bot.guilds.role_name(self.guild, role.discord())
    }

    /// The displays of codes have something to show, or to show otherwise.
    pub(crate) fn displays_changed(&self) {
        self.bot.displays.notify_one();
    }

    /// Where the asker is connected by voice, as far as the gateway has told.
    pub(crate) fn voice(&self) -> Option<CallerVoice> {
        self.bot.voices.of(self.guild, self.user.discord())
    }

    /// The same, asking Discord; absent where that cannot be asked.
    pub(crate) async fn ask_for_voice(&self) -> Option<CallerVoice> {
        let user = self.user.discord();
        let asked = voice::ask(&self.bot.discord.main, self.guild, user).await;
        asked
            .inspect_err(|fault| tracing::warn!(%fault, "nobody knows where a member is connected"))
            .ok()
    }

    /// Tells the API who is expected in a session at this moment.
    pub(crate) async fn report_expected(&self, session: &AttendanceSession) -> Result<(), Untold> {
        expected::report(&self.bot, self.guild.wire(), session).await
    }

    /// For one write: Discord may deliver an interaction twice, the API performs it once.
    pub(crate) fn write(&self) -> Client {
        let key = match self.writes.fetch_add(1, Ordering::Relaxed) {
            0 => self.interaction.to_string(),
            earlier => format!("{}-{}", self.interaction, earlier + 1),
        };
        self.api.with_idempotency_key(key)
    }

    /// For one write of many, told apart by what each is about. A list that is gone through may be
    /// another one when the interaction is delivered again, so that its order cannot name them.
    pub(crate) fn write_about(&self, subject: impl Display) -> Client {
        self.api
            .with_idempotency_key(format!("{}-{subject}", self.interaction))
    }
}

/// Under which id the logs of bot and API tell what became of an interaction.
pub(crate) fn reference(interaction: u64) -> String {
    format!("bot-{interaction}")
}

/// The name that a server shows for somebody.
pub(crate) fn name(nick: Option<&str>, user: &User) -> String {
    nick.or(user.global_name.as_deref())
        .unwrap_or(&user.name)
        .to_owned()
}

fn channel(interaction: &Interaction) -> Option<paddock_api_types::ChannelId> {
    interaction
        .channel
        .as_ref()
        .map(|channel| channel.id.wire())
}

/// What Discord says that the member may do in this channel, without what only the channel's
/// overwrites give: those say nothing about the server, and the API takes these bits for it.
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
