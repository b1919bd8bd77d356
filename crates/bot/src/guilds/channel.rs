//! A channel of a guild.

use serde::{Deserialize, Serialize};
use twilight_model::channel::{
    Channel, ChannelFlags, ChannelType, permission_overwrite::PermissionOverwrite,
};

/// What the bot knows of a channel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct KnownChannel {
    pub(super) name: String,
    pub(super) kind: ChannelType,
    pub(super) overwrites: Vec<PermissionOverwrite>,
    /// The bot cannot see the channel, so Discord sends neither its name nor its overwrites.
    #[serde(default)]
    pub(super) hidden: bool,
}

impl KnownChannel {
    /// A channel as Discord describes it; `before` is what was known of it, and the only source of a
    /// hidden channel's name.
    pub(super) fn new(channel: &Channel, before: Option<&Self>) -> Self {
        let flags = channel.flags.unwrap_or(ChannelFlags::empty());
        if flags.contains(ChannelFlags::CHANNEL_OBFUSCATED) {
            return Self {
                name: before.map(|before| before.name.clone()).unwrap_or_default(),
                kind: channel.kind,
                overwrites: vec![],
                hidden: true,
            };
        }
        Self {
            name: channel.name.clone().unwrap_or_default(),
            kind: channel.kind,
            overwrites: channel.permission_overwrites.clone().unwrap_or_default(),
            hidden: false,
        }
    }

    /// Whether messages can be posted in it.
    pub(super) fn takes_messages(&self) -> bool {
        matches!(
            self.kind,
            ChannelType::GuildText | ChannelType::GuildAnnouncement
        ) || self.is_voice()
    }

    /// Whether members can be connected to it.
    pub(super) fn is_voice(&self) -> bool {
        matches!(
            self.kind,
            ChannelType::GuildVoice | ChannelType::GuildStageVoice
        )
    }
}
