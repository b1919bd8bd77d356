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
use std::{collections::HashSet, fmt::Write as _};
use twilight_model::application::interaction::InteractionContextType;

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
