//! The example of each body, which the page at `/docs` offers to send, does what the operation is for.

use crate::hall::HALL;
use crate::helpers::{ADMINISTRATOR, BOT_KEY, GUILD, given};
use crate::tenants::Everything;
use paddock_api_types::members::Level;
use paddock_api_types::operations::{self, Declaration, Method};
use paddock_api_types::{AttendanceSessionId, AwardId, EffectId};
use serde_json::{Value, json};

/// What the operation needs besides everything, and what stands in the example for it.
async fn prepare(guild: &Everything, operation: &Declaration, example: &mut Value) {
    let admin = guild.track.admin();
    let session: AttendanceSessionId = guild.ids["session_id"].parse().unwrap();
    match operation.id {
        "check_in" => {
            let codes = admin.list_attendance_codes(session).await.unwrap();
            example["code"] = json!(codes.codes[0].code);
        }
        "open_attendance_session" | "match_round_attendance" => {
            let elsewhere = given(json!({"attendance_channel_id": "71"}));
            admin.update_guild(&elsewhere).await.unwrap();
        }
        "lease_effects" | "complete_effect" | "fail_effect" => {
            let effect: EffectId = guild.ids["effect_id"].parse().unwrap();
            admin.retry_effect(effect).await.unwrap();
            if operation.id != "lease_effects" {
                let leased = guild.track.app.lease().await;
                let leased = leased.iter().find(|it| it.id == effect).unwrap();
                example["attempt"] = json!(leased.attempt);
            }
        }
        // Ada holds the number of the path.
        "claim_number" => {
            let query = given(json!({}));
            let ada = guild.track.app.member(1);
            ada.release_number(crate::garage::car("7"), &query)
                .await
                .unwrap();
        }
        "add_staff" => admin.remove_staff(crate::helpers::user(1)).await.unwrap(),
        "update_award" => {
            let award: AwardId = guild.ids["award_id"].parse().unwrap();
            let nothing = given(json!({}));
            admin.deliver_award(award, &nothing).await.unwrap();
        }
        "offer_number_trade" => example["user_id"] = json!("2"),
        "import_points" | "import_numbers" => {
            let file = example.as_str().unwrap();
            *example = json!(file.replace("1234567890123456789", &guild.ids["user_id"]));
        }
        _ => {}
    }
}

/// Sends the example as a member of the level that is needed, and says how it went.
async fn send(operation: &Declaration) -> Result<(), String> {
    let guild = Everything::new().await;
    let mut example = guild.example(operation);
    prepare(&guild, operation, &mut example).await;
    let own = operation
        .caller
        .level()
        .is_some_and(|level| level < Level::Manager);
    let method = operation.method.as_str().parse().unwrap();
    let request = guild.track.app.request(method, &guild.path(operation));
    let request = request
        .header("x-api-key", BOT_KEY)
        .header("x-guild-id", GUILD)
        .header("x-channel-id", HALL)
        .header("x-user-id", if own { 1 } else { 77 })
        .header("x-permissions", if own { 0 } else { ADMINISTRATOR });
    let request = match &example {
        Value::String(file) => {
            let source = (operation.id == "import_points").then_some(("source", "elsewhere"));
            request
                .query(source.as_slice())
                .header("content-type", "text/csv")
                .body(file.clone())
        }
        _ => request.json(&example),
    };
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let other = operation.other.map(|(status, _)| status);
    if status == operation.status || Some(status) == other {
        return Ok(());
    }
    let answer = answer.text().await.unwrap();
    Err(format!("{}: {status} {answer}", operation.id))
}

async fn send_each(method: Method, at_least: usize) {
    let (mut sent, mut failed) = (0, Vec::new());
    let with_body = operations::all().filter(|it| it.example.is_some());
    for operation in with_body.filter(|it| it.method == method) {
        failed.extend(Box::pin(send(operation)).await.err());
        sent += 1;
    }
    assert!(failed.is_empty(), "{failed:#?}");
    assert!(sent >= at_least, "{sent}");
}

#[tokio::test]
async fn what_a_post_offers_is_done() {
    send_each(Method::POST, 20).await;
}

#[tokio::test]
async fn what_a_put_offers_is_done() {
    send_each(Method::PUT, 7).await;
}

#[tokio::test]
async fn what_a_patch_offers_is_done() {
    send_each(Method::PATCH, 7).await;
}

#[test]
fn every_body_has_an_example_and_a_patch_changes_one_field_to_a_value() {
    let document = serde_json::to_value(paddock_api::openapi()).unwrap();
    let mut found = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let contents = operation["requestBody"]["content"].as_object();
            for content in contents.into_iter().flatten().map(|(_, content)| content) {
                let example = content.get("example");
                let example = example.unwrap_or_else(|| panic!("{method} {path} has none"));
                if method == "patch" {
                    let fields = example.as_object().unwrap();
                    let values = fields.values().filter(|value| !value.is_null());
                    assert_eq!((fields.len(), values.count()), (1, 1), "{path}: {example}");
                }
                found += 1;
            }
        }
    }
    assert!(found > 30, "{found}");
}
