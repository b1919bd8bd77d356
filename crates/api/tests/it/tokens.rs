//! Tokens and what ends them.

use crate::helpers::{TestApp, code, number, text, token, user};
use paddock_api_types::members::{BanMember, Level, RejectMember};
use paddock_api_types::operations::tokens as ops;
use paddock_api_types::tokens::CreateToken;
use paddock_api_types::{ErrorCode, PageQuery, TokenId};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_token_is_for_approved_members() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await;
    assert_eq!(
        code(ada.create_token(&token("test")).await),
        ErrorCode::ApiAccessRequired
    );
    app.admin().grant_api_access(user(1)).await.unwrap();
    let created = ada.create_token(&token("test")).await.unwrap();
    let me = app
        .anonymous()
        .with_token(created.token)
        .get_me()
        .await
        .unwrap();
    assert_eq!((me.level, me.member.user_id), (Level::Verified, user(1)));
    // An admin in Discord who never registered is no member, and gets no token.
    assert_eq!(
        code(app.admin().create_token(&token("test")).await),
        ErrorCode::MemberNotVerified
    );
}

#[tokio::test]
async fn a_revoked_token_stops_at_once() {
    let app = TestApp::spawn().await;
    let ada = app.with_token(1).await;
    let tokens = ada.list_tokens(&PageQuery::default()).await.unwrap().items;
    assert!(tokens[0].active && tokens[0].last_used_at.is_some());
    ada.revoke_token(tokens[0].id).await.unwrap();
    assert_eq!(code(ada.get_me().await), ErrorCode::Unauthorized);
    let tokens = app
        .member(1)
        .list_tokens(&PageQuery::default())
        .await
        .unwrap()
        .items;
    assert!(!tokens[0].active && tokens[0].revoked_at.is_some());
    app.member(1)
        .revoke_token(tokens[0].id)
        .await
        .expect("revoking twice is fine");
}

#[tokio::test]
async fn a_token_ends_with_approval_verification_and_ban_for_good() {
    let app = TestApp::spawn().await;
    let admin = app.admin();
    for id in 1..=3 {
        let ada = app.with_token(id).await;
        ada.get_me().await.unwrap();
        match id {
            1 => drop(admin.revoke_api_access(user(id)).await.unwrap()),
            2 => drop(
                admin
                    .reject_member(user(id), &RejectMember::default())
                    .await
                    .unwrap(),
            ),
            _ => {
                admin
                    .ban_member(user(id), &BanMember::default())
                    .await
                    .unwrap();
                admin.unban_member(user(id)).await.unwrap();
            }
        }
        assert_eq!(
            code(ada.get_me().await),
            ErrorCode::Unauthorized,
            "case {id}"
        );
        app.clock.advance(Duration::from_secs(1));
        admin.verify_member(user(id), None).await.unwrap();
        admin.grant_api_access(user(id)).await.unwrap();
        assert_eq!(
            code(ada.get_me().await),
            ErrorCode::Unauthorized,
            "case {id}, approved again"
        );
    }
}

#[tokio::test]
async fn a_token_expires_by_itself() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await;
    app.admin().grant_api_access(user(1)).await.unwrap();
    let short = CreateToken {
        name: text("short"),
        expires_in_minutes: Some(number(5)),
    };
    let client = app
        .anonymous()
        .with_token(ada.create_token(&short).await.unwrap().token);
    app.clock.advance(Duration::from_secs(299));
    client.get_me().await.unwrap();
    app.clock.advance(Duration::from_secs(1));
    assert_eq!(code(client.get_me().await), ErrorCode::Unauthorized);
    for minutes in [0, 43_201] {
        let bad = json!({"name": "bad", "expires_in_minutes": minutes});
        let refusal = app.refusal(ops::create_token, (), &bad).await;
        assert_eq!(refusal, "422 invalid_value field=expires_in_minutes");
    }
    let nameless = json!({"name": ""});
    let nameless = app.refusal(ops::create_token, (), &nameless).await;
    assert_eq!(nameless, "422 invalid_value field=name");
}

#[tokio::test]
async fn a_member_who_left_the_server_is_out_until_they_return() {
    use paddock_api_types::bot::{ReportMembers, ReportedMember};
    let app = TestApp::spawn().await;
    let ada = app.with_token(1).await;
    for (in_guild, works) in [(false, false), (true, true)] {
        let member = ReportedMember {
            user_id: user(1),
            in_guild,
            discord_name: None,
            pending: false,
            role_ids: Vec::new(),
        };
        let report = ReportMembers {
            members: vec![member],
            range: None,
        };
        let guild = crate::helpers::guild(crate::helpers::GUILD);
        assert_eq!(
            app.bot()
                .report_members(guild, &report)
                .await
                .unwrap()
                .known,
            1
        );
        let me = ada.get_me().await;
        if works {
            me.unwrap();
        } else {
            assert_eq!(code(me), ErrorCode::LeftGuild);
        }
    }
}

#[tokio::test]
async fn a_member_has_so_many_tokens_and_only_their_own() {
    let app = TestApp::spawn().await;
    let ada = app.with_token(1).await;
    let grace = app.with_token(2).await;
    for number in 2..=10 {
        ada.create_token(&token(&format!("token {number}")))
            .await
            .unwrap();
    }
    assert_eq!(
        code(ada.create_token(&token("one more")).await),
        ErrorCode::TokenLimitReached
    );
    let page = PageQuery {
        limit: Some(4),
        cursor: None,
    };
    let first = ada.list_tokens(&page).await.unwrap();
    assert_eq!(first.items[0].name, "token 10");
    let page = PageQuery {
        limit: Some(200),
        cursor: first.next_cursor,
    };
    let rest = ada.list_tokens(&page).await.unwrap().items;
    assert_eq!(rest.len(), 6);
    assert_eq!(
        code(grace.revoke_token(rest[0].id).await),
        ErrorCode::TokenNotFound
    );
    let nothing = TokenId::new(5).unwrap();
    assert_eq!(
        code(ada.revoke_token(nothing).await),
        ErrorCode::TokenNotFound
    );
    ada.revoke_token(rest[0].id).await.unwrap();
    ada.create_token(&token("one more")).await.unwrap();
}

#[tokio::test]
async fn a_repeated_creation_gives_the_same_token() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await.with_idempotency_key("interaction-1");
    app.admin().grant_api_access(user(1)).await.unwrap();
    let first = ada.create_token(&token("test")).await.unwrap();
    assert_eq!(ada.create_token(&token("test")).await.unwrap(), first);
    assert_eq!(
        app.member(1)
            .list_tokens(&PageQuery::default())
            .await
            .unwrap()
            .items
            .len(),
        1
    );
}
