//! Settings and their rules.

mod server;
pub(super) mod watch;

pub(super) use server::check_prize_role;
pub(crate) use server::{Server, is_powerful};
pub(crate) use watch::{SILENCE, Watch, grants_presences};

use crate::audit::{Under, audited};
use crate::clock::zone_named;
use crate::operation::{Failure, fails};
use paddock_api_types::bot::ReportGuild;
use paddock_api_types::guilds::{GuildSettings, UpdateGuild};
use paddock_api_types::{
    CarNumberValue, ChannelId, GuildId, KeepDays, LeagueId, NumbersPerMember, RoleId,
};
use server::Known;

/// Why an operation on a guild was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GuildError {
    /// A setting has a value that is not allowed.
    #[error("{expected}")]
    Invalid {
        /// The setting's name.
        field: &'static str,
        /// The values that are allowed.
        expected: &'static str,
    },
    /// The guild has no such channel, or messages cannot be posted in it.
    #[error("the server has no text channel {channel}")]
    UnknownChannel {
        /// The setting's name.
        field: &'static str,
        /// The id that was given.
        channel: ChannelId,
    },
    /// The guild has no such channel, or members cannot be connected to it.
    #[error("the server has no voice channel {channel}")]
    UnknownVoiceChannel {
        /// The field's name.
        field: &'static str,
        /// The id that was given.
        channel: ChannelId,
    },
    /// The guild has no such role, or nobody can give it.
    #[error("the server has no role {role} that can be given")]
    UnknownRole {
        /// The setting's name.
        field: &'static str,
        /// The id that was given.
        role: RoleId,
    },
    /// A setting that decides over rights is for admins.
    #[error("only admins change {field}")]
    AdminsOnly {
        /// The setting's name.
        field: &'static str,
    },
    /// No bot has ever reported.
    #[error("no bot has been heard yet")]
    NoHeartbeat,
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(GuildError);

/// The default settings.
pub(crate) fn defaults() -> GuildSettings {
    GuildSettings {
        league_id: None,
        number_min: 0,
        number_max: 999,
        numbers_per_member: 1,
        number_release_days: 14,
        league_holds_consent: false,
        admin_role_id: None,
        verified_role_id: None,
        announcement_channel_id: None,
        review_channel_id: None,
        admin_channel_id: None,
        attendance_channel_id: None,
        fallback_channel_id: None,
        auto_approve_submissions: false,
        time_zone: "UTC".to_owned(),
    }
}

/// Whether the change touches a setting that decides over rights.
pub(super) fn rights_setting(update: &UpdateGuild) -> Option<&'static str> {
    match update {
        UpdateGuild {
            admin_role_id: Some(_),
            ..
        } => Some("admin_role_id"),
        UpdateGuild {
            verified_role_id: Some(_),
            ..
        } => Some("verified_role_id"),
        UpdateGuild {
            auto_approve_submissions: Some(_),
            ..
        } => Some("auto_approve_submissions"),
        UpdateGuild {
            league_holds_consent: Some(_),
            ..
        } => Some("league_holds_consent"),
        _ => None,
    }
}

