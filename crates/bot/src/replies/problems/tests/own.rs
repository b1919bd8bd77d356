//! What the bot refuses by itself, before it asks the API.

use super::on_a_phone;
use crate::replies::{
    self, attendance, dates, league, members, numbers, picks, results, seasons, staff,
};
use jiff::{civil::date, tz::TimeZone};
use std::{
    collections::BTreeSet,
    fmt::Write as _,
    path::{Path, PathBuf},
};

/// Every one, by the name of its text.
fn all() -> Vec<(&'static str, String)> {
    let (one, other) = (date(2027, 1, 12), date(2027, 12, 1));
    let [_, example] = seasons::FORM_ITEM;
    let texts = [
        ("BADGE_AND_NONE", seasons::ranks::BADGE_AND_NONE),
        ("BOARD_AND_OFF", staff::BOARD_AND_OFF),
        ("CALLED_AND_NOT", seasons::items::CALLED_AND_NOT),
        ("CHANGED_HANDS", numbers::admin::CHANGED_HANDS),
        ("DESCRIBED_AND_NOT", seasons::items::DESCRIBED_AND_NOT),
        ("END_AND_DAYS", staff::END_AND_DAYS),
        ("FILE_NOT_TEXT", replies::FILE_NOT_TEXT),
        ("FILE_TOO_LARGE", replies::FILE_TOO_LARGE),
        ("FILE_UNAVAILABLE", replies::FILE_UNAVAILABLE),
        ("ID_WITHOUT_NAME", members::ID_WITHOUT_NAME),
        ("IN_USE", seasons::IN_USE),
        ("IN_USE", seasons::items::IN_USE),
        ("IS_BOT", attendance::IS_BOT),
        ("LINKED_AND_NOT", league::LINKED_AND_NOT),
        ("NAME_AND_CLEAR", staff::NAME_AND_CLEAR),
        ("NEITHER", league::NEITHER),
        ("NONE_OPEN", attendance::NONE_OPEN),
        ("NOTHING_TO_CHANGE", replies::NOTHING_TO_CHANGE),
        ("NOT_JSON", league::NOT_JSON),
        ("NO_LAST_DAY", staff::NO_LAST_DAY),
        ("NO_MEMBER_LIST", attendance::NO_MEMBER_LIST),
        ("NO_REASON", seasons::submissions::NO_REASON),
        ("NO_SESSION", attendance::NO_SESSION),
        ("NO_SUBSESSION", results::NO_SUBSESSION),
        ("ONE_ID", results::ONE_ID),
        ("OUTSIDE_GUILD", replies::OUTSIDE_GUILD),
        ("OVER", seasons::OVER),
        ("PRIZE_NOT_FOUND", seasons::ranks::PRIZE_NOT_FOUND),
        ("SEVERAL_OPEN", attendance::SEVERAL_OPEN),
        ("TITLE_AND_CLEAR", staff::TITLE_AND_CLEAR),
        ("TOO_LARGE", results::TOO_LARGE),
        ("TWO_PROOFS", seasons::submissions::TWO_PROOFS),
        ("VOICE_AND_CLEAR", attendance::VOICE_AND_CLEAR),
        ("WITH_ONESELF", numbers::trades::WITH_ONESELF),
    ];
    let mut all: Vec<_> = texts.map(|(name, text)| (name, text.to_owned())).into();
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let names = ["Winter".to_owned(), "Spring".to_owned()];
    all.extend([
        ("either", dates::either("start", "12/1/2027", one, other)),
        ("has_time", dates::has_time("until")),
        ("incomplete", seasons::incomplete("item", "points", example)),
        ("no_date", dates::no_date("end", "spring", one, &zone)),
        ("no_day", dates::no_day("until", "spring", one)),
        ("no_such", picks::no_such(seasons::ONE, "every", &names)),
        ("no_such", picks::no_such(seasons::ONE, "every", &[])),
        ("several", picks::several(seasons::ONE, "win", &names)),
        ("unreadable", picks::unreadable(seasons::ONE, "every")),
    ]);
    all
}

#[test]
fn what_the_bot_refuses_by_itself_fits_a_phone() {
    let mut shown = String::new();
    for (name, text) in all() {
        let _ = writeln!(shown, "{name}\n{}", on_a_phone(&text));
    }
    insta::assert_snapshot!(shown);
}

/// The source of the bot, without its tests.
fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.ends_with("tests") || path.ends_with("tests.rs") {
            continue;
        }
        if path.is_dir() {
            sources(&path, into);
        } else {
            into.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

/// Names of texts of ours in what is handed to a function: a constant, or a function that writes one.
fn texts_in(source: &str, function: &str, into: &mut BTreeSet<String>) {
    for (_, after) in source
        .match_indices(function)
        .map(|(at, it)| source.split_at(at + it.len()))
    {
        let end = after.find(';').unwrap_or(after.len()).min(400);
        let end = (0..=end)
            .rev()
            .find(|at| after.is_char_boundary(*at))
            .unwrap_or(0);
        let handed = &after[..end];
        for (at, _) in handed.match_indices("::") {
            let before = handed[..at].rsplit(|it: char| !it.is_alphanumeric()).next();
            let is_text = matches!(before, Some("texts" | "replies" | "admin" | "picks"));
            let name = &handed[at + 2..];
            let name = name
                .split(|it: char| !it.is_alphanumeric() && it != '_')
                .next();
            into.extend(name.filter(|_| is_text).map(str::to_owned));
        }
    }
}

#[test]
fn no_refusal_is_missing_here() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut files, mut used) = (vec![], BTreeSet::new());
    sources(&src, &mut files);
    for source in &files {
        texts_in(source, "Failure::Mistake(", &mut used);
        texts_in(source, "= set_or_clear(", &mut used);
        texts_in(source, ": set_or_clear(", &mut used);
    }
    assert!(used.len() > 25, "the source is read: {used:?}");
    let known: BTreeSet<_> = all().into_iter().map(|(name, _)| name.to_owned()).collect();
    let missing: Vec<_> = used.difference(&known).collect();
    assert!(missing.is_empty(), "no sentence of {missing:?} is shown");
}
