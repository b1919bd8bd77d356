//! Results over HTTP.

use crate::garage::Garage;
use crate::helpers::{given, refused};
use paddock_api_client::{Client, Error};
use paddock_api_types::SubsessionId;
use paddock_api_types::results::{
    ImportOutcome, ImportResultQuery, ListResultsQuery, ResultFile, ResultImported, ResultOutcome,
    SubsessionKind,
};
use reqwest::Method;
use serde_json::json;

/// The subsession of [`small`].
pub(crate) const SMALL: i64 = 82_320_777;
const HEATS: &str =
    include_str!("../../../iracing/tests/fixtures/05-export-league-heats-2026-02.json");
const HEATS_ID: i64 = 82_300_013;
const TEAMS: &str = include_str!("../../../iracing/tests/fixtures/csv-hosted-team.csv");
const SOLO: &str = include_str!("../../../iracing/tests/fixtures/csv-official-solo.csv");

/// A race of a league with one driver.
pub(crate) fn small() -> String {
    let driver = json!({"cust_id": 812_345, "display_name": "Mara", "laps_complete": 9});
    let race = json!({"simsession_number": 0, "simsession_type": 6, "results": [driver]});
    let result = json!({"subsession_id": SMALL, "league_id": 7100, "league_season_id": 5,
        "start_time": "2026-01-04T19:30:00Z", "session_results": [race]});
    result.to_string()
}

pub(crate) async fn imports(by: &Client, file: &str) -> Result<ResultImported, Error> {
    let query = ImportResultQuery {
        apply: Some(true),
        ..ImportResultQuery::default()
    };
    by.import_result(&query, &ResultFile(file.to_owned())).await
}

fn id(id: i64) -> SubsessionId {
    SubsessionId::new(id).unwrap()
}

async fn looks(by: &Client, file: &str) -> ResultImported {
    let file = ResultFile(file.to_owned());
    let query = ImportResultQuery::default();
    by.import_result(&query, &file).await.unwrap()
}

#[tokio::test]
async fn a_result_is_looked_at_imported_and_corrected() {
    let garage = Garage::new().await;
    let admin = garage.admin();
    let look = looks(&admin, HEATS).await;
    assert_eq!((look.outcome, look.applied), (ImportOutcome::New, false));
    assert_eq!((look.sessions, look.rows), (5, 15));
    assert_eq!(
        refused(admin.get_result(id(HEATS_ID)).await),
        "404 result_not_found"
    );

    let imported = imports(&admin, HEATS).await.unwrap();
    assert_eq!(
        (imported.outcome, imported.applied),
        (ImportOutcome::New, true)
    );
    let again = imports(&admin, HEATS).await.unwrap();
    assert_eq!((again.outcome, again.applied), (ImportOutcome::Same, false));

    let corrected = HEATS.replace("\"incidents\":4", "\"incidents\":7");
    let look = looks(&admin, &corrected).await;
    assert_eq!(look.outcome, ImportOutcome::Correction);
    assert!(look.difference_count > 0 && !look.applied);
    let told = serde_json::to_string(&look.differences).unwrap();
    assert!(
        told.contains("\"incidents\"") && !told.contains("Kaito"),
        "{told}"
    );
    assert_eq!(
        imports(&admin, &corrected).await.unwrap().outcome,
        ImportOutcome::Correction
    );
    let shown = admin.get_result(id(HEATS_ID)).await.unwrap();
    assert_eq!(
        (shown.result.version, shown.result.kind),
        (1, SubsessionKind::League)
    );
    let round = shown.result.round.unwrap();
    assert_eq!((round.number, round.chosen), (1, false));
    let feature = shown.sessions.last().unwrap();
    assert!(feature.race && feature.name.as_deref() == Some("FEATURE"));
    let winner = &feature.rows[0];
    assert_eq!((winner.position, winner.start_position), (Some(1), Some(3)));
    assert_eq!(
        (winner.best_lap, winner.incidents),
        (Some(422_290), Some(7))
    );
    assert_eq!(winner.outcome, Some(ResultOutcome::Finished));
    assert_eq!((&winner.name, winner.iracing_id), (&None, None));
}

