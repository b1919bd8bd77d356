//! Numbers seen in races, as a roster of the league.

use super::{Kept, keep, parsed, result, service};
use crate::testing::{TestContext, guild, number};
use crate::{guilds, league};
use futures_util::future::join_all;
use jiff::Timestamp;
use paddock_api_types::SubsessionId;
use paddock_api_types::guilds::UpdateGuild;
use paddock_api_types::league::{LinkIracing, RosterFile, RosterSource};
use paddock_api_types::members::Level;
use paddock_iracing::Subsession;
use serde_json::{Value, json};

const LEAGUE: i64 = 7100;

/// Guild 1, whose league is [`LEAGUE`].
async fn of_league() -> TestContext {
    let test = TestContext::new().await;
    turn_to(&test, Some(LEAGUE)).await;
    test
}

async fn turn_to(test: &TestContext, league: Option<i64>) {
    let update = UpdateGuild {
        league_id: Some(league.map(number)),
        ..UpdateGuild::default()
    };
    guilds::service::update(&test.admin(), &update)
        .await
        .unwrap();
}

fn on_day(day: i64) -> String {
    format!("2026-01-{day:02}T20:00:00Z")
}

/// A race of the league on this day of January, with who drove which car.
fn race(id: i64, day: i64, cars: &[(i64, &str)]) -> Value {
    let row = |(account, number): &(i64, &str)| {
        json!({"cust_id": account, "display_name": format!("driver {account}"),
            "laps_complete": 9, "livery": {"car_number": number}})
    };
    let rows: Vec<_> = cars.iter().map(row).collect();
    let parts = json!([{"simsession_number": 0, "simsession_type": 6, "results": rows}]);
    json!({"subsession_id": id, "league_id": LEAGUE, "league_season_id": 5,
        "start_time": on_day(day), "session_results": parts})
}

async fn raced(test: &TestContext, id: i64, day: i64, cars: &[(i64, &str)]) {
    keep(&test.admin(), &parsed(&race(id, day, cars))).await;
}

async fn deleted(test: &TestContext, id: i64) {
    let id = SubsessionId::new(id).unwrap();
    service::delete(&test.admin(), id).await.unwrap();
}

/// Who has which number on the current roster, as `5:7 6:-`.
async fn numbers(test: &TestContext) -> String {
    let all = league::service::current_roster(&test.ctx.db, guild(1)).await;
    let all = all.unwrap().into_iter().map(|it| {
        let number = it.driver.number.as_ref();
        let number = number.map_or("-", |number| number.as_str());
        format!("{}:{number}", it.driver.cust_id)
    });
    all.collect::<Vec<_>>().join(" ")
}

/// Every source with its time, the current one first.
async fn sources(test: &TestContext) -> Vec<(RosterSource, Timestamp)> {
    let state = league::service::state(&test.admin()).await.unwrap();
    assert!(
        state
            .rosters
            .iter()
            .map(|it| it.current)
            .eq((0..state.rosters.len()).map(|place| place == 0))
    );
    let rosters = state.rosters.into_iter();
    rosters.map(|it| (it.source, it.taken_at)).collect()
}

async fn job(test: &TestContext) {
    while service::leagues_have_work(&test.ctx).await.unwrap() {
        service::begin_leagues(&test.ctx).await.unwrap();
    }
}

#[tokio::test]
async fn each_driver_has_the_number_of_their_latest_race_whatever_comes_first() {
    let test = of_league().await;
    raced(&test, 2, 10, &[(5, "7"), (6, "007")]).await;
    assert_eq!(numbers(&test).await, "5:7 6:007");
    let at = |day| on_day(day).parse::<Timestamp>().unwrap();
    assert_eq!(sources(&test).await, [(RosterSource::Races, at(10))]);
    raced(&test, 1, 3, &[(5, "8"), (7, "12")]).await;
    assert_eq!(numbers(&test).await, "5:7 6:007 7:12", "an older one adds");
    assert_eq!(sources(&test).await[0].1, at(10));
    raced(&test, 3, 17, &[(5, "9"), (7, "7b")]).await;
    assert_eq!(
        numbers(&test).await,
        "5:9 6:007 7:-",
        "a newer one overrides"
    );
    assert_eq!(sources(&test).await[0].1, at(17));
    // Cleo raced on the 10th, before what is the latest of all, and after her own latest.
    raced(&test, 4, 10, &[(6, "13")]).await;
    assert_eq!(numbers(&test).await, "5:9 6:13 7:-");
}

