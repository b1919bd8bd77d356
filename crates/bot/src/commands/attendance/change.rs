//! `/attendance change`: a session that is open.

use super::open_session;
use crate::{
    answer::{Failure, Reply},
    call::Call,
    ids::ToWire as _,
    replies::{NOTHING_TO_CHANGE, attendance as texts},
};
use paddock_api_types::attendance::UpdateAttendanceSession;
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::application::interaction::InteractionChannel;

#[derive(CommandModel, CreateCommand)]
#[command(name = "change", desc = "Change a session that is open")]
pub(super) struct Change {
    /// Seconds after which the code changes
    #[command(min_value = 5, max_value = 300)]
    interval: Option<i64>,
    /// Minutes from now after which it closes by itself
    #[command(min_value = 1, max_value = 1440)]
    duration: Option<i64>,
    /// What it is
    #[command(min_length = 1, max_length = 100)]
    title: Option<String>,
    /// Count only who is connected to this voice or stage channel
    #[command(channel_types = "guild_voice guild_stage_voice")]
    voice: Option<InteractionChannel>,
    /// Count everybody again, wherever they are
    clear_voice: Option<bool>,
    /// Which; the one that is open unless told
    #[command(autocomplete = true, max_length = 100)]
    session: Option<String>,
}

pub(super) async fn change(call: &Call, options: Change) -> Result<Reply, Failure> {
    let clear_voice = options.clear_voice == Some(true);
    let update = UpdateAttendanceSession {
        title: options.title.map(Some),
        code_interval_seconds: options.interval.and_then(|it| it.try_into().ok()),
        duration_minutes: options.duration.map(|it| it.try_into().ok()),
        voice_channel_id: match options.voice {
            Some(channel) => Some(Some(channel.id.wire())),
            None => clear_voice.then_some(None),
        },
    };
    if update == UpdateAttendanceSession::default() {
        return Err(Failure::Mistake(NOTHING_TO_CHANGE.to_owned()));
    }
    let session = open_session(call, options.session.as_deref()).await?;
    let session = call
        .write()
        .update_attendance_session(session.id, &update)
        .await?;
    call.displays_changed();
    Ok(texts::changed(&session))
}
