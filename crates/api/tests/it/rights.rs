//! Each operation is for whom it is for, whichever way they come.

use crate::helpers::{ADMINISTRATOR, BOT_KEY, MANAGE_GUILD, ROOT, TestApp, code};
use paddock_api_types::ErrorCode;
use paddock_api_types::members::Level;
use reqwest::{Client, Method, StatusCode};

/// Every operation with the level it needs, or `bot` for the bot itself.
const OPERATIONS: &str = "
    GET /api/guild verified
    PATCH /api/guild manager
    GET /api/guild/checkup manager
    POST /api/members guest
    GET /api/members admin
    GET /api/members/me guest
    PATCH /api/members/me guest
    DELETE /api/members/me guest
    GET /api/members/me/export guest
    GET /api/members/{user_id} admin
    POST /api/members/{user_id}/verify admin
    POST /api/members/{user_id}/reject admin
    POST /api/members/{user_id}/ban admin
    POST /api/members/{user_id}/unban admin
    PUT /api/members/{user_id}/admin admin
    DELETE /api/members/{user_id}/admin admin
    PUT /api/members/{user_id}/api-access admin
    DELETE /api/members/{user_id}/api-access admin
    POST /api/seasons admin
    GET /api/seasons guest
    GET /api/seasons/current guest
    GET /api/seasons/{season_id} guest
    PATCH /api/seasons/{season_id} admin
    DELETE /api/seasons/{season_id} admin
    POST /api/seasons/{season_id}/close admin
    POST /api/seasons/{season_id}/clone admin
    POST /api/seasons/{season_id}/join verified
    GET /api/seasons/{season_id}/participants guest
    POST /api/items admin
    GET /api/items guest
    GET /api/items/{item_id} guest
    PATCH /api/items/{item_id} admin
    DELETE /api/items/{item_id} admin
    GET /api/seasons/{season_id}/items guest
    POST /api/seasons/{season_id}/ranks admin
    GET /api/seasons/{season_id}/ranks guest
    GET /api/seasons/{season_id}/leaderboard guest
    GET /api/seasons/{season_id}/ledger verified
    GET /api/seasons/{season_id}/summary verified
    POST /api/seasons/{season_id}/adjustments admin
    POST /api/seasons/{season_id}/import admin
    GET /api/seasons/{season_id}/standings.csv admin
    GET /api/seasons/{season_id}/ledger.csv admin
    GET /api/seasons/{season_id}/submissions.csv admin
    POST /api/submissions verified
    GET /api/submissions verified
    POST /api/submissions/{submission_id}/approve admin
    POST /api/submissions/{submission_id}/reject admin
    GET /api/awards verified
    POST /api/awards/{award_id}/deliver admin
    GET /api/attendance/settings manager
    PATCH /api/attendance/settings manager
    POST /api/attendance/sessions admin
    GET /api/attendance/sessions admin
    GET /api/attendance/sessions/{session_id} admin
    PATCH /api/attendance/sessions/{session_id} admin
    POST /api/attendance/sessions/{session_id}/close admin
    GET /api/attendance/sessions/{session_id}/code admin
    GET /api/attendance/sessions/{session_id}/missing admin
    GET /api/attendance/sessions/{session_id}/records admin
    PUT /api/attendance/sessions/{session_id}/records/{user_id} admin
    DELETE /api/attendance/sessions/{session_id}/records/{user_id} admin
    GET /api/attendance/sessions/{session_id}/wrong-codes admin
    POST /api/attendance/check-ins guest
    GET /api/attendance/report verified
    GET /api/attendance/export.csv admin
    GET /api/seasons/{season_id}/attendance-rule guest
    PUT /api/seasons/{season_id}/attendance-rule admin
    DELETE /api/seasons/{season_id}/attendance-rule admin
    GET /api/bot/attendance/displays bot
    PUT /api/bot/attendance/displays/{session_id} bot
    PUT /api/bot/attendance/expected/{session_id} bot
    PUT /api/seasons/{season_id}/items/{item_id} admin
    DELETE /api/seasons/{season_id}/items/{item_id} admin
    GET /api/seasons/{season_id}/ranks/{rank_id} guest
    PATCH /api/seasons/{season_id}/ranks/{rank_id} admin
    DELETE /api/seasons/{season_id}/ranks/{rank_id} admin
    POST /api/seasons/{season_id}/ranks/{rank_id}/prizes admin
    GET /api/seasons/{season_id}/ranks/{rank_id}/prizes guest
    DELETE /api/seasons/{season_id}/ranks/{rank_id}/prizes/{prize_id} admin
    GET /api/submissions/{submission_id} verified
    PATCH /api/submissions/{submission_id} verified
    DELETE /api/submissions/{submission_id} verified
    POST /api/tokens verified
    GET /api/tokens guest
    DELETE /api/tokens/{token_id} guest
    GET /api/audit admin
    GET /api/effects admin
    DELETE /api/effects/{effect_id} admin
    POST /api/effects/{effect_id}/retry admin
    POST /api/bot/effects/lease bot
    POST /api/bot/effects/{effect_id}/done bot
    POST /api/bot/effects/{effect_id}/failed bot
    PUT /api/bot/guild bot
    PUT /api/bot/members bot
    POST /api/bot/heartbeat bot
    GET /api/bot/heartbeat bot
";

