use crate::test::{Harness, focused, option, stub_api::with, subcommand};
use serde_json::{Value, json};

fn token(id: &str, name: &str) -> Value {
    json!({
        "id": id, "name": name, "created_at": "2026-03-01T12:00:00Z", "expires_at": "2026-03-31T12:00:00Z",
        "last_used_at": null, "revoked_at": null, "active": true,
    })
}

#[tokio::test]
async fn a_token_is_shown_once() {
    let harness = Harness::start().await;
    let created = json!({"token": "eyJh.bGci.OiJI", "access_token": token("900", "my_sheet")});
    harness.api.plant("POST /api/tokens", 201, created);
    let options = subcommand(
        "create",
        json!([option("name", "my_sheet"), option("days", 30)]),
    );
    insta::assert_snapshot!(harness.command("token", options).await, @r#"
    → POST /api/tokens {"expires_in_minutes":43200,"name":"my_sheet"} (once)
    ← message, only for them
    Your token **my\_sheet**, shown only this once. Keep it like a password:
    ```
    eyJh.bGci.OiJI
    ```
    Send it as `Authorization: Bearer …`. It expires <t:1774958400:R>.
    "#);
}

#[tokio::test]
async fn without_days_the_api_decides() {
    let harness = Harness::start().await;
    harness
        .api
        .refuse("POST /api/tokens", 403, "api_access_required");
    let options = subcommand("create", json!([option("name", "sheet")]));
    insta::assert_snapshot!(harness.command("token", options).await, @r#"
    → POST /api/tokens {"name":"sheet"} (once)
    ← message, only for them
    You have no API access yet. Ask an admin to approve you with `/access grant`.
    "#);
}

#[tokio::test]
async fn tokens_tell_how_they_stand() {
    let harness = Harness::start().await;
    let used = json!({"last_used_at": "2026-03-02T12:00:00Z"});
    let revoked = json!({"active": false, "revoked_at": "2026-03-03T12:00:00Z"});
    let items = [
        with(token("900", "sheet"), used),
        with(token("901", "old"), revoked),
        with(token("902", "expired"), json!({"active": false})),
    ];
    harness.api.plant(
        "GET /api/tokens",
        200,
        json!({"items": items, "next_cursor": null}),
    );
    insta::assert_snapshot!(harness.command("token", subcommand("list", json!([]))).await, @"
    → GET /api/tokens?limit=10
    ← message, only for them
    # Your API tokens
    🔑 **sheet** · expires <t:1774958400:R> · used <t:1772452800:R>
    ▫️ **old** · revoked <t:1772539200:R> · never used
    ▫️ **expired** · no longer works · expiry <t:1774958400:R> · never used
    ");
}

#[tokio::test]
async fn a_token_is_revoked_by_its_suggestion() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("DELETE /api/tokens/900", 204, Value::Null);
    let options = subcommand("revoke", json!([option("token", "id:900")]));
    insta::assert_snapshot!(harness.command("token", options).await, @"
    → DELETE /api/tokens/900 (once)
    ← message, only for them
    The token is revoked and has stopped working.
    ");
}

#[tokio::test]
async fn a_name_of_no_token_is_not_guessed() {
    let harness = Harness::start().await;
    let page = json!({"items": [token("902", "bot")], "next_cursor": null});
    harness.api.plant("GET /api/tokens", 200, page);
    let options = subcommand("revoke", json!([option("token", "sheet")]));
    insta::assert_snapshot!(harness.command("token", options).await, @"
    → GET /api/tokens?limit=200
    ← message, only for them
    No token of yours is called “sheet”. There are: bot (made 2026-03-01).
    ");
}

async fn suggestions(harness: &Harness, typed: &str) -> Value {
    let options = subcommand("revoke", json!([focused("token", typed)]));
    harness.suggestions("token", options).await
}

#[tokio::test]
async fn suggestions_are_active_tokens_with_the_typed_text() {
    let harness = Harness::start().await;
    let inactive = with(token("901", "sheet, old"), json!({"active": false}));
    let items = [token("900", "My Sheet"), inactive, token("902", "bot")];
    harness.api.plant(
        "GET /api/tokens",
        200,
        json!({"items": items, "next_cursor": null}),
    );
    let expected = json!([{"name": "My Sheet (made 2026-03-01)", "value": "id:900"}]);
    assert_eq!(suggestions(&harness, "shEE").await, expected);
    assert_eq!(suggestions(&harness, "").await.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn suggestions_keep_discords_limits() {
    let harness = Harness::start().await;
    let items: Vec<_> = (1..=40)
        .map(|n| token(&n.to_string(), &"ü".repeat(60)))
        .collect();
    harness.api.plant(
        "GET /api/tokens",
        200,
        json!({"items": items, "next_cursor": null}),
    );
    let choices = suggestions(&harness, "").await;
    let choices = choices.as_array().unwrap();
    assert_eq!(choices.len(), 25);
    assert!(
        choices
            .iter()
            .all(|choice| choice["name"].as_str().unwrap().chars().count() <= 100)
    );
}

#[tokio::test]
async fn without_the_api_nothing_is_suggested() {
    let harness = Harness::start().await;
    harness.api.refuse("GET /api/tokens", 500, "internal");
    assert_eq!(suggestions(&harness, "x").await, json!([]));
}
