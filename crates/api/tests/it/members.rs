//! Registering and being judged.

use crate::helpers::{ADMINISTRATOR, ROOT, TestApp, code, given, named, text, user};
use paddock_api_types::ErrorCode;
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::members::{
    BanMember, Level, ListMembersQuery, MemberStatus, RegisterMember, RejectMember, UpdateMe,
};
use paddock_api_types::operations::members as ops;
use serde_json::json;

fn ban(reason: &str) -> BanMember {
    BanMember {
        reason: Some(text(reason)),
        discord_name: None,
    }
}

fn because(reason: &str) -> RejectMember {
    RejectMember {
        reason: Some(text(reason)),
        waiting: None,
    }
}

#[tokio::test]
async fn whoever_registers_waits_and_is_then_verified() {
    let app = TestApp::spawn().await;
    let ada = app.member(1);
    assert_eq!(code(ada.get_me().await), ErrorCode::NotRegistered);
    let member = ada
        .register_member(&named("  Ada Lovelace "))
        .await
        .unwrap();
    assert_eq!(member.display_name, "Ada Lovelace");
    assert_eq!(ada.get_me().await.unwrap().level, Level::Pending);
    app.admin().verify_member(user(1), None).await.unwrap();
    assert_eq!(ada.get_me().await.unwrap().level, Level::Verified);
    insta::assert_json_snapshot!(app.admin().get_member(user(1)).await.unwrap(), @r#"
        {
          "user_id": "1",
          "display_name": "Ada Lovelace",
          "external_id": null,
          "discord_name": null,
          "status": "verified",
          "status_reason": null,
          "in_guild": true,
          "admin": false,
          "api_access": false,
          "registered_at": "2026-11-21T12:00:00Z",
          "updated_at": "2026-11-21T12:00:00Z"
        }
    "#);
}

#[tokio::test]
async fn registering_again_changes_the_names_and_never_the_status() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await;
    let again = RegisterMember {
        display_name: text("Countess"),
        external_id: Some(text("42")),
        discord_name: Some(text("ada#1")),
    };
    let member = ada.register_member(&again).await.unwrap();
    assert_eq!(member.status, MemberStatus::Verified);
    assert_eq!(
        (member.display_name.as_str(), member.external_id.as_deref()),
        ("Countess", Some("42"))
    );
    // Leaving the external id out is no wish to lose it.
    let member = ada.register_member(&named("Ada")).await.unwrap();
    assert_eq!(member.external_id.as_deref(), Some("42"));
}

#[tokio::test]
async fn a_member_changes_what_is_given_and_clears_what_is_null() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await;
    let update = UpdateMe {
        external_id: Some(Some(text("42"))),
        ..UpdateMe::default()
    };
    assert_eq!(
        ada.update_me(&update).await.unwrap().external_id.as_deref(),
        Some("42")
    );
    let update = UpdateMe {
        display_name: Some(text("Ada")),
        ..UpdateMe::default()
    };
    let member = ada.update_me(&update).await.unwrap();
    assert_eq!(
        (member.display_name.as_str(), member.external_id.as_deref()),
        ("Ada", Some("42"))
    );
    let update = UpdateMe {
        external_id: Some(None),
        ..UpdateMe::default()
    };
    assert_eq!(ada.update_me(&update).await.unwrap().external_id, None);
    let blank = json!({"display_name": " "});
    let blank = app.refusal(ops::update_me, (), &blank).await;
    assert_eq!(blank, "422 invalid_value field=display_name");
    assert_eq!(
        code(app.member(2).update_me(&UpdateMe::default()).await),
        ErrorCode::NotRegistered
    );
}

#[tokio::test]
async fn a_name_that_cannot_be_is_refused_by_field() {
    let app = TestApp::spawn().await;
    let long = json!({"display_name": "x".repeat(61)});
    let refusal = app.refusal(ops::register_member, (), &long).await;
    assert_eq!(refusal, "422 invalid_value field=display_name");
}

#[tokio::test]
async fn a_rejected_member_can_be_verified_later() {
    let app = TestApp::spawn().await;
    let ada = app.member(1);
    ada.register_member(&named("Ada")).await.unwrap();
    let rejected = app
        .admin()
        .reject_member(user(1), &because("who are you?"))
        .await
        .unwrap();
    assert_eq!(rejected.status_reason.as_deref(), Some("who are you?"));
    assert_eq!(ada.get_me().await.unwrap().level, Level::Guest);
    let member = ada.register_member(&named("Ada L.")).await.unwrap();
    assert_eq!(member.status, MemberStatus::Rejected);
    let member = app.admin().verify_member(user(1), None).await.unwrap();
    assert_eq!(
        (member.status, member.status_reason),
        (MemberStatus::Verified, None)
    );
}

