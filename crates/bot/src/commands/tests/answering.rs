//! How answers travel, whatever the command.

use super::plant_zone;
use crate::test::{
    Harness, command, option,
    stub_api::{member, problem, with},
    subcommand,
};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_quick_answer_is_the_first_response() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("POST /api/members", 201, member("201", "Ada"));
    let sent = harness
        .interact(2, command("register", json!([option("name", "Ada")])))
        .await;
    assert_eq!(sent.len(), 1);
    let (what, body) = &sent[0];
    assert!(what.starts_with("POST /interactions/"), "{what}");
    assert_eq!(body["type"], 4);
    assert_eq!(body["data"]["flags"], 64);
    assert_eq!(body["data"]["allowed_mentions"]["parse"], json!([]));
}

#[tokio::test]
async fn the_budget_counts_from_discords_time() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("POST /api/members", 201, member("201", "Ada"));
    let register = command("register", json!([option("name", "Ada")]));
    let sent = harness
        .interact_after(Duration::from_millis(2200), 2, register)
        .await;
    let what: Vec<_> = sent.iter().map(|(what, _)| what.as_str()).collect();
    assert_eq!(sent[0].1, json!({"type": 5, "data": {"flags": 64}}));
    assert_eq!(
        what[1],
        "PATCH /webhooks/100/secret-token/messages/@original"
    );
    assert_eq!(sent[1].1["allowed_mentions"]["parse"], json!([]));
    assert!(
        sent[1].1["content"]
            .as_str()
            .unwrap()
            .starts_with("Welcome, **Ada**!")
    );
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_deferred() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("POST /api/members", 201, member("201", "Ada"));
    harness.api.hold("POST /api/members");
    let interact = harness.interact(2, command("register", json!([option("name", "Ada")])));
    let release = async {
        harness.deferred().await;
        harness.api.release();
    };
    let (sent, ()) = tokio::join!(interact, release);
    assert_eq!(sent[0].1["type"], 5);
    assert_eq!(sent.len(), 2);
    assert_eq!(harness.api.asked_for("POST /api/members").len(), 1);
}

#[tokio::test]
async fn a_slow_button_defers_an_update_and_explains_in_a_message_of_its_own() {
    let harness = Harness::start().await;
    harness
        .api
        .refuse("POST /api/members/202/verify", 403, "forbidden");
    let press = json!({"component_type": 2, "custom_id": "v1:verify:202", "id": 3});
    let sent = harness
        .interact_after(Duration::from_millis(2200), 3, press)
        .await;
    assert_eq!(sent[0].1, json!({"type": 6}));
    let (what, body) = &sent[1];
    assert_eq!(what, "POST /webhooks/100/secret-token");
    assert_eq!(body["flags"], 64);
}

#[tokio::test]
async fn a_form_is_never_deferred() {
    let harness = Harness::start().await;
    let press = json!({"component_type": 2, "custom_id": "v1:reject:202", "id": 3});
    let sent = harness
        .interact_after(Duration::from_millis(2200), 3, press)
        .await;
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].1["type"], 9);
}

#[tokio::test]
async fn what_discord_does_not_take_is_apologised_for() {
    let harness = Harness::start().await;
    let token = json!({
        "id": "900", "name": "sheet", "created_at": "2026-03-01T12:00:00Z",
        "expires_at": "2026-03-31T12:00:00Z", "last_used_at": null, "revoked_at": null, "active": true,
    });
    let created = json!({"token": "x".repeat(3000), "access_token": token});
    harness.api.plant("POST /api/tokens", 201, created);
    let options = subcommand("create", json!([option("name", "sheet")]));
    let late = Duration::from_millis(2200);
    let sent = harness
        .interact_after(late, 2, command("token", options))
        .await;
    assert_eq!(sent.len(), 2);
    let text = sent[1].1["content"].as_str().unwrap();
    assert!(
        text.starts_with("Something went wrong, reference `bot-"),
        "{text}"
    );
}

