//! Guild settings, and the checkup of what they need in Discord.

use crate::shapes::patch;
use crate::{
    CarNumberValue, ChannelId, GuildId, KeepDays, LeagueId, NumbersPerMember, RoleId, Timestamp,
};
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
    /// Car numbers that a member may hold at a time, in each class.
    #[serde(default = "one")]
    pub numbers_per_member: u16,
    /// Days after which the car numbers of members who left the server are free again.
    #[serde(default = "two_weeks")]
    pub number_release_days: u16,
    /// The league holds its drivers' consent to show their iRacing names and customer ids.
    #[serde(default)]
    pub league_holds_consent: bool,
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
    /// Name of the time zone in which days begin and end here, as in the IANA database.
    #[serde(default = "utc")]
    pub time_zone: String,
}

fn one() -> u16 {
    1
}

fn two_weeks() -> u16 {
    14
}

fn utc() -> String {
    "UTC".to_owned()
}

patch! {
    /// Changes what is given; `null` puts a setting back to its default.
    UpdateGuild {
        /// The iRacing league of this guild.
        league_id(nullable): LeagueId,
        /// Lowest car number that can be claimed, 0 to 9999.
        number_min(nullable): CarNumberValue,
        /// Highest car number that can be claimed, 0 to 9999.
        number_max(nullable): CarNumberValue,
        /// Car numbers that a member may hold at a time, in each class: 1 to 100.
        numbers_per_member(nullable): NumbersPerMember,
        /// Days after which the car numbers of members who left the server are free again: 0 to 365.
        number_release_days(nullable): KeepDays,
        /// The league holds its drivers' consent to show their iRacing names and customer ids. Only
        /// admins may change it.
        league_holds_consent(nullable): bool,
        /// Holders of this Discord role are admins. Only admins may change it.
        admin_role_id(nullable): RoleId,
        /// Verified members are given this Discord role. Only admins may change it.
        verified_role_id(nullable): RoleId,
        /// Where news is announced.
        announcement_channel_id(nullable): ChannelId,
        /// Where registrations and submissions wait for an admin.
        review_channel_id(nullable): ChannelId,
        /// Where admins give commands.
        admin_channel_id(nullable): ChannelId,
        /// Where members check in.
        attendance_channel_id(nullable): ChannelId,
        /// Where members who accept no direct messages are told what became of their requests.
        fallback_channel_id(nullable): ChannelId,
        /// Members' submissions count at once, without a review. Only admins may change it.
        auto_approve_submissions(nullable): bool,
        /// Name of the time zone in which days begin and end here, such as `Europe/Berlin`: for daily
        /// limits, for files of attendance, and where people type dates.
        #[schema(example = "Europe/Berlin")]
        time_zone(nullable): String,
    }
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
    #[serde(default)]
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
