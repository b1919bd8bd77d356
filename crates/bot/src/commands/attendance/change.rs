//! `/attendance change`: a session that is open.

use super::open_session;
use crate::{commands::prelude::*, replies::attendance as texts};
use api::{
    CodeInterval, SessionMinutes, Title,
    attendance::{AttendanceSession, UpdateAttendanceSession},
};
use twilight_model::application::interaction::InteractionChannel;

#[derive(CommandModel, CreateCommand)]
#[command(name = "change", desc = "Change a session that is open")]
pub(super) struct Change {
    /// Seconds between two codes
    interval: Option<Num<CodeInterval>>,
    /// Minutes from now until it closes automatically
    duration: Option<Num<SessionMinutes>>,
    /// New title
    title: Option<Text<Title>>,
    /// Count only members connected to this voice or stage channel
    #[command(channel_types = "guild_voice guild_stage_voice")]
    voice: Option<InteractionChannel>,
    /// Count members wherever they are
    clear_voice: Option<bool>,
    /// Session; defaults to the open one
    session: Option<Picked<AttendanceSession>>,
}

pub(super) async fn change(call: &Call, options: Change) -> Result<Reply, Failure> {
    let voice = options.voice.map(|channel| channel.id.wire());
    let update = some_change(UpdateAttendanceSession {
        title: options.title.map(|it| Some(it.0)),
        code_interval_seconds: options.interval.map(|it| it.0),
        duration_minutes: options.duration.map(|it| Some(it.0)),
        voice_channel_id: set_or_clear(voice, options.clear_voice, texts::VOICE_AND_CLEAR)?,
    })?;
    let session = open_session(call, options.session).await?;
    let session = call
        .write()
        .update_attendance_session(session.id, &update)
        .await?;
    call.displays_changed();
    Ok(texts::changed(&session))
}
