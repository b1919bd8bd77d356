//! `/forcerelease` and `/numbers newseason`: taking numbers from their holders.

use super::{class_id, options::Number};
use crate::{
    commands::prelude::*,
    replies::numbers::{self as texts, admin},
};
use api::{
    Bounded as _, CarNumber, KeepDays, NumberClassId, Reason, UserId,
    numbers::{ForceReleaseNumber, NumberClass, NumberClassQuery, StartNumberSeason},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Administrators, force_release);
    dispatch.confirmation(&TAKE_BACK);
    dispatch.confirmation(&NEW_SEASON);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "forcerelease",
    desc = "Take a car number from its holder; asks for confirmation"
)]
struct ForceRelease {
    /// Number
    number: Number,
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
    /// Reason, which the holder sees
    reason: Option<Text<Reason>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "newseason",
    desc = "Release every number for a new season; asks for confirmation"
)]
pub(super) struct NewSeason {
    /// Days for which holders may keep theirs; 0 for none
    priority_days: Num<KeepDays>,
}

/// Which number of whom. The reason does not fit into the button; it stands in the question.
type Held = (CarNumber, (Option<NumberClassId>, UserId));

const TAKE_BACK: Confirmation<Held> = Confirmation {
    action: "number-take-back",
    label: "Take it back",
    perform: |call, (number, (class, holder))| {
        Box::pin(async move {
            must_be_held_by(call, number, *class, *holder).await?;
            let reason = call.message.as_ref().and_then(|it| admin::reason(it));
            let body = ForceReleaseNumber {
                class_id: *class,
                reason: reason.and_then(|text| Reason::new(&text).ok()),
            };
            let api = call.write();
            api.force_release_number(number.clone(), Some(&body))
                .await?;
            Ok(admin::taken_back(number, body.reason.is_some()))
        })
    },
};

const NEW_SEASON: Confirmation<u32> = Confirmation {
    action: "number-season",
    label: "Begin it",
    perform: |call, days| {
        Box::pin(async move {
            let season = StartNumberSeason {
                priority_days: KeepDays::clamped((*days).into()),
            };
            let season = call.write().start_number_season(&season).await?;
            Ok(admin::season_started(&season))
        })
    },
};

async fn force_release(call: Call, options: ForceRelease) -> Outcome {
    let query = NumberClassQuery {
        class_id: class_id(options.class.as_ref())?,
    };
    let number = options.number.read("number")?;
    let status = call.api.get_number(number, &query).await?;
    let Some(claim) = &status.claim else {
        return Ok(Reply::text(texts::status(&status)).into());
    };
    let subject = (claim.number.clone(), (claim.class_id, claim.user_id));
    let reply = TAKE_BACK.ask(admin::take_back_question(claim), &subject);
    let reason = options.reason.map(|it| it.0);
    Ok(admin::with_reason(reply, reason.as_ref()).into())
}

/// Refuses what was not asked about: the number may have changed hands since.
async fn must_be_held_by(
    call: &Call,
    number: &CarNumber,
    class_id: Option<NumberClassId>,
    holder: UserId,
) -> Result<(), Failure> {
    let query = NumberClassQuery { class_id };
    let status = call.api.get_number(number.clone(), &query).await?;
    match status.claim {
        Some(claim) if claim.user_id != holder => {
            Err(Failure::Mistake(admin::CHANGED_HANDS.to_owned()))
        }
        _ => Ok(()),
    }
}

pub(super) fn new_season(options: &NewSeason) -> Reply {
    let days = options.priority_days.0.get();
    NEW_SEASON.ask(admin::new_season_question(days), &days.into())
}
