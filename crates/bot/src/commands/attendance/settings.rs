//! `/attendance settings` and `points`: how attendance is taken, and what it is worth.

use crate::{
    answer::{Failure, Reply},
    call::Call,
    commands::seasons,
    replies::attendance as texts,
};
use paddock_api_types::attendance::{AttendanceRule, UpdateAttendanceSettings};
use twilight_interactions::command::{CommandModel, CreateCommand};

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "settings",
    desc = "Show or change how attendance is taken, from the next session on"
)]
pub(super) struct Settings {
    /// Seconds after which the code changes
    #[command(min_value = 5, max_value = 300)]
    interval: Option<i64>,
    /// Characters of a code
    #[command(min_value = 4, max_value = 8)]
    code_length: Option<i64>,
    /// Seconds for which the code before still counts
    #[command(min_value = 0, max_value = 30)]
    grace: Option<i64>,
    /// Minutes after which whoever checks in is late; 0 for never
    #[command(min_value = 0, max_value = 1440)]
    late_after: Option<i64>,
    /// By which days are told, such as Europe/Berlin
    #[command(min_length = 1, max_length = 64)]
    time_zone: Option<String>,
    /// Show the code in the admin channel, for a projector
    projector: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "points", desc = "Let attending be worth points in a season")]
pub(super) struct Points {
    /// For being in time
    #[command(min_value = 0, max_value = 10_000)]
    present: i64,
    /// For being late
    #[command(min_value = 0, max_value = 10_000)]
    late: Option<i64>,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

pub(super) async fn settings(call: &Call, options: Settings) -> Result<Reply, Failure> {
    // Discord holds them to their ranges, and the API does again.
    let update = UpdateAttendanceSettings {
        code_interval_seconds: options.interval.map(|it| it.try_into().ok()),
        code_length: options.code_length.map(|it| it.try_into().ok()),
        grace_seconds: options.grace.map(|it| it.try_into().ok()),
        late_after_minutes: options
            .late_after
            .map(|it| it.try_into().ok().filter(|minutes| *minutes > 0)),
        time_zone: options.time_zone.map(Some),
        show_code_in_admin_channel: options.projector.map(Some),
    };
    let changes = update != UpdateAttendanceSettings::default();
    let settings = if changes {
        call.write().update_attendance_settings(&update).await?
    } else {
        call.api.get_attendance_settings().await?
    };
    Ok(texts::settings(&settings, changes))
}

pub(super) async fn points(call: &Call, options: Points) -> Result<Reply, Failure> {
    let season = seasons::season(call, options.season.as_deref()).await?;
    let rule = AttendanceRule {
        present_points: seasons::positive(options.present),
        late_points: seasons::positive(options.late.unwrap_or_default()),
    };
    let rule = call.write().set_attendance_rule(season.id, &rule).await?;
    Ok(texts::rule(&season, rule))
}
