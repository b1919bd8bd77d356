//! Submissions and ledger.

use super::{Track, row, service};
use crate::page::PageRequest;
use crate::seasons::SeasonError;
use crate::testing::{ROOT, number, text, user};
use crate::{effects, guilds, members};
use paddock_api_types::effects::{EffectAction, EffectDone, Notice, PostedMessage};
use paddock_api_types::members::Level;
use paddock_api_types::points::{ImportQuery, LedgerKind};
use paddock_api_types::seasons::SetSeasonItem;
use paddock_api_types::submissions::{SubmissionState, UpdateSubmission};
use paddock_api_types::{ChannelId, MessageId};
use std::time::Duration;

fn first_page<const N: usize>(limit: u32) -> PageRequest<N> {
    PageRequest::parse(Some(limit), None).unwrap()
}

#[tokio::test]
async fn an_approved_submission_counts_and_a_rejected_one_does_not() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let (one, two) = (track.submit(1, 3).await, track.submit(1, 1).await);
    assert_eq!(one.submission.state, SubmissionState::Pending);
    assert_eq!(track.points(1).await, 0);
    let approved = service::approve(&track.admin(), one.submission.id, None)
        .await
        .unwrap();
    assert_eq!(approved.change.unwrap().total, 30);
    service::reject(&track.admin(), two.submission.id, Some(text("no proof")))
        .await
        .unwrap();
    assert_eq!(track.points(1).await, 30);
    track.verify().await;
}

#[tokio::test]
async fn the_second_to_decide_is_told_who_decided() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let id = track.submit(1, 1).await.submission.id;
    service::approve(&track.admin(), id, None).await.unwrap();
    let late = track.test.by(2, Level::Admin);
    let refused = service::reject(&late, id, None).await.unwrap_err();
    let SeasonError::Decided { state, decided_by } = refused else {
        panic!("{refused}")
    };
    assert_eq!(state, SubmissionState::Approved);
    assert_eq!(decided_by, Some(user(ROOT)));
}

#[tokio::test]
async fn the_ledger_lists_what_was_given_and_why() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    track.adjust(1, -5).await;
    let page = service::ledger(&track.admin(), track.season, None, first_page(50))
        .await
        .unwrap();
    let entry = &page.items[0];
    assert_eq!((entry.kind, entry.points), (LedgerKind::Adjustment, -5));
    assert_eq!(entry.reason.as_deref(), Some("by hand"));
    assert_eq!(entry.actor_id, Some(user(ROOT)));
    // Members read their own, and no others'.
    track.joined(2, "Ben").await;
    let own = service::ledger(&track.by(2), track.season, None, first_page(50))
        .await
        .unwrap();
    assert_eq!(own.items, []);
    let others = service::ledger(&track.by(2), track.season, Some(user(1)), first_page(50)).await;
    assert!(matches!(others, Err(SeasonError::AdminsOnly)));
}

#[tokio::test]
async fn a_day_and_a_submission_hold_so_many() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let worth = SetSeasonItem {
        points: number(10),
        max_quantity: Some(number(2)),
        max_per_day: Some(number(3)),
    };
    service::set_season_item(&track.admin(), track.season, track.item, worth)
        .await
        .unwrap();
    let refused = service::submit(&track.by(1), track.new_submission(3)).await;
    assert!(matches!(
        refused,
        Err(SeasonError::QuantityExceeded { limit: 2 })
    ));
    track.submit(1, 2).await;
    let refused = service::submit(&track.by(1), track.new_submission(2)).await;
    assert!(matches!(
        refused,
        Err(SeasonError::DailyLimit {
            limit: 3,
            left: 1,
            ..
        })
    ));
    let one = track.submit(1, 1).await;
    // What was turned down no longer counts, and the next day is another.
    service::reject(&track.admin(), one.submission.id, None)
        .await
        .unwrap();
    track.submit(1, 1).await;
    track.test.clock.advance(Duration::from_hours(12));
    track.submit(1, 2).await;
}

