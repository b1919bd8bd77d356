//! `/mynumbers`: everything that a member has to do with numbers.

use crate::{
    commands::prelude::*,
    replies::{BLUE, numbers as texts},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, mine);
    dispatch.pages(&MINE);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "mynumbers",
    desc = "Car numbers that you hold, wait for or were offered"
)]
struct MyNumbers {}

const MINE: Pages<()> = Pages {
    action: "my-numbers",
    page: |call, (), position| {
        Box::pin(async move {
            let lines = texts::mine(&call.api.list_my_numbers().await?, call.user);
            Ok(pages::local(&position, (texts::MINE_TITLE, BLUE), &lines))
        })
    },
};

async fn mine(call: Call, _: MyNumbers) -> Outcome {
    Ok(MINE.first(&call, &()).await?.into())
}
