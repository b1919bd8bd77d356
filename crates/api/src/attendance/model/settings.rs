//! How guilds take attendance.

use paddock_api_types::attendance::{AttendanceSettings, UpdateAttendanceSettings};
use paddock_api_types::{CodeInterval, CodeLength, GraceSeconds, SessionMinutes};

/// Defaults of guilds that have set nothing.
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
    /// The settings of a guild that has set nothing.
    pub(crate) fn settings(self) -> AttendanceSettings {
        AttendanceSettings {
            code_interval_seconds: self.interval_seconds,
            code_length: self.code_length,
            grace_seconds: 2,
            late_after_minutes: None,
            show_code_in_admin_channel: false,
        }
    }
}

/// What a guild has set; anything else defaults to the installation's settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) code_interval_seconds: Option<u16>,
    pub(crate) code_length: Option<u8>,
    pub(crate) grace_seconds: Option<u16>,
    pub(crate) late_after_minutes: Option<u16>,
    pub(crate) show_in_admin_channel: Option<bool>,
}

impl Chosen {
    pub(crate) fn settings(&self, defaults: Defaults) -> AttendanceSettings {
        let unset = defaults.settings();
        AttendanceSettings {
            code_interval_seconds: self
                .code_interval_seconds
                .unwrap_or(unset.code_interval_seconds),
            code_length: self.code_length.unwrap_or(unset.code_length),
            grace_seconds: self.grace_seconds.unwrap_or(unset.grace_seconds),
            late_after_minutes: self.late_after_minutes,
            show_code_in_admin_channel: self
                .show_in_admin_channel
                .unwrap_or(unset.show_code_in_admin_channel),
        }
    }

    /// Applies a change.
    pub(crate) fn apply(&self, update: &UpdateAttendanceSettings) -> Self {
        let mut new = self.clone();
        if let Some(seconds) = update.code_interval_seconds {
            new.code_interval_seconds = seconds.map(CodeInterval::get);
        }
        if let Some(length) = update.code_length {
            new.code_length = length.map(CodeLength::get);
        }
        if let Some(seconds) = update.grace_seconds {
            new.grace_seconds = seconds.map(GraceSeconds::get);
        }
        if let Some(minutes) = update.late_after_minutes {
            new.late_after_minutes = minutes.map(SessionMinutes::get);
        }
        if let Some(show) = update.show_code_in_admin_channel {
            new.show_in_admin_channel = show;
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_guild_has_not_set_follows_the_installation() {
        let update = r#"{"code_length": 6, "grace_seconds": 9}"#;
        let chosen = Chosen::default().apply(&serde_json::from_str(update).unwrap());
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
        let settings = chosen.apply(&back).settings(defaults);
        assert_eq!(settings.code_length, 5);
        assert_eq!(settings.grace_seconds, 9);
    }
}
