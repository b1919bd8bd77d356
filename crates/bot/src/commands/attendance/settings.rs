//! `/attendance settings` and `points`: how attendance is taken, and what it is worth.

use crate::{
    commands::{prelude::*, seasons},
    replies::attendance as texts,
};
use api::{
    AttendancePoints, CodeInterval, CodeLength, GraceSeconds,
    attendance::{AttendanceRule, UpdateAttendanceSettings},
    seasons::Season,
};

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "settings",
    desc = "Show or change how attendance is taken, from the next session on"
)]
pub(super) struct Settings {
    /// Seconds between two codes
    interval: Option<Num<CodeInterval>>,
    /// Characters of a code
    code_length: Option<Num<CodeLength>>,
    /// Seconds for which the previous code still counts
    grace: Option<Num<GraceSeconds>>,
    /// Minutes after which a member who checks in is late; 0 for never
    #[command(min_value = 0, max_value = 1440)]
    late_after: Option<i64>,
    /// Show the code in the admin channel, for a projector
    projector: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "points", desc = "Let attending be worth points in a season")]
pub(super) struct Points {
    /// Points for being present
    present: Num<AttendancePoints>,
    /// Points for being late
    late: Option<Num<AttendancePoints>>,
    /// Points for being excused, also by a leave
    excused: Option<Num<AttendancePoints>>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

pub(super) async fn settings(call: &Call, options: Settings) -> Result<Reply, Failure> {
    let update = UpdateAttendanceSettings {
        code_interval_seconds: options.interval.map(|it| Some(it.0)),
        code_length: options.code_length.map(|it| Some(it.0)),
        grace_seconds: options.grace.map(|it| Some(it.0)),
        // 0 is no number of minutes: then nobody is late.
        late_after_minutes: options.late_after.map(|it| it.try_into().ok()),
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
    let season = seasons::season(call, options.season).await?;
    let rule = AttendanceRule {
        present_points: options.present.0,
        late_points: options.late.map(|it| it.0).unwrap_or_default(),
        excused_points: options.excused.map(|it| it.0).unwrap_or_default(),
    };
    let rule = call.write().set_attendance_rule(season.id, &rule).await?;
    Ok(texts::rule(&season, rule))
}
