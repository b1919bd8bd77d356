//! `/close_attendance`: closing a session, with everything that came of it.

use super::{complete, export, missing, open_session};
use crate::{
    call::Call,
    commands::manage_server,
    dispatch::{Dispatch, Outcome},
    replies::attendance as texts,
};
use twilight_interactions::command::{CommandModel, CreateCommand};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(close);
    dispatch.autocomplete(complete);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "close_attendance",
    desc = "Close a session, and get who attended as a file",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Close {
    /// Which; the one that is open unless told
    #[command(autocomplete = true, max_length = 100)]
    session: Option<String>,
}

async fn close(call: Call, options: Close) -> Outcome {
    let session = open_session(&call, options.session.as_deref()).await?;
    let session = call.write().close_attendance_session(session.id).await?;
    call.displays_changed();
    // It is closed, whatever Discord says of who was expected.
    missing::report_expected(&call, &session).await.ok();
    let session = call.api.get_attendance_session(session.id).await?;
    let reply = texts::closed(&session);
    Ok(export::attached(&call, reply, Some(session.id))
        .await?
        .into())
}
