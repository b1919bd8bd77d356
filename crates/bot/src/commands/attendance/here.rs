//! `/here`, and the button under the code: checking in.

use crate::{
    commands::{ask::Field, prelude::*},
    replies::{attendance as texts, buttons::CHECK_IN},
};
use api::{
    AttendanceSessionId, ErrorCode,
    attendance::{CheckIn, CheckedIn},
};
use paddock_api_client::Error;

/// Field of that form.
const CODE: &str = "code";
/// The longest code that can be typed.
const LONGEST: u16 = 20;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, here);
    dispatch.button(CHECK_IN, DeferMode::Unsupported, ask_for_code);
    dispatch.modal(CHECK_IN, DeferMode::Ephemeral, typed_into_form);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "here", desc = "Check in with the code that is shown")]
struct Here {
    /// Code, in capitals or not
    #[command(min_length = 1, max_length = 20)]
    code: String,
}

async fn here(call: Call, options: Here) -> Outcome {
    let checked_in = check_in(&call, None, options.code).await?;
    Ok(answer(&checked_in))
}

async fn ask_for_code(_: Call, pressed: Pressed) -> Outcome {
    let session: AttendanceSessionId = custom_id::argument(&pressed.arguments, 0)?;
    let code = Field {
        id: CODE,
        label: "The code that is shown",
        placeholder: "",
        max_length: LONGEST,
        required: true,
        is_long: false,
        value: None,
    };
    let id = custom_id::write(CHECK_IN, &[&session.to_string()]);
    Ok(ask::form(id, "Check in", [code]))
}

async fn typed_into_form(call: Call, submitted: Submitted) -> Outcome {
    let session = custom_id::argument(&submitted.arguments, 0)?;
    let code = submitted.field(CODE).unwrap_or_default();
    let checked_in = check_in(&call, Some(session), code).await?;
    Ok(answer(&checked_in))
}

fn answer(checked_in: &CheckedIn) -> Answer {
    Answer::Message(Reply::text(texts::checked_in(checked_in)))
}

/// Judged by when Discord made the interaction. Where the session counts only members in its voice
/// channel and the API does not know where the member is, Discord is asked, and then the API again.
async fn check_in(
    call: &Call,
    session_id: Option<AttendanceSessionId>,
    code: String,
) -> Result<CheckedIn, Error> {
    let mut check_in = CheckIn {
        code,
        session_id,
        created_at: Some(call.asked_at()),
        username: call.discord_name.clone(),
        voice: call.voice(),
    };
    let answer = call.api.check_in(&check_in).await;
    let unknown = answer.as_ref().err().and_then(Error::problem);
    if unknown.is_none_or(|problem| problem.code != ErrorCode::VoiceUnknown) {
        return answer;
    }
    check_in.voice = call.ask_for_voice().await;
    call.api.check_in(&check_in).await
}
