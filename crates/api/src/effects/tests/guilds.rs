//! One guild with a lot to do is not in the way of the others.

use super::{ask_in, done, emit, grant};
use crate::effects::model::Effect;
use crate::effects::service;
use crate::operation::Operation;
use crate::testing::{TestContext, guild};
use std::time::Duration;

async fn lease(test: &TestContext, limit: u32) -> Vec<Effect> {
    let leased = service::lease(&test.ctx, limit, Duration::ZERO).await;
    leased.unwrap()
}

fn of(effects: &[Effect], number: i64) -> usize {
    let of_guild = effects.iter().filter(|it| it.guild_id == guild(number));
    of_guild.count()
}

async fn emit_in(test: &TestContext, number: i64, user_id: i64) {
    ask_in(
        &Operation::system(&test.ctx, guild(number)),
        &grant(user_id),
    )
    .await;
}

#[tokio::test]
async fn whoever_has_the_fewest_under_way_comes_first() {
    let test = TestContext::new().await;
    for user_id in 1..=8 {
        emit(&test, user_id).await;
    }
    let all_places = lease(&test, 4).await;
    assert_eq!(of(&all_places, 1), 4, "nobody else wants any");
    test.clock.advance(Duration::from_secs(1));
    for user_id in [1, 2, 3] {
        emit_in(&test, 2, user_id).await;
    }
    emit_in(&test, 3, 1).await;
    // One place after the other is free again, and goes to somebody else.
    let mut served = Vec::new();
    for ended in &all_places {
        service::done(&test.ctx, ended.id, done(1)).await.unwrap();
        served.extend(lease(&test, 1).await);
    }
    let guilds: Vec<_> = served.iter().map(|it| it.guild_id.get()).collect();
    assert_eq!(guilds, [2, 3, 1, 1].map(|it| guild(it).get()));
}

#[tokio::test]
async fn what_one_guild_has_too_much_of_is_shared_by_all() {
    let test = TestContext::new().await;
    for user_id in 1..=9 {
        emit(&test, user_id).await;
    }
    emit_in(&test, 2, 1).await;
    let leased = lease(&test, 6).await;
    // As nobody knows how much of each is ready, a place may be left for the next look.
    assert_eq!((of(&leased, 1), of(&leased, 2)), (3, 1));
    assert_eq!(of(&lease(&test, 2).await, 1), 2);
}

#[tokio::test]
async fn a_guild_that_only_waits_for_its_own_lets_the_others_pass() {
    let test = TestContext::new().await;
    for _ in 0..3 {
        emit(&test, 1).await;
    }
    test.clock.advance(Duration::from_secs(1));
    emit_in(&test, 2, 1).await;
    assert_eq!(of(&lease(&test, 1).await, 1), 1);
    assert_eq!(of(&lease(&test, 1).await, 2), 1);
    assert!(lease(&test, 1).await.is_empty(), "each waits for its first");
}
