//! Each operation is for whom it is for, whichever way they come.

use crate::helpers::{ADMINISTRATOR, BOT_KEY, MANAGE_GUILD, ROOT, TestApp, code};
use paddock_api_types::ErrorCode;
use paddock_api_types::members::Level;
use reqwest::{Client, Method, StatusCode};

const SEASON_ITEM: &str = "/api/seasons/{season_id}/items/{item_id}";
const RANK: &str = "/api/seasons/{season_id}/ranks/{rank_id}";
const PRIZES: &str = "/api/seasons/{season_id}/ranks/{rank_id}/prizes";
const PRIZE: &str = "/api/seasons/{season_id}/ranks/{rank_id}/prizes/{prize_id}";
const SUBMISSION: &str = "/api/submissions/{submission_id}";

/// Every operation with the level it needs; `None` for the bot itself.
fn operations() -> Vec<(Method, &'static str, Option<Level>)> {
    let (get, post, put, patch, delete) = (
        Method::GET,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
    );
    let (guest, verified) = (Some(Level::Guest), Some(Level::Verified));
    let (manager, admin) = (Some(Level::Manager), Some(Level::Admin));
    vec![
        (get.clone(), "/api/guild", verified),
        (patch.clone(), "/api/guild", manager),
        (get.clone(), "/api/guild/checkup", manager),
        (post.clone(), "/api/members", guest),
        (get.clone(), "/api/members", admin),
        (get.clone(), "/api/members/me", guest),
        (patch.clone(), "/api/members/me", guest),
        (delete.clone(), "/api/members/me", guest),
        (get.clone(), "/api/members/me/export", guest),
        (get.clone(), "/api/members/{user_id}", admin),
        (post.clone(), "/api/members/{user_id}/verify", admin),
        (post.clone(), "/api/members/{user_id}/reject", admin),
        (post.clone(), "/api/members/{user_id}/ban", admin),
        (post.clone(), "/api/members/{user_id}/unban", admin),
        (put.clone(), "/api/members/{user_id}/admin", admin),
        (delete.clone(), "/api/members/{user_id}/admin", admin),
        (put.clone(), "/api/members/{user_id}/api-access", admin),
        (delete.clone(), "/api/members/{user_id}/api-access", admin),
        (post.clone(), "/api/seasons", admin),
        (get.clone(), "/api/seasons", guest),
        (get.clone(), "/api/seasons/current", guest),
        (get.clone(), "/api/seasons/{season_id}", guest),
        (patch.clone(), "/api/seasons/{season_id}", admin),
        (delete.clone(), "/api/seasons/{season_id}", admin),
        (post.clone(), "/api/seasons/{season_id}/close", admin),
        (post.clone(), "/api/seasons/{season_id}/clone", admin),
        (post.clone(), "/api/seasons/{season_id}/join", verified),
        (get.clone(), "/api/seasons/{season_id}/participants", guest),
        (post.clone(), "/api/items", admin),
        (get.clone(), "/api/items", guest),
        (get.clone(), "/api/items/{item_id}", guest),
        (patch.clone(), "/api/items/{item_id}", admin),
        (delete.clone(), "/api/items/{item_id}", admin),
        (get.clone(), "/api/seasons/{season_id}/items", guest),
        (put.clone(), SEASON_ITEM, admin),
        (delete.clone(), SEASON_ITEM, admin),
        (post.clone(), "/api/seasons/{season_id}/ranks", admin),
        (get.clone(), "/api/seasons/{season_id}/ranks", guest),
        (get.clone(), RANK, guest),
        (patch.clone(), RANK, admin),
        (delete.clone(), RANK, admin),
        (post.clone(), PRIZES, admin),
        (get.clone(), PRIZES, guest),
        (delete.clone(), PRIZE, admin),
        (get.clone(), "/api/seasons/{season_id}/leaderboard", guest),
        (get.clone(), "/api/seasons/{season_id}/ledger", verified),
        (get.clone(), "/api/seasons/{season_id}/summary", verified),
        (post.clone(), "/api/seasons/{season_id}/adjustments", admin),
        (post.clone(), "/api/seasons/{season_id}/import", admin),
        (get.clone(), "/api/seasons/{season_id}/standings.csv", admin),
        (get.clone(), "/api/seasons/{season_id}/ledger.csv", admin),
        (
            get.clone(),
            "/api/seasons/{season_id}/submissions.csv",
            admin,
        ),
        (post.clone(), "/api/submissions", verified),
        (get.clone(), "/api/submissions", verified),
        (get.clone(), SUBMISSION, verified),
        (patch.clone(), SUBMISSION, verified),
        (delete.clone(), SUBMISSION, verified),
        (
            post.clone(),
            "/api/submissions/{submission_id}/approve",
            admin,
        ),
        (
            post.clone(),
            "/api/submissions/{submission_id}/reject",
            admin,
        ),
        (get.clone(), "/api/awards", verified),
        (post.clone(), "/api/awards/{award_id}/deliver", admin),
        (post.clone(), "/api/tokens", verified),
        (get.clone(), "/api/tokens", guest),
        (delete.clone(), "/api/tokens/{token_id}", guest),
        (get.clone(), "/api/audit", admin),
        (get.clone(), "/api/effects", admin),
        (delete, "/api/effects/{effect_id}", admin),
        (post.clone(), "/api/effects/{effect_id}/retry", admin),
        (post.clone(), "/api/bot/effects/lease", None),
        (post.clone(), "/api/bot/effects/{effect_id}/done", None),
        (post.clone(), "/api/bot/effects/{effect_id}/failed", None),
        (put.clone(), "/api/bot/guild", None),
        (put, "/api/bot/members", None),
        (post, "/api/bot/heartbeat", None),
        (get, "/api/bot/heartbeat", None),
    ]
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
