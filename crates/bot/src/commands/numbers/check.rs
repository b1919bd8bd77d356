//! `/check`: how a number stands.

use super::{
    claim::{Wish, offers},
    class_id,
    options::Number,
};
use crate::{commands::prelude::*, replies::numbers as texts};
use api::numbers::{NumberClass, NumberClassQuery, NumberState};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, check);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "check",
    desc = "Who has a car number, and which are free nearby"
)]
struct Check {
    /// Number, such as 7 or 07, which are two
    number: Number,
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
}

async fn check(call: Call, options: Check) -> Outcome {
    let query = NumberClassQuery {
        class_id: class_id(options.class.as_ref())?,
    };
    let number = options.number.read("number")?;
    let status = call.api.get_number(number, &query).await?;
    let wish = Wish {
        number: status.number.clone(),
        class: status.class.as_ref().map(|class| class.id),
        member: None,
    };
    let is_own = status
        .claim
        .as_ref()
        .is_some_and(|claim| claim.user_id == call.user);
    let buttons = match status.state {
        NumberState::Free => offers(&call, &wish, std::slice::from_ref(&wish.number), false),
        NumberState::Claimed if is_own => vec![],
        state => offers(&call, &wish, &status.nearest, state == NumberState::Claimed),
    };
    Ok(Reply::text(texts::status(&status))
        .with_buttons(buttons)
        .into())
}