#[tokio::test]
async fn what_a_correction_or_a_deletion_takes_away_is_not_seen_any_more() {
    let test = of_league().await;
    raced(&test, 1, 3, &[(5, "8"), (6, "13")]).await;
    raced(&test, 2, 10, &[(5, "7"), (7, "70")]).await;
    // Ada's number was wrong, and it was not Cleo who drove.
    raced(&test, 2, 10, &[(5, "77"), (8, "70")]).await;
    assert_eq!(numbers(&test).await, "5:77 6:13 8:70");
    // It was raced before the other one.
    raced(&test, 2, 1, &[(5, "77"), (8, "70")]).await;
    assert_eq!(numbers(&test).await, "5:8 6:13 8:70");
    let id = SubsessionId::new(1).unwrap();
    service::set_void(&test.admin(), id, true).await.unwrap();
    assert_eq!(numbers(&test).await, "5:8 6:13 8:70", "it was raced");
    deleted(&test, 1).await;
    assert_eq!(numbers(&test).await, "5:77 8:70");
    let first: Timestamp = on_day(1).parse().unwrap();
    assert_eq!(sources(&test).await, [(RosterSource::Races, first)]);
    // Nor as a race of another league.
    let mut elsewhere = race(2, 1, &[(5, "77"), (8, "70")]);
    elsewhere["league_id"] = json!(9);
    keep(&test.admin(), &parsed(&elsewhere)).await;
    assert_eq!(sources(&test).await, [], "there is no race left");
}

#[tokio::test]
async fn only_races_of_the_league_count() {
    let test = of_league().await;
    let with = |id: i64, key: &str, value: Value| {
        let mut race = race(id, 3, &[(5, "7")]);
        race[key] = value;
        parsed(&race)
    };
    let mut practice = race(4, 3, &[(5, "7")]);
    practice["session_results"][0]["simsession_type"] = json!(3);
    let mut ai = race(5, 3, &[(5, "7")]);
    ai["session_results"][0]["results"][0]["ai"] = json!(true);
    for other in [
        with(1, "league_id", json!(9)),
        with(2, "league_id", Value::Null),
        with(3, "official_session", json!(true)),
        parsed(&practice),
        parsed(&ai),
    ] {
        let id = other.subsession_id;
        assert_eq!(keep(&test.admin(), &other).await, Kept::New, "{id}");
        assert_eq!(sources(&test).await, [], "{id}");
    }
    raced(&test, 6, 3, &[(5, "8")]).await;
    assert_eq!(numbers(&test).await, "5:8");
}

#[tokio::test]
async fn who_drives_for_a_team_or_in_heats_has_the_number_of_the_car() {
    let test = of_league().await;
    let team = result("04-export-league-team-2026-02-trimmed");
    let cars = |of: &Subsession| {
        let races = of.session_results.iter().filter(|part| part.is_race());
        let rows = races.flat_map(|part| &part.results);
        let mut cars: Vec<_> = rows
            .flat_map(|row| {
                let number = row.car_number().unwrap().to_owned();
                let own = row.cust_id.filter(|_| row.driver_results.is_empty());
                let drivers = row.driver_results.iter().filter_map(|it| it.cust_id);
                let all: Vec<_> = own.into_iter().chain(drivers).collect();
                all.into_iter().map(move |id| format!("{id}:{number}"))
            })
            .collect();
        cars.sort();
        cars.dedup();
        cars.join(" ")
    };
    keep(&test.admin(), &team).await;
    assert_eq!(numbers(&test).await, cars(&team));
    assert_eq!(numbers(&test).await.split(' ').count(), 7);
    // In these heats everybody has a row of a warm-up after the first one; one goes no further.
    let mut heats = result("05-export-league-heats-2026-02");
    let main = heats.session_results.iter_mut();
    let main = main.max_by_key(|part| part.simsession_number).unwrap();
    main.results.pop();
    turn_to(&test, heats.league_id).await;
    keep(&test.admin(), &heats).await;
    assert_eq!(numbers(&test).await, cars(&heats));
    assert_eq!(numbers(&test).await.split(' ').count(), 3);
}

