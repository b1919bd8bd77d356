//! Files of standings, ledger and submissions.

use crate::helpers::{given, named, user};
use crate::track::Track;
use reqwest::Method;
use serde_json::json;
use std::fmt::Write;

/// A file with the ids that Paddock gave replaced: nothing else has as many digits.
fn shown(file: &str) -> String {
    let mut text = String::new();
    let mut digits = String::new();
    for it in file.chars().chain(['\n']) {
        if it.is_ascii_digit() {
            digits.push(it);
            continue;
        }
        text += if digits.len() > 15 { "[id]" } else { &digits };
        digits.clear();
        text.push(it);
    }
    text.replace("\r\n", "\\r\\n\n")
}

#[tokio::test]
async fn standings_are_exported_with_correct_places_over_ties() {
    let track = Track::new().await;
    track.rank("=Bronze", 20).await;
    for (id, name, points) in [
        (1, "Ada, \"the first\"", 30),
        (2, "=1+1", 20),
        (3, "@Cleo", 20),
        (4, "-Dan", -5),
        (5, "Eve = Eve", 10),
        (6, "+Fox", 10),
    ] {
        track.joined(id, name).await;
        track.adjust(id, points).await;
    }
    let file = track.admin().export_standings(track.season).await.unwrap();
    insta::assert_snapshot!(shown(&file), @r#"
        place,user_id,display_name,points,rank\r\n
        1,1,"Ada, ""the first""",30,'=Bronze\r\n
        2,2,'=1+1,20,'=Bronze\r\n
        2,3,'@Cleo,20,'=Bronze\r\n
        4,5,Eve = Eve,10,\r\n
        4,6,'+Fox,10,\r\n
        6,4,'-Dan,-5,\r\n
    "#);
}

#[tokio::test]
async fn the_ledger_is_exported_oldest_first() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    track.approved(&ada, 2).await;
    track.set(json!({"auto_approve_submissions": true})).await;
    ada.create_submission(&track.races(1)).await.unwrap();
    let by_hand = given(json!({"user_id": "1", "points": -5, "reason": "=cmd(),\nreally"}));
    let admin = track.admin();
    admin.adjust_points(track.season, &by_hand).await.unwrap();
    let file = admin.export_ledger(track.season).await.unwrap();
    insta::assert_snapshot!(shown(&file), @r#"
        entry_id,created_at,user_id,kind,points,submission_id,actor_id,reason\r\n
        [id],2026-11-21T12:00:00Z,1,submission,20,[id],77,\r\n
        [id],2026-11-21T12:00:00Z,1,submission,10,[id],1,\r\n
        [id],2026-11-21T12:00:00Z,1,adjustment,-5,,77,"'=cmd(),
        really"\r\n
    "#);
}

#[tokio::test]
async fn submissions_are_exported_oldest_first() {
    let track = Track::new().await;
    let ada = track.joined(1, "+Ada").await;
    track.approved(&ada, 2).await;
    let new = track.handing_in(json!({
        "note": "@everyone \"look\"", "proof_url": "https://example.com/a,b"
    }));
    let id = ada.create_submission(&new).await.unwrap().submission.id;
    let reason = given(json!({"reason": "-1, no proof"}));
    track.admin().reject_submission(id, &reason).await.unwrap();
    track.submitted(&ada, 1).await;
    let file = track
        .admin()
        .export_submissions(track.season)
        .await
        .unwrap();
    insta::assert_snapshot!(shown(&file), @r#"
        submission_id,submitted_at,user_id,display_name,item,quantity,points_each,points,state,submitted_by,decided_by,decided_at,reason,note,proof_url\r\n
        [id],2026-11-21T12:00:00Z,1,'+Ada,Race,2,10,20,approved,1,77,2026-11-21T12:00:00Z,,,\r\n
        [id],2026-11-21T12:00:00Z,1,'+Ada,Race,1,10,10,rejected,1,77,2026-11-21T12:00:00Z,"'-1, no proof","'@everyone ""look""","https://example.com/a,b"\r\n
        [id],2026-11-21T12:00:00Z,1,'+Ada,Race,1,10,10,pending,1,,,,,\r\n
    "#);
}

#[tokio::test]
async fn an_empty_table_is_a_line_of_names() {
    let track = Track::new().await;
    let (admin, id) = (track.admin(), track.season);
    for file in [
        admin.export_standings(id).await.unwrap(),
        admin.export_ledger(id).await.unwrap(),
        admin.export_submissions(id).await.unwrap(),
    ] {
        assert!(
            file.ends_with("\r\n") && file.lines().count() == 1,
            "{}",
            file.0
        );
    }
}

#[tokio::test]
async fn a_file_is_a_download_with_a_name() {
    let track = Track::new().await;
    for table in ["standings", "ledger", "submissions"] {
        let path = format!("/api/seasons/{}/{table}.csv", track.season);
        let response = track.app.raw(Method::GET, &path).send().await.unwrap();
        let headers = response.headers();
        assert_eq!(headers["content-type"], "text/csv; charset=utf-8");
        let name = format!(
            "attachment; filename=\"season-{}-{table}.csv\"",
            track.season
        );
        assert_eq!(headers["content-disposition"], name);
    }
}

/// Read a thousand rows at a time.
#[tokio::test(flavor = "multi_thread")]
async fn places_go_on_over_the_pages_of_a_long_table() {
    let track = Track::unlimited().await;
    let members: Vec<i64> = (1..=1003).collect();
    let tasks = members.chunks(20).map(|members| {
        let (admin, members) = (track.admin(), members.to_vec());
        let clients: Vec<_> = members.iter().map(|id| track.app.member(*id)).collect();
        tokio::spawn(async move {
            for (id, client) in members.into_iter().zip(clients) {
                client.register_member(&named("Somebody")).await.unwrap();
                admin.verify_member(user(id), None).await.unwrap();
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    // 2, 999 and 2 with the same points: those in the middle share a place over the break.
    let points = |id: &i64| 30 - 10 * (i64::from(*id > 2) + i64::from(*id > 1001));
    let (admin, source) = (track.admin(), given(json!({"source": "old bot"})));
    // In parts that a build without optimisation imports well within the time of a request.
    for members in members.chunks(300) {
        let mut file = "user_id,points\n".to_owned();
        for id in members {
            writeln!(file, "{id},{}", points(id)).unwrap();
        }
        admin
            .import_points(track.season, &source, &Csv(file))
            .await
            .unwrap();
    }
    let file = admin.export_standings(track.season).await.unwrap();
    let places: Vec<_> = file
        .lines()
        .skip(1)
        .map(|row| row.split(',').next().unwrap())
        .collect();
    let expected = [vec!["1"; 2], vec!["3"; 999], vec!["1002"; 2]].concat();
    assert_eq!(places, expected);
}
use paddock_api_types::operations::Csv;
