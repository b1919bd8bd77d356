//! Interaction in, API call and rendered reply out, for every command.

mod answering;
mod attendance;
mod audit;
mod checkup;
mod driver;
mod enroll;
mod guild;
mod help;
mod iracing;
mod league;
mod members;
mod numbers;
mod results;
mod review;
mod seasons;
mod staff;
mod tokens;

use super::dispatch;
use crate::test::Harness;
use serde_json::json;
use std::{collections::HashSet, fmt::Write as _};
use twilight_model::application::interaction::InteractionContextType;

/// An API of a server in this time zone.
async fn in_zone(zone: &str) -> Harness {
    let harness = Harness::start().await;
    plant_zone(&harness, zone);
    harness
}

fn plant_zone(harness: &Harness, zone: &str) {
    let guild = json!({
        "guild_id": "7", "name": "Test Track", "updated_at": null,
        "settings": {
            "league_id": null, "number_min": 0, "number_max": 999, "admin_role_id": null,
            "verified_role_id": null, "announcement_channel_id": null, "review_channel_id": null,
            "admin_channel_id": null, "attendance_channel_id": null, "time_zone": zone,
        },
    });
    harness.api.plant("GET /api/guild", 200, guild);
}

#[test]
fn discord_accepts_every_command() {
    let mut names = HashSet::new();
    for command in dispatch().definitions() {
        twilight_validate::command::command(&command)
            .unwrap_or_else(|error| panic!("/{}: {error}", command.name));
        let contexts = command.contexts.clone().unwrap();
        assert_eq!(
            contexts,
            [InteractionContextType::Guild],
            "/{}",
            command.name
        );
        assert!(
            names.insert(command.name.clone()),
            "/{} twice",
            command.name
        );
    }
}

#[test]
fn commands_for_admins_are_hidden_from_others_at_first() {
    let mut table = String::new();
    for command in dispatch().definitions() {
        let who = match command.default_member_permissions {
            None => "everyone".to_owned(),
            Some(permissions) => permissions.bits().to_string(),
        };
        let _ = writeln!(table, "/{}: {who}", command.name);
    }
    insta::assert_snapshot!(table, @"
    /help: everyone
    /ping: everyone
    /register: everyone
    /me: everyone
    /members: 32
    /verify: 32
    /reject: 32
    /ban: 32
    /unban: 32
    /enroll: 32
    /admin: 32
    /access: 32
    /privacy: everyone
    /join: everyone
    /submit: everyone
    /submissions: everyone
    /leaderboard: everyone
    /overview: everyone
    /summary: everyone
    /season: 32
    /item: 32
    /rank: 32
    /prize: 32
    /award: 32
    /review: 32
    /submission: 32
    /points: 32
    /here: everyone
    /open_attendance: 32
    /close_attendance: 32
    /export_csv: 32
    /attendance: 32
    /claim: everyone
    /release: everyone
    /mynumbers: everyone
    /check: everyone
    /roster: everyone
    /available: everyone
    /trade: everyone
    /waitlist: everyone
    /export: 32
    /forcerelease: 8
    /reserve: 32
    /numbers: 32
    /link: everyone
    /sync: 32
    /syncstatus: everyone
    /connect: everyone
    /disconnect: everyone
    /sessions: everyone
    /syncsessions: everyone
    /driver: everyone
    /results: 8
    /staff: everyone
    /staffstatus: everyone
    /presence: everyone
    /duty: everyone
    /token: everyone
    /setup: 8
    /config: 32
    /checkup: 32
    /auditlog: 8
    ");
}