/// The settings after a change. `report` is what is known of the Discord server.
pub(super) fn apply(
    settings: &GuildSettings,
    update: &UpdateGuild,
    guild: GuildId,
    report: Option<&ReportGuild>,
) -> Result<GuildSettings, GuildError> {
    let defaults = defaults();
    let known = Known { guild, report };
    let mut new = settings.clone();
    if let Some(league) = update.league_id {
        new.league_id = league.map(LeagueId::get);
    }
    if let Some(number) = update.number_min {
        new.number_min = number.map_or(defaults.number_min, CarNumberValue::get);
    }
    if let Some(number) = update.number_max {
        new.number_max = number.map_or(defaults.number_max, CarNumberValue::get);
    }
    check_range(&new)?;
    if let Some(limit) = update.numbers_per_member {
        new.numbers_per_member = limit.map_or(defaults.numbers_per_member, NumbersPerMember::get);
    }
    if let Some(days) = update.number_release_days {
        new.number_release_days = days.map_or(defaults.number_release_days, KeepDays::get);
    }
    if let Some(consent) = update.league_holds_consent {
        new.league_holds_consent = consent.unwrap_or(defaults.league_holds_consent);
    }
    if let Some(role) = update.admin_role_id {
        new.admin_role_id = known.role("admin_role_id", role, true)?;
    }
    if let Some(role) = update.verified_role_id {
        new.verified_role_id = known.role("verified_role_id", role, false)?;
    }
    check_verified_role(&new, report)?;
    if let Some(channel) = update.announcement_channel_id {
        new.announcement_channel_id = known.channel("announcement_channel_id", channel)?;
    }
    if let Some(channel) = update.review_channel_id {
        new.review_channel_id = known.channel("review_channel_id", channel)?;
    }
    if let Some(channel) = update.admin_channel_id {
        new.admin_channel_id = known.channel("admin_channel_id", channel)?;
    }
    if let Some(channel) = update.attendance_channel_id {
        new.attendance_channel_id = known.channel("attendance_channel_id", channel)?;
    }
    if let Some(channel) = update.fallback_channel_id {
        new.fallback_channel_id = known.channel("fallback_channel_id", channel)?;
    }
    if let Some(auto) = update.auto_approve_submissions {
        new.auto_approve_submissions = auto.unwrap_or(defaults.auto_approve_submissions);
    }
    if let Some(zone) = &update.time_zone {
        new.time_zone = match zone {
            Some(zone) => checked_zone(zone)?,
            None => defaults.time_zone,
        };
    }
    Ok(new)
}

/// The name of a time zone that exists, as the database of zones spells it.
fn checked_zone(name: &str) -> Result<String, GuildError> {
    let zone = zone_named(name);
    let spelled = zone.as_ref().and_then(|zone| zone.iana_name());
    spelled.map(str::to_owned).ok_or(GuildError::Invalid {
        field: "time_zone",
        expected: "expected the name of a time zone, such as Europe/Berlin",
    })
}

fn check_range(settings: &GuildSettings) -> Result<(), GuildError> {
    if settings.number_min > settings.number_max {
        let expected = "the lowest number is above the highest";
        return Err(GuildError::Invalid {
            field: "number_min",
            expected,
        });
    }
    Ok(())
}

/// Every verified member gets the role, so it must grant no power over others.
fn check_verified_role(
    settings: &GuildSettings,
    report: Option<&ReportGuild>,
) -> Result<(), GuildError> {
    let Some(id) = settings.verified_role_id else {
        return Ok(());
    };
    let field = "verified_role_id";
    if settings.admin_role_id == Some(id) {
        let expected = "the role for verified members cannot be the admin role";
        return Err(GuildError::Invalid { field, expected });
    }
    let roles = report.into_iter().flat_map(|report| &report.roles);
    if roles.filter(|role| role.id == id).any(is_powerful) {
        let expected = "the role for verified members cannot have power over others in Discord";
        return Err(GuildError::Invalid { field, expected });
    }
    Ok(())
}

