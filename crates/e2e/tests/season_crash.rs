//! `kill -9` in the middle of many submissions that count immediately: every point that was acknowledged is
//! there, and handing everything in once more counts nothing twice.

use jiff::ToSpan as _;
use paddock_api::Seams;
use paddock_api_client::{Client, Error};
use paddock_api_types::guilds::UpdateGuild;
use paddock_api_types::members::RegisterMember;
use paddock_api_types::seasons::{CreateItem, CreateSeason, SetSeasonItem};
use paddock_api_types::submissions::CreateSubmission;
use paddock_api_types::{ItemId, PageQuery, SeasonId, UserId};
use paddock_e2e::{Callers, Installation, WAIT_TIMEOUT, number, text};
use paddock_test_db::TestDb;
use std::collections::BTreeSet;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;

const MEMBERS: i64 = 8;
/// Submissions of each member.
const EACH: u32 = 20;
const POINTS: u32 = 10;
/// Acknowledged when it is killed.
const HALF: usize = 80;

fn user(n: i64) -> UserId {
    UserId::new(1_300_000_000_000_000_000 + n).unwrap()
}

/// A season in which submissions count immediately.
async fn set_up(callers: &Callers) -> (SeasonId, ItemId) {
    let root = callers.root();
    let settings = UpdateGuild {
        auto_approve_submissions: Some(Some(true)),
        ..UpdateGuild::default()
    };
    root.update_guild(&settings).await.unwrap();
    let now = Seams::default().clock.now();
    let season = CreateSeason {
        number: None,
        name: text("Winter"),
        starts_at: now - 1.hour(),
        ends_at: now + 24.hours(),
        remove_roles_at_end: false,
        first_item: None,
        first_rank: None,
    };
    let season = root.create_season(&season).await.unwrap().id;
    let item = CreateItem {
        name: text("Race"),
        description: None,
        external_id: None,
    };
    let item = root.create_item(&item).await.unwrap().id;
    let worth = SetSeasonItem {
        points: number(POINTS),
        max_quantity: None,
        max_per_day: None,
    };
    root.set_season_item(season, item, &worth).await.unwrap();
    for n in 1..=MEMBERS {
        let member = callers.member(user(n));
        let named = RegisterMember {
            display_name: text(format!("Member {n}")),
            external_id: None,
            discord_name: None,
        };
        member.register_member(&named).await.unwrap();
        root.verify_member(user(n), None).await.unwrap();
        member.join_season(season).await.unwrap();
    }
    (season, item)
}

async fn submit(member: Client, item: ItemId, key: String) -> Result<(), Error> {
    let submission = CreateSubmission {
        season_id: None,
        user_id: None,
        item_id: item,
        quantity: number(1),
        proof_url: None,
        note: None,
    };
    let keyed = member.with_idempotency_key(key);
    keyed.create_submission(&submission).await.map(drop)
}

/// Hands everything in, each member one after the other.
async fn submit_all(
    callers: Callers,
    item: ItemId,
    acknowledged: mpsc::UnboundedSender<(i64, u32)>,
) {
    let mut people = JoinSet::new();
    for n in 1..=MEMBERS {
        let (member, acknowledged) = (callers.member(user(n)), acknowledged.clone());
        people.spawn(async move {
            for turn in 0..EACH {
                match submit(member.clone(), item, format!("crash-{n}-{turn}")).await {
                    Ok(()) => acknowledged.send((n, turn)).unwrap(),
                    Err(Error::Transport(_)) => {}
                    Err(error) => panic!("member {n}: {error}"),
                }
            }
        });
    }
    people.join_all().await;
}

#[tokio::test]
async fn no_acknowledged_point_is_lost_and_none_counts_twice() {
    let db = TestDb::create().await;
    let mut installation = Installation::configured().with("DATABASE_URL", db.url());
    let mut process = installation.start(&["api"]);
    let callers = process.callers().await;
    let (season, item) = set_up(&callers).await;
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let submitting = tokio::spawn(submit_all(callers, item, sender));
    let mut acknowledged = BTreeSet::new();
    while acknowledged.len() < HALF {
        let next = timeout(WAIT_TIMEOUT, receiver.recv()).await;
        acknowledged.insert(next.expect("submissions go on").unwrap());
    }
    process.kill();
    submitting.await.unwrap();
    while let Ok(one) = receiver.try_recv() {
        acknowledged.insert(one);
    }

    let mut process = installation.start(&["api"]);
    let callers = process.callers().await;
    let root = callers.root();
    let table = root.get_leaderboard(season, &PageQuery::default()).await;
    for row in table.unwrap().items {
        let own = |(n, _): &&(i64, u32)| user(*n) == row.user_id;
        let at_least = acknowledged.iter().filter(own).count() * POINTS as usize;
        assert!(
            row.points >= i64::try_from(at_least).unwrap(),
            "acknowledged {at_least}, found {}",
            row.points
        );
    }
    let (sender, mut receiver) = mpsc::unbounded_channel();
    submit_all(callers, item, sender).await;
    let mut repeated = 0;
    while receiver.recv().await.is_some() {
        repeated += 1;
    }
    assert_eq!(repeated, MEMBERS * i64::from(EACH));
    let table = root.get_leaderboard(season, &PageQuery::default()).await;
    let points: Vec<_> = table.unwrap().items.iter().map(|row| row.points).collect();
    assert_eq!(points, [i64::from(EACH * POINTS); 8]);
    process.kill();

    let verified = installation.run(&["verify"]).await;
    assert!(verified.status.success(), "{}", verified.stderr);
    assert!(
        verified
            .stdout
            .contains("8 standings are what the ledger says"),
        "{}",
        verified.stdout
    );
}
