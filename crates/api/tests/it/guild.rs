//! Settings, reports and the checkup.

use crate::helpers::{ADMINISTRATOR, GUILD, MANAGE_GUILD, TestApp, code, guild, named, text, user};
use paddock_api_client::Acting;
use paddock_api_types::audit::ListAuditQuery;
use paddock_api_types::bot::{BotStanding, GuildChannel, GuildRole, ReportGuild, SendHeartbeat};
use paddock_api_types::guilds::{CheckOutcome, UpdateGuild};
use paddock_api_types::members::Level;
use paddock_api_types::{ChannelId, ErrorCode, RoleId};
use std::time::Duration;

fn update(json: serde_json::Value) -> UpdateGuild {
    serde_json::from_value(json).unwrap()
}

fn report() -> ReportGuild {
    ReportGuild {
        name: text("Test Track"),
        roles: vec![GuildRole {
            id: RoleId::new(20).unwrap(),
            name: "Verified".to_owned(),
            position: 2,
            managed: false,
            permissions: 0,
        }],
        channels: vec![GuildChannel {
            id: ChannelId::new(30).unwrap(),
            name: "review".to_owned(),
            text: true,
            voice: false,
            bot_permissions: 0,
        }],
        bot: BotStanding {
            user_id: user(5),
            permissions: 0,
            top_role_position: 1,
            members_intent: true,
        },
    }
}

fn alive() -> SendHeartbeat {
    SendHeartbeat {
        version: text("0.1.0"),
        shards: 1,
        connected_shards: 1,
        intents: None,
    }
}

#[tokio::test]
async fn settings_have_defaults_and_are_changed_one_by_one() {
    let app = TestApp::spawn().await;
    let manager = app.acting(1, MANAGE_GUILD);
    let settings = manager.get_guild().await.unwrap().settings;
    assert_eq!((settings.number_min, settings.number_max), (0, 999));
    manager
        .update_guild(&update(serde_json::json!({"league_id": 1234})))
        .await
        .unwrap();
    manager
        .update_guild(&update(serde_json::json!({"number_max": 99})))
        .await
        .unwrap();
    let guild = manager.get_guild().await.unwrap();
    assert_eq!(
        (guild.settings.league_id, guild.settings.number_max),
        (Some(1234), 99)
    );
    let refused = manager
        .update_guild(&update(serde_json::json!({"number_min": 100})))
        .await;
    let problem = refused.unwrap_err();
    assert_eq!(
        problem.problem().unwrap().field.as_deref(),
        Some("number_min")
    );
    let cleared = update(serde_json::json!({"league_id": null, "number_max": null}));
    let guild = manager.update_guild(&cleared).await.unwrap();
    assert_eq!(
        (guild.settings.league_id, guild.settings.number_max),
        (None, 999)
    );
}

#[tokio::test]
async fn settings_members_and_the_log_of_a_guild_cannot_be_seen_from_another() {
    let app = TestApp::spawn().await;
    let here = app.acting_in(1, 5, ADMINISTRATOR);
    let there = app.acting_in(2, 5, ADMINISTRATOR);
    here.update_guild(&update(serde_json::json!({"league_id": 1234})))
        .await
        .unwrap();
    here.register_member(&named("Ada")).await.unwrap();
    assert_eq!(there.get_guild().await.unwrap().settings.league_id, None);
    assert_eq!(
        code(there.get_member(user(5)).await),
        ErrorCode::MemberNotFound
    );
    assert!(
        there
            .list_audit(&ListAuditQuery::default())
            .await
            .unwrap()
            .items
            .is_empty()
    );
}

#[tokio::test]
async fn roles_that_decide_over_rights_are_for_admins() {
    let app = TestApp::spawn().await;
    for (setting, role) in [("admin_role_id", "20"), ("verified_role_id", "21")] {
        let change = update(serde_json::json!({setting: role}));
        let refused = app.acting(1, MANAGE_GUILD).update_guild(&change).await;
        assert_eq!(code(refused), ErrorCode::Forbidden);
        app.admin().update_guild(&change).await.unwrap();
    }
    let holder = app.bot().acting(Acting {
        guild_id: guild(GUILD),
        user_id: user(8),
        channel_id: None,
        role_ids: vec![RoleId::new(20).unwrap()],
        permissions: 0,
    });
    holder.register_member(&named("Steward")).await.unwrap();
    assert_eq!(holder.get_me().await.unwrap().level, Level::Admin);
}

#[tokio::test]
async fn what_the_bot_reported_is_what_settings_are_checked_against() {
    let app = TestApp::spawn().await;
    let admin = app.admin();
    let channel = update(serde_json::json!({"review_channel_id": "31"}));
    admin
        .update_guild(&channel)
        .await
        .expect("nothing is known yet");
    app.bot()
        .report_guild(guild(GUILD), &report())
        .await
        .unwrap();
    assert_eq!(
        admin.get_guild().await.unwrap().name.as_deref(),
        Some("Test Track")
    );
    assert_eq!(
        code(admin.update_guild(&channel).await),
        ErrorCode::UnknownChannel
    );
    let role = update(serde_json::json!({"verified_role_id": "21"}));
    assert_eq!(
        code(admin.update_guild(&role).await),
        ErrorCode::UnknownRole
    );
    let good = update(serde_json::json!({"review_channel_id": "30", "verified_role_id": "20"}));
    admin.update_guild(&good).await.unwrap();
}

#[tokio::test]
async fn the_checkup_names_what_is_missing() {
    let app = TestApp::spawn().await;
    let manager = app.acting(1, MANAGE_GUILD);
    let checkup = manager.check_guild().await.unwrap();
    assert!(!checkup.healthy, "no bot has been heard");
    app.bot().send_heartbeat(&alive()).await.unwrap();
    assert!(manager.check_guild().await.unwrap().healthy);
    let good = update(serde_json::json!({"review_channel_id": "30", "verified_role_id": "20"}));
    app.admin().update_guild(&good).await.unwrap();
    app.bot()
        .report_guild(guild(GUILD), &report())
        .await
        .unwrap();
    let checks = manager.check_guild().await.unwrap().checks;
    let failing = checks
        .iter()
        .filter(|check| check.outcome == CheckOutcome::Fail);
    let failing: Vec<_> = failing.map(|check| check.title.as_str()).collect();
    assert_eq!(
        failing,
        [
            "Verified role <@&20>",
            "Permission to give roles",
            "Review channel <#30>"
        ]
    );
}

#[tokio::test]
async fn a_sign_of_life_grows_old() {
    let app = TestApp::spawn().await;
    assert_eq!(code(app.bot().get_heartbeat().await), ErrorCode::NotFound);
    app.bot().send_heartbeat(&alive()).await.unwrap();
    app.clock.advance(Duration::from_secs(90));
    let heard = app.bot().get_heartbeat().await.unwrap();
    assert_eq!(
        (heard.shards, heard.connected_shards, heard.age_seconds),
        (1, 1, 90)
    );
}
