//! Guild settings, and the checkup of what they need in Discord.

use crate::{ChannelId, GuildId, RoleId, Timestamp, patch};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A guild and its settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Guild {
    /// The Discord server.
    pub guild_id: GuildId,
    /// Its name in Discord, once the bot has reported it.
    pub name: Option<String>,
    /// What managers and admins can change.
    pub settings: GuildSettings,
    /// When the settings last changed; absent while all are defaults.
    pub updated_at: Option<Timestamp>,
}

/// What managers and admins can change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GuildSettings {
    /// The iRacing league of this guild.
    pub league_id: Option<i64>,
    /// Lowest car number that can be claimed.
    pub number_min: u16,
    /// Highest car number that can be claimed.
    pub number_max: u16,
    /// Holders of this Discord role are admins.
    pub admin_role_id: Option<RoleId>,
    /// Verified members are given this Discord role.
    pub verified_role_id: Option<RoleId>,
    /// Where news is announced.
    pub announcement_channel_id: Option<ChannelId>,
    /// Where registrations and submissions wait for an admin.
    pub review_channel_id: Option<ChannelId>,
    /// Where admins give commands.
    pub admin_channel_id: Option<ChannelId>,
    /// Where members check in.
    pub attendance_channel_id: Option<ChannelId>,
    /// Where members who accept no direct messages are told what became of their requests.
    #[serde(default)]
    pub fallback_channel_id: Option<ChannelId>,
    /// Members' submissions count at once, without a review.
    #[serde(default)]
    pub auto_approve_submissions: bool,
}

/// Changes what is given; `null` puts a setting back to its default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateGuild {
    /// The iRacing league of this guild.
    #[schema(value_type = Option<i64>, minimum = 1)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub league_id: Option<Option<i64>>,
    /// Lowest car number that can be claimed, 0 to 9999.
    #[schema(value_type = Option<u16>, maximum = 9999)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub number_min: Option<Option<u16>>,
    /// Highest car number that can be claimed, 0 to 9999.
    #[schema(value_type = Option<u16>, maximum = 9999)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub number_max: Option<Option<u16>>,
    /// Holders of this Discord role are admins. Only admins may change it.
    #[schema(value_type = Option<RoleId>)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub admin_role_id: Option<Option<RoleId>>,
    /// Verified members are given this Discord role. Only admins may change it.
    #[schema(value_type = Option<RoleId>)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub verified_role_id: Option<Option<RoleId>>,
    /// Where news is announced.
    #[schema(value_type = Option<ChannelId>)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub announcement_channel_id: Option<Option<ChannelId>>,
    /// Where registrations and submissions wait for an admin.
    #[schema(value_type = Option<ChannelId>)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub review_channel_id: Option<Option<ChannelId>>,
    /// Where admins give commands.
    #[schema(value_type = Option<ChannelId>)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub admin_channel_id: Option<Option<ChannelId>>,
    /// Where members check in.
    #[schema(value_type = Option<ChannelId>)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub attendance_channel_id: Option<Option<ChannelId>>,
    /// Where members who accept no direct messages are told what became of their requests.
    #[schema(value_type = Option<ChannelId>)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub fallback_channel_id: Option<Option<ChannelId>>,
    /// Members' submissions count at once, without a review. Only admins may change it.
    #[schema(value_type = Option<bool>)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_approve_submissions: Option<Option<bool>>,
}

/// Everything that a configured feature needs in Discord, each with what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Checkup {
    /// Nothing failed.
    pub healthy: bool,
    /// One by one, in reading order.
    pub checks: Vec<Check>,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Check {
    /// What was looked at, in a few words. Names roles as `<@&id>` and channels as `<#id>`, as
    /// Discord shows them.
    pub title: String,
    /// How it stands.
    pub outcome: CheckOutcome,
    /// What to do about it; absent where it passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
}

/// How a check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckOutcome {
    /// As it should be.
    Pass,
    /// Missing; the feature will not work.
    Fail,
    /// The bot has not reported it yet.
    Unknown,
    /// The feature is not set up, so nothing is needed.
    Off,
}
