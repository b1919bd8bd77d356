//! Many at once: every number has at most one holder, and every change is in the audit log.

use super::{NumberError, Paddock, car, service};
use crate::audit;
use crate::page::PageRequest;
use crate::testing::user;
use futures_util::future::join_all;
use paddock_api_types::NumberTradeId;
use paddock_api_types::audit::AuditEntry;
use paddock_api_types::numbers::OfferNumberTrade;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

const MEMBERS: i64 = 200;
const NUMBERS: i64 = 20;

#[tokio::test(flavor = "multi_thread")]
async fn of_two_hundred_who_claim_twenty_numbers_twenty_hold_one() {
    let paddock = Arc::new(Paddock::of(MEMBERS).await);
    let claims = (1..=MEMBERS).map(|member| {
        let paddock = paddock.clone();
        tokio::spawn(async move {
            let number = (member % NUMBERS).to_string();
            (number.clone(), paddock.claim(member, &number).await)
        })
    });
    let outcomes = join_all(claims).await;
    let held: BTreeMap<_, _> = paddock
        .claims()
        .await
        .into_iter()
        .map(|claim| (claim.number.to_string(), claim.user_id))
        .collect();
    assert_eq!(held.len(), 20);
    let (mut won, mut refused) = (0, 0);
    for outcome in outcomes {
        match outcome.unwrap() {
            (number, Ok(claim)) => {
                assert_eq!(held[&number], claim.user_id);
                won += 1;
            }
            (number, Err(NumberError::Taken { claim, .. })) => {
                assert_eq!(held[&number], claim.user_id);
                refused += 1;
            }
            (number, Err(error)) => panic!("{number}: {error:?}"),
        }
    }
    assert_eq!((won, refused), (20, 180));
}

#[tokio::test]
async fn who_claims_two_at_the_same_time_gets_as_many_as_the_guild_allows() {
    let paddock = Paddock::of(1).await;
    let numbers = ["1", "2", "3", "4", "5", "6", "7", "8"];
    let outcomes = join_all(numbers.map(|number| paddock.claim(1, number))).await;
    let won = outcomes.iter().filter(|it| it.is_ok()).count();
    assert_eq!(won, 1, "{outcomes:?}");
    assert_eq!(paddock.claims().await.len(), 1);
}

#[tokio::test]
async fn nobody_waits_for_a_number_that_is_freed_at_the_same_time() {
    for _ in 0..10 {
        let paddock = Paddock::of(2).await;
        paddock.claim(1, "7").await.unwrap();
        let (op, number) = (paddock.by(1), car("7"));
        let release = service::release(&op, &number, None);
        let (released, waiting) = tokio::join!(release, paddock.wait(2, "7"));
        released.unwrap();
        match waiting {
            Ok(_) => assert_eq!(paddock.held_for().await, [2]),
            Err(NumberError::NotClaimed) => assert!(paddock.held_for().await.is_empty()),
            Err(error) => panic!("{error:?}"),
        }
    }
}

/// Numbers that look random and are the same in every run.
fn dice(writer: i64, step: i64) -> i64 {
    let mut state = u64::try_from(writer * 1_000_003 + step * 7_919 + 1).unwrap();
    for _ in 0..3 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    i64::try_from(state >> 8).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn trades_under_fire_leave_each_number_with_at_most_one_holder() {
    const WRITERS: i64 = 50;
    const STEPS: i64 = 8;
    let paddock = Arc::new(Paddock::of(WRITERS).await);
    for member in 1..=WRITERS {
        paddock.claim(member, &member.to_string()).await.unwrap();
    }
    let offers: Arc<Mutex<Vec<(NumberTradeId, i64)>>> = Arc::default();
    let writers = (1..=WRITERS).map(|member| {
        let (paddock, offers) = (paddock.clone(), offers.clone());
        tokio::spawn(async move {
            for step in 0..STEPS {
                act(&paddock, &offers, member, dice(member, step)).await;
            }
        })
    });
    for writer in join_all(writers).await {
        writer.unwrap();
    }
    assert_eq!(replayed(&paddock).await, held(&paddock).await);
}

/// Does one thing, and stands refusals that say why.
async fn act(paddock: &Paddock, offers: &Mutex<Vec<(NumberTradeId, i64)>>, member: i64, dice: i64) {
    let number = (dice / 8 % 50 + 1).to_string();
    let op = paddock.by(member);
    let other = dice / 512 % 50 + 1;
    let outcome = match dice % 4 {
        0 => paddock.claim(member, &number).await.map(drop),
        1 => service::release(&op, &car(&number), None).await,
        2 => {
            let held = paddock.claims().await;
            let of = |who: i64| held.iter().find(|claim| claim.user_id == user(who));
            let Some(gives) = of(member) else { return };
            let offer = OfferNumberTrade {
                user_id: user(other),
                gives: gives.number.clone(),
                wants: of(other).map(|claim| claim.number.clone()),
                class_id: None,
            };
            let offered = service::offer(&op, &offer).await;
            offered.map(|trade| offers.lock().unwrap().push((trade.id, other)))
        }
        _ => {
            let offer = offers.lock().unwrap().pop();
            let Some((id, to)) = offer else { return };
            service::accept(&paddock.by(to), id).await.map(drop)
        }
    };
    match outcome {
        Ok(())
        | Err(
            NumberError::Taken { .. }
            | NumberError::HeldByCaller
            | NumberError::NotHeld { .. }
            | NumberError::HoldsEnough { .. }
            | NumberError::TradeBroken
            | NumberError::ToOneself,
        ) => {}
        Err(error) => panic!("{error:?}"),
    }
}

async fn held(paddock: &Paddock) -> BTreeMap<String, String> {
    let claims = paddock.claims().await.into_iter();
    let held = claims.map(|it| (it.number.to_string(), it.user_id.to_string()));
    held.collect()
}

/// Who holds what, as the audit log has it.
async fn replayed(paddock: &Paddock) -> BTreeMap<String, String> {
    let op = paddock.by(1);
    let (mut entries, mut after): (Vec<AuditEntry>, _) = (Vec::new(), None);
    loop {
        let page = PageRequest { limit: 200, after };
        let page = audit::service::list(&op, None, None, page).await.unwrap();
        entries.extend(page.items);
        after = entries.last().map(|entry| [entry.id.get()]);
        if page.next_cursor.is_none() {
            break;
        }
    }
    let mut held = BTreeMap::new();
    for entry in entries.into_iter().rev() {
        let Some(number) = entry.subject.strip_prefix("number:") else {
            continue;
        };
        match entry.after.get("user_id").and_then(|it| it.as_str()) {
            Some(user) => held.insert(number.to_owned(), user.to_owned()),
            None => held.remove(number),
        };
    }
    held
}
