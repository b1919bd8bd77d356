//! The way of a newcomer from `/register` to a program that reads the API, and back.

use paddock_api_client::{Client, Error};
use paddock_api_types::members::{Level, MemberStatus};
use paddock_e2e::System;
use paddock_sim_discord::{Reply, ReplyKind};

/// What `/token create` shows between its fences.
fn secret(reply: &Reply) -> String {
    assert!(reply.ephemeral, "a secret is for one pair of eyes");
    let secret = reply.content.split("```").nth(1);
    secret.expect("a fenced secret").trim().to_owned()
}

fn assert_unauthorized<T: std::fmt::Debug>(answer: Result<T, Error>) {
    let error = answer.expect_err("the token has stopped working");
    assert_eq!(error.problem().map(|problem| problem.status), Some(401));
}

/// Ada, registered, verified and approved, with a token that works.
async fn approved(system: &System) -> Client {
    system.say("ada", "/register name:Ada Lovelace").await;
    system.say("owner", "/verify member:@ada").await;
    system.say("owner", "/access grant member:@ada").await;
    let reply = system.say("ada", "/token create name:spreadsheet").await;
    let token = system.callers().token(&secret(&reply));
    token.get_me().await.unwrap();
    token
}

#[tokio::test]
async fn a_newcomer_registers_is_verified_gets_a_token_and_revokes_it() {
    let system = System::start().await;
    let registered = system
        .say("ada", "/register name:Ada Lovelace external_id:42")
        .await;
    assert!(registered.content.starts_with("Welcome, **Ada Lovelace**!"));
    assert!(registered.ephemeral);
    let refused = system.say("ada", "/token create name:too early").await;
    assert!(
        refused.content.contains("An admin has to verify you first"),
        "{}",
        refused.content
    );

    let verified = system.say("owner", "/verify member:@ada").await;
    assert!(
        verified.content.contains("is verified"),
        "{}",
        verified.content
    );
    let refused = system
        .say("ada", "/token create name:still too early")
        .await;
    assert!(
        refused.content.contains("`/access grant`"),
        "{}",
        refused.content
    );
    system.say("owner", "/access grant member:@ada").await;

    let created = system.say("ada", "/token create name:spreadsheet").await;
    let token = system.callers().token(&secret(&created));
    let me = token.get_me().await.unwrap();
    assert_eq!(me.level, Level::Verified);
    assert_eq!(me.member.user_id, system.user_id("ada"));
    assert_eq!(me.member.display_name, "Ada Lovelace");
    assert_eq!(me.member.external_id.as_deref(), Some("42"));
    assert_eq!(me.member.status, MemberStatus::Verified);
    // The token is hers alone: it opens nothing that she may not do.
    let error = token
        .verify_member(system.user_id("grace"), None)
        .await
        .unwrap_err();
    assert_eq!(error.problem().unwrap().status, 403);

    let offered = system
        .person("ada")
        .autocomplete("/token revoke token:spread")
        .await
        .unwrap();
    assert_eq!(offered.kind, ReplyKind::Choices);
    assert!(offered.choices[0].name.starts_with("spreadsheet (made "));
    let id = offered.choices[0].value.as_str().unwrap().to_owned();
    let revoked = system
        .say("ada", &format!("/token revoke token:{id}"))
        .await;
    assert!(
        revoked.content.contains("is revoked"),
        "{}",
        revoked.content
    );
    assert_unauthorized(token.get_me().await);
    let offered = system
        .person("ada")
        .autocomplete("/token revoke token:spread")
        .await
        .unwrap();
    assert!(offered.choices.is_empty(), "{:?}", offered.choices);
}

#[tokio::test]
async fn nobody_revokes_the_token_of_somebody_else() {
    let system = System::start().await;
    let token = approved(&system).await;
    let offered = system
        .person("ada")
        .autocomplete("/token revoke token:spread")
        .await
        .unwrap();
    let id = offered.choices[0].value.as_str().unwrap().to_owned();
    system.say("grace", "/register name:Grace").await;
    system.say("owner", "/verify member:@grace").await;
    let refused = system
        .say("grace", &format!("/token revoke token:{id}"))
        .await;
    assert!(
        refused.content.starts_with("You have no such token."),
        "{}",
        refused.content
    );
    token.get_me().await.unwrap();
}

#[tokio::test]
async fn a_token_dies_with_the_approval_and_a_new_approval_does_not_revive_it() {
    let system = System::start().await;
    let token = approved(&system).await;
    system.say("owner", "/access revoke member:@ada").await;
    assert_unauthorized(token.get_me().await);
    system.say("owner", "/access grant member:@ada").await;
    assert_unauthorized(token.get_me().await);
    let reply = system.say("ada", "/token create name:another").await;
    let another = system.callers().token(&secret(&reply));
    another.get_me().await.unwrap();
    assert_unauthorized(token.get_me().await);
}

#[tokio::test]
async fn a_token_dies_with_the_verification_and_with_a_ban() {
    let system = System::start().await;
    let token = approved(&system).await;
    system
        .say("owner", "/reject member:@ada reason:left the league")
        .await;
    assert_unauthorized(token.get_me().await);
    system.say("owner", "/verify member:@ada").await;
    assert_unauthorized(token.get_me().await);

    system.say("owner", "/access grant member:@ada").await;
    let reply = system.say("ada", "/token create name:second").await;
    let token = system.callers().token(&secret(&reply));
    token.get_me().await.unwrap();
    system.say("owner", "/ban member:@ada").await;
    let error = token.get_me().await.unwrap_err();
    assert!(
        matches!(error.problem().unwrap().status, 401 | 403),
        "{error}"
    );
    let refused = system.say("ada", "/me").await;
    assert!(
        refused.content.starts_with("You are banned"),
        "{}",
        refused.content
    );
}

#[tokio::test]
async fn an_erased_member_is_gone_and_the_audit_log_stays_readable() {
    let system = System::start().await;
    let token = approved(&system).await;
    let asked = system.say("ada", "/privacy delete").await;
    let label = asked.components[0]["components"][0]["label"]
        .as_str()
        .unwrap();
    let erased = system.person("ada").press(&asked, label).await.unwrap();
    assert!(erased.content.starts_with("Done."), "{}", erased.text());
    assert_unauthorized(token.get_me().await);
    let unknown = system.say("ada", "/me").await;
    assert!(
        unknown.content.starts_with("You are not registered yet."),
        "{}",
        unknown.content
    );
    let audit = paddock_e2e::all_audit(&system.callers().root()).await;
    let actions: Vec<_> = audit.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(
        actions,
        [
            "member.registered",
            "member.verified",
            "member.api_access_granted",
            "token.created",
            "member.erased",
        ]
    );
    let text = serde_json::to_string(&audit).unwrap();
    assert!(!text.contains("Lovelace"), "{text}");
}
