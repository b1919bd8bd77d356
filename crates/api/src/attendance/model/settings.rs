//! How guilds take attendance.

use super::{AttendanceError, INTERVAL, INTERVAL_EXPECTED, within, zone_named};
use crate::audit::Change;
use paddock_api_types::GuildId;
use paddock_api_types::attendance::{AttendanceSettings, UpdateAttendanceSettings};

/// What holds in guilds that have set nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Defaults {
    /// Seconds after which a code changes, 5 to 300.
    pub(crate) interval_seconds: u16,
    /// Characters of a code, 4 to 8.
    pub(crate) code_length: u8,
}

impl Default for Defaults {
    fn default() -> Self {
        Self {
            interval_seconds: 15,
            code_length: 4,
        }
    }
}

impl Defaults {
    /// As settings.
    pub(crate) fn settings(self) -> AttendanceSettings {
        AttendanceSettings {
            code_interval_seconds: self.interval_seconds,
            code_length: self.code_length,
            grace_seconds: 2,
            late_after_minutes: None,
            time_zone: "UTC".to_owned(),
            show_code_in_admin_channel: false,
        }
    }
}

/// What a guild has set; what it has not follows the installation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) interval_seconds: Option<u16>,
    pub(crate) code_length: Option<u8>,
    pub(crate) grace_seconds: Option<u16>,
    pub(crate) late_after_minutes: Option<u16>,
    pub(crate) time_zone: Option<String>,
    pub(crate) show_in_admin_channel: Option<bool>,
}

impl Chosen {
    pub(crate) fn settings(&self, defaults: Defaults) -> AttendanceSettings {
        let unset = defaults.settings();
        AttendanceSettings {
            code_interval_seconds: self.interval_seconds.unwrap_or(unset.code_interval_seconds),
            code_length: self.code_length.unwrap_or(unset.code_length),
            grace_seconds: self.grace_seconds.unwrap_or(unset.grace_seconds),
            late_after_minutes: self.late_after_minutes,
            time_zone: self.time_zone.clone().unwrap_or(unset.time_zone),
            show_code_in_admin_channel: self
                .show_in_admin_channel
                .unwrap_or(unset.show_code_in_admin_channel),
        }
    }

    /// After a change.
    pub(crate) fn apply(&self, update: &UpdateAttendanceSettings) -> Result<Self, AttendanceError> {
        let mut new = self.clone();
        if let Some(seconds) = update.code_interval_seconds {
            new.interval_seconds = within(
                "code_interval_seconds",
                seconds,
                INTERVAL,
                INTERVAL_EXPECTED,
            )?;
        }
        if let Some(length) = update.code_length {
            let length = length.map(u16::from);
            let length = within("code_length", length, 4..=8, "4 to 8 characters")?;
            new.code_length = length.and_then(|length| u8::try_from(length).ok());
        }
        if let Some(seconds) = update.grace_seconds {
            new.grace_seconds = within("grace_seconds", seconds, 0..=30, "0 to 30 seconds")?;
        }
        if let Some(minutes) = update.late_after_minutes {
            let expected = "1 to 1440 minutes";
            new.late_after_minutes = within("late_after_minutes", minutes, 1..=1440, expected)?;
        }
        if let Some(zone) = &update.time_zone {
            if zone
                .as_deref()
                .is_some_and(|zone| zone_named(zone).is_none())
            {
                let expected = "the name of a time zone, such as Europe/Berlin";
                return Err(AttendanceError::Invalid {
                    field: "time_zone",
                    expected,
                });
            }
            new.time_zone.clone_from(zone);
        }
        if let Some(show) = update.show_code_in_admin_channel {
            new.show_in_admin_channel = show;
        }
        Ok(new)
    }
}

/// What the audit log says of changed settings.
pub(crate) fn settings_change(
    guild: GuildId,
    before: &AttendanceSettings,
    after: &AttendanceSettings,
) -> Change {
    Change::new("attendance.settings_updated", format!("guild:{guild}"))
        .value(
            "code_interval_seconds",
            &before.code_interval_seconds,
            &after.code_interval_seconds,
        )
        .value("code_length", &before.code_length, &after.code_length)
        .value("grace_seconds", &before.grace_seconds, &after.grace_seconds)
        .value(
            "late_after_minutes",
            &before.late_after_minutes,
            &after.late_after_minutes,
        )
        .value("time_zone", &before.time_zone, &after.time_zone)
        .value(
            "show_code_in_admin_channel",
            &before.show_code_in_admin_channel,
            &after.show_code_in_admin_channel,
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(r#"{"code_interval_seconds": 4}"#, "code_interval_seconds")]
    #[case(r#"{"code_interval_seconds": 301}"#, "code_interval_seconds")]
    #[case(r#"{"code_length": 3}"#, "code_length")]
    #[case(r#"{"code_length": 9}"#, "code_length")]
    #[case(r#"{"grace_seconds": 31}"#, "grace_seconds")]
    #[case(r#"{"late_after_minutes": 0}"#, "late_after_minutes")]
    #[case(r#"{"time_zone": "Europe/Atlantis"}"#, "time_zone")]
    fn settings_that_cannot_be_are_refused(#[case] update: &str, #[case] named: &str) {
        let update = serde_json::from_str(update).unwrap();
        let Err(AttendanceError::Invalid { field, .. }) = Chosen::default().apply(&update) else {
            panic!("{update:?} is taken");
        };
        assert_eq!(field, named);
    }

    #[test]
    fn what_a_guild_has_not_set_follows_the_installation() {
        let update = r#"{"code_length": 6, "time_zone": "Europe/Berlin"}"#;
        let chosen = Chosen::default().apply(&serde_json::from_str(update).unwrap());
        let chosen = chosen.unwrap();
        let defaults = Defaults {
            interval_seconds: 30,
            code_length: 5,
        };
        let settings = chosen.settings(defaults);
        assert_eq!(
            (settings.code_interval_seconds, settings.code_length),
            (30, 6)
        );
        let back = serde_json::from_str(r#"{"code_length": null}"#).unwrap();
        let settings = chosen.apply(&back).unwrap().settings(defaults);
        assert_eq!(settings.code_length, 5);
        assert_eq!(settings.time_zone, "Europe/Berlin");
    }
}
