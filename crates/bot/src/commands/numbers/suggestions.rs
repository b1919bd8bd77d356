//! What the options of these commands suggest.

use super::options::SentNumber;
use crate::{
    call::Call,
    commands::picked::{Pickable, each},
    dispatch::{Candidate, Candidates, Extent, Typed},
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
use std::str::FromStr as _;

/// As many free numbers as are suggested before anything is typed.
const FREE: usize = 25;

/// Every class of the guild.
impl Pickable for NumberClass {
    type Id = NumberClassId;
    const PICK: Pick = classes::ONE;
    const IS_FIRST: bool = true;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        let all = call.api.list_number_classes(&all()).await?.items;
        Ok(each(&all, |class| {
            Candidate::new(&class.name, &class.name, class.id)
        }))
    }
}

/// A number that the caller wants: how the typed one stands, and which are free.
pub(super) struct Wanted;

impl Pickable for Wanted {
    type Id = SentNumber;
    const PICK: Pick = texts::ANY;
    const EXTENT: Extent = Extent::Chosen;

    fn is_sent(text: &str) -> bool {
        SentNumber::from_str(text).is_ok()
    }

    async fn candidates(call: &Call, typed: &Typed) -> Candidates {
        let class_id = typed.other::<NumberClassId>("class");
        let free = |number: &CarNumber| Candidate::word(number, texts::free_choice(number));
        let Ok(number) = CarNumber::new(&typed.text) else {
            let query = AvailableNumbersQuery {
                class_id,
                ..at(page_of(25, None))
            };
            let ranges = call.api.list_available_numbers(&query).await?.items;
            let numbers = ranges.iter().flat_map(|range| range.first..=range.last);
            let numbers = numbers.take(FREE).map(CarNumber::plain);
            return Ok(numbers.map(|number| free(&number)).collect());
        };
        let query = NumberClassQuery { class_id };
        let status = call.api.get_number(number, &query).await?;
        let own = Candidate::word(&status.number, texts::status_choice(&status));
        let others = status
            .nearest
            .iter()
            .filter(|other| status.state != NumberState::Free && **other != status.number);
        Ok(std::iter::once(own).chain(others.map(free)).collect())
    }
}

/// What the caller holds.
impl Pickable for NumberClaim {
    type Id = SentNumber;
    const PICK: Pick = texts::HELD;

    fn is_sent(text: &str) -> bool {
        SentNumber::from_str(text).is_ok()
    }

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        Ok(each(&call.api.list_my_numbers().await?.claims, |claim| {
            let label = texts::choice(&claim.number, claim.class_name.as_deref());
            Candidate::word(&claim.number, label)
        }))
    }
}

/// What the caller waits for.
impl Pickable for NumberWait {
    type Id = SentNumber;
    const PICK: Pick = texts::WAITED;

    fn is_sent(text: &str) -> bool {
        SentNumber::from_str(text).is_ok()
    }

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        Ok(each(&call.api.list_my_numbers().await?.waiting, |wait| {
            let label = texts::choice(&wait.number, wait.class_name.as_deref());
            Candidate::word(&wait.number, label)
        }))
    }
}

/// An open offer to the caller.
pub(super) struct OfferToMe;

impl Pickable for OfferToMe {
    type Id = NumberTradeId;
    const PICK: Pick = trades::TO_ME;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        offers(call, |trade| trade.to_user_id == call.user).await
    }
}

/// An open offer by the caller.
pub(super) struct OwnOffer;

impl Pickable for OwnOffer {
    type Id = NumberTradeId;
    const PICK: Pick = trades::BY_ME;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        offers(call, |trade| trade.from_user_id == call.user).await
    }
}

async fn offers(call: &Call, mine: impl Fn(&NumberTrade) -> bool) -> Candidates {
    let mut all = call.api.list_number_trades(&all()).await?.items;
    all.retain(|trade| trade.state == TradeState::Open && mine(trade));
    Ok(each(&all, |trade| {
        let label = trades::choice(trade, call.user);
        Candidate::new(label.clone(), label, trade.id)
    }))
}

/// Every reservation, the newest first.
impl Pickable for NumberReservation {
    type Id = NumberReservationId;
    const PICK: Pick = reservations::ONE;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        let all = call.api.list_number_reservations(&all()).await?.items;
        Ok(each(&all, |reservation| {
            let label = reservations::choice(reservation);
            Candidate::new(reservations::numbers(reservation), label, reservation.id)
        }))
    }
}
