//! `/export_csv`: records as a file.

use crate::{
    commands::{attached::LARGEST, prelude::*},
    replies::attendance as texts,
};
use api::{
    AttendanceSessionId,
    attendance::{AttendanceSession, ExportAttendanceQuery},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, export);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "export_csv",
    desc = "Who attended, as a file for a spreadsheet"
)]
struct Export {
    /// Session; all of them by default
    session_id: Option<Picked<AttendanceSession>>,
}

async fn export(call: Call, options: Export) -> Outcome {
    let session = options.session_id.map(|it| it.id()).transpose()?;
    let reply = Reply::text(texts::exported(session.is_some()));
    Ok(attached(&call, reply, session).await?.into())
}

/// A reply with the file.
pub(super) async fn attached(
    call: &Call,
    reply: Reply,
    session_id: Option<AttendanceSessionId>,
) -> Result<Reply, Failure> {
    let query = ExportAttendanceQuery { session_id };
    let file = call.api.export_attendance(&query).await?;
    if file.len() > LARGEST {
        return Ok(Reply::text(texts::TOO_LARGE));
    }
    let name = match session_id {
        Some(id) => format!("attendance-{id}.csv"),
        None => "attendance.csv".to_owned(),
    };
    Ok(reply.with_file(&name, file.0.into_bytes()))
}
