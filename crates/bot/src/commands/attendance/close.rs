//! `/close_attendance`: closing a session, with everything that came of it.

use super::{export, missing, open_session};
use crate::{commands::prelude::*, replies::attendance as texts};
use api::attendance::AttendanceSession;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, close);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "close_attendance",
    desc = "Close a session, and get who attended as a file"
)]
struct Close {
    /// Session; defaults to the open one
    session: Option<Picked<AttendanceSession>>,
}

async fn close(call: Call, options: Close) -> Outcome {
    let session = open_session(&call, options.session).await?;
    let session = call.write().close_attendance_session(session.id).await?;
    call.displays_changed();
    // The session is closed even if Discord does not say who was expected.
    missing::report_expected(&call, &session).await.ok();
    let session = call.api.get_attendance_session(session.id).await?;
    let reply = texts::closed(&session);
    Ok(export::attached(&call, reply, Some(session.id))
        .await?
        .into())
}
