//! Seasons open and close by themselves, and nothing of a closed one changes.

use super::{Track, new_season, row, service};
use crate::audit;
use crate::page::PageRequest;
use crate::seasons::{SeasonError, store};
use crate::testing::{TestContext, number, text, user};
use jiff::ToSpan;
use paddock_api_types::points::AdjustPoints;
use paddock_api_types::seasons::{SeasonStatus, SetSeasonItem};
use paddock_api_types::submissions::{ListSubmissionsQuery, SubmissionState};
use std::time::Duration;

#[tokio::test]
async fn nothing_is_accepted_outside_start_and_end() {
    let track = Track::with(|season| season.starts_at = season.ends_at - 24.hours()).await;
    track.test.verified(1, "Ada").await;
    let early = service::join(&track.by(1), track.season).await;
    assert!(matches!(early, Err(SeasonError::NotOpen { .. })));
    track.test.clock.advance(Duration::from_hours(9 * 24));
    service::join(&track.by(1), track.season).await.unwrap();
    let waiting = track.submit(1, 1).await.submission.id;
    track.test.clock.advance(Duration::from_hours(24));
    // The job has not run, and everything is refused all the same.
    let late = service::submit(&track.by(1), track.new_submission(1)).await;
    assert!(matches!(late, Err(SeasonError::Closed)));
    let late = service::approve(&track.admin(), waiting, None).await;
    assert!(matches!(late, Err(SeasonError::Closed)));
    let adjust = AdjustPoints {
        user_id: user(1),
        points: number(1),
        reason: text("late"),
    };
    let late = service::adjust(&track.admin(), track.season, adjust).await;
    assert!(matches!(late, Err(SeasonError::Closed)));
}

#[tokio::test]
async fn the_schedule_closes_what_has_ended() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    track.adjust(1, 10).await;
    let waiting = track.submit(1, 1).await.submission.id;
    assert!(
        service::schedule_has_work(&track.test.ctx).await.unwrap(),
        "it has begun"
    );
    service::run_schedule(&track.test.ctx).await.unwrap();
    assert!(!service::schedule_has_work(&track.test.ctx).await.unwrap());
    track.test.clock.advance(Duration::from_hours(240));
    service::run_schedule(&track.test.ctx).await.unwrap();
    assert!(!service::schedule_has_work(&track.test.ctx).await.unwrap());
    let season = service::get(&track.admin(), track.season).await.unwrap();
    assert_eq!(season.status, SeasonStatus::Closed);
    assert!(season.closed_at.is_some());
    let expired = service::get_submission(&track.admin(), waiting)
        .await
        .unwrap();
    assert_eq!(expired.state, SubmissionState::Expired);
    assert_eq!(expired.decided_by, None);
}

/// News of a season that takes nothing yet would lead members nowhere.
#[tokio::test]
async fn a_season_is_announced_once_it_takes_something() {
    let track = Track::new().await;
    service::run_schedule(&track.test.ctx).await.unwrap();
    let admin = track.admin();
    let new = new_season("Spring", admin.at, admin.at + 24.hours());
    let spring = service::create(&admin, new).await.unwrap().id;
    assert!(!service::schedule_has_work(&track.test.ctx).await.unwrap());
    let worth = SetSeasonItem {
        points: number(5),
        max_quantity: None,
        max_per_day: None,
    };
    let set = service::set_season_item(&admin, spring, track.item, worth);
    set.await.unwrap();
    assert!(service::schedule_has_work(&track.test.ctx).await.unwrap());
    service::run_schedule(&track.test.ctx).await.unwrap();
    assert!(!service::schedule_has_work(&track.test.ctx).await.unwrap());
}

#[tokio::test]
async fn a_closed_table_stays_as_it_was() {
    let track = Track::new().await;
    for (member, name, points) in [(1, "Ada", 30), (2, "Ben", 20)] {
        track.joined(member, name).await;
        track.adjust(member, points).await;
    }
    service::close(&track.admin(), track.season).await.unwrap();
    service::close(&track.admin(), track.season).await.unwrap();
    track.test.banned(1).await;
    assert_eq!(track.table().await, [row(1, "Ada", 30), row(2, "Ben", 20)]);
    track.verify().await;
}

