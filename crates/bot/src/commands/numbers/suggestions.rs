//! What the options of these commands suggest.

use super::options::SentNumber;
use crate::{
    answer::Choices,
    call::Call,
    commands::picked::{Pickable, choice, choices, found, rows},
    dispatch::Typed,
    pages::{all, at, rows as page_of},
    replies::{
        Pick,
        numbers::{self as texts, classes, reservations, trades},
    },
};
use paddock_api_types::{
    CarNumber, NumberClassId, NumberReservationId, NumberTradeId,
    numbers::{
        AvailableNumbersQuery, NumberClaim, NumberClass, NumberClassQuery, NumberReservation,
        NumberState, NumberTrade, NumberWait, TradeState,
    },
};

/// As many free numbers as are suggested before anything is typed.
const FREE: usize = 25;

/// Every class of the guild.
impl Pickable for NumberClass {
    type Id = NumberClassId;
    const PICK: Pick = classes::ONE;
    const IS_FIRST: bool = true;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let all = rows(call.api.list_number_classes(&all()).await);
        choices(typed, &all, |class| class.name.clone(), |class| class.id)
    }
}

/// A number that the caller wants: how the typed one stands, and which are free.
pub(super) struct Wanted;

impl Pickable for Wanted {
    type Id = SentNumber;
    const PICK: Pick = texts::ANY;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let class_id = typed.other::<NumberClassId>("class");
        let Ok(number) = CarNumber::new(&typed.text) else {
            let query = AvailableNumbersQuery {
                class_id,
                ..at(page_of(25, None))
            };
            let free = rows(call.api.list_available_numbers(&query).await);
            let numbers = free.iter().flat_map(|range| range.first..=range.last);
            let free: Vec<_> = numbers.take(FREE).map(CarNumber::plain).collect();
            return choices(typed, &free, texts::free_choice, Clone::clone);
        };
        let query = NumberClassQuery { class_id };
        let Some(status) = found(call.api.get_number(number, &query).await) else {
            return Choices::new();
        };
        let own = choice(&texts::status_choice(&status), &status.number);
        // Others than the typed one only while it is being typed: what is sent is never replaced by them.
        let digits = typed.text.bytes().all(|byte| byte.is_ascii_digit());
        let others = status
            .nearest
            .iter()
            .filter(|other| **other != status.number);
        let others = others.filter(|_| digits && status.state != NumberState::Free);
        let others = others.map(|other| choice(&texts::free_choice(other), other));
        std::iter::once(own).chain(others).collect()
    }
}

/// What the caller holds.
impl Pickable for NumberClaim {
    type Id = SentNumber;
    const PICK: Pick = texts::HELD;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let mine = found(call.api.list_my_numbers().await);
        let held = mine.map_or_else(Vec::new, |mine| mine.claims);
        let name = |claim: &Self| texts::choice(&claim.number, claim.class_name.as_deref());
        choices(typed, &held, name, |claim| SentNumber(claim.number.clone()))
    }
}

/// What the caller waits for.
impl Pickable for NumberWait {
    type Id = SentNumber;
    const PICK: Pick = texts::WAITED;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let mine = found(call.api.list_my_numbers().await);
        let waits = mine.map_or_else(Vec::new, |mine| mine.waiting);
        let name = |wait: &Self| texts::choice(&wait.number, wait.class_name.as_deref());
        choices(typed, &waits, name, |wait| SentNumber(wait.number.clone()))
    }
}

/// An open offer to the caller.
pub(super) struct OfferToMe;

impl Pickable for OfferToMe {
    type Id = NumberTradeId;
    const PICK: Pick = trades::TO_ME;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        offers(call, typed, |trade| trade.to_user_id == call.user).await
    }
}

/// An open offer by the caller.
pub(super) struct OwnOffer;

impl Pickable for OwnOffer {
    type Id = NumberTradeId;
    const PICK: Pick = trades::BY_ME;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        offers(call, typed, |trade| trade.from_user_id == call.user).await
    }
}

async fn offers(call: &Call, typed: &Typed, mine: impl Fn(&NumberTrade) -> bool) -> Choices {
    let mut all = rows(call.api.list_number_trades(&all()).await);
    all.retain(|trade| trade.state == TradeState::Open && mine(trade));
    choices(
        typed,
        &all,
        |trade| trades::choice(trade, call.user),
        |trade| trade.id,
    )
}

/// Every reservation, the newest first.
impl Pickable for NumberReservation {
    type Id = NumberReservationId;
    const PICK: Pick = reservations::ONE;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let all = rows(call.api.list_number_reservations(&all()).await);
        choices(typed, &all, reservations::choice, |reservation| {
            reservation.id
        })
    }
}
