//! What another guild's ids find and change below the services, where no look-up of the season
//! stands before: nothing.

use super::*;
use crate::db::{Error, Transaction};
use crate::page::PageRequest;
use crate::seasons::store;
use crate::testing::guild;
use paddock_api_types::GuildId;
use paddock_api_types::points::AwardState;
use paddock_api_types::seasons::SeasonItem;
use paddock_api_types::submissions::Order;

const MEMBER: i64 = 10;

fn all<const N: usize>() -> PageRequest<N> {
    PageRequest::parse(Some(200), None).unwrap()
}

/// A season in which somebody has submitted, won and imported something.
async fn lived_in() -> Track {
    let track = Track::new().await;
    let rank = track.rank("Bronze", 5).await;
    track.role_prize(&rank, 77).await;
    track.joined(MEMBER, "Ada").await;
    track.submit_for(MEMBER, 2).await;
    track.submit(MEMBER, 1).await;
    track
}

fn rows<T: std::fmt::Debug>(rows: Vec<T>) -> impl Iterator<Item = String> {
    rows.into_iter().map(|row| format!("{row:?}"))
}

/// Everything that the stores say of the season to a guild.
async fn seen_by(track: &Track, guild: GuildId) -> Vec<String> {
    let db = &track.test.ctx.db;
    let (season, member) = (track.season, user(MEMBER));
    let filter = store::submissions::Filter {
        guild,
        user: None,
        season: Some(season),
        state: None,
        order: Order::Oldest,
    };
    let submissions = store::submissions::list(db, filter, all()).await.unwrap();
    let filter = store::awards::Filter {
        guild,
        season: Some(season),
        user: None,
        state: None,
    };
    let awards = store::awards::list(db, filter, all()).await.unwrap();
    let items = store::items::of_season(db, guild, season, all()).await;
    let ladder = store::ranks::ladder(db, guild, season).await.unwrap();
    let prizes = store::ranks::prizes(db, guild, season).await.unwrap();
    let standings = store::standings::batch(db, guild, season, 0, 100).await;
    let table = store::standings::leaderboard(db, guild, season, all()).await;
    let joined = store::standings::participants(db, guild, season, all()).await;
    let ledger = store::ledger::list(db, guild, season, None, all()).await;
    let own = store::ledger::list(db, guild, season, Some(member), all()).await;
    let exported = store::ledger::of_season(db, guild, season, 0, 100).await;
    let handed_in = store::submissions::of_season(db, guild, season, 0, 100).await;
    let entries = store::ledger::all_of_member(db, guild, season, member).await;
    let totals = store::submissions::totals(db, guild, member, season).await;
    let levels = store::verify::levels(db, (guild.get(), season.get())).await;
    let mut seen = vec![
        format!("{:?}", store::seasons::lookup(db, guild, season).await),
        format!(
            "{:?}",
            store::standings::lookup(db, guild, season, member).await
        ),
        format!("{:?}", store::counts::above(db, guild, season, 0).await),
    ];
    seen.extend(rows(submissions));
    seen.extend(rows(awards));
    seen.extend(rows(items.unwrap()));
    seen.extend(rows(ladder.ranks().to_vec()));
    seen.extend(rows(prizes));
    seen.extend(rows(standings.unwrap()));
    seen.extend(rows(table.unwrap()));
    seen.extend(rows(joined.unwrap()));
    seen.extend(rows(ledger.unwrap()));
    seen.extend(rows(own.unwrap()));
    seen.extend(rows(exported.unwrap()));
    seen.extend(rows(handed_in.unwrap()));
    seen.extend(rows(entries.unwrap()));
    seen.extend(rows(totals.unwrap()));
    seen.extend(rows(levels.unwrap()));
    seen
}

#[tokio::test]
async fn a_season_is_read_by_its_own_guild_only() {
    let track = Box::pin(lived_in()).await;
    assert!(seen_by(&track, guild(1)).await.len() > 20);
    let nothing = ["Ok(None)", "Ok(None)", "Ok(0)"];
    assert_eq!(seen_by(&track, guild(2)).await, nothing);
}