fn operations() -> Vec<(Method, &'static str, Option<Level>)> {
    let rows = OPERATIONS
        .lines()
        .map(str::split_whitespace)
        .map(Vec::from_iter);
    let operation = |row: Vec<&'static str>| {
        let [method, path, caller] = row.as_slice() else {
            panic!("{row:?}");
        };
        let level = serde_json::from_value(serde_json::Value::from(*caller)).ok();
        (method.parse().unwrap(), *path, level)
    };
    rows.filter(|row| !row.is_empty()).map(operation).collect()
}

/// Asks with these headers and an empty object; what it is about does not matter, only whether the
/// caller gets past the door.
async fn ask(app: &TestApp, method: &Method, path: &str, headers: &[(&str, String)]) -> StatusCode {
    let path = path
        .split('/')
        .map(|part| if part.starts_with('{') { "404" } else { part })
        .collect::<Vec<_>>()
        .join("/");
    let mut request = Client::builder()
        .build()
        .unwrap()
        .request(method.clone(), format!("{}{path}", app.url))
        .json(&serde_json::json!({}));
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    request.send().await.unwrap().status()
}

fn through_bot(user: i64, permissions: u64) -> Vec<(&'static str, String)> {
    vec![
        ("x-api-key", BOT_KEY.to_owned()),
        ("x-guild-id", crate::helpers::GUILD.to_string()),
        ("x-user-id", user.to_string()),
        ("x-permissions", permissions.to_string()),
    ]
}

#[tokio::test]
async fn nobody_gets_in_without_a_credential_or_with_a_wrong_one() {
    let app = TestApp::spawn_with(&[("RATE_LIMIT_PER_MINUTE", "0")]).await;
    let wrong = [
        vec![],
        vec![
            ("x-api-key", "wrong".to_owned()),
            ("x-guild-id", "1".to_owned()),
            ("x-user-id", "1".to_owned()),
        ],
        vec![("authorization", "Bearer wrong".to_owned())],
        vec![("authorization", "Basic d3Jvbmc=".to_owned())],
    ];
    for (method, path, _) in operations() {
        for headers in &wrong {
            let status = ask(&app, &method, path, headers).await;
            assert_eq!(
                status,
                StatusCode::UNAUTHORIZED,
                "{method} {path} {headers:?}"
            );
        }
    }
}

#[tokio::test]
async fn each_level_opens_the_doors_up_to_it() {
    let app = TestApp::spawn().await;
    app.verified(1).await;
    let callers = [
        (Level::Guest, through_bot(500, 0)),
        (Level::Verified, through_bot(1, 0)),
        (Level::Manager, through_bot(500, MANAGE_GUILD)),
        (Level::Admin, through_bot(500, ADMINISTRATOR)),
        (Level::Root, through_bot(ROOT, 0)),
    ];
    // Deleting a caller would change what it is.
    let operations = operations()
        .into_iter()
        .filter(|(_, path, _)| !path.ends_with("/me"));
    for (method, path, required) in operations {
        let Some(required) = required else { continue };
        for (level, headers) in &callers {
            let status = ask(&app, &method, path, headers).await;
            let refused = status == StatusCode::FORBIDDEN;
            // Making tokens also needs an approval, which answers the same way.
            let expected =
                *level < required || (path == "/api/tokens" && method == Method::POST && refused);
            assert_eq!(refused, expected, "{method} {path} as {level:?}: {status}");
        }
    }
}

#[tokio::test]
async fn what_is_the_bots_is_not_for_members() {
    let app = TestApp::spawn().await;
    app.with_token(1).await;
    let token = app
        .member(1)
        .create_token(&crate::helpers::token("x"))
        .await
        .unwrap()
        .token;
    for (method, path, required) in operations() {
        if required.is_none() {
            let headers = [("authorization", format!("Bearer {token}"))];
            let status = ask(&app, &method, path, &headers).await;
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_token_has_only_the_rights_stored_here() {
    let app = TestApp::spawn().await;
    let ada = app.with_token(1).await;
    assert_eq!(code(ada.check_guild().await), ErrorCode::Forbidden);
    app.admin()
        .grant_admin(crate::helpers::user(1))
        .await
        .unwrap();
    ada.check_guild().await.unwrap();
}

#[tokio::test]
async fn the_bot_has_to_say_for_whom_it_speaks() {
    let app = TestApp::spawn().await;
    let all = through_bot(1, 0);
    for missing in ["x-guild-id", "x-user-id"] {
        let headers: Vec<_> = all
            .iter()
            .filter(|(name, _)| *name != missing)
            .cloned()
            .collect();
        let status = ask(&app, &Method::GET, "/api/members/me", &headers).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{missing}");
    }
    for (name, value) in [
        ("x-guild-id", "0"),
        ("x-user-id", "me"),
        ("x-role-ids", "1,two"),
        ("x-permissions", "-1"),
        ("x-channel-id", "#general"),
        ("authorization", "Bearer x"),
    ] {
        let mut headers = all.clone();
        headers.retain(|(header, _)| *header != name);
        headers.push((name, value.to_owned()));
        let status = ask(&app, &Method::GET, "/api/members/me", &headers).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{name}: {value}");
    }
}

#[test]
fn every_documented_operation_is_listed_here() {
    let document = serde_json::to_value(paddock_api::openapi()).unwrap();
    let mut documented = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        if path.starts_with("/api/") {
            let methods = item.as_object().unwrap().keys();
            documented.extend(methods.map(|method| format!("{} {path}", method.to_uppercase())));
        }
    }
    let mut listed: Vec<_> = operations()
        .iter()
        .map(|(method, path, _)| format!("{method} {path}"))
        .collect();
    documented.sort();
    listed.sort();
    assert_eq!(documented, listed);
}
