//! Connected iRacing accounts, with an API that answers what [`Harness::api`](crate::test::Harness) was
//! given.

use crate::test::{Harness, stub_api::with};
use serde_json::{Value, json};

const STATUS: &str = "GET /api/iracing/status";
const SESSIONS: &str = "GET /api/iracing/sessions";

fn status() -> Value {
    json!({
        "connected": true, "custId": 812_345, "displayName": "Mara_Lindqvist",
        "expiresAt": "2026-12-08T18:00:00Z", "isExpired": false,
        "lastSyncedAt": "2026-12-01T18:00:00Z", "connectedAt": "2026-12-01T17:00:00Z",
    })
}

fn none() -> Value {
    json!({
        "connected": false, "custId": null, "displayName": null, "expiresAt": null,
        "isExpired": false, "lastSyncedAt": null, "connectedAt": null,
    })
}

fn driven(track: &str) -> Value {
    json!({
        "sessionId": 296_100_500, "sessionType": "league", "leagueId": 7100,
        "leagueName": "Northern Endurance Cup", "trackName": track, "carName": "BMW M4 GT3",
        "startTime": "2026-12-01T19:30:00Z",
        "participant": {
            "lapsCompleted": 26, "bestLapTime": 118.4206, "incidents": 4, "finishPosition": 1,
        },
    })
}

#[tokio::test]
async fn connecting_gives_a_link_for_this_member_alone() {
    let harness = Harness::start().await;
    harness.api.plant(STATUS, 200, none());
    let invitation = json!({
        "url": "https://paddock.example.org/connections/invited?invitation=abc",
        "expires_at": "2026-12-01T18:10:00Z",
    });
    harness
        .api
        .plant("POST /api/iracing/invitations", 201, invitation);
    insta::assert_snapshot!(harness.command("connect", json!([])).await, @r#"
    → GET /api/iracing/status
    → POST /api/iracing/invitations (once)
    ← message, only for them
    The button leads to iRacing's own page, where you sign in and allow Paddock to read your league and hosted sessions. It is for you alone, works once, and ends <t:1796148600:R>. Nobody sees your iRacing name unless you agree with `/link`.
    ["Connect iRacing"] null
    "#);
}

#[tokio::test]
async fn an_address_of_which_discord_makes_no_button_is_text() {
    for (url, is_button) in [
        (
            "http://127.0.0.1:3000/connections/invited?invitation=abc",
            true,
        ),
        (
            "https://localhost/connections/invited?invitation=abc",
            false,
        ),
        (
            "http://paddock:3000/connections/invited?invitation=abc",
            false,
        ),
    ] {
        let harness = Harness::start().await;
        harness.api.plant(STATUS, 200, none());
        let invitation = json!({"url": url, "expires_at": "2026-12-01T18:10:00Z"});
        harness
            .api
            .plant("POST /api/iracing/invitations", 201, invitation);
        let shown = harness.command("connect", json!([])).await;
        assert_eq!(
            shown.contains("[\"Connect iRacing\"]"),
            is_button,
            "{shown}"
        );
        assert_eq!(shown.contains(&format!("`{url}`")), !is_button, "{shown}");
    }
}

#[tokio::test]
async fn a_connection_that_iracing_ended_is_named() {
    let harness = Harness::start().await;
    harness
        .api
        .plant(STATUS, 200, with(status(), json!({"isExpired": true})));
    let invitation = json!({
        "url": "https://paddock.example.org/connections/invited?invitation=abc",
        "expires_at": "2026-12-01T18:10:00Z",
    });
    harness
        .api
        .plant("POST /api/iracing/invitations", 201, invitation);
    let shown = harness.command("connect", json!([])).await;
    assert!(shown.contains("iRacing ended the connection"), "{shown}");
}

#[tokio::test]
async fn disconnecting_asks_first() {
    let harness = Harness::start().await;
    harness.api.plant(STATUS, 200, status());
    insta::assert_snapshot!(harness.command("disconnect", json!([])).await, @r#"
    → GET /api/iracing/status
    ← message, only for them
    Disconnect **Mara\_Lindqvist**? Paddock then reads no more sessions of yours. What you drove stays, and so does your link; `/link remove:True` takes that away.
    ["Disconnect"] "v1:iracing-disconnect"
    "#);
    let harness = Harness::start().await;
    harness
        .api
        .plant("DELETE /api/iracing/connection", 204, Value::Null);
    insta::assert_snapshot!(harness.press("v1:iracing-disconnect").await, @"
    → DELETE /api/iracing/connection (once)
    ← update
    Your iRacing account is disconnected, and Paddock's access is given back to iRacing. What you drove stays; `/privacy delete` removes everything about you.
    ");
    let harness = Harness::start().await;
    harness.api.plant(STATUS, 200, none());
    insta::assert_snapshot!(harness.command("disconnect", json!([])).await, @"
    → GET /api/iracing/status
    ← message, only for them
    You have connected no iRacing account. `/connect` connects one.
    ");
}

#[tokio::test]
async fn sessions_are_listed_page_by_page() {
    let harness = Harness::start().await;
    let sessions: Vec<_> = (0..10).map(|_| driven("Silverstone Circuit")).collect();
    let part = json!({"sessions": sessions, "total": 12, "limit": 10, "offset": 0});
    harness.api.plant(SESSIONS, 200, part);
    let first = harness.command("sessions", json!([])).await;
    assert!(first.contains("v1:driven-sessions:-:2:10"), "{first}");
    let harness = Harness::start().await;
    let unknown = json!({
        "sessionId": null, "sessionType": "hosted", "leagueId": null, "leagueName": null,
        "trackName": null, "carName": null, "startTime": null,
        "participant": {
            "lapsCompleted": null, "bestLapTime": null, "incidents": null, "finishPosition": null,
        },
    });
    let sessions = json!([driven("Spa_Francorchamps"), unknown]);
    let part = json!({"sessions": sessions, "total": 12, "limit": 10, "offset": 10});
    harness.api.plant(SESSIONS, 200, part);
    insta::assert_snapshot!(harness.press("v1:driven-sessions:-:2:10").await, @r#"
    → GET /api/iracing/sessions?limit=10&offset=10
    ← update
    # Your sessions
    **Spa\_Francorchamps** · Northern Endurance Cup · <t:1796153400:R>
    P1 · 26 laps · best 1:58.421 · 4x · BMW M4 GT3
    **Unknown track** · Hosted
    iRacing has given no results yet
    Page 2
    ["◀ Previous"] "v1:driven-sessions:-:1"
    "#);
}

#[tokio::test]
async fn a_sync_says_what_is_missing() {
    let harness = Harness::start().await;
    let synced = json!({
        "message": "2 sessions were read from iRacing.", "synced": 2, "errors": 1,
        "errorDetails": ["Session 82320777: iRacing has no results of it yet."],
    });
    harness.api.plant("POST /api/iracing/sync", 200, synced);
    insta::assert_snapshot!(harness.command("syncsessions", json!([])).await, @"
    → POST /api/iracing/sync
    ← message, only for them
    ⚠️ 2 sessions were read from iRacing.
    Session 82320777: iRacing has no results of it yet.
    `/sessions` shows them.
    ");
    let harness = Harness::start().await;
    harness
        .api
        .refuse("POST /api/iracing/sync", 401, "iracing_connection_expired");
    insta::assert_snapshot!(harness.command("syncsessions", json!([])).await, @"
    → POST /api/iracing/sync
    ← message, only for them
    iRacing ended the connection of your account. `/connect` connects it again; nothing is lost.
    ");
}
