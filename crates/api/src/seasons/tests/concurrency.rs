//! Many at once, for the same few members: whatever happens, points are the sum of the ledger.

use super::{Track, service};
use crate::operation::Failure;
use crate::seasons::SeasonError;
use crate::testing::{ROOT, number, text, user};
use paddock_api_types::SubmissionId;
use paddock_api_types::members::Level;
use paddock_api_types::points::AdjustPoints;
use paddock_api_types::seasons::SetSeasonItem;
use paddock_api_types::submissions::{
    CreateSubmission, ListSubmissionsQuery, Order, UpdateSubmission,
};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

const WRITERS: u64 = 64;
const STEPS: u64 = 12;
const MEMBERS: i64 = 8;

/// Numbers that look random and are the same in every run.
fn dice(writer: u64, step: u64) -> u64 {
    let mut state = writer * 1_000_003 + step * 7_919 + 1;
    for _ in 0..3 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    state
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_writers_leave_points_that_are_the_sum_of_the_ledger() {
    let track = Arc::new(Track::new().await);
    let rank = track.rank("Bronze", 40).await;
    track.role_prize(&rank, 100).await;
    let rank = track.rank("Silver", 120).await;
    track.described_prize(&rank, "a mug").await;
    for member in 1..=MEMBERS {
        track.joined(member, "Somebody").await;
    }
    let submissions: Arc<Mutex<Vec<SubmissionId>>> = Arc::default();
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (track, submissions) = (track.clone(), submissions.clone());
            tokio::spawn(async move {
                for step in 0..STEPS {
                    write(&track, &submissions, dice(writer, step)).await;
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    track.verify().await;
    service::sync_awards(&track.test.ctx).await.unwrap();
    for member in 1..=MEMBERS {
        let expected: &[i64] = if track.points(member).await >= 40 {
            &[100]
        } else {
            &[]
        };
        assert_eq!(track.owed(member).await, expected, "member {member}");
    }
}

/// Does one thing, and stands refusals that say why.
async fn write(track: &Track, submissions: &Mutex<Vec<SubmissionId>>, dice: u64) {
    let member = i64::try_from(dice % 8).unwrap() + 1;
    let quantity = u32::try_from(dice / 8 % 5).unwrap() + 1;
    let known = {
        let submissions = submissions.lock().unwrap();
        let count = submissions.len() as u64;
        let index = (dice / 64)
            .checked_rem(count)
            .map(|index| usize::try_from(index).unwrap());
        index.map(|index| submissions[index])
    };
    let outcome = match (dice / 4096 % 6, known) {
        (0, _) | (_, None) => {
            let submitted =
                service::submit(&track.by(member), track.new_submission(quantity)).await;
            submitted.map(|it| submissions.lock().unwrap().push(it.submission.id))
        }
        (1, _) => {
            let new = CreateSubmission {
                user_id: Some(user(member)),
                ..track.new_submission(quantity)
            };
            let submitted = service::submit(&track.admin(), new).await;
            submitted.map(|it| submissions.lock().unwrap().push(it.submission.id))
        }
        (2, Some(id)) => service::approve(&track.admin(), id, None).await.map(drop),
        (3, Some(id)) => {
            let update = UpdateSubmission {
                quantity: Some(number(quantity)),
                ..UpdateSubmission::default()
            };
            service::update_submission(&track.admin(), id, update)
                .await
                .map(drop)
        }
        (4, Some(id)) => service::delete_submission(&track.admin(), id)
            .await
            .map(drop),
        (_, Some(_)) => {
            let adjust = AdjustPoints {
                user_id: user(member),
                points: number(i64::from(quantity) - 3),
                reason: text("by hand"),
            };
            service::adjust(&track.admin(), track.season, adjust)
                .await
                .map(drop)
        }
    };
    match outcome {
        // Somebody else was faster, or nothing was asked for.
        Ok(())
        | Err(
            SeasonError::Decided { .. }
            | SeasonError::Invalid {
                field: "points", ..
            },
        ) => {}
        Err(SeasonError::Failure(Failure::Database(error))) => panic!("{error:?}"),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_admins_at_once_one_decides() {
    let track = Arc::new(Track::new().await);
    track.joined(1, "Ada").await;
    let id = track.submit(1, 1).await.submission.id;
    let admins: Vec<_> = (0..16)
        .map(|admin| {
            let track = track.clone();
            tokio::spawn(async move {
                let op = track.test.by(ROOT + admin, Level::Admin);
                if admin % 2 == 0 {
                    service::approve(&op, id, None).await
                } else {
                    service::reject(&op, id, None).await
                }
            })
        })
        .collect();
    let mut decided = Vec::new();
    for admin in admins {
        match admin.await.unwrap() {
            Ok(result) => decided.push(result.submission.decided_by),
            Err(SeasonError::Decided { decided_by, .. }) => assert!(decided_by.is_some()),
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(decided.len(), 1);
    let points = track.points(1).await;
    assert!(points == 0 || points == 10);
    track.verify().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_admins_who_submit_for_somebody_new_all_do_and_one_has_them_join() {
    let track = Arc::new(Track::new().await);
    for member in 1..=MEMBERS {
        track.test.verified(member, "Somebody").await;
        let submit = move |track: Arc<Track>, admin| async move {
            let new = CreateSubmission {
                user_id: Some(user(member)),
                ..track.new_submission(1)
            };
            let op = track.test.by(ROOT + admin, Level::Admin);
            service::submit(&op, new).await
        };
        let admins: Vec<_> = (0..8)
            .map(|admin| tokio::spawn(submit(track.clone(), admin)))
            .collect();
        for admin in admins {
            admin.await.unwrap().unwrap();
        }
        assert_eq!(track.points(member).await, 80);
    }
    track.verify().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_slips_in_while_a_season_closes() {
    let track = Arc::new(Track::new().await);
    for member in 1..=MEMBERS {
        track.joined(member, "Somebody").await;
    }
    let writers: Vec<_> = (1..=32)
        .map(|writer: i64| {
            let track = track.clone();
            tokio::spawn(async move {
                let member = writer % MEMBERS + 1;
                if writer % 2 == 0 {
                    let new = CreateSubmission {
                        user_id: Some(user(member)),
                        ..track.new_submission(1)
                    };
                    service::submit(&track.admin(), new).await
                } else {
                    service::submit(&track.by(member), track.new_submission(1)).await
                }
            })
        })
        .collect();
    let closing = {
        let track = track.clone();
        tokio::spawn(async move { service::close(&track.admin(), track.season).await })
    };
    closing.await.unwrap().unwrap();
    let frozen = track.table().await;
    for writer in writers {
        match writer.await.unwrap() {
            Ok(_) | Err(SeasonError::Closed) => {}
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(track.table().await, frozen);
    let waiting = ListSubmissionsQuery {
        state: Some(paddock_api_types::submissions::SubmissionState::Pending),
        ..Default::default()
    };
    let page = crate::page::PageRequest::parse(None, None).unwrap();
    let waiting = service::list_submissions(&track.admin(), &waiting, page)
        .await
        .unwrap();
    assert_eq!(waiting.items, [], "nothing waits for ever");
    track.verify().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_written_to_who_is_erased_at_the_same_moment() {
    let track = Arc::new(Track::new().await);
    let mut tasks = Vec::new();
    for member in 1..=MEMBERS {
        track.joined(member, "Somebody").await;
        let id = track.submit(member, 1).await.submission.id;
        let (rejecting, erasing) = (track.clone(), track.clone());
        tasks.push(tokio::spawn(async move {
            match service::reject(&rejecting.admin(), id, None).await {
                Ok(_) | Err(SeasonError::SubmissionNotFound | SeasonError::MemberNotFound) => {}
                Err(error) => panic!("{error}"),
            }
        }));
        tasks.push(tokio::spawn(async move {
            let erased = crate::privacy::service::erase(&erasing.by(member)).await;
            erased.unwrap();
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let page = crate::page::PageRequest::parse(Some(200), None).unwrap();
    let kept = crate::effects::service::list(&track.admin(), None, page).await;
    let kept = kept.unwrap().items;
    assert!(
        kept.iter()
            .all(|effect| effect.subject == format!("messages:{ROOT}")),
        "{kept:?}"
    );
    track.verify().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn submissions_to_several_seasons_at_once_are_counted_together() {
    let track = Arc::new(Track::new().await);
    let admin = track.admin();
    let mut seasons = vec![track.season];
    track.joined(1, "Ada").await;
    for copy in 0..3 {
        let until = admin.at + jiff::SignedDuration::from_hours(100);
        let new = super::new_season(&format!("Cup {copy}"), admin.at, until);
        let season = service::create(&admin, new).await.unwrap().id;
        let worth = SetSeasonItem {
            points: number(10),
            max_quantity: None,
            max_per_day: None,
        };
        let set = service::set_season_item(&admin, season, track.item, worth).await;
        set.unwrap();
        service::join(&track.by(1), season).await.unwrap();
        seasons.push(season);
    }
    let submitting = (0..4 * 16).map(|number| {
        let (track, season) = (track.clone(), seasons[number % 4]);
        tokio::spawn(async move {
            let new = CreateSubmission {
                season_id: Some(season),
                ..track.new_submission(1)
            };
            match service::submit(&track.by(1), new).await {
                Ok(_) => 0,
                Err(SeasonError::TooManyWaiting { limit: 50 }) => 1,
                Err(error) => panic!("{error}"),
            }
        })
    });
    let submitting: Vec<_> = submitting.collect();
    let mut refused = 0;
    for submitted in submitting {
        refused += submitted.await.unwrap();
    }
    assert_eq!(refused, 64 - 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_has_each_once_while_they_are_decided() {
    const SUBMISSIONS: usize = 40;
    let track = Arc::new(Track::new().await);
    track.joined(1, "Ada").await;
    let mut ids = Vec::new();
    for _ in 0..SUBMISSIONS {
        ids.push(track.submit(1, 1).await.submission.id);
    }
    let all_decided = Arc::new(AtomicBool::new(false));
    let listing = [Order::Newest, Order::Oldest].map(|order| {
        let (op, until) = (track.admin(), all_decided.clone());
        tokio::spawn(async move {
            let query = ListSubmissionsQuery {
                everybody: Some(true),
                order: Some(order),
                ..ListSubmissionsQuery::default()
            };
            while !until.load(Ordering::SeqCst) {
                let page = crate::page::PageRequest::parse(Some(200), None).unwrap();
                let listed = service::list_submissions(&op, &query, page).await;
                let listed = listed.unwrap().items;
                let ids: BTreeSet<_> = listed.iter().map(|it| it.id).collect();
                assert_eq!((listed.len(), ids.len()), (SUBMISSIONS, SUBMISSIONS));
                assert!(listed.is_sorted_by_key(|it| match order {
                    Order::Newest => -it.id.get(),
                    Order::Oldest => it.id.get(),
                }));
                tokio::task::yield_now().await;
            }
        })
    });
    for id in ids {
        service::approve(&track.admin(), id, None).await.unwrap();
    }
    all_decided.store(true, Ordering::SeqCst);
    for listing in listing {
        listing.await.unwrap();
    }
}
