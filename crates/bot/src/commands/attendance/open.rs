//! `/open_attendance`: opening a session.

use crate::{commands::prelude::*, replies::attendance as texts};
use api::{SessionMinutes, Title, attendance::OpenAttendanceSession};
use twilight_model::{application::interaction::InteractionChannel, id::marker::RoleMarker};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, open);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "open_attendance",
    desc = "Let members check in with a code that changes every few seconds"
)]
struct Open {
    /// Title, such as Lecture 7
    title: Option<Text<Title>>,
    /// Minutes until it closes automatically
    duration: Option<Num<SessionMinutes>>,
    /// Role whose members are expected
    role: Option<Id<RoleMarker>>,
    /// Count only members connected to this voice or stage channel
    #[command(channel_types = "guild_voice guild_stage_voice")]
    voice: Option<InteractionChannel>,
    /// Where members check in; defaults to the attendance channel
    #[command(channel_types = "guild_text guild_announcement")]
    channel: Option<InteractionChannel>,
}

async fn open(call: Call, options: Open) -> Outcome {
    let new = OpenAttendanceSession {
        title: options.title.map(|it| it.0),
        duration_minutes: options.duration.map(|it| it.0),
        role_id: options.role.map(ToWire::wire),
        voice_channel_id: options.voice.map(|channel| channel.id.wire()),
        channel_id: options.channel.map(|channel| channel.id.wire()),
    };
    let session = call.write().open_attendance_session(&new).await?;
    call.displays_changed();
    Ok(texts::opened(&session).into())
}
