//! Files of results, kept as they came.

use super::{Kept, fixture, result, service};
use crate::db::Error;
use crate::extensions::Extensions;
use crate::league;
use crate::operation::Operation;
use crate::results::capability::CAPABILITY;
use crate::results::model::ResultError;
use crate::results::service::Searched;
use crate::results::store::raw as store;
use crate::testing::{TestContext, number, user};
use futures_util::TryStreamExt as _;
use paddock_api_types::guilds::UpdateGuild;
use paddock_api_types::league::LinkIracing;
use paddock_api_types::members::Level;
use paddock_api_types::results::{ResultSource, UpdateResultSettings};
use paddock_api_types::{CustId, SubsessionId};
use paddock_iracing::Subsession;
use std::time::Duration;

/// A race with one driver in each of its sessions.
const HEATS: &str = "05-export-league-heats-2026-02";
/// One with many, whose host drove too.
const CROWD: &str = "08-export-league-heats-30cars-2025-02";
const DAY: Duration = Duration::from_hours(24);

async fn set_days(op: &Operation, days: Option<i64>) {
    let update = UpdateResultSettings {
        raw_retention_days: Some(days.map(number)),
    };
    service::update_settings(op, &update).await.unwrap();
}

/// A guild that keeps files for so many days, and holds its drivers' consent.
async fn keeping(days: i64) -> TestContext {
    let test = TestContext::new().await;
    let consent = UpdateGuild {
        league_holds_consent: Some(Some(true)),
        ..UpdateGuild::default()
    };
    let op = &test.admin();
    let settings = crate::guilds::service::update(op, &consent).await;
    settings.unwrap();
    set_days(op, Some(days)).await;
    test
}

async fn keep(op: &Operation, subsession: &Subsession, file: &[u8]) -> Kept {
    let packed = service::pack(op, file.to_owned()).await.unwrap();
    let packed = packed.as_ref();
    let kept = op.ctx.db.transact(|mut tx| async move {
        let source = ResultSource::Iracing;
        let kept = service::keep(&mut tx, op, subsession, source, packed).await?;
        tx.commit(kept).await
    });
    kept.await.unwrap()
}

async fn import(op: &Operation, name: &str) -> i64 {
    let subsession = result(name);
    keep(op, &subsession, &fixture(&format!("{name}.json"))).await;
    subsession.subsession_id
}

/// The file, or why there is none.
async fn file(op: &Operation, id: i64) -> Result<Vec<u8>, ResultError> {
    let file = service::raw_file(op, SubsessionId::new(id).unwrap()).await?;
    let parts: Vec<_> = file.content().try_collect().await.unwrap();
    Ok(parts.concat())
}

async fn is_gone(op: &Operation, id: i64) -> bool {
    matches!(file(op, id).await, Err(ResultError::RawNotKept))
}

#[tokio::test]
async fn nothing_is_kept_before_a_guild_says_so() {
    let test = TestContext::new().await;
    let id = import(&test.admin(), CROWD).await;
    assert_eq!(store::counts(&test.ctx.db).await.unwrap(), (0, 0));
    set_days(&test.admin(), Some(30)).await;
    assert!(matches!(
        file(&test.admin(), id).await,
        Err(ResultError::NoConsent)
    ));
    // Known with the same content, so nothing changes.
    import(&test.admin(), CROWD).await;
    assert_eq!(store::counts(&test.ctx.db).await.unwrap(), (0, 0));
}

#[tokio::test]
async fn a_file_is_there_for_its_days_by_the_clock_and_then_deleted() {
    let test = keeping(7).await;
    let id = import(&test.admin(), CROWD).await;
    assert_eq!(
        file(&test.admin(), id).await.unwrap(),
        fixture(&format!("{CROWD}.json"))
    );
    let moment = Duration::from_millis(1);
    test.clock.advance((7 * DAY).saturating_sub(moment));
    service::expire_raw(&test.ctx).await.unwrap();
    assert!(file(&test.admin(), id).await.is_ok());
    test.clock.advance(Duration::from_millis(1));
    assert!(is_gone(&test.admin(), id).await, "though no job has run");
    service::expire_raw(&test.ctx).await.unwrap();
    assert_eq!(store::counts(&test.ctx.db).await.unwrap(), (0, 0));
    // Fewer days hold for what is there.
    let id = import(&test.admin(), HEATS).await;
    test.clock.advance(2 * DAY);
    set_days(&test.admin(), Some(2)).await;
    assert!(is_gone(&test.admin(), id).await);
    service::expire_raw(&test.ctx).await.unwrap();
    assert_eq!(store::counts(&test.ctx.db).await.unwrap(), (0, 0));
}

#[tokio::test]
async fn a_file_that_was_kept_ahead_of_time_is_kept_from_now_on_and_no_longer() {
    let test = keeping(7).await;
    test.clock.advance(90 * DAY);
    let id = import(&test.admin(), HEATS).await;
    test.clock.step_back(90 * DAY);
    service::expire_raw(&test.ctx).await.unwrap();
    assert!(file(&test.admin(), id).await.is_ok());
    test.clock.advance(7 * DAY);
    assert!(is_gone(&test.admin(), id).await);
    service::expire_raw(&test.ctx).await.unwrap();
    assert_eq!(store::counts(&test.ctx.db).await.unwrap(), (0, 0));
}

