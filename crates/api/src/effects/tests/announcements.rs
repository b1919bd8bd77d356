//! The bot comes back after a day, and posts what is worth reading.

use super::{ask, done, failed, lease};
use crate::effects::model::Effect;
use crate::effects::service;
use crate::testing::{TestContext, text, user};
use paddock_api_types::ChannelId;
use paddock_api_types::effects::{EffectAction, EffectErrorCode, Notice};
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

fn posted(notice: Notice) -> EffectAction {
    EffectAction::SendMessage {
        channel_id: ChannelId::new(30).unwrap(),
        notice,
        post: None,
        mention: Some(user(1)),
    }
}

fn released(number: usize) -> EffectAction {
    posted(Notice::NumberReleased {
        number: text(number.to_string()),
        class_name: None,
    })
}

/// What is not an announcement of the same kind.
fn verified() -> EffectAction {
    posted(Notice::Verified { guild_name: None })
}

/// Does everything in the channel, and says what was posted.
async fn drain(test: &TestContext) -> Vec<EffectAction> {
    let mut said = Vec::new();
    while let Some(effect) = next(test).await {
        let report = done(effect.attempts);
        service::done(&test.ctx, effect.id, report).await.unwrap();
        said.push(effect.action);
    }
    said
}

async fn next(test: &TestContext) -> Option<Effect> {
    let mut leased = lease(&test.ctx).await;
    assert!(leased.len() < 2, "one in a channel");
    leased.pop()
}

fn missed(releases: u32) -> EffectAction {
    EffectAction::SendMessage {
        channel_id: ChannelId::new(30).unwrap(),
        notice: Notice::Missed {
            promotions: 0,
            claims: 0,
            releases,
        },
        post: None,
        mention: None,
    }
}

#[tokio::test]
async fn what_waited_for_long_is_counted_but_for_the_newest_and_what_happens_once() {
    let test = TestContext::new().await;
    for number in 0..60 {
        ask(&test, &released(number)).await;
        if number == 20 {
            ask(&test, &verified()).await;
        }
    }
    test.clock.advance(DAY);
    let mut expected = vec![missed(55), verified()];
    expected.extend((55..60).map(released));
    assert_eq!(drain(&test).await, expected);
}

#[tokio::test]
async fn what_waits_for_a_moment_or_with_a_few_is_posted_one_by_one() {
    let test = TestContext::new().await;
    for number in 0..9 {
        ask(&test, &released(number)).await;
    }
    let expected: Vec<_> = (0..9).map(released).collect();
    assert_eq!(drain(&test).await, expected);
    for number in 0..6 {
        ask(&test, &released(number)).await;
    }
    test.clock.advance(DAY);
    assert_eq!(drain(&test).await, expected[..6]);
}

#[tokio::test]
async fn one_that_may_have_been_posted_is_not_made_to_say_something_else() {
    let test = TestContext::new().await;
    for number in 0..9 {
        ask(&test, &released(number)).await;
    }
    let first = next(&test).await.unwrap();
    test.clock.advance(DAY);
    let report = failed(first.attempts, EffectErrorCode::DiscordUnavailable);
    // The lease ran out meanwhile, so that this comes too late.
    let late = service::try_failed(&test.ctx, first.id, &report).await;
    assert!(late.is_ok(), "nobody has taken it back yet");
    test.clock.advance(Duration::from_secs(2));
    let mut expected = vec![released(0), missed(3)];
    expected.extend((4..9).map(released));
    assert_eq!(drain(&test).await, expected);
}
