//! Settings of the guild, and what they need in Discord.

mod checkup;

use super::prelude::*;
use crate::replies::guild as texts;
use api::{
    CarNumberValue, ChannelId, KeepDays, LeagueId, NumbersPerMember, RoleId, guilds::UpdateGuild,
};
use twilight_interactions::command::{CommandOption, CreateOption};
use twilight_model::id::marker::{ChannelMarker, RoleMarker};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Administrators, setup);
    dispatch.command(Audience::Managers, config);
    checkup::add(dispatch);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "setup", desc = "Set Paddock up for this server")]
struct Setup {
    /// Role for verified members
    verified_role: Option<Id<RoleMarker>>,
    /// Role whose holders are Paddock admins
    admin_role: Option<Id<RoleMarker>>,
    /// Where registrations and submissions wait for an admin
    #[command(channel_types = "guild_text guild_announcement")]
    review_channel: Option<Id<ChannelMarker>>,
    /// Where news is announced
    #[command(channel_types = "guild_text guild_announcement")]
    announcement_channel: Option<Id<ChannelMarker>>,
    /// Where admins give commands
    #[command(channel_types = "guild_text guild_announcement")]
    admin_channel: Option<Id<ChannelMarker>>,
    /// Where members check in
    #[command(channel_types = "guild_text guild_announcement")]
    attendance_channel: Option<Id<ChannelMarker>>,
    /// Where days begin and end: type a city, such as Berlin
    time_zone: Option<Picked<Zone>>,
    /// The iRacing league of this server
    league_id: Option<Num<LeagueId>>,
    /// Lowest car number that can be claimed
    min_number: Option<Num<CarNumberValue>>,
    /// Highest car number that can be claimed
    max_number: Option<Num<CarNumberValue>>,
}

async fn setup(call: Call, options: Setup) -> Outcome {
    let role = |id: Option<Id<RoleMarker>>| id.map(|id| Some(id.wire()));
    let channel = |id: Option<Id<ChannelMarker>>| id.map(|id| Some(id.wire()));
    let changes = UpdateGuild {
        league_id: options.league_id.map(|it| Some(it.0)),
        number_min: options.min_number.map(|it| Some(it.0)),
        number_max: options.max_number.map(|it| Some(it.0)),
        admin_role_id: role(options.admin_role),
        verified_role_id: role(options.verified_role),
        announcement_channel_id: channel(options.announcement_channel),
        review_channel_id: channel(options.review_channel),
        admin_channel_id: channel(options.admin_channel),
        attendance_channel_id: channel(options.attendance_channel),
        time_zone: Zone::named(options.time_zone)?.map(Some),
        ..UpdateGuild::default()
    };
    if changes == UpdateGuild::default() {
        return Ok(texts::setup_help(&call.api.get_guild().await?).into());
    }
    save(&call, &changes).await
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "config", desc = "Settings of this server")]
enum Settings {
    #[command(name = "show")]
    Show(Show),
    #[command(name = "league")]
    League(League),
    #[command(name = "numbers")]
    Numbers(Numbers),
    #[command(name = "channel")]
    Channel(Channel),
    #[command(name = "role")]
    Role(Role),
    #[command(name = "submissions")]
    Submissions(Submissions),
    #[command(name = "time_zone")]
    TimeZone(SetTimeZone),
    #[command(name = "clear")]
    Clear(Clear),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "show", desc = "How this server is set up")]
struct Show {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "league", desc = "The iRacing league of this server")]
struct League {
    /// Number of the league at iRacing
    id: Option<Num<LeagueId>>,
    /// The league holds its drivers' consent to show their iRacing names and customer ids
    holds_consent: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "numbers",
    desc = "Which car numbers can be claimed, and how many"
)]
struct Numbers {
    /// Lowest number
    lowest: Option<Num<CarNumberValue>>,
    /// Highest number
    highest: Option<Num<CarNumberValue>>,
    /// Numbers that a member may hold, in each class
    per_member: Option<Num<NumbersPerMember>>,
    /// Days after which the numbers of members who left are free again
    release_days: Option<Num<KeepDays>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "channel", desc = "Set the channel for a purpose")]
struct Channel {
    /// Purpose
    purpose: ChannelPurpose,
    /// Channel
    #[command(channel_types = "guild_text guild_announcement")]
    channel: Id<ChannelMarker>,
}

#[derive(Debug, Clone, Copy, CommandOption, CreateOption)]
enum ChannelPurpose {
    #[option(name = "announcements", value = "announcements")]
    Announcements,
    #[option(name = "reviews", value = "reviews")]
    Reviews,
    #[option(name = "admin commands", value = "admin")]
    Admin,
    #[option(name = "attendance", value = "attendance")]
    Attendance,
    #[option(name = "members who accept no direct messages", value = "fallback")]
    Fallback,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "role", desc = "Set the role for a purpose")]
struct Role {
    /// Meaning
    meaning: RoleMeaning,
    /// Role
    role: Id<RoleMarker>,
}

#[derive(Debug, Clone, Copy, CommandOption, CreateOption)]
enum RoleMeaning {
    #[option(name = "holders are Paddock admins", value = "admin")]
    Admin,
    #[option(name = "given to verified members", value = "verified")]
    Verified,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "submissions", desc = "Whether submissions wait for a review")]