#[tokio::test]
async fn a_final_result_is_corrected_and_deleted_by_who_says_so() {
    let garage = Garage::new().await;
    let admin = garage.admin();
    imports(&admin, HEATS).await.unwrap();
    assert!(admin.finalize_result(id(HEATS_ID)).await.unwrap().is_final);
    let corrected = HEATS.replace("\"incidents\":4", "\"incidents\":7");
    let look = looks(&admin, &corrected).await;
    assert_eq!(look.outcome, ImportOutcome::CorrectionOfFinal);
    assert_eq!(
        refused(imports(&admin, &corrected).await),
        "409 result_final"
    );
    assert_eq!(
        refused(admin.delete_result(id(HEATS_ID)).await),
        "409 result_final"
    );
    let force = given(json!({"apply": true, "force": true}));
    let forced = admin
        .import_result(&force, &ResultFile(corrected))
        .await
        .unwrap();
    assert!(forced.applied);
    assert!(
        admin
            .get_result(id(HEATS_ID))
            .await
            .unwrap()
            .result
            .is_final
    );
    assert!(!admin.reopen_result(id(HEATS_ID)).await.unwrap().is_final);
    admin.delete_result(id(HEATS_ID)).await.unwrap();
    assert_eq!(
        refused(admin.get_result(id(HEATS_ID)).await),
        "404 result_not_found"
    );
}

#[tokio::test]
async fn csv_needs_the_id_that_it_does_not_have() {
    let garage = Garage::new().await;
    let admin = garage.admin();
    let without = imports(&admin, SOLO).await;
    assert_eq!(refused(without), "422 invalid_value field=subsession_id");
    let query = given(json!({"apply": true, "subsession_id": "5"}));
    let file = ResultFile(SOLO.to_owned());
    assert_eq!(admin.import_result(&query, &file).await.unwrap().rows, 4);
    let again = admin.import_result(&query, &file).await.unwrap();
    assert_eq!(again.outcome, ImportOutcome::Same);
    let other = ResultFile(HEATS.to_owned());
    let differs = admin.import_result(&query, &other).await;
    assert_eq!(refused(differs), "422 invalid_value field=subsession_id");
    // It has less in it than what the page exports as JSON.
    imports(&admin, HEATS).await.unwrap();
    let query = given(json!({"apply": true, "subsession_id": HEATS_ID.to_string()}));
    assert_eq!(
        refused(admin.import_result(&query, &file).await),
        "409 result_poorer"
    );
    for odd in [
        "",
        "{}",
        "cust_id,car_number\n1,2\n",
        "{\"link\": \"https://x.example\"}",
    ] {
        let file = ResultFile(odd.to_owned());
        let sent = admin.import_result(&query, &file).await;
        assert!(refused(sent).starts_with("422 result_unreadable"), "{odd}");
    }
}

#[tokio::test]
async fn a_team_race_as_csv_has_its_teams_and_their_drivers() {
    let garage = Garage::new().await;
    let admin = garage.admin();
    let query = given(json!({"apply": true, "subsession_id": "6"}));
    let file = ResultFile(TEAMS.to_owned());
    let imported = admin.import_result(&query, &file).await.unwrap();
    assert_eq!((imported.sessions, imported.rows), (1, 5));
    let again = admin.import_result(&query, &file).await.unwrap();
    assert_eq!(again.outcome, ImportOutcome::Same);
    let shown = admin.get_result(id(6)).await.unwrap();
    let rows = &shown.sessions[0].rows;
    let of_teams = rows.iter().filter(|row| row.team);
    let teams: Vec<_> = of_teams.map(|row| (row.laps, row.incidents)).collect();
    assert_eq!(teams, [(Some(81), Some(12)), (Some(77), Some(14))]);
    let of_drivers = || rows.iter().filter(|row| row.team_place.is_some());
    let laps: i64 = of_drivers().filter_map(|row| row.laps).sum();
    let incidents: i64 = of_drivers().filter_map(|row| row.incidents).sum();
    assert_eq!((laps, incidents), (81 + 44 + 33, 12 + 8 + 6));
}

