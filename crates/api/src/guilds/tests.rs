//! Settings change without losing each other's changes.

use super::service;
use crate::db::Error;
use crate::roles;
use crate::testing::{TestContext, guild};
use paddock_api_types::guilds::UpdateGuild;

fn update(json: &str) -> UpdateGuild {
    serde_json::from_str(json).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_at_the_same_time_are_all_kept() {
    let test = TestContext::new().await;
    let updates = [
        r#"{"league_id": 7}"#,
        r#"{"number_max": 99}"#,
        r#"{"review_channel_id": "30"}"#,
        r#"{"admin_channel_id": "31"}"#,
        r#"{"attendance_channel_id": "32"}"#,
        r#"{"announcement_channel_id": "33"}"#,
    ];
    let tasks = updates.map(|json| {
        let op = test.admin();
        tokio::spawn(async move { service::update(&op, &update(json)).await.unwrap() })
    });
    for task in tasks {
        task.await.unwrap();
    }
    let settings = service::get(&test.admin()).await.unwrap().settings;
    assert_eq!((settings.league_id, settings.number_max), (Some(7), 99));
    let channels = [
        settings.review_channel_id,
        settings.admin_channel_id,
        settings.attendance_channel_id,
        settings.announcement_channel_id,
    ];
    assert!(channels.iter().all(Option::is_some), "{channels:?}");
}

#[tokio::test]
async fn what_changes_nothing_leaves_no_trace() {
    let test = TestContext::new().await;
    let guild = service::update(&test.admin(), &update(r#"{"number_max": 999}"#))
        .await
        .unwrap();
    assert_eq!(guild.updated_at, None);
}

#[tokio::test]
async fn another_verified_role_is_worked_out_for_everybody_later() {
    let test = TestContext::new().await;
    assert_eq!(
        roles::service::next_sync(&test.ctx.db, 0).await.unwrap(),
        None
    );
    service::update(&test.admin(), &update(r#"{"verified_role_id": "7"}"#))
        .await
        .unwrap();
    let sync = roles::service::next_sync(&test.ctx.db, 0)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((sync.guild_id, sync.after_user_id), (guild(1), 0));
    let done: Result<(), Error> = test
        .ctx
        .db
        .transact(|mut tx| async move {
            roles::service::advance_sync(&mut tx, sync, None).await?;
            tx.commit(()).await
        })
        .await;
    done.unwrap();
    assert_eq!(
        roles::service::next_sync(&test.ctx.db, 0).await.unwrap(),
        None
    );
}