#[tokio::test]
async fn a_banned_member_is_refused_everything_until_the_ban_is_lifted() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await;
    app.admin().ban_member(user(1), &ban("spam")).await.unwrap();
    assert_eq!(code(ada.get_me().await), ErrorCode::Banned);
    assert_eq!(
        code(ada.register_member(&named("Another")).await),
        ErrorCode::Banned
    );
    assert_eq!(code(ada.delete_me().await), ErrorCode::Banned);
    assert_eq!(
        code(app.admin().verify_member(user(1), None).await),
        ErrorCode::MemberBanned
    );
    assert_eq!(
        code(
            app.admin()
                .reject_member(user(1), &RejectMember::default())
                .await
        ),
        ErrorCode::MemberBanned
    );
    assert_eq!(
        code(app.admin().grant_admin(user(1)).await),
        ErrorCode::MemberBanned
    );
    assert_eq!(
        app.admin().unban_member(user(1)).await.unwrap().status,
        MemberStatus::Pending
    );
    assert_eq!(
        code(app.admin().unban_member(user(1)).await),
        ErrorCode::MemberNotBanned
    );
    assert_eq!(ada.get_me().await.unwrap().level, Level::Pending);
}

#[tokio::test]
async fn rights_are_for_verified_members() {
    let app = TestApp::spawn().await;
    app.member(1).register_member(&named("Ada")).await.unwrap();
    assert_eq!(
        code(app.admin().grant_admin(user(1)).await),
        ErrorCode::MemberNotVerified
    );
    assert_eq!(
        code(app.admin().grant_api_access(user(1)).await),
        ErrorCode::MemberNotVerified
    );
    app.admin().verify_member(user(1), None).await.unwrap();
    assert!(app.admin().grant_admin(user(1)).await.unwrap().admin);
    assert_eq!(app.member(1).get_me().await.unwrap().level, Level::Admin);
    assert!(!app.admin().revoke_admin(user(1)).await.unwrap().admin);
    assert_eq!(app.member(1).get_me().await.unwrap().level, Level::Verified);
}

#[tokio::test]
async fn root_and_admins_and_oneself_are_protected() {
    let app = TestApp::spawn().await;
    for id in [ROOT, 1, 2] {
        app.verified(id).await;
    }
    app.admin().grant_admin(user(1)).await.unwrap();
    let no = BanMember::default();
    assert_eq!(
        code(app.member(1).ban_member(user(ROOT), &no).await),
        ErrorCode::RootProtected
    );
    assert_eq!(
        code(app.admin().ban_member(user(1), &no).await),
        ErrorCode::AdminProtected
    );
    assert_eq!(
        code(
            app.member(1)
                .reject_member(user(1), &RejectMember::default())
                .await
        ),
        ErrorCode::SelfTargeted
    );
    app.member(1).ban_member(user(2), &no).await.unwrap();
    let root = app.member(ROOT);
    assert_eq!(root.get_me().await.unwrap().level, Level::Root);
    assert!(
        !root.ban_member(user(1), &no).await.unwrap().admin,
        "root may"
    );
}

#[tokio::test]
async fn whoever_administers_the_server_is_above_bans_there_and_only_there() {
    let app = TestApp::spawn().await;
    let token = app.with_token(1).await;
    app.admin()
        .ban_member(user(1), &BanMember::default())
        .await
        .unwrap();
    let owner = app.acting(1, ADMINISTRATOR);
    assert_eq!(owner.get_me().await.unwrap().level, Level::Admin);
    owner.unban_member(user(1)).await.unwrap();
    app.admin()
        .ban_member(user(1), &BanMember::default())
        .await
        .unwrap();
    assert_eq!(code(app.member(1).get_me().await), ErrorCode::Banned);
    assert_eq!(code(token.get_me().await), ErrorCode::Unauthorized);
}

#[tokio::test]
async fn nobody_is_found_who_never_registered() {
    let app = TestApp::spawn().await;
    let (admin, nobody, no) = (app.admin(), user(404), RejectMember::default());
    let codes = [
        code(admin.get_member(nobody).await),
        code(admin.verify_member(nobody, None).await),
        code(admin.reject_member(nobody, &no).await),
        code(admin.unban_member(nobody).await),
        code(admin.grant_admin(nobody).await),
        code(admin.revoke_admin(nobody).await),
        code(admin.grant_api_access(nobody).await),
        code(admin.revoke_api_access(nobody).await),
    ];
    assert_eq!(codes, [ErrorCode::MemberNotFound; 8]);
}

