//! `/export_csv`: records as a file.

use super::complete;
use crate::{
    answer::{Failure, Reply},
    call::Call,
    commands::{manage_server, suggest},
    dispatch::{Dispatch, Outcome},
    replies::attendance as texts,
};
use paddock_api_types::{AttendanceSessionId, attendance::ExportAttendanceQuery};
use twilight_interactions::command::{CommandModel, CreateCommand};

/// Discord takes 10 MiB with a message.
const LARGEST: usize = 9 << 20;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(export);
    dispatch.autocomplete(complete);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "export_csv",
    desc = "Who attended, as a file for a spreadsheet",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Export {
    /// Only this session; all of them unless told
    #[command(autocomplete = true, max_length = 100)]
    session_id: Option<String>,
}

async fn export(call: Call, options: Export) -> Outcome {
    let session = match options.session_id.as_deref() {
        Some(text) => Some(suggest::picked(text, texts::ONE)?),
        None => None,
    };
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
    Ok(reply.with_file(&name, file.into_bytes()))
}