audited! { settings: Under<'_, GuildId, GuildSettings> => "guild:{}", settings.0;
    once_changed: league_id, number_min, number_max, numbers_per_member, number_release_days,
        league_holds_consent, admin_role_id, verified_role_id,
        announcement_channel_id, review_channel_id, admin_channel_id, attendance_channel_id,
        fallback_channel_id, auto_approve_submissions, time_zone;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::text;
    use paddock_api_types::UserId;
    use paddock_api_types::bot::BotStanding;
    use paddock_api_types::bot::{GuildChannel, GuildRole};
    use rstest::rstest;

    const GUILD: i64 = 10;

    fn report() -> ReportGuild {
        let role = |id, managed| GuildRole {
            id: RoleId::new(id).unwrap(),
            name: "role".to_owned(),
            position: 1,
            managed,
            permissions: 0,
        };
        let moderators = GuildRole {
            permissions: 1 << 2,
            ..role(23, false)
        };
        let channel = |id, text| GuildChannel {
            id: ChannelId::new(id).unwrap(),
            name: "channel".to_owned(),
            text,
            voice: !text,
            bot_permissions: 0,
        };
        ReportGuild {
            name: text("Guild"),
            roles: vec![
                role(GUILD, false),
                role(20, false),
                role(21, true),
                moderators,
            ],
            channels: vec![channel(30, true), channel(31, false)],
            bot: BotStanding {
                user_id: UserId::new(1).unwrap(),
                permissions: 0,
                top_role_position: 5,
                members_intent: true,
            },
        }
    }

    fn apply_json(update: serde_json::Value) -> Result<GuildSettings, GuildError> {
        let update = serde_json::from_value(update).unwrap();
        apply(
            &defaults(),
            &update,
            GuildId::new(GUILD).unwrap(),
            Some(&report()),
        )
    }

    #[test]
    fn absent_keeps_null_clears_and_a_value_sets() {
        let set = apply_json(serde_json::json!({"league_id": 7, "number_max": 99})).unwrap();
        assert_eq!((set.league_id, set.number_max), (Some(7), 99));
        let update: UpdateGuild = serde_json::from_str(r#"{"league_id": null}"#).unwrap();
        let cleared = apply(&set, &update, GuildId::new(GUILD).unwrap(), None).unwrap();
        assert_eq!((cleared.league_id, cleared.number_max), (None, 99));
    }

    #[test]
    fn a_time_zone_is_stored_as_it_is_spelled() {
        let set = apply_json(serde_json::json!({"time_zone": "europe/berlin"})).unwrap();
        assert_eq!(set.time_zone, "Europe/Berlin");
        let update: UpdateGuild = serde_json::from_str(r#"{"time_zone": null}"#).unwrap();
        let cleared = apply(&set, &update, GuildId::new(GUILD).unwrap(), None).unwrap();
        assert_eq!(cleared.time_zone, "UTC");
    }

    #[rstest]
    #[case::range(r#"{"number_min": 100, "number_max": 99}"#, "number_min")]
    #[case::range_kept_maximum(r#"{"number_min": 1000}"#, "number_min")]
    #[case::unknown_role(r#"{"verified_role_id": "22"}"#, "verified_role_id")]
    #[case::managed_role(r#"{"verified_role_id": "21"}"#, "verified_role_id")]
    #[case::admins_for_all(
        r#"{"verified_role_id": "20", "admin_role_id": "20"}"#,
        "verified_role_id"
    )]
    #[case::moderators_for_all(r#"{"verified_role_id": "23"}"#, "verified_role_id")]
    #[case::everyone(r#"{"admin_role_id": "10"}"#, "admin_role_id")]
    #[case::unknown_channel(r#"{"review_channel_id": "32"}"#, "review_channel_id")]
    #[case::voice_channel(r#"{"review_channel_id": "31"}"#, "review_channel_id")]
    #[case::no_zone(r#"{"time_zone": "Europe/Atlantis"}"#, "time_zone")]
    #[case::no_name(r#"{"time_zone": ""}"#, "time_zone")]
    #[case::a_distance(r#"{"time_zone": "+02:00"}"#, "time_zone")]
    fn what_cannot_work_is_refused(#[case] update: &str, #[case] named: &str) {
        let error = apply_json(serde_json::from_str(update).unwrap()).unwrap_err();
        let (GuildError::Invalid { field, .. }
        | GuildError::UnknownChannel { field, .. }
        | GuildError::UnknownRole { field, .. }) = error
        else {
            panic!("{error}");
        };
        assert_eq!(field, named);
    }
}
