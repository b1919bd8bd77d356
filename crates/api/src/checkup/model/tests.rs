//! What is missing is named, and what is not known is not missing.

use super::*;
use crate::guilds::{self, defaults};
use crate::seasons;
use crate::testing::text;
use paddock_api_types::bot::{BotStanding, GuildRole};
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::{ChannelId, UserId};
use std::time::Duration;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;
const ALL: u64 = (1 << 10) | (1 << 11) | (1 << 14) | (1 << 15) | (1 << 28);

fn report() -> ReportGuild {
    ReportGuild {
        name: text("Guild"),
        roles: vec![GuildRole {
            id: RoleId::new(20).unwrap(),
            name: "Verified".to_owned(),
            position: 3,
            managed: false,
            permissions: 0,
        }],
        channels: vec![GuildChannel {
            id: ChannelId::new(30).unwrap(),
            name: "review".to_owned(),
            text: true,
            voice: false,
            bot_permissions: ALL,
        }],
        bot: BotStanding {
            user_id: UserId::new(1).unwrap(),
            permissions: ALL,
            top_role_position: 5,
            members_intent: true,
        },
    }
}

fn settings() -> GuildSettings {
    GuildSettings {
        verified_role_id: RoleId::new(20),
        review_channel_id: ChannelId::new(30),
        ..defaults()
    }
}

fn failing(report: Option<&ReportGuild>) -> Vec<String> {
    let requirements = [guilds::requirements(&settings())];
    let facts = Facts {
        requirements: &requirements,
        admin_role: None,
        report,
        heartbeat_at: Some(NOW),
        intents: None,
        failed: &[],
        now: NOW,
    };
    let checks = checkup(&facts).checks.into_iter();
    let failing = checks.filter(|check| check.outcome == CheckOutcome::Fail);
    failing
        .map(|check| format!("{}: {}", check.title, check.remedy.unwrap()))
        .collect()
}

#[test]
fn a_server_that_has_everything_is_healthy() {
    assert_eq!(failing(Some(&report())), Vec::<String>::new());
}

#[test]
fn what_is_not_reported_is_unknown_and_not_missing() {
    assert_eq!(failing(None), Vec::<String>::new());
}

#[test]
fn a_role_above_the_bot_is_named() {
    let mut report = report();
    report.bot.top_role_position = 3;
    assert_eq!(failing(Some(&report)).len(), 1);
    assert!(failing(Some(&report))[0].contains("drag the bot's role above"));
}

#[test]
fn a_prize_that_cannot_be_given_is_named() {
    let mut report = report();
    report.roles[0].position = 7;
    let roles = [RoleId::new(20).unwrap(), RoleId::new(21).unwrap()];
    let prizes = Requirements {
        roles: roles.map(seasons::service::prize_role).into(),
        ..Requirements::default()
    };
    let requirements = [guilds::requirements(&settings()), prizes];
    let facts = Facts {
        requirements: &requirements,
        admin_role: None,
        report: Some(&report),
        heartbeat_at: Some(NOW),
        intents: None,
        failed: &[],
        now: NOW,
    };
    let checks = checkup(&facts).checks.into_iter();
    let prizes: Vec<_> = checks
        .filter(|check| check.title.starts_with("Prize"))
        .map(|check| check.remedy.unwrap())
        .collect();
    assert!(prizes[0].contains("drag the bot's role above"));
    assert!(prizes[1].contains("/prize remove"));
}

#[test]
fn every_missing_permission_is_named_together() {
    let mut report = report();
    report.bot.permissions = 0;
    report.bot.members_intent = false;
    report.channels[0].bot_permissions = 1 << 10;
    insta::assert_snapshot!(failing(Some(&report)).join("\n"), @r"
        Server Members intent: Without it, leaving and returning members go unnoticed. In Discord's Developer Portal open the application, Bot, and switch on Server Members Intent; then restart the bot.
        Permission to give roles: Server Settings, Roles, the bot's role: switch on Manage Roles.
        Review channel <#30>: Edit the channel, Permissions, add the bot, and allow: Send Messages, Embed Links.
    ");
}

#[test]
fn an_administrator_lacks_nothing() {
    let mut report = report();
    report.bot.permissions = ADMINISTRATOR;
    report.channels[0].bot_permissions = ADMINISTRATOR;
    assert_eq!(failing(Some(&report)), Vec::<String>::new());
}

#[test]
fn a_silent_bot_is_noticed() {
    let requirements = [guilds::requirements(&settings())];
    let facts = Facts {
        requirements: &requirements,
        admin_role: None,
        report: None,
        heartbeat_at: Some(NOW),
        intents: None,
        failed: &[],
        now: NOW + Duration::from_secs(121),
    };
    assert!(!checkup(&facts).healthy);
}
