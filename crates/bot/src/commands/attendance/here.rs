//! `/here`, and the button under the code: checking in.

use crate::{
    answer::{Answer, Reply},
    call::Call,
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed, Submitted},
    replies::{attendance as texts, buttons::CHECK_IN},
};
use paddock_api_client::Error;
use paddock_api_types::{
    AttendanceSessionId, ErrorCode,
    attendance::{CheckIn, CheckedIn},
};
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::channel::message::{
    Component,
    component::{TextInput, TextInputStyle},
};
use twilight_util::builder::{interaction_response::ModalBuilder, message::LabelBuilder};

/// Field of that form.
const CODE: &str = "code";
/// The longest code that somebody may have to type.
const LONGEST: u16 = 20;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(here);
    dispatch.button(CHECK_IN, Later::Never, ask_for_code);
    dispatch.modal(CHECK_IN, Later::Message, typed_into_form);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "here",
    desc = "Check in with the code that is shown",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Here {
    /// The code; capitals or not
    #[command(min_length = 1, max_length = 20)]
    code: String,
}

async fn here(call: Call, options: Here) -> Outcome {
    let checked_in = check_in(&call, None, options.code).await?;
    Ok(answer(&checked_in))
}

async fn ask_for_code(_: Call, pressed: Pressed) -> Outcome {
    let session: AttendanceSessionId = custom_id::argument(&pressed.arguments, 0)?;
    #[expect(
        deprecated,
        reason = "the field `label` moved to the Label around the input"
    )]
    let code = TextInput {
        custom_id: CODE.to_owned(),
        id: None,
        label: None,
        max_length: Some(LONGEST),
        min_length: Some(1),
        placeholder: None,
        required: Some(true),
        style: TextInputStyle::Short,
        value: None,
    };
    let label = LabelBuilder::new("The code that is shown", Component::TextInput(code)).build();
    let id = custom_id::write(CHECK_IN, &[&session.to_string()]);
    let form = ModalBuilder::new(id, "Check in", [label]).build();
    Ok(Answer::Modal(Box::new(form)))
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

/// Judged by when Discord made the interaction. Where the session counts only who is in its voice
/// channel and it is not known where the member is, Discord is asked, and then the API once more.
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