struct Submissions {
    /// Let members' submissions count immediately, without a review
    auto_approve: bool,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "time_zone",
    desc = "Where days begin and end: for dates, daily limits and attendance"
)]
struct SetTimeZone {
    /// Type a city, such as Berlin
    zone: Picked<Zone>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "clear", desc = "Put a setting back to its default")]
struct Clear {
    /// Setting
    setting: Setting,
}

#[derive(Debug, Clone, Copy, CommandOption, CreateOption)]
enum Setting {
    #[option(name = "league", value = "league")]
    League,
    #[option(name = "car numbers", value = "numbers")]
    Numbers,
    #[option(name = "numbers per member", value = "per_member")]
    PerMember,
    #[option(name = "numbers of members who left", value = "release_days")]
    ReleaseDays,
    #[option(name = "consent of the league", value = "holds_consent")]
    HoldsConsent,
    #[option(name = "admin role", value = "admin_role")]
    AdminRole,
    #[option(name = "verified role", value = "verified_role")]
    VerifiedRole,
    #[option(name = "announcement channel", value = "announcements")]
    Announcements,
    #[option(name = "review channel", value = "reviews")]
    Reviews,
    #[option(name = "admin channel", value = "admin")]
    Admin,
    #[option(name = "attendance channel", value = "attendance")]
    Attendance,
    #[option(
        name = "channel for members who accept no direct messages",
        value = "fallback"
    )]
    Fallback,
    #[option(name = "submissions", value = "submissions")]
    Submissions,
    #[option(name = "time zone", value = "time_zone")]
    TimeZone,
}

async fn config(call: Call, options: Settings) -> Outcome {
    let mut changes = UpdateGuild::default();
    match options {
        Settings::Show(Show {}) => return Ok(texts::settings(&call.api.get_guild().await?).into()),
        Settings::League(options) => {
            changes.league_id = options.id.map(|it| Some(it.0));
            changes.league_holds_consent = options.holds_consent.map(Some);
        }
        Settings::Numbers(options) => {
            changes.number_min = options.lowest.map(|it| Some(it.0));
            changes.number_max = options.highest.map(|it| Some(it.0));
            changes.numbers_per_member = options.per_member.map(|it| Some(it.0));
            changes.number_release_days = options.release_days.map(|it| Some(it.0));
        }
        Settings::Channel(Channel { purpose, channel }) => {
            set_channel(&mut changes, purpose, Some(channel.wire()));
        }
        Settings::Role(Role { meaning, role }) => {
            set_role(&mut changes, meaning, Some(role.wire()));
        }
        Settings::Submissions(Submissions { auto_approve }) => {
            changes.auto_approve_submissions = Some(Some(auto_approve));
        }
        Settings::TimeZone(SetTimeZone { zone }) => {
            changes.time_zone = Zone::named(Some(zone))?.map(Some);
        }
        Settings::Clear(Clear { setting }) => clear(&mut changes, setting),
    }
    save(&call, &some_change(changes)?).await
}

fn set_channel(changes: &mut UpdateGuild, purpose: ChannelPurpose, channel: Option<ChannelId>) {
    let field = match purpose {
        ChannelPurpose::Announcements => &mut changes.announcement_channel_id,
        ChannelPurpose::Reviews => &mut changes.review_channel_id,
        ChannelPurpose::Admin => &mut changes.admin_channel_id,
        ChannelPurpose::Attendance => &mut changes.attendance_channel_id,
        ChannelPurpose::Fallback => &mut changes.fallback_channel_id,
    };
    *field = Some(channel);
}

fn set_role(changes: &mut UpdateGuild, meaning: RoleMeaning, role: Option<RoleId>) {
    let field = match meaning {
        RoleMeaning::Admin => &mut changes.admin_role_id,
        RoleMeaning::Verified => &mut changes.verified_role_id,
    };
    *field = Some(role);
}

fn clear(changes: &mut UpdateGuild, setting: Setting) {
    match setting {
        Setting::League => changes.league_id = Some(None),
        Setting::Numbers => {
            changes.number_min = Some(None);
            changes.number_max = Some(None);
        }
        Setting::PerMember => changes.numbers_per_member = Some(None),
        Setting::ReleaseDays => changes.number_release_days = Some(None),
        Setting::HoldsConsent => changes.league_holds_consent = Some(None),
        Setting::AdminRole => set_role(changes, RoleMeaning::Admin, None),
        Setting::VerifiedRole => set_role(changes, RoleMeaning::Verified, None),
        Setting::Announcements => set_channel(changes, ChannelPurpose::Announcements, None),
        Setting::Reviews => set_channel(changes, ChannelPurpose::Reviews, None),
        Setting::Admin => set_channel(changes, ChannelPurpose::Admin, None),
        Setting::Attendance => set_channel(changes, ChannelPurpose::Attendance, None),
        Setting::Fallback => set_channel(changes, ChannelPurpose::Fallback, None),
        Setting::Submissions => changes.auto_approve_submissions = Some(None),
        Setting::TimeZone => changes.time_zone = Some(None),
    }
}

async fn save(call: &Call, changes: &UpdateGuild) -> Outcome {
    Ok(texts::changed(&call.write().update_guild(changes).await?).into())
}