#[tokio::test]
async fn a_correction_brings_its_own_file_or_none() {
    let test = keeping(7).await;
    let op = &test.admin();
    let id = import(op, HEATS).await;
    let mut corrected = result(HEATS);
    corrected.session_results[0].results[0].incidents = Some(17);
    assert!(matches!(
        keep(op, &corrected, b"{\"second\": true}").await,
        Kept::Corrected(_)
    ));
    assert_eq!(file(op, id).await.unwrap(), b"{\"second\": true}");
    corrected.session_results[0].results[0].incidents = Some(18);
    super::keep(op, &corrected).await;
    assert!(is_gone(op, id).await, "it would be of another result");
    assert_eq!(store::counts(&test.ctx.db).await.unwrap(), (0, 0));
}

#[tokio::test]
async fn a_file_goes_with_its_result_and_all_of_them_with_the_setting() {
    let test = keeping(7).await;
    let op = &test.admin();
    let (heats, crowd) = (import(op, HEATS).await, import(op, CROWD).await);
    let heats = SubsessionId::new(heats).unwrap();
    service::delete(op, heats).await.unwrap();
    let (files, parts) = store::counts(&test.ctx.db).await.unwrap();
    assert_eq!(files, 1);
    assert!(parts > 1, "a large file has several");
    set_days(op, None).await;
    assert_eq!(store::counts(&test.ctx.db).await.unwrap(), (0, 0));
    set_days(op, Some(7)).await;
    assert!(is_gone(op, crowd).await);
}

async fn link(test: &TestContext, id: i64, account: i64) {
    test.verified(id, "Somebody").await;
    let link = LinkIracing {
        iracing_id: CustId::new(account),
        consent: None,
    };
    let member = test.by(id, Level::Verified);
    league::service::set(&member, &link).await.unwrap();
}

async fn erase(op: &Operation, id: i64, searched: Option<&Searched>) {
    let gone = op.ctx.db.transact(|mut tx| async move {
        service::erase(&mut tx, op, user(id), searched).await?;
        tx.commit(()).await
    });
    gone.await.unwrap();
}

#[tokio::test]
async fn what_was_looked_through_ahead_is_not_again_and_what_came_since_is() {
    const NOTHING: &[u8] = b"{}";
    const MENTION: &[u8] = b"{\"host_id\":4711}";
    let test = keeping(7).await;
    let op = &test.admin();
    link(&test, 5, 4_711).await;
    let mut race = result(HEATS);
    for (id, file) in [(1, MENTION), (2, NOTHING), (3, NOTHING)] {
        race.subsession_id = id;
        keep(op, &race, file).await;
    }
    let mut found = Extensions::default();
    let search = CAPABILITY.erasure_search.unwrap();
    search(op, user(5), &mut found).await.unwrap();
    // Of these nobody looks again whether they can be read at all.
    for id in [1_i64, 2] {
        store::spoil(&test.ctx.db, id).await.unwrap();
    }
    test.clock.advance(Duration::from_millis(1));
    let later = &test.admin();
    race.session_results[0].results[0].incidents = Some(17);
    assert!(matches!(
        keep(later, &race, MENTION).await,
        Kept::Corrected(_)
    ));
    race.subsession_id = 4;
    keep(later, &race, MENTION).await;
    assert!(found.find::<Searched>().is_some());
    erase(later, 5, found.find()).await;
    let kept = store::kept(&test.ctx.db, op.guild()).await.unwrap();
    let ids: Vec<_> = kept.into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, [2]);
}

#[tokio::test]
async fn whoever_is_erased_is_in_no_file_any_more_whatever_they_were_in_it() {
    let test = keeping(7).await;
    let op = &test.admin();
    let (heats, crowd) = (import(op, HEATS).await, import(op, CROWD).await);
    let host = 4_711;
    let mut hosted = result(HEATS);
    hosted.subsession_id = 1;
    keep(op, &hosted, b"{\"host_id\":4711}").await;
    // A number that only looks like it.
    hosted.subsession_id = 2;
    keep(op, &hosted, b"{\"host_id\":14711}").await;
    let driver = result(CROWD).session_results[0].results[0].cust_id.unwrap();
    for (id, account) in [(5, driver), (6, host)] {
        link(&test, id, account).await;
        erase(op, id, None).await;
    }
    assert!(is_gone(op, crowd).await && is_gone(op, 1).await);
    assert!(file(op, heats).await.is_ok() && file(op, 2).await.is_ok());
    // And no file brings them back.
    let mut corrected = result(CROWD);
    corrected.session_results[1].results[2].incidents = Some(17);
    let again = keep(op, &corrected, &fixture(&format!("{CROWD}.json"))).await;
    assert!(matches!(again, Kept::Corrected(_)));
    assert!(is_gone(op, crowd).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_slips_in_while_the_setting_is_switched_off() {
    let test = keeping(7).await;
    for round in 0..6 {
        set_days(&test.admin(), Some(7)).await;
        let imports = (1..=4).map(|n| {
            let op = test.admin();
            tokio::spawn(async move {
                let mut race = result(HEATS);
                race.subsession_id = 100 * round + n;
                race.league_season_id = None;
                keep(&op, &race, b"{}").await
            })
        });
        let imports: Vec<_> = imports.collect();
        set_days(&test.admin(), None).await;
        for import in imports {
            assert_eq!(import.await.unwrap(), Kept::New);
        }
        let left: Result<_, Error> = store::counts(&test.ctx.db).await;
        assert_eq!(left.unwrap(), (0, 0));
    }
}
