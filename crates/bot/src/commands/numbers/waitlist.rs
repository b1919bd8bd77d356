//! `/waitlist`: waiting for a number that somebody holds.

use super::{claim, class_id, options::Number};
use crate::{
    commands::prelude::*,
    replies::{BLUE, numbers as texts},
};
use api::numbers::{NumberClass, NumberClassQuery, NumberWait};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, waitlist);
    dispatch.pages(&WAITS);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "waitlist", desc = "Wait for a car number that somebody holds")]
enum WaitList {
    #[command(name = "join")]
    Join(Join),
    #[command(name = "leave")]
    Leave(Leave),
    #[command(name = "list")]
    List(ListWaits),
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "join",
    desc = "Wait for a number; once it is free, it is held for you"
)]
struct Join {
    /// Number
    number: Number,
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "leave", desc = "Wait no longer for a number")]
struct Leave {
    /// Number
    number: Picked<NumberWait>,
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Numbers that you wait for, with your place")]
struct ListWaits {}

const WAITS: Pages<()> = Pages {
    action: "number-waits",
    page: |call, (), position| {
        Box::pin(async move {
            let mine = call.api.list_my_numbers().await?;
            if mine.waiting.is_empty() {
                return Ok(Reply::text(texts::NO_WAITS));
            }
            let lines: Vec<_> = mine.waiting.iter().map(texts::wait_line).collect();
            Ok(pages::local(&position, (texts::WAITS_TITLE, BLUE), &lines))
        })
    },
};

async fn waitlist(call: Call, options: WaitList) -> Outcome {
    let reply = match options {
        WaitList::Join(Join { number, class }) => {
            let class = class_id(class.as_ref())?;
            claim::wait(&call, number.read("number")?, class).await?
        }
        WaitList::Leave(options) => leave(&call, options).await?,
        WaitList::List(ListWaits {}) => WAITS.first(&call, &()).await?,
    };
    Ok(reply.into())
}

/// Without a class, the one in which the member waits for this number, where there is only one.
async fn leave(call: &Call, options: Leave) -> Result<Reply, Failure> {
    let number = options.number.id()?.0;
    let mut class = class_id(options.class.as_ref())?;
    if class.is_none() {
        let waiting = call.api.list_my_numbers().await?.waiting;
        let mut meant = waiting.iter().filter(|wait| wait.number == number);
        if let (Some(wait), None) = (meant.next(), meant.next()) {
            class = wait.class_id;
        }
    }
    let query = NumberClassQuery { class_id: class };
    let api = call.write();
    api.stop_waiting_for_number(number.clone(), &query).await?;
    Ok(texts::waits_no_more(&number))
}
