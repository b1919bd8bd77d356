//! The buttons under a registration that waits for an admin.

use crate::{
    commands::{ask::Why, prelude::*},
    replies::{
        buttons::{REJECT_MEMBER as REJECT, VERIFY_MEMBER as VERIFY},
        members::{self as texts, Review},
    },
};
use api::{UserId, members::Decision};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(VERIFY, DeferMode::Update, verify);
    dispatch.button(REJECT, DeferMode::Unsupported, ask_why);
    dispatch.modal(REJECT, DeferMode::Update, reject);
}

async fn verify(call: Call, pressed: Pressed) -> Outcome {
    let user = custom_id::argument(&pressed.arguments, 0)?;
    let member = call.write().verify_member(user).await?;
    Ok(Answer::Update(texts::reviewed(&Review::of(
        &member, call.user,
    ))))
}

async fn ask_why(_: Call, pressed: Pressed) -> Outcome {
    let user: UserId = custom_id::argument(&pressed.arguments, 0)?;
    Ok(ask::why(&Why {
        action: REJECT,
        subject: &user.to_string(),
        title: "Reject this registration",
        required: false,
    }))
}

async fn reject(call: Call, submitted: Submitted) -> Outcome {
    let user = custom_id::argument(&submitted.arguments, 0)?;
    let decision = Decision {
        reason: ask::reason(&submitted)?,
    };
    let member = call.write().reject_member(user, &decision).await?;
    Ok(Answer::Update(texts::reviewed(&Review::of(
        &member, call.user,
    ))))
}
