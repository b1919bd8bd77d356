//! The four ways of delivery, and signed links.

use crate::helpers::{signed_in, start};
use paddock_iracing::{Client, Error, HostedSearch, Roster, Weather};
use paddock_sim_iracing::{Fault, LEAGUE_ID, Options};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Debug, PartialEq, Deserialize)]
struct Lap {
    lap_number: i64,
}

fn laps(count: i64) -> Vec<u8> {
    let laps: Vec<_> = (0..count).map(|it| json!({"lap_number": it})).collect();
    Value::from(laps).to_string().into_bytes()
}

const ONE_RACE: [(&str, &str); 2] = [("subsession_id", "5"), ("simsession_number", "0")];

#[tokio::test]
async fn an_answer_may_come_directly() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let types: Vec<Value> = client
        .get(&token, "constants/event_types", &[])
        .await
        .unwrap();
    assert_eq!(types.len(), 4);
    assert_eq!(sim.count("short_lived"), 0);
}

#[tokio::test]
async fn links_are_followed_as_they_are_and_without_the_token() {
    let (sim, client, token) = signed_in(Options::default()).await;
    client.league(&token, LEAGUE_ID).await.unwrap();
    client.league_roster(&token, LEAGUE_ID).await.unwrap();
    let requests = sim.requests();
    let (links, others): (Vec<_>, Vec<_>) = requests
        .iter()
        .partition(|it| it.path.starts_with("/short_lived"));
    assert_eq!(links.len(), 2);
    for link in links {
        // The simulator refuses anything else; this says it once more.
        assert_eq!((link.status, &link.authorization), (Some(200), &None));
        assert!(link.query.contains("%2Faws4_request"), "{}", link.query);
        assert!(
            link.query.contains("%3B%20filename%3Da%2Bb.json"),
            "{}",
            link.query
        );
    }
    let read = others.iter().filter(|it| it.path.starts_with("/data"));
    assert!(read.clone().count() == 2 && read.clone().all(|it| it.authorization.is_some()));
}

#[tokio::test]
async fn a_link_may_lead_to_another_one() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let raw = reqwest::Client::builder().build().unwrap();
    let first: Value = raw
        .get(format!(
            "{}/data/league/roster?league_id={LEAGUE_ID}",
            sim.data_url()
        ))
        .bearer_auth(token.expose())
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    sim.serve("league/get", &[], first.to_string());
    let roster: Roster = client
        .get(&token, "league/get", &[("league_id", "7100")])
        .await
        .unwrap();
    assert_eq!(roster.members.len(), 12);
}

#[tokio::test]
async fn rows_come_in_chunks_in_their_order() {
    let options = Options {
        chunk_size: 3,
        ..Options::default()
    };
    let (sim, client, token) = signed_in(options).await;
    sim.serve("results/lap_data", &[("subsession_id", "5")], laps(8));
    let read: Vec<Lap> = client
        .get_rows(&token, "results/lap_data", &ONE_RACE)
        .await
        .unwrap();
    let numbers: Vec<_> = read.iter().map(|lap| lap.lap_number).collect();
    assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6, 7]);
    // The first link, and three chunks.
    assert_eq!(sim.count("short_lived"), 4);
}

#[tokio::test]
async fn no_chunks_are_no_rows_and_no_word_of_chunks_is_an_error() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let search = HostedSearch {
        cust_id: Some(5),
        ..HostedSearch::default()
    };
    let (from, to) = ("2026-01-01T00:00Z", "2026-01-02T00:00Z");
    let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
    let rows = client
        .search_hosted(&token, &search, from, to)
        .await
        .unwrap();
    assert_eq!(rows, []);
    for body in [
        json!({"data": {"success": true}}),
        json!({}),
        json!([]),
        json!({"chunk_info": {"num_chunks": 1, "chunk_file_names": []}}),
        json!({"chunk_info": {"num_chunks": 1}}),
        json!({"chunk_info": {"chunk_file_names": [null]}}),
        json!({"chunk_info": {"chunk_file_names": vec![""; 2_000]}}),
    ] {
        sim.fail_next("data", Fault::Body(body.clone()), 1);
        let rows = client.search_hosted(&token, &search, from, to).await;
        assert!(matches!(rows, Err(Error::Garbage(_))), "{body}: {rows:?}");
    }
}

