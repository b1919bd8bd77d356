//! `/roster`: who holds which number.

use super::class_id;
use crate::{commands::prelude::*, replies::numbers as texts};
use api::{
    NumberClassId,
    numbers::{ListNumberClaimsQuery, NumberClaim, NumberClass},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, roster);
    dispatch.list(&CLAIMS);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "roster", desc = "Who holds which car number, lowest first")]
struct Roster {
    /// Class of cars; all by default
    class: Option<Picked<NumberClass>>,
}

const CLAIMS: List<Option<NumberClassId>, NumberClaim> = List {
    action: "number-roster",
    size: |_| 20,
    rows: |call, class, page| {
        Box::pin(async move {
            let query = ListNumberClaimsQuery {
                class_id: *class,
                ..pages::at(page)
            };
            call.api.list_number_claims(&query).await
        })
    },
    title: |_| texts::ROSTER_TITLE.into(),
    empty: |_| texts::NO_CLAIMS.into(),
    line: texts::line,
};

async fn roster(call: Call, options: Roster) -> Outcome {
    let class = class_id(options.class.as_ref())?;
    Ok(CLAIMS.first(&call, &class).await?.into())
}