#[tokio::test]
async fn a_day_is_one_of_the_guilds_time_zone() {
    // It is noon in London, and one in the morning of the 22nd in Auckland.
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let worth = SetSeasonItem {
        points: number(10),
        max_quantity: None,
        max_per_day: Some(number(1)),
    };
    service::set_season_item(&track.admin(), track.season, track.item, worth)
        .await
        .unwrap();
    let zone = serde_json::from_str(r#"{"time_zone": "Pacific/Auckland"}"#).unwrap();
    guilds::service::update(&track.admin(), &zone)
        .await
        .unwrap();
    track.submit(1, 1).await;
    track.test.clock.advance(Duration::from_mins(23 * 60 - 1));
    let refused = service::submit(&track.by(1), track.new_submission(1)).await;
    let Err(SeasonError::DailyLimit { left: 0, until, .. }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(until.to_string(), "2026-11-22T11:00:00Z");
    track.test.clock.advance(Duration::from_mins(1));
    track.submit(1, 1).await;
}

#[tokio::test]
async fn whoever_leaves_is_hidden_and_back_on_return() {
    let track = Track::new().await;
    for (member, name, points) in [(1, "Ada", 30), (2, "Ben", 20), (3, "Cleo", 10)] {
        track.joined(member, name).await;
        track.adjust(member, points).await;
    }
    let there = |user_id, in_guild| paddock_api_types::bot::ReportMembers {
        members: vec![paddock_api_types::bot::ReportedMember {
            user_id: user(user_id),
            discord_name: None,
            in_guild,
            pending: false,
            role_ids: Vec::new(),
        }],
        range: None,
    };
    let guild = track.admin().guild();
    members::service::report(&track.test.ctx, guild, &there(1, false))
        .await
        .unwrap();
    assert_eq!(track.table().await, [row(1, "Ben", 20), row(2, "Cleo", 10)]);
    track.verify().await;
    members::service::report(&track.test.ctx, guild, &there(1, true))
        .await
        .unwrap();
    assert_eq!(track.table().await[0], row(1, "Ada", 30));
    track.test.banned(2).await;
    assert_eq!(track.table().await, [row(1, "Ada", 30), row(2, "Cleo", 10)]);
    track.verify().await;
}

#[tokio::test]
async fn an_import_is_all_or_nothing_and_never_twice() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    track.test.verified(2, "Ben").await;
    track.test.register(3, "Cleo").await;
    let query = |dry_run| ImportQuery {
        source: text("old bot"),
        dry_run,
    };
    let file = "user_id,points,reason\n1,10,\n2,20,carried over\n3,5,\n9,1,\nx,1,\n";
    let report = service::import(&track.admin(), track.season, query(true), file)
        .await
        .unwrap();
    assert_eq!((report.accepted, report.points), (2, 30));
    let lines: Vec<_> = report.refused.iter().map(|row| row.line).collect();
    assert_eq!(lines, [4, 5, 6]);
    let refused = service::import(&track.admin(), track.season, query(false), file).await;
    assert!(matches!(refused, Err(SeasonError::ImportRefused(rows)) if rows.len() == 3));
    assert_eq!(track.points(1).await, 0, "nothing of it was taken");
    let file = "user_id,points,reason\n1,10,\n2,20,carried over\n";
    service::import(&track.admin(), track.season, query(false), file)
        .await
        .unwrap();
    assert_eq!((track.points(1).await, track.points(2).await), (10, 20));
    let again = service::import(&track.admin(), track.season, query(false), file).await;
    assert!(matches!(again, Err(SeasonError::ImportRefused(rows)) if rows.len() == 2));
    track.verify().await;
}

#[tokio::test]
async fn erasing_a_member_leaves_no_trace_in_points() {
    let track = Track::new().await;
    for (member, name) in [(1, "Ada"), (2, "Ben")] {
        track.joined(member, name).await;
        track.submit_for(member, 2).await;
    }
    crate::privacy::service::erase(&track.by(1)).await.unwrap();
    assert_eq!(track.table().await, [row(1, "Ben", 20)]);
    let page = service::ledger(&track.admin(), track.season, None, first_page(50))
        .await
        .unwrap();
    assert!(page.items.iter().all(|entry| entry.user_id == user(2)));
    track.verify().await;
}

#[tokio::test]
async fn an_edit_keeps_the_worth_it_was_submitted_with() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let id = track.submit_for(1, 2).await.submission.id;
    let worth = SetSeasonItem {
        points: number(50),
        max_quantity: None,
        max_per_day: None,
    };
    service::set_season_item(&track.admin(), track.season, track.item, worth)
        .await
        .unwrap();
    let update = UpdateSubmission {
        quantity: Some(number(3)),
        ..UpdateSubmission::default()
    };
    let own = service::update_submission(&track.by(1), id, update.clone()).await;
    assert!(
        matches!(own, Err(SeasonError::Decided { .. })),
        "it counts already"
    );
    let changed = service::update_submission(&track.admin(), id, update)
        .await
        .unwrap();
    assert_eq!(changed.change.unwrap().points, 10);
    assert_eq!(track.points(1).await, 30);
    let deleted = service::delete_submission(&track.admin(), id)
        .await
        .unwrap();
    assert_eq!(deleted.submission.state, SubmissionState::Deleted);
    assert_eq!(track.points(1).await, 0);
    let page = service::ledger(&track.by(1), track.season, None, first_page(50))
        .await
        .unwrap();
    let kinds: Vec<_> = page
        .items
        .iter()
        .map(|entry| (entry.kind, entry.points))
        .collect();
    assert_eq!(
        kinds,
        [
            (LedgerKind::Reversal, -30),
            (LedgerKind::Correction, 10),
            (LedgerKind::Submission, 20)
        ]
    );
    track.verify().await;
}

#[tokio::test]
async fn erasing_a_member_forgets_where_their_submissions_are_posted() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let settings = serde_json::from_str(r#"{"review_channel_id": "30"}"#).unwrap();
    let op = &track.admin();
    guilds::service::update(op, &settings).await.unwrap();
    let submission = track.submit(1, 1).await.submission;
    let ctx = &track.test.ctx;
    for effect in effects::service::lease(ctx, 100, Duration::ZERO)
        .await
        .unwrap()
    {
        let message = PostedMessage {
            channel_id: ChannelId::new(30).unwrap(),
            message_id: MessageId::new(9001).unwrap(),
        };
        let (attempt, message) = (1, Some(message));
        let posted = EffectDone { attempt, message };
        effects::service::done(ctx, effect.id, posted)
            .await
            .unwrap();
    }
    crate::privacy::service::erase(&track.by(1)).await.unwrap();
    let edit = &EffectAction::EditMessage {
        post: format!("submission:{}", submission.id),
        notice: Notice::Verified { guild_name: None },
    };
    let asked: Result<_, SeasonError> = op
        .write(|mut tx| async move {
            effects::service::emit(&mut tx, op, edit).await?;
            Ok(op.commit(tx, ()).await?)
        })
        .await;
    asked.unwrap();
    let leased = effects::service::lease(ctx, 100, Duration::ZERO).await;
    assert_eq!(leased.unwrap(), [], "there is nothing to edit");
}