#[tokio::test]
async fn a_chunk_that_fails_fails_all() {
    let options = Options {
        chunk_size: 3,
        ..Options::default()
    };
    let (sim, client, token) = signed_in(options).await;
    sim.serve("results/lap_data", &[("subsession_id", "5")], laps(8));
    sim.fail_next("short_lived/results_lap_data/3.json", Fault::Status(403), 1);
    let ids: Vec<_> = (0..20)
        .map(|id| format!("short_lived/results_lap_data/{id}.json"))
        .collect();
    for id in &ids {
        sim.fail_next(id, Fault::Status(403), 1);
        let read = client
            .get_rows::<Lap>(&token, "results/lap_data", &ONE_RACE)
            .await;
        match read {
            Ok(rows) => assert_eq!(rows.len(), 8),
            Err(error) => {
                let why = Weather::LinkRefused;
                assert!(matches!(error, Error::RetryLater { why: it, .. } if it == why));
            }
        }
    }
}

#[tokio::test]
async fn a_link_that_is_too_old_may_be_asked_for_again() {
    let options = Options {
        link_lifetime: std::time::Duration::ZERO,
        ..Options::default()
    };
    let (sim, client, token) = signed_in(options).await;
    let error = client.league(&token, LEAGUE_ID).await.unwrap_err();
    let why = Weather::LinkRefused;
    assert!(
        matches!(error, Error::RetryLater { why: it, .. } if it == why),
        "{error}"
    );
    assert_eq!(sim.count("short_lived"), 1);
}

#[tokio::test]
async fn a_link_that_cannot_be_used_as_it_is_is_not_used() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let host = sim.links_url();
    for link in [
        format!("{host}/short_lived/it's?a=b c"),
        format!("{host}/short_lived/../a"),
        host.to_uppercase(),
        "ftp://127.0.0.1/a".to_owned(),
        "/short_lived/a".to_owned(),
        "not a link".to_owned(),
    ] {
        let body = json!({"link": link, "expires": "2026-01-04T20:15:00.512Z"});
        sim.fail_next("data", Fault::Body(body), 1);
        let read = client.league(&token, LEAGUE_ID).await;
        assert!(matches!(read, Err(Error::Garbage(_))), "{link}: {read:?}");
    }
    assert_eq!(sim.count("short_lived"), 0);
}

#[tokio::test]
async fn what_was_not_asked_for_is_not_taken() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let other = json!({"type": "league_roster", "data": {"league_id": 5}, "data_url": "x"});
    let empty = json!({"success": true});
    for body in [
        empty,
        json!([]),
        json!("text"),
        json!(null),
        json!({"roster": null}),
        other,
    ] {
        sim.fail_next("data", Fault::Body(body.clone()), 1);
        let read = client.league_roster(&token, LEAGUE_ID).await;
        assert!(matches!(read, Err(Error::Garbage(_))), "{body}: {read:?}");
    }
    let another = json!({"league_id": 5, "league_name": "Another", "roster": []});
    sim.fail_next("data", Fault::Body(another), 1);
    let read = client.league_roster(&token, LEAGUE_ID).await;
    assert!(matches!(read, Err(Error::Garbage(_))), "{read:?}");
}

#[tokio::test]
async fn an_answer_without_end_is_not_read_to_its_end() {
    let (sim, mut config) = start(Options::default()).await;
    config.body_limit = 2_000;
    let client = Client::new(config).unwrap();
    let token = crate::helpers::sign_in(&client).await.access_token;
    client.account(&token).await.unwrap();
    let read = client.league_roster(&token, LEAGUE_ID).await;
    assert_eq!(read.unwrap_err(), Error::Garbage("the answer is too large"));
    drop(sim);
}

#[tokio::test]
async fn methods_are_names_and_nothing_else() {
    let (sim, client, token) = signed_in(Options::default()).await;
    for bad in ["", "../oauth2/token", "league/get?league_id=1", "a b"] {
        let read = client.get::<Value>(&token, bad, &[]).await;
        assert!(matches!(read, Err(Error::Config(_))), "{bad}: {read:?}");
    }
    assert_eq!(sim.count("data"), 0);
}
