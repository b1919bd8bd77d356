//! What a newcomer finds on the first start: a league in the middle of its season.

use paddock_api_types::members::MemberStatus;
use paddock_e2e::{Callers, Installation, all_members, eventually};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A query with these fields.
fn query<Q: DeserializeOwned>(fields: Value) -> Q {
    serde_json::from_value(fields).expect("the fields are the query's")
}

#[tokio::test]
async fn the_people_have_played_their_season_up_to_today() {
    let mut installation = Installation::bare().without("SIM_STORY");
    let mut process = installation.start(&[]);
    process
        .until_printed("has played its Winter Cup up to today")
        .await;
    let log = process.stderr();
    assert!(!log.contains("the story goes on without"), "{log}");
    let url = format!("http://{}", process.address().await);
    let root = Callers::new(&url, &installation.secret("bot-api-key")).root();
    let all = json!({"limit": 100});

    let members = all_members(&root).await;
    assert_eq!(members.len(), 11);
    assert!(members.iter().all(|it| it.status == MemberStatus::Verified));

    let season = root.get_current_season(&query(json!({}))).await.unwrap();
    let table = root
        .get_leaderboard(season.id, &query(all.clone()))
        .await
        .unwrap();
    assert_eq!(table.items[0].display_name, "Jonas Berg");
    assert_eq!(table.items[0].points, 105);
    let waiting = json!({"state": "pending", "season_id": season.id});
    let waiting = root.list_submissions(&query(waiting)).await.unwrap();
    assert_eq!(waiting.items.len(), 2);

    // The roster comes when the service has asked for it, by `/sync` or on its own.
    let clashes = eventually("a number is another driver's", async || {
        let clashes = query(json!({"kind": "clash"}));
        let clashes = root.list_league_differences(&clashes).await.unwrap();
        Some(clashes.items).filter(|items| !items.is_empty())
    })
    .await;
    assert_eq!(clashes.len(), 1);
    let results = root.list_results(&query(all.clone())).await.unwrap();
    assert_eq!(results.items.len(), 3);
    let staff = root.get_staff_roster().await.unwrap();
    assert_eq!(staff.members.len(), 3);
    let sessions = root.list_attendance_sessions(&query(all)).await.unwrap();
    assert!(sessions.items.iter().all(|it| it.closed_at.is_none()));
    assert_eq!(sessions.items.len(), 1);
}