#[tokio::test]
async fn a_guild_that_turns_to_another_league_sees_its_races() {
    let test = TestContext::new().await;
    let mut elsewhere = race(1, 3, &[(5, "7")]);
    elsewhere["league_id"] = json!(9);
    keep(&test.admin(), &parsed(&elsewhere)).await;
    raced(&test, 2, 10, &[(5, "8"), (6, "13")]).await;
    assert_eq!(sources(&test).await, []);
    for (league, expected) in [(Some(9), "5:7"), (Some(LEAGUE), "5:8 6:13"), (None, "")] {
        turn_to(&test, league).await;
        job(&test).await;
        assert_eq!(numbers(&test).await, expected);
    }
    assert_eq!(sources(&test).await, []);
}

#[tokio::test]
async fn a_roster_with_numbers_comes_before_races_and_races_before_one_without() {
    let test = of_league().await;
    raced(&test, 1, 3, &[(5, "8"), (6, "13")]).await;
    let without = RosterFile(json!({"roster": [{"cust_id": 5}, {"cust_id": 6}]}));
    let uploaded = league::service::upload(&test.admin(), &without).await;
    assert!(!uploaded.unwrap().roster.current);
    let order = async || {
        let sources = sources(&test).await;
        sources.into_iter().map(|it| it.0).collect::<Vec<_>>()
    };
    assert_eq!(order().await, [RosterSource::Races, RosterSource::File]);
    assert_eq!(numbers(&test).await, "5:8 6:13");
    let csv = "cust_id,car_number\n5,80\n";
    let uploaded = league::service::upload_csv(&test.admin(), csv).await;
    assert!(uploaded.unwrap().roster.current);
    // A race that is newer than that, by the clock of whoever started it.
    raced(&test, 2, 31, &[(5, "9")]).await;
    let mut late = race(3, 1, &[(5, "9")]);
    late["start_time"] = json!("2027-01-01T20:00:00Z");
    keep(&test.admin(), &parsed(&late)).await;
    assert_eq!(
        order().await,
        [RosterSource::Csv, RosterSource::Races, RosterSource::File]
    );
    assert_eq!(numbers(&test).await, "5:80");
}

#[tokio::test]
async fn who_is_erased_is_not_seen_also_when_the_race_comes_again() {
    let test = of_league().await;
    test.verified(1, "Ada").await;
    let ada = test.by(1, Level::Verified);
    let link = LinkIracing {
        iracing_id: Some(number(5)),
        consent: Some(true),
    };
    league::service::set(&ada, &link).await.unwrap();
    raced(&test, 1, 3, &[(5, "8"), (6, "13")]).await;
    crate::privacy::service::erase(&ada).await.unwrap();
    assert_eq!(numbers(&test).await, "6:13");
    let rosters = league::service::state(&test.admin()).await.unwrap().rosters;
    assert_eq!((rosters[0].drivers, rosters[0].numbered), (1, 1));
    let mut again = race(1, 3, &[(5, "8"), (6, "13")]);
    again["track"] = json!({"track_id": 3, "track_name": "Somewhere"});
    let corrected = keep(&test.admin(), &parsed(&again)).await;
    assert!(matches!(corrected, Kept::Corrected(_)), "{corrected:?}");
    assert_eq!(numbers(&test).await, "6:13");
}

#[tokio::test]
async fn of_races_that_come_at_once_the_latest_decides() {
    let test = &of_league().await;
    raced(test, 99, 20, &[(5, "99")]).await;
    let brought = (1..=6).map(|day| async move {
        let numbers = [70 + day, 80 + day].map(|number| number.to_string());
        let cars = [(5, &*numbers[0]), (6 + day % 2, &*numbers[1])];
        raced(test, day, day, &cars).await;
    });
    let goes = async { deleted(test, 99).await };
    tokio::join!(join_all(brought), goes);
    assert_eq!(numbers(test).await, "5:76 6:86 7:85");
}