/// Every statement that changes rows, by ids of guild 1 in the name of guild 2.
async fn trespass(tx: &mut Transaction, track: &Track) -> Result<(), Error> {
    let (mine, other) = (guild(1), guild(2));
    let (season, member) = (track.season, user(MEMBER));
    let missed = |outcome: Result<(), Error>| assert!(matches!(outcome, Err(Error::Conflict)));

    let item = store::items::lookup(&mut *tx, mine, track.item).await?;
    let item = item.unwrap();
    missed(store::items::update(tx, other, &item).await);
    missed(store::items::delete(tx, other, &item).await);
    missed(store::items::mark_submitted(tx, other, track.item).await);
    let worth = SeasonItem {
        item_id: track.item,
        name: "Race".to_owned(),
        description: None,
        points: 99,
        max_quantity: None,
        max_per_day: None,
    };
    store::items::set(tx, other, season, &worth, 0).await?;
    store::items::unset(tx, other, season, track.item).await?;
    store::items::unset_all(tx, other, season).await?;

    let mut rank = store::ranks::ladder(&mut *tx, mine, season).await?.ranks()[0].clone();
    rank.threshold = 1;
    store::ranks::update(tx, other, &rank).await?;
    let prizes = store::ranks::prizes(&mut *tx, mine, season).await?;
    let mut prize = prizes[0].clone();
    prize.description = Some("stolen".to_owned());
    store::ranks::update_prize(tx, other, &prize).await?;
    store::awards::describe(tx, other, &prize).await?;
    store::ranks::delete_prize(tx, other, prizes[0].id).await?;
    store::ranks::delete(tx, other, season, rank.id).await?;
    store::ranks::delete_all(tx, other, season).await?;

    let mut stolen = store::seasons::lookup(&mut *tx, mine, season)
        .await?
        .unwrap();
    stolen.guild_id = other;
    missed(store::seasons::update(tx, &stolen).await);
    missed(store::seasons::delete(tx, &stolen).await);
    assert!(!store::seasons::joined(tx, other, season).await?);
    store::seasons::left(tx, other, season).await?;

    let standing = store::standings::lookup(&mut *tx, mine, season, member).await?;
    let entry = track.test.ctx.next_id();
    let added = store::standings::add(tx, other, season, member, 5, entry).await?;
    assert!(added.is_none());
    assert!(!store::standings::touch(tx, other, season, member).await?);
    assert!(!store::standings::claim_if_open(tx, other, season, member).await?);
    assert!(!store::standings::set_listed(tx, other, season, member, false).await?);
    store::standings::freeze(tx, other, season).await?;
    missed(store::standings::delete(tx, other, &standing.unwrap()).await);
    store::counts::delete_all(tx, other, season).await?;
    store::ledger::erase(tx, other, season, member).await?;

    let waiting = store::submissions::pending_of_season(tx, mine, season, 10).await?;
    missed(store::submissions::update(tx, other, &waiting[0]).await);
    let none = store::submissions::pending_of_season(tx, other, season, 10).await?;
    assert!(none.is_empty());
    store::submissions::erase(tx, other, member).await?;

    let won = store::awards::granted(tx, mine, member).await?;
    missed(store::awards::withdraw(tx, other, &won[0]).await);
    missed(store::awards::renew(tx, other, &won[0], AwardState::Granted, 0).await);
    let award = store::awards::lookup(&mut *tx, mine, won[0].id).await?;
    missed(store::awards::update(tx, other, &award.unwrap()).await);
    store::awards::erase(tx, other, member).await
}

#[tokio::test]
async fn a_season_is_changed_by_its_own_guild_only() {
    let track = Box::pin(lived_in()).await;
    let before = seen_by(&track, guild(1)).await;
    let done: Result<(), Error> = track
        .test
        .ctx
        .db
        .transact(|mut tx| {
            let track = &track;
            async move {
                trespass(&mut tx, track).await?;
                tx.commit(()).await
            }
        })
        .await;
    done.unwrap();
    assert_eq!(seen_by(&track, guild(1)).await, before);
    track.verify().await;
}