/// Whoever is to be kept out need not have come in first.
#[tokio::test]
async fn somebody_is_banned_who_never_registered() {
    let app = TestApp::spawn().await;
    let review = given(json!({"review_channel_id": "40"}));
    app.admin().update_guild(&review).await.unwrap();
    let stranger = BanMember {
        reason: Some(text("spam")),
        discord_name: Some(text("Mallory")),
    };
    let banned = app.admin().ban_member(user(9), &stranger).await.unwrap();
    assert_eq!(
        (banned.status, &*banned.display_name),
        (MemberStatus::Banned, "Mallory")
    );
    let register = app.member(9).register_member(&named("Eve")).await;
    assert_eq!(code(register), ErrorCode::Banned);
    // Nobody was asked about them, so that nothing is said of it.
    assert!(app.perform().await.is_empty());
    let again = app.admin().ban_member(user(9), &stranger).await.unwrap();
    assert_eq!(again.updated_at, banned.updated_at);
    let nothing = BanMember::default();
    let unnamed = app.admin().ban_member(user(10), &nothing).await.unwrap();
    assert_eq!(unnamed.display_name, "10");
    let root = app.admin().ban_member(user(ROOT), &stranger).await;
    assert_eq!(code(root), ErrorCode::RootProtected);
}

/// Admins are asked again, below what was said since.
#[tokio::test]
async fn a_lifted_ban_asks_the_admins_again() {
    let app = TestApp::spawn().await;
    let review = given(json!({"review_channel_id": "40"}));
    app.admin().update_guild(&review).await.unwrap();
    app.member(1).register_member(&named("Ada")).await.unwrap();
    let ban = BanMember::default();
    app.admin().ban_member(user(1), &ban).await.unwrap();
    app.perform().await;
    app.admin().unban_member(user(1)).await.unwrap();
    let performed = app.perform().await;
    let actions: Vec<_> = performed.into_iter().map(|it| it.action).collect();
    assert!(
        matches!(
            &actions[..],
            [
                EffectAction::DeleteMessage { .. },
                EffectAction::SendMessage {
                    notice: Notice::RegistrationPending { .. },
                    ..
                },
            ]
        ),
        "{actions:?}"
    );
}

#[tokio::test]
async fn an_empty_guild_is_bootstrapped_by_root() {
    let app = TestApp::spawn().await;
    let root = app.member(ROOT);
    root.register_member(&named("Root")).await.unwrap();
    root.verify_member(user(ROOT), None).await.unwrap();
    root.grant_admin(user(ROOT)).await.unwrap();
    let query = ListMembersQuery {
        admin: Some(true),
        ..ListMembersQuery::default()
    };
    assert_eq!(root.list_members(&query).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn a_list_is_read_page_by_page() {
    let app = TestApp::spawn().await;
    for id in 1..=5 {
        app.member(id)
            .register_member(&named("Somebody"))
            .await
            .unwrap();
    }
    let mut query = ListMembersQuery {
        limit: Some(2),
        ..ListMembersQuery::default()
    };
    let mut seen = Vec::new();
    loop {
        let page = app.admin().list_members(&query).await.unwrap();
        seen.extend(page.items.iter().map(|member| member.user_id.get()));
        query.cursor = page.next_cursor;
        if query.cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, [1, 2, 3, 4, 5]);
    query.limit = Some(0);
    assert_eq!(
        code(app.admin().list_members(&query).await),
        ErrorCode::InvalidValue
    );
    query = ListMembersQuery {
        cursor: Some("x".to_owned()),
        ..ListMembersQuery::default()
    };
    assert_eq!(
        code(app.admin().list_members(&query).await),
        ErrorCode::InvalidValue
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_who_register_at_once_are_all_registered() {
    let app = TestApp::spawn().await;
    let tasks: Vec<_> = (1..=50)
        .map(|id| {
            let client = app.member(id);
            tokio::spawn(async move { client.register_member(&named("Somebody")).await.unwrap() })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let query = ListMembersQuery {
        limit: Some(200),
        ..ListMembersQuery::default()
    };
    assert_eq!(
        app.admin().list_members(&query).await.unwrap().items.len(),
        50
    );
}
