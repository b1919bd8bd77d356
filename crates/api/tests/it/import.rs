//! Points of an earlier bot.

use crate::helpers::{given, named, refusal, refused};
use crate::track::{Track, kinds, place};
use paddock_api_client::Error;
use paddock_api_types::operations::Csv;
use paddock_api_types::points::ImportReport;
use reqwest::Method;
use serde_json::{Value, json};
use std::fmt::Write;

async fn import(track: &Track, query: Value, file: &str) -> Result<ImportReport, Error> {
    let query = given(query);
    let admin = track.admin();
    admin
        .import_points(track.season, &query, &Csv(file.to_owned()))
        .await
}

/// Ada has joined, Ben is verified, Cleo waits.
async fn three() -> Track {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    track.app.verified_as(2, "Ben").await;
    let cleo = track.app.member(3);
    cleo.register_member(&named("Cleo")).await.unwrap();
    track
}

#[tokio::test]
async fn an_import_gives_points_and_joins_whoever_has_not() {
    let track = three().await;
    let file = "points,user_id,reason\r\n10,1,\r\n20,2,\"carried over, all of it\"\r\n";
    let report = import(&track, json!({"source": " old bot "}), file).await;
    insta::assert_json_snapshot!(report.unwrap(), @r#"
        {
          "dry_run": false,
          "accepted": 2,
          "points": 30,
          "skipped": 0,
          "refused": []
        }
    "#);
    let table = [place(1, "Ben", 20), place(2, "Ada", 10)];
    assert_eq!(track.table().await, table);
    let (admin, all) = (track.admin(), given(json!({})));
    let entries = admin.list_ledger(track.season, &all).await.unwrap().items;
    let reasons = entries.iter().map(|it| it.reason.as_deref().unwrap());
    let reasons: Vec<_> = reasons.collect();
    assert_eq!(
        reasons,
        ["carried over, all of it", "Imported from old bot"]
    );
}

#[tokio::test]
async fn nobody_hears_of_promotions_that_an_import_brings() {
    let track = three().await;
    track.set(json!({"announcement_channel_id": "40"})).await;
    let gold = track.rank("Gold", 10).await;
    track.prize(&gold, json!({"role_id": "100"})).await;
    track.app.perform().await;
    let file = "user_id,points\n2,20\n1,10\n";
    import(&track, json!({"source": "old bot"}), file)
        .await
        .unwrap();
    assert_eq!(kinds(&track.app.perform().await), ["grant", "grant"]);
}

#[tokio::test]
async fn a_dry_run_says_what_would_come_of_it_and_writes_nothing() {
    let track = three().await;
    let file = "user_id,points,reason\n1,10,\n2,20,\n3,5,\n404,1,\nx,1,\n2,0,\n1,7,\n";
    let query = json!({"source": "old bot", "dry_run": true});
    let report = import(&track, query, file).await.unwrap();
    insta::assert_json_snapshot!(report, @r#"
        {
          "dry_run": true,
          "accepted": 2,
          "points": 30,
          "skipped": 1,
          "refused": [
            {
              "line": 4,
              "detail": "3 is not verified"
            },
            {
              "line": 5,
              "detail": "404 is not registered here"
            },
            {
              "line": 6,
              "detail": "user_id: expected a Discord user's id, not \"x\""
            },
            {
              "line": 8,
              "detail": "the member 1 stands in an earlier line too"
            }
          ]
        }
    "#);
    assert_eq!(track.table().await, [place(1, "Ada", 0)]);
}

#[tokio::test]
async fn an_import_takes_all_rows_or_none() {
    let track = three().await;
    let file = "user_id,points\n1,10\n3,5\n404,1\n";
    let refused = import(&track, json!({"source": "old bot"}), file).await;
    let refused = refused.unwrap_err();
    insta::assert_json_snapshot!(refused.problem(), { ".request_id" => "[id]" }, @r#"
        {
          "type": "urn:paddock:problem:import_refused",
          "title": "Import refused",
          "status": 422,
          "detail": "2 rows cannot be taken, so that none was",
          "code": "import_refused",
          "params": {
            "refused": 2,
            "rows": [
              {
                "detail": "3 is not verified",
                "line": 3
              },
              {
                "detail": "404 is not registered here",
                "line": 4
              }
            ]
          },
          "request_id": "[id]"
        }
    "#);
    assert_eq!(track.table().await, [place(1, "Ada", 0)]);
}

#[tokio::test]
async fn a_refusal_spells_out_twenty_rows() {
    let track = three().await;
    let mut file = "user_id,points\n".to_owned();
    for id in 400..430 {
        writeln!(file, "{id},1").unwrap();
    }
    let refused = import(&track, json!({"source": "old bot"}), &file).await;
    let refused = refused.unwrap_err();
    let params = &refused.problem().unwrap().params;
    assert_eq!(params["refused"], 30);
    assert_eq!(params["rows"].as_array().unwrap().len(), 20);
}

#[tokio::test]
async fn a_member_takes_part_in_one_import_of_a_source() {
    let track = three().await;
    let file = "user_id,points\n1,10\n";
    let old = json!({"source": "old bot"});
    import(&track, old.clone(), file).await.unwrap();
    let again = import(&track, old, file).await;
    assert!(refused(again).starts_with("422 import_refused"));
    import(&track, json!({"source": "older bot"}), file)
        .await
        .unwrap();
    assert_eq!(track.table().await, [place(1, "Ada", 20)]);
}

#[tokio::test]
async fn lines_are_counted_as_an_editor_counts_them() {
    let track = three().await;
    let file = "user_id,points,reason\r\n1,10,\"two\r\nlines\"\r\n\r\n404,1,\r\n";
    let query = json!({"source": "old bot", "dry_run": true});
    let report = import(&track, query, file).await.unwrap();
    let lines: Vec<_> = report.refused.iter().map(|it| it.line).collect();
    assert_eq!(lines, [5]);
}

#[tokio::test]
async fn the_lowest_number_there_is_is_refused_as_any_other() {
    let track = three().await;
    let file = format!("user_id,points\n1,{}\n", i64::MIN);
    let query = json!({"source": "old bot", "dry_run": true});
    let report = import(&track, query, &file).await.unwrap();
    assert_eq!((report.accepted, report.refused.len()), (0, 1));
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_refused_as_a_whole() {
    let track = three().await;
    let mut long = "user_id,points\n".to_owned();
    for id in 1..=2001 {
        writeln!(long, "{id},1").unwrap();
    }
    let files = ["", "user,points\n1,2\n", "user_id,points\n", &long];
    for file in files {
        let refusal = refused(import(&track, json!({"source": "old bot"}), file).await);
        assert_eq!(refusal, "422 invalid_value field=body");
    }
    for source in [" ", &"x".repeat(41), "two\nlines"] {
        let path = format!("/api/seasons/{}/import", track.season);
        let request = track
            .app
            .raw(Method::POST, &path)
            .query(&[("source", source)]);
        let request = request.header("content-type", "text/csv");
        let answer = request.body("user_id,points\n1,10\n").send().await.unwrap();
        let refusal = refusal(&answer.json().await.unwrap());
        assert_eq!(refusal, "422 invalid_value field=source");
    }
}

#[tokio::test]
async fn an_import_is_csv_in_utf_8_of_half_a_megabyte() {
    let track = three().await;
    let path = format!("/api/seasons/{}/import?source=x&dry_run=true", track.season);
    let row = b"user_id,points,reason\n404,1,".to_vec();
    let sized = |size: usize| {
        let mut file = row.clone();
        file.resize(size, b'x');
        file
    };
    let cases = [
        ("text/csv; charset=utf-8", row.clone(), 200),
        ("text/csv", sized(512 << 10), 200),
        ("text/csv", sized((512 << 10) + 1), 413),
        ("text/csv", [row.clone(), vec![0xff]].concat(), 400),
        ("application/json", b"{}".to_vec(), 415),
    ];
    for (number, (kind, body, expected)) in cases.into_iter().enumerate() {
        let request = track.app.raw(Method::POST, &path);
        let request = request.header("content-type", kind).body(body);
        let keyed = request.try_clone().unwrap();
        let keyed = keyed.header("idempotency-key", number);
        for request in [request, keyed] {
            let status = request.send().await.unwrap().status();
            assert_eq!(status, expected, "case {number}");
        }
    }
}
