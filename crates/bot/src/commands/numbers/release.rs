//! `/release`: giving a number back.

use super::class_id;
use crate::{commands::prelude::*, replies::numbers as texts};
use api::numbers::{NumberClaim, NumberClass, NumberClassQuery};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, release);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "release", desc = "Give a car number of yours back")]
struct Release {
    /// Number
    number: Picked<NumberClaim>,
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
}

async fn release(call: Call, options: Release) -> Outcome {
    let number = options.number.id()?.0;
    let query = NumberClassQuery {
        class_id: class_id(options.class.as_ref())?,
    };
    call.write().release_number(number.clone(), &query).await?;
    Ok(texts::released(&number).into())
}
