//! `/available`: free numbers, as ranges.

use super::class_id;
use crate::{commands::prelude::*, replies::numbers as texts};
use api::{
    NumberClassId, PageQuery,
    numbers::{AvailableNumbersQuery, NumberClass, NumberRange},
};

/// Ranges on one page.
const PAGE_SIZE: u32 = 100;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, available);
    dispatch.pages(&FREE);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "available", desc = "Car numbers that are free, as ranges")]
struct Available {
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
}

const FREE: Pages<Option<NumberClassId>> = Pages {
    action: "numbers-free",
    page: |call, class, position| Box::pin(page(call, *class, position)),
};

async fn available(call: Call, options: Available) -> Outcome {
    let class = class_id(options.class.as_ref())?;
    Ok(FREE.first(&call, &class).await?.into())
}

/// An answer of the API looks at a part of the numbers, so that it may be short, or empty, long before
/// the last.
async fn page(
    call: &Call,
    class_id: Option<NumberClassId>,
    position: Position,
) -> Result<Reply, Failure> {
    let fetch = |page: PageQuery| {
        pages::fill(page, |page| async move {
            let query = AvailableNumbersQuery {
                class_id,
                ..pages::at(page)
            };
            call.api.list_available_numbers(&query).await
        })
    };
    let line = |range: &NumberRange| texts::range(*range);
    let found = pages::read(position, PAGE_SIZE, fetch, line).await?;
    if found.is_empty() {
        return Ok(Reply::text(texts::NONE_FREE));
    }
    let mut reply = found.card(texts::FREE_TITLE);
    let card = reply.embeds.first_mut();
    if let Some(card) = card.filter(|_| !found.page.items.is_empty()) {
        card.description = Some(texts::ranges(&found.page.items));
    }
    Ok(reply)
}