#[tokio::test]
async fn results_are_listed_with_rounds_that_can_be_chosen() {
    let garage = Garage::new().await;
    let admin = garage.admin();
    let on = |subsession: i64, day: &str| {
        let text = small().replace(&SMALL.to_string(), &subsession.to_string());
        text.replace("2026-01-04", day)
    };
    for (subsession, day) in [
        (3, "2026-01-18"),
        (1, "2026-01-04"),
        (2, "2026-01-18"),
        (4, "2026-01-11"),
    ] {
        imports(&admin, &on(subsession, day)).await.unwrap();
    }
    let mut listed = Vec::new();
    let mut query = ListResultsQuery {
        limit: Some(3),
        ..ListResultsQuery::default()
    };
    loop {
        let page = admin.list_results(&query).await.unwrap();
        let rows = page.items.iter();
        listed.extend(rows.map(|it| (it.subsession_id.get(), it.round.unwrap().number)));
        query.cursor = page.next_cursor;
        if query.cursor.is_none() {
            break;
        }
    }
    assert_eq!(listed, [(3, 3), (2, 3), (4, 2), (1, 1)]);
    let chosen = admin
        .set_result_round(id(2), &given(json!({"number": 4})))
        .await
        .unwrap();
    let round = chosen.round.unwrap();
    assert_eq!((round.number, round.chosen), (4, true));
    let other = given(json!({"number": 1, "league_season_id": 6}));
    let moved = admin.set_result_round(id(4), &other).await.unwrap();
    assert_eq!(moved.round.unwrap().league_season_id, 6);
    let back = admin
        .set_result_round(id(2), &given(json!({})))
        .await
        .unwrap();
    assert_eq!(back.round.unwrap().number, 2);
    let of_season = ListResultsQuery {
        league_season_id: Some(7),
        ..ListResultsQuery::default()
    };
    assert_eq!(admin.list_results(&of_season).await.unwrap().items, []);
}

#[tokio::test]
async fn names_are_shown_with_consent_only() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &[]).await;
    imports(&garage.admin(), HEATS).await.unwrap();
    let shown = async |by: &Client| {
        let result = by.get_result(id(HEATS_ID)).await.unwrap();
        serde_json::to_string(&result).unwrap()
    };
    let hidden = shown(&ada).await;
    assert!(
        !hidden.contains("Kaito") && !hidden.contains("800396"),
        "{hidden}"
    );
    let link = given(json!({"iracing_id": 800_396, "consent": true}));
    ada.set_iracing_id(&link).await.unwrap();
    let own = shown(&ada).await;
    assert!(own.contains("Kaito") && own.contains("800396"), "{own}");
    ada.set_iracing_id(&given(json!({"consent": false})))
        .await
        .unwrap();
    assert!(!shown(&ada).await.contains("Kaito"));
    let held = given(json!({"league_holds_consent": true}));
    garage.admin().update_guild(&held).await.unwrap();
    assert!(shown(&ada).await.contains("Kaito"));
}

#[tokio::test]
async fn a_file_of_sixteen_mebibytes_is_taken_and_repeated_and_a_larger_one_is_not() {
    let garage = Garage::new().await;
    let send = async |size: usize, key: &str| {
        let mut file = small();
        file.extend(std::iter::repeat_n(' ', size - file.len()));
        let request = garage
            .app
            .raw(Method::POST, "/api/iracing/results?apply=true");
        let request = request
            .header("idempotency-key", key)
            .header("content-type", "application/json")
            .body(file);
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let largest = 16 << 20;
    let first = send(largest, "one").await;
    assert!(
        first.0 == 200 && first.1.contains("\"applied\":true"),
        "{first:?}"
    );
    assert_eq!(send(largest, "one").await, first);
    assert_eq!(send(largest + 1, "two").await.0, 413);
}
