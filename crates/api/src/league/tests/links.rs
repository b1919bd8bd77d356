//! Links: who may have which account, and what the log says of it.

use super::{link, linked, log, prove};
use crate::league::model::LeagueError;
use crate::league::service;
use crate::members;
use crate::testing::{TestContext, guild, user};
use futures_util::future::join_all;
use paddock_api_types::members::Level;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_link_an_account_at_once_one_does() {
    let test = TestContext::new().await;
    for id in 1..=20 {
        test.verified(id, "somebody").await;
    }
    let ops: Vec<_> = (1..=20).map(|id| test.by(id, Level::Verified)).collect();
    let asked = link(Some(812_345), None);
    let all = join_all(ops.iter().map(|op| service::set(op, &asked))).await;
    let (done, refused): (Vec<_>, Vec<_>) = all.into_iter().partition(Result::is_ok);
    assert_eq!((done.len(), refused.len()), (1, 19));
    let taken = |it: &Result<_, _>| matches!(it, Err(LeagueError::IdTaken));
    assert!(refused.iter().all(taken), "{refused:?}");
    let winner = done.into_iter().next().unwrap().unwrap().user_id.get();
    let op = test.by(winner, Level::Verified);
    assert_eq!(service::get(&op).await.unwrap().iracing_id, 812_345);
}

#[tokio::test]
async fn a_member_may_say_the_same_many_times_at_once() {
    let test = TestContext::new().await;
    test.verified(1, "Ada").await;
    let ops: Vec<_> = (0..8).map(|_| test.by(1, Level::Verified)).collect();
    let asked = link(Some(7), Some(true));
    let all = join_all(ops.iter().map(|op| service::set(op, &asked))).await;
    assert!(all.iter().all(Result::is_ok), "{all:?}");
    let entries = log(&test).await;
    let linked = entries.iter().filter(|it| it.action == "iracing.linked");
    assert_eq!(linked.count(), 1);
}

#[tokio::test]
async fn an_account_is_free_in_another_guild_and_after_its_removal() {
    let test = TestContext::new().await;
    for id in [1, 2] {
        test.verified(id, "somebody").await;
    }
    linked(&test, 1, 7).await;
    let second = test.by(2, Level::Verified);
    let taken = service::set(&second, &link(Some(7), None)).await;
    assert!(matches!(taken, Err(LeagueError::IdTaken)));
    let elsewhere = service::link(&test.ctx.db, guild(2), user(1)).await;
    assert_eq!(elsewhere.unwrap(), None);
    let first = test.by(1, Level::Verified);
    service::remove(&first).await.unwrap();
    let again = service::remove(&first).await;
    assert!(matches!(again, Err(LeagueError::NotLinked)));
    let nothing = service::get(&first).await;
    assert!(matches!(nothing, Err(LeagueError::NotLinked)));
    linked(&test, 2, 7).await;
}

#[tokio::test]
async fn whoever_is_not_registered_links_nothing() {
    let test = TestContext::new().await;
    let op = test.by(1, Level::Admin);
    let set = service::set(&op, &link(Some(7), None)).await;
    assert!(matches!(set, Err(LeagueError::NotRegistered)));
    let got = service::get(&op).await;
    assert!(matches!(got, Err(LeagueError::NotRegistered)));
}

#[tokio::test]
async fn a_proven_link_wins_over_a_typed_one_and_keeps_what_it_has() {
    let test = TestContext::new().await;
    for id in [1, 2, 3] {
        test.verified(id, "somebody").await;
    }
    linked(&test, 1, 7).await;
    linked(&test, 2, 8).await;
    let proven = prove(&test, 2, 7).await.unwrap();
    assert!(proven.proven);
    assert_eq!((proven.user_id, proven.iracing_id), (user(2), 7));
    let lost = service::link(&test.ctx.db, guild(1), user(1)).await;
    assert_eq!(lost.unwrap(), None);
    let entries = log(&test).await;
    let [linked, lost] = &entries[..2] else {
        panic!("{entries:?}");
    };
    assert_eq!(lost.action, "iracing.link_lost");
    assert_eq!(lost.subject, "member:1");
    assert_eq!(linked.action, "iracing.linked");
    assert_eq!(json!(linked.after), json!({"proven": true}));
    // A proven account is lost to nobody, and not replaced by typing.
    let other = prove(&test, 3, 7).await;
    assert!(matches!(other, Err(LeagueError::IdTaken)));
    let typed = service::set(&test.by(2, Level::Verified), &link(Some(9), None)).await;
    assert!(matches!(typed, Err(LeagueError::IdProven)));
    assert_eq!(prove(&test, 2, 7).await.unwrap(), proven);
}

#[tokio::test]
async fn the_log_says_that_a_link_changed_and_not_which_account_it_is() {
    let test = TestContext::new().await;
    test.verified(1, "Ada").await;
    let op = test.by(1, Level::Verified);
    for asked in [
        link(Some(812_345), None),
        link(None, Some(true)),
        link(None, Some(true)),
        link(Some(812_346), None),
        link(None, Some(false)),
    ] {
        service::set(&op, &asked).await.unwrap();
    }
    service::remove(&op).await.unwrap();
    let entries = log(&test).await;
    let actions: Vec<_> = entries.iter().rev().map(|it| it.action.as_str()).collect();
    let after_verification = &actions[actions.len() - 5..];
    assert_eq!(
        after_verification,
        [
            "iracing.linked",
            "iracing.link_changed",
            "iracing.linked",
            "iracing.link_changed",
            "iracing.unlinked"
        ]
    );
    assert_eq!(json!(entries[1].before), json!({"consent": true}));
    assert_eq!(json!(entries[1].after), json!({"consent": false}));
    assert!(!format!("{entries:?}").contains("81234"), "{entries:?}");
}

#[tokio::test]
async fn a_link_made_while_its_member_is_erased_does_not_remain() {
    let test = TestContext::new().await;
    test.verified(1, "Ada").await;
    let link = link(Some(7), None);
    let (op, again) = (test.by(1, Level::Verified), test.by(1, Level::Verified));
    let erased = crate::privacy::service::erase(&op);
    let (erased, set) = tokio::join!(erased, service::set(&again, &link));
    erased.unwrap();
    let member = members::service::lookup(&test.ctx.db, guild(1), user(1)).await;
    assert_eq!(member.unwrap(), None);
    let kept = service::link(&test.ctx.db, guild(1), user(1))
        .await
        .unwrap();
    assert_eq!(kept, None, "{set:?}");
}