#[tokio::test]
async fn of_several_open_seasons_none_is_chosen_for_a_stranger() {
    let test = TestContext::new().await;
    let admin = test.admin();
    let none = service::current(&admin, None).await;
    assert!(matches!(
        none,
        Err(SeasonError::NoneOpen {
            next_starts_at: None
        })
    ));
    let later = new_season("Later", admin.at + 1.hour(), admin.at + 9.hours());
    service::create(&admin, later).await.unwrap();
    let none = service::current(&admin, None).await;
    assert!(
        matches!(none, Err(SeasonError::NoneOpen { next_starts_at: Some(at) }) if at == admin.at + 1.hour())
    );
    for (name, ago) in [("Old", 48), ("New", 24)] {
        let season = new_season(name, admin.at - ago.hours(), admin.at + 48.hours());
        service::create(&admin, season).await.unwrap();
    }
    let several = service::current(&admin, None).await;
    let Err(SeasonError::Ambiguous(open)) = several else {
        panic!("{several:?}");
    };
    let names: Vec<_> = open.iter().map(|season| season.name.as_str()).collect();
    assert_eq!(names, ["New", "Old"], "the latest start first");
    let page = PageRequest::parse(Some(2), None).unwrap();
    let first = service::list(&admin, None, page).await.unwrap();
    let names: Vec<_> = first
        .items
        .iter()
        .map(|season| season.name.as_str())
        .collect();
    assert_eq!(names, ["Later", "New"]);
    let page = PageRequest::parse(Some(2), first.next_cursor.as_deref()).unwrap();
    assert_eq!(
        service::list(&admin, None, page).await.unwrap().items[0].name,
        "Old"
    );
    let page = PageRequest::parse(None, None).unwrap();
    let open = service::list(&admin, Some(SeasonStatus::Open), page)
        .await
        .unwrap();
    assert_eq!(open.items.len(), 2);
}

#[tokio::test]
async fn a_clone_has_the_set_up_and_nobody_in_it() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let rank = track.rank("Gold", 10).await;
    track.role_prize(&rank, 100).await;
    let at = track.admin().at;
    let new = new_season("Spring", at + 1.hour(), at + 9.hours());
    let clone = service::clone_season(&track.admin(), track.season, new)
        .await
        .unwrap();
    assert_eq!((clone.number, clone.participants), (2, 0));
    let ranks = service::list_ranks(&track.admin(), clone.id).await.unwrap();
    assert_eq!(ranks[0].name, "Gold");
    assert_eq!(ranks[0].prizes.len(), 1);
    let page = PageRequest::parse(None, None).unwrap();
    let items = service::list_season_items(&track.admin(), clone.id, page)
        .await
        .unwrap();
    assert_eq!(items.items[0].points, 10);
    service::delete(&track.admin(), clone.id).await.unwrap();
    assert!(matches!(
        service::delete(&track.admin(), track.season).await,
        Err(SeasonError::InUse)
    ));
}

async fn waiting(track: &Track) -> usize {
    let pending = ListSubmissionsQuery {
        state: Some(SubmissionState::Pending),
        ..ListSubmissionsQuery::default()
    };
    let page = PageRequest::parse(Some(200), None).unwrap();
    let pending = service::list_submissions(&track.admin(), &pending, page).await;
    pending.unwrap().items.len()
}

#[tokio::test]
async fn much_that_waits_expires_a_little_at_a_time() {
    let track = Track::new().await;
    // Of one member fewer may wait.
    for member in 1..=13 {
        track.joined(member, "Somebody").await;
        for _ in 0..10 {
            track.submit(member, 1).await;
        }
    }
    service::close(&track.admin(), track.season).await.unwrap();
    assert_eq!(waiting(&track).await, 80, "nobody waits for all of them");
    let ctx = &track.test.ctx;
    assert!(service::schedule_has_work(ctx).await.unwrap());
    service::run_schedule(ctx).await.unwrap();
    assert_eq!(waiting(&track).await, 0);
    assert!(!service::schedule_has_work(ctx).await.unwrap());
    let (mut entries, mut cursor) = (Vec::new(), None);
    loop {
        let page = PageRequest::parse(Some(200), cursor.as_deref()).unwrap();
        let page = audit::service::list(&track.admin(), None, None, page).await;
        let page = page.unwrap();
        entries.extend(page.items);
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    entries.retain(|entry| entry.action == "submission.expired");
    assert_eq!(entries.len(), 130);
    assert!(entries.iter().all(|entry| entry.actor_id.is_none()));
}

#[tokio::test]
async fn a_table_stays_as_it_was_at_the_end_before_anybody_has_closed_it() {
    let track = Track::new().await;
    for (member, name, points) in [(1, "Ada", 30), (2, "Ben", 20)] {
        track.joined(member, name).await;
        track.adjust(member, points).await;
    }
    track.test.clock.advance(Duration::from_hours(240));
    track.test.banned(1).await;
    let table = [row(1, "Ada", 30), row(2, "Ben", 20)];
    assert_eq!(track.table().await, table);
    service::run_schedule(&track.test.ctx).await.unwrap();
    assert_eq!(track.table().await, table);
    track.verify().await;
}

#[tokio::test]
async fn a_deleted_season_leaves_nothing() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    crate::privacy::service::erase(&track.by(1)).await.unwrap();
    service::delete(&track.admin(), track.season).await.unwrap();
    let counts = store::verify::levels(&track.test.ctx.db, (1, track.season.get())).await;
    assert_eq!(counts.unwrap(), []);
}

#[tokio::test]
async fn the_number_after_the_last_there_may_be_is_refused() {
    let track = Track::new().await;
    let (admin, at) = (track.admin(), track.admin().at);
    let mut last = new_season("Last", at, at + 1.hour());
    last.number = Some(number(100_000));
    service::create(&admin, last).await.unwrap();
    let next = service::create(&admin, new_season("Next", at, at + 1.hour())).await;
    assert!(matches!(
        next,
        Err(SeasonError::Invalid {
            field: "number",
            ..
        })
    ));
}
