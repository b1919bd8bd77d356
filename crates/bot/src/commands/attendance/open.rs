//! `/open_attendance`: opening a session.

use crate::{
    call::Call,
    commands::manage_server,
    dispatch::{Dispatch, Outcome},
    ids::ToWire,
    replies::attendance as texts,
};
use paddock_api_types::attendance::OpenAttendanceSession;
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::{
    application::interaction::InteractionChannel,
    id::{Id, marker::RoleMarker},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(open);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "open_attendance",
    desc = "Let members check in with a code that changes every few seconds",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Open {
    /// What it is, such as Lecture 7
    #[command(min_length = 1, max_length = 100)]
    title: Option<String>,
    /// Minutes after which it closes by itself
    #[command(min_value = 1, max_value = 1440)]
    duration: Option<i64>,
    /// Who is expected
    role: Option<Id<RoleMarker>>,
    /// Count only who is connected to this voice or stage channel
    #[command(channel_types = "guild_voice guild_stage_voice")]
    voice: Option<InteractionChannel>,
    /// Where members check in; the attendance channel unless told
    #[command(channel_types = "guild_text guild_announcement")]
    channel: Option<InteractionChannel>,
}

async fn open(call: Call, options: Open) -> Outcome {
    let new = OpenAttendanceSession {
        title: options.title,
        duration_minutes: options.duration.and_then(|it| it.try_into().ok()),
        role_id: options.role.map(ToWire::wire),
        voice_channel_id: options.voice.map(|channel| channel.id.wire()),
        channel_id: options.channel.map(|channel| channel.id.wire()),
    };
    let session = call.write().open_attendance_session(&new).await?;
    call.displays_changed();
    Ok(texts::opened(&session).into())
}
