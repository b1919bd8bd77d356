//! One sentence for each code.

use super::*;
use serde_json::Value;
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

fn is_of_numbers(code: &str) -> bool {
    let about = ["number_", "iracing_", "league_", "result_", "roster_"];
    about.iter().any(|it| code.starts_with(it))
}

/// The sentence of each of these codes.
fn sentences(these: fn(&str) -> bool) -> String {
    let mut all = String::new();
    for code in codes().into_iter().filter(|code| these(code)) {
        let code: ErrorCode = serde_json::from_value(Value::String(code)).unwrap();
        let text = text(problem(code));
        assert!(text.len() < 200, "{text}");
        let _ = writeln!(all, "{}: {text}", code.as_str());
    }
    all
}

#[test]
fn every_code_has_one_sentence_or_a_reference() {
    insta::assert_snapshot!(sentences(|code| !is_of_numbers(code)), @"
    invalid_request: Something went wrong, reference `bot-1`. Please try again in a moment.
    invalid_value: That value cannot be used: the stub says invalid_value. Change it and try again.
    unsupported_media_type: Something went wrong, reference `bot-1`. Please try again in a moment.
    body_timeout: Something went wrong, reference `bot-1`. Please try again in a moment.
    uri_too_long: Something went wrong, reference `bot-1`. Please try again in a moment.
    headers_too_large: Something went wrong, reference `bot-1`. Please try again in a moment.
    payload_too_large: Something went wrong, reference `bot-1`. Please try again in a moment.
    not_found: Something went wrong, reference `bot-1`. Please try again in a moment.
    method_not_allowed: Something went wrong, reference `bot-1`. Please try again in a moment.
    unauthorized: Something went wrong, reference `bot-1`. Please try again in a moment.
    cross_site_request: Something went wrong, reference `bot-1`. Please try again in a moment.
    forbidden: You may not do that. Ask an admin of this server.
    banned: You are banned from Paddock in this server. Ask a server admin if that is a mistake.
    left_guild: You have left this server. Join it again, then try once more.
    rate_limited: That was too fast. Please try again in a moment.
    idempotency_key_reused: Something went wrong, reference `bot-1`. Please try again in a moment.
    daily_limit_reached: You have done that as often as allowed within 24 hours. Try again tomorrow.
    timeout: Paddock is not available right now. Please try again in a minute.
    unavailable: Paddock is not available right now. Please try again in a minute.
    internal: Something went wrong, reference `bot-1`. Please try again in a moment.
    not_registered: You are not registered yet. Use `/register` first.
    member_not_found: That member is not registered here. They can do so with `/register`.
    member_not_verified: That needs a verified member. An admin verifies with `/verify`.
    member_banned: That member is banned. Use `/unban` first.
    member_not_banned: That member is not banned. `/members` shows who is.
    root_protected: That is the root admin, who cannot be rejected or banned.
    admin_protected: That member is an admin. Use `/admin revoke` first, then try again.
    self_targeted: You cannot do that to yourself. Ask another admin.
    token_not_found: You have no such token. `/token list` shows the ones you have.
    token_limit_reached: You have as many tokens as allowed. Revoke one with `/token revoke` first.
    stored_token_limit_reached: You have made too many tokens lately. Those that you revoked make room after 30 days.
    token_name_taken: Another of your tokens has that name. Give this one another name.
    api_access_required: You have no API access yet. Ask an admin to approve you with `/access grant`.
    unknown_channel: That channel cannot be used. Pick a text channel of this server that I can see.
    unknown_role: That role cannot be used: the stub says unknown_role. Pick another role of this server.
    effect_not_found: That is no longer in the queue. `/checkup` shows what is.
    effect_not_failed: That has not failed, or no longer. `/checkup` shows what has.
    effect_lease_lost: Something went wrong, reference `bot-1`. Please try again in a moment.
    season_not_found: That season is gone. Pick another from the suggestions of `season`.
    no_current_season: No season is open right now. Lists also show other seasons, with `season`.
    season_ambiguous: Several seasons are open. Say which with `season`.
    season_not_open: That season is not open. Pick another with `season`.
    season_closed: That season is over, so it cannot be changed any more. Pick another with `season`.
    season_number_taken: Another season has that number. Pick another, or give none to get the next free one.
    season_name_taken: Another season has that name. Give this one another name.
    season_in_use: Members have joined that season, so it cannot be deleted. `/season close` ends it.
    item_not_found: That item is gone. `/item list` shows those that exist.
    item_name_taken: Another item has that name. Give this one another name.
    item_in_use: That item was submitted before, so it cannot be deleted. `/item unset` takes it out of a season.
    item_not_in_season: That season does not take this item. Pick one from the suggestions; admins add one with `/item set`.
    item_quantity_exceeded: That is too much of that item in one submission. Lower the quantity.
    item_daily_limit_reached: A day allows no more of that item. The next day begins tomorrow.
    rank_not_found: That season has no such rank. Pick one from the suggestions, and the right `season`.
    rank_name_taken: Another rank has that name. `/rank list` shows which are taken.
    rank_threshold_taken: Another rank needs as many points. Give this one more, or fewer.
    prize_not_found: That season has no such prize. Pick one from the suggestions, and the right `season`.
    prize_taken: That rank has that prize already. `/prize list` shows them.
    not_joined: You have not joined that season yet. Use `/join`, with the same `season` if you gave one, and try again.
    submission_not_found: There is no such submission. Pick one from the suggestions, or see `/submissions`.
    submission_decided: Paddock has decided about that submission already. `/submissions` shows how.
    submission_changed: That submission was changed since you saw it. Look at it again in `/review`.
    waiting_submission_limit_reached: Too many of your submissions wait for a review. Hand in more once some are decided.
    award_not_found: There is no such prize. `/award list` shows what was won.
    award_not_waiting: That prize does not wait to be handed over. `/award list` shows what does.
    award_not_delivered: That prize was not handed over. `/award list` shows which were.
    award_of_rank: That prize was won with a rank, and goes with the points. Only one that was given by hand is taken back.
    import_refused: Some rows of that file cannot be imported, so none were. A dry run lists them.
    limit_reached: There are as many of these as allowed. Delete one first.
    attendance_session_not_found: There is no such session. Pick one from the suggestions.
    attendance_session_open: Attendance is being taken there already. Close that session with `/close_attendance` first, or pick another `channel`.
    attendance_channel_not_set: I do not know where. Pick a `channel`, or set one with `/config channel`.
    no_open_attendance_session: Nobody takes attendance right now. Try again once a code is shown.
    wrong_attendance_channel: Not here: use `/here` in the channel for attendance.
    attendance_session_closed: That session is closed. If you were there, ask the person who took attendance.
    wrong_code: That is not the code that is shown. Look again.
    code_expired: That code is over; a new one is shown. Type that one.
    too_many_wrong_codes: Too many wrong codes. Try again in a minute.
    not_in_voice: Connect to the session's voice channel first, then check in.
    voice_unknown: I cannot see right now whether you are in the voice channel. Try again in a moment.
    attendance_record_not_found: Nothing is recorded for that member in that session.
    round_not_matched: That round counts as attendance of no session. `/results attendance` matches it with one.
    attendance_session_matched: That attendance session is matched with another round already.
    penalty_not_found: That season has no such penalty.
    staff_not_found: That is for people on the roster of the staff. `/staff list` shows who they are; an admin adds somebody with `/staff add`.
    staff_exists: That member is on the roster already. Use `/staff edit` to change how they stand there.
    staff_limit_reached: The roster is full. Use `/staff remove` to make room.
    unknown: Something went wrong, reference `bot-1`. Please try again in a moment.
    ");
}

#[test]
fn so_has_every_code_of_numbers() {
    insta::assert_snapshot!(sentences(is_of_numbers), @"
    number_class_not_found: That class is gone. Pick another from the suggestions of `class`.
    number_class_required: There are several classes of cars here. Pick one with `class`.
    number_class_name_taken: Another class has that name. Give this one another name.
    number_class_in_use: Members hold numbers in that class. `/forcerelease` them first, then delete it.
    number_out_of_range: There is no such number here. `/available` shows what is free.
    number_taken: Somebody holds that number. `/available` shows what is free.
    number_reserved: That number is reserved. `/available` shows what is free.
    number_on_roster: A driver of the iRacing league has that number. If that is you, `/link` your account, then claim it. `/available` shows what is free.
    number_limit_reached: There is a limit of numbers, and that is reached. `/release` one first; `/mynumbers` shows yours.
    number_not_held: Nobody holds that number. `/mynumbers` shows yours, `/check` how another stands.
    number_not_claimed: Nobody holds that number. `/check` shows how it stands.
    number_held_by_caller: That number is yours already. `/mynumbers` shows what you hold.
    number_not_waited: You do not wait for that number, or no longer. `/waitlist list` shows what you wait for.
    number_reservation_not_found: That reservation is gone. `/reserve list` shows those that exist.
    number_trade_not_found: You have no such offer. `/trade list` shows those to you and by you.
    number_trade_decided: That offer is no longer open. `/trade list` shows what is open.
    number_trade_broken: A number of that offer has changed hands since, so it cannot be accepted. Make a new one with `/trade offer`.
    iracing_not_linked: You have linked no iRacing account yet. `/link` with `iracing_id` does.
    iracing_id_taken: Another member has linked that iRacing account. Ask an admin if it is yours.
    iracing_id_proven: iRacing itself confirmed your linked account, so it cannot be replaced by typing another. `/link` with `remove` takes it away first.
    league_not_set: This server has no iRacing league yet. An admin sets it with `/config league`.
    iracing_not_configured: Paddock has no access to iRacing here. Upload the roster with `/numbers roster-upload` instead.
    iracing_not_connected: You have connected no iRacing account. `/connect` connects one.
    iracing_connection_expired: iRacing ended the connection of your account. `/connect` connects it again; nothing is lost.
    league_sync_failed: iRacing did not give the roster. What was known stays; `/syncstatus` shows it.
    result_not_found: No result of that session is kept here.
    result_unreadable: That file holds no result that I can read.
    result_final: That result is final. Make it provisional first, or say that it is to be corrected all the same.
    result_raw_not_kept: Nothing is kept of that file. `/results settings` says whether files are kept at all.
    league_consent_missing: That file names everybody who drove, and the league does not say that it holds their consent. An admin says so with `/config league`.
    result_without_round: That result belongs to no round of a league's season. Rounds are races of a league; one can be chosen over the API.
    result_poorer: The result that is kept has all sessions, and a CSV file has the race only. Import the JSON export instead.
    result_rule_not_found: Results are worth nothing in that season yet. `/results points` changes that.
    roster_unreadable: That file holds no roster that I can read. Upload iRacing's `league/roster` as JSON, or CSV with `cust_id,car_number`.
    ");
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
