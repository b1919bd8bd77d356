//! Each operation is for whom it is for, whichever way they come.

use crate::helpers::{ADMINISTRATOR, BOT_KEY, MANAGE_GUILD, ROOT, TestApp, code};
use paddock_api_types::ErrorCode;
use paddock_api_types::members::Level;
use paddock_api_types::operations::{self, Caller};
use reqwest::{Method, StatusCode};

/// Every operation below `/api` with the level that it needs; none for the bot itself.
fn operations() -> Vec<(Method, &'static str, Option<Level>)> {
    operations::all()
        .filter(|operation| operation.caller != Caller::Anyone)
        .map(|operation| {
            let method = operation.method.as_str().parse().unwrap();
            (method, operation.path, operation.caller.level())
        })
        .collect()
}

/// Asks with these headers and an empty object; what it is about does not matter, only whether the
/// caller gets past the door.
async fn ask(app: &TestApp, method: &Method, path: &str, headers: &[(&str, String)]) -> StatusCode {
    let path = path
        .split('/')
        .map(|part| if part.starts_with('{') { "404" } else { part })
        .collect::<Vec<_>>()
        .join("/");
    let request = app.request(method.clone(), &path);
    let mut request = request.json(&serde_json::json!({}));
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
    let app = TestApp::spawn_with(&[("RATE_LIMIT_PER_MINUTE", "0")]).await;
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
fn every_declared_operation_is_served_and_nothing_else() {
    let document = serde_json::to_value(paddock_api::openapi()).unwrap();
    let mut documented = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let methods = item.as_object().unwrap().keys();
        documented.extend(methods.map(|method| format!("{} {path}", method.to_uppercase())));
    }
    let mut declared: Vec<_> = operations::all()
        .map(|operation| format!("{} {}", operation.method.as_str(), operation.path))
        .collect();
    documented.sort();
    declared.sort();
    assert_eq!(documented, declared);
}
