//! One sentence for each code.

mod own;

use super::*;
use serde_json::{Value, json};
use std::{fmt::Write as _, time::Duration};

pub(in crate::replies) fn problem(code: ErrorCode) -> Problem {
    let body = crate::test::stub_api::problem(400, &code.as_str());
    serde_json::from_value(body).unwrap()
}

pub(in crate::replies) fn text(problem: Problem) -> String {
    let error = Error::Problem {
        problem: Box::new(problem),
        retry_after: None,
    };
    failure(&Failure::Api(error), "bot-1")
}

/// Every code of this version, from the schema that the API publishes.
fn codes() -> Vec<String> {
    use utoipa::PartialSchema as _;
    let schema = serde_json::to_value(ErrorCode::schema()).unwrap();
    let values = schema["enum"].as_array().unwrap().iter();
    values
        .map(|code| code.as_str().unwrap().to_owned())
        .collect()
}

/// Codes that are no fault of who gave the command: they are answered with a reference to the log.
const FAULTS: [&str; 14] = [
    "body_timeout",
    "cross_site_request",
    "effect_lease_lost",
    "headers_too_large",
    "idempotency_key_reused",
    "internal",
    "invalid_request",
    "method_not_allowed",
    "not_found",
    "payload_too_large",
    "unauthorized",
    "unknown",
    "unsupported_media_type",
    "uri_too_long",
];

/// As it stands on a phone: 40 columns, and no more lines than can be taken in at a glance.
pub(super) fn on_a_phone(text: &str) -> String {
    let (mut lines, mut line) = (vec![], String::new());
    for word in text.split_inclusive([' ', '\n']) {
        if line.chars().count() + word.trim_end().chars().count() > 40 {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(word);
        if word.ends_with('\n') {
            lines.push(std::mem::take(&mut line));
        }
    }
    lines.push(line);
    assert!(lines.len() <= 7, "too long for a phone: {text}");
    let mut shown = String::new();
    for line in lines {
        let line = line.trim_end();
        assert!(line.chars().count() <= 40, "too wide for a phone: {line}");
        let _ = writeln!(shown, "  {line}");
    }
    shown
}

#[test]
fn every_code_has_a_sentence_that_fits_a_phone() {
    let mut all = String::new();
    for name in codes() {
        let code: ErrorCode = serde_json::from_value(Value::String(name.clone())).unwrap();
        let text = text(problem(code));
        let has_none = text == went_wrong("bot-1");
        let is_fault = FAULTS.contains(&name.as_str());
        assert_eq!(has_none, is_fault, "{name}: {text}");
        if !is_fault {
            let _ = writeln!(all, "{name}\n{}", on_a_phone(&text));
        }
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_refusal_names_the_level_that_would_do() {
    let mut all = String::new();
    for level in ["pending", "verified", "manager", "admin", "root"] {
        let mut problem = problem(ErrorCode::Forbidden);
        problem.params.insert("required".into(), level.into());
        all.push_str(&text(problem));
        all.push('\n');
    }
    insta::assert_snapshot!(all, @"
    Only members can do that. Register with `/register`; if an admin has turned you down, `/me` shows why.
    Only members can do that. Register with `/register`; if an admin has turned you down, `/me` shows why.
    Only people with **Manage Server** can do that. Ask one of them.
    Only Paddock admins can do that. Ask one of them.
    Only the root admin can do that.
    ");
}

#[test]
fn an_invalid_value_names_its_field() {
    let mut problem = problem(ErrorCode::InvalidValue);
    problem.field = Some("display_name".into());
    problem.detail = "expected 1 to 60 characters.".into();
    insta::assert_snapshot!(text(problem), @"The display name cannot be used: expected 1 to 60 characters. Change it and try again.");
}

#[test]
fn too_often_says_when_to_try_again() {
    let mut problem = problem(ErrorCode::DailyLimitReached);
    problem.params.insert("limit".into(), 5.into());
    let until = "2026-12-01T18:00:00Z";
    problem.params.insert("until".into(), until.into());
    insta::assert_snapshot!(text(problem), @"You have done that 5 times within 24 hours, which is the limit. Try again <t:1796148000:R>.");
}

#[test]
fn too_fast_says_how_long_to_wait() {
    let error = Error::Problem {
        problem: Box::new(problem(ErrorCode::RateLimited)),
        retry_after: Some(Duration::from_secs(12)),
    };
    insta::assert_snapshot!(failure(&Failure::Api(error), "bot-1"), @"That was too fast. Please try again in 12 seconds.");
}

#[test]
fn other_failures_name_the_reference_or_what_to_do() {
    let unreachable = Failure::Api(Error::UnexpectedAnswer { status: 502 });
    insta::assert_snapshot!(failure(&unreachable, "bot-7"), @"Something went wrong, reference `bot-7`. Please try again in a moment.");
    insta::assert_snapshot!(failure(&Failure::Outdated, "bot-7"), @"This button is from an earlier version; run the command again.");
    insta::assert_snapshot!(failure(&Failure::UnknownCommand, "bot-7"), @"That command was just updated. Please try again.");
}

#[test]
fn who_comes_second_is_told_who_decided() {
    let mut all = String::new();
    for (code, params) in [
        (
            ErrorCode::MemberDecided,
            json!({"status": "verified", "decided_by": "202"}),
        ),
        (
            ErrorCode::MemberDecided,
            json!({"status": "rejected", "decided_by": "202"}),
        ),
        (ErrorCode::MemberDecided, json!({"status": "banned"})),
        (ErrorCode::AwardNotWaiting, json!({"delivered_by": "202"})),
    ] {
        let mut problem = problem(code);
        problem.params = params.as_object().unwrap().clone();
        all.push_str(&text(problem));
        all.push('\n');
    }
    insta::assert_snapshot!(all, @"
    <@202> has verified that member already. `/reject` takes it back.
    <@202> has rejected that member already. `/verify` takes it back.
    Paddock has banned that member already. `/unban` takes it back.
    <@202> has handed that prize over already. `/award undo` takes it back.
    ");
}
