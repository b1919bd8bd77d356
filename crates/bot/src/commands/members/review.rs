//! The buttons under a registration that waits for an admin. They decide only while it waits: of two who
//! press at the same moment, the second is told who was first.

use crate::{
    commands::{ask::Why, prelude::*},
    replies::{
        buttons::{REJECT_MEMBER as REJECT, VERIFY_MEMBER as VERIFY},
        members::{self as texts, Review},
    },
};
use api::{
    UserId,
    members::{RejectMember, VerifyMember},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(VERIFY, DeferMode::Update, verify);
    dispatch.button(REJECT, DeferMode::Unsupported, ask_why);
    dispatch.modal(REJECT, DeferMode::Update, reject);
}

async fn verify(call: Call, pressed: Pressed) -> Outcome {
    let user = custom_id::argument(&pressed.arguments, 0)?;
    let verify = VerifyMember {
        waiting: Some(true),
    };
    let member = call.write().verify_member(user, Some(&verify)).await?;
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
    let reject = RejectMember {
        reason: ask::reason(&submitted)?,
        waiting: Some(true),
    };
    let member = call.write().reject_member(user, &reject).await?;
    Ok(Answer::Update(texts::reviewed(&Review::of(
        &member, call.user,
    ))))
}