#[tokio::test]
async fn a_failure_shows_its_reference() {
    let harness = Harness::start().await;
    harness.api.refuse("POST /api/members", 500, "internal");
    let sent = harness
        .interact(2, command("register", json!([option("name", "Ada")])))
        .await;
    let asked = harness.api.asked_for("POST /api/members");
    let text = sent[0].1["data"]["content"].as_str().unwrap();
    let reference = &asked[0].headers["x-request-id"];
    assert!(
        text.contains(&format!("Something went wrong, reference `{reference}`")),
        "{text}"
    );
}

#[tokio::test]
async fn buttons_of_other_versions_say_so() {
    let harness = Harness::start().await;
    let expected = "← message, only for them\n\
                    This button is from an earlier version; run the command again.\n";
    for id in [
        "v0:members:-:1",
        "v1:gone",
        "v1:members",
        "v1:members:-:0",
        "v1:verify:x",
        "?",
    ] {
        assert_eq!(harness.press(id).await, expected, "{id}");
    }
}

#[tokio::test]
async fn unknown_commands_and_options_ask_for_another_try() {
    let harness = Harness::start().await;
    let expected = "← message, only for them\nThat command was just updated. Please try again.\n";
    assert_eq!(harness.command("gone", json!([])).await, expected);
    assert_eq!(harness.command("register", json!([])).await, expected);
    assert_eq!(
        harness
            .command("register", json!([option("nom", "Ada")]))
            .await,
        expected
    );
}

#[tokio::test]
async fn a_direct_message_gets_a_kind_answer() {
    let harness = Harness::start().await;
    let sent = harness.interact_in_dm(command("me", json!([]))).await;
    assert_eq!(sent.len(), 1);
    let text = sent[0].1["data"]["content"].as_str().unwrap();
    assert!(text.starts_with("Paddock works inside a server."), "{text}");
}

#[tokio::test]
async fn overwrites_of_a_channel_give_no_rights_in_the_server() {
    use twilight_gateway::Event;
    use twilight_model::{gateway::payload::incoming::GuildCreate, guild::Guild};
    let harness = Harness::start().await;
    let mut guild = crate::test::guild_create();
    guild["owner_id"] = "999".into();
    let guild: Guild = serde_json::from_value(guild).unwrap();
    harness
        .bot
        .guilds
        .apply(&Event::GuildCreate(Box::new(GuildCreate::Available(guild))));
    harness
        .api
        .refuse("GET /api/members/me", 404, "not_registered");
    harness.command("me", json!([])).await;
    // The interaction says 2147483680: Manage Server (32), which role 402 gives, and 2^31, which
    // none does.
    assert_eq!(
        harness.api.asked_for("GET /api/members/me")[0].headers["x-permissions"],
        "32"
    );
}

#[tokio::test]
async fn a_value_that_is_not_allowed_is_refused_by_the_name_of_its_option() {
    let harness = Harness::start().await;
    // By the type of the option, before the API is asked.
    let register = json!([option("name", "  ")]);
    insta::assert_snapshot!(harness.command("register", register).await, @"
    ← message, only for them
    `name` cannot be used: expected 1 to 60 characters in one line. Change it and try again.
    ");
    // It is not its length that is wrong.
    let register = json!([option("name", "Ada\u{2800}")]);
    insta::assert_snapshot!(harness.command("register", register).await, @"
    ← message, only for them
    `name` cannot be used: expected 1 to 60 characters in one line; character 4, U+2800, looks like a blank. Change it and try again.
    ");
    plant_zone(&harness, "UTC");
    let season = subcommand(
        "create",
        json!([
            option("name", "Winter"),
            option("start", "2026-12-01"),
            option("end", "2026-11-01"),
        ]),
    );
    let refusal = json!({"field": "ends_at", "detail": "expected an end after the start."});
    let refusal = with(problem(422, "invalid_value"), refusal);
    harness.api.plant("POST /api/seasons", 422, refusal);
    let shown = harness.command("season", season).await;
    insta::assert_snapshot!(shown.lines().last().unwrap(), @r#"
    ```
    "#);
}
