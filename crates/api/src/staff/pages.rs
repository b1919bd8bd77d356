//! The page of the staff: everybody as they are, and a script that shows what changes.

use super::service;
use crate::error::ApiError;
use crate::pages::{self, Page, SignedIn};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use jiff::{RoundMode, SignedDuration, Timestamp, TimestampRound, Unit};
use paddock_api_types::GuildId;
use paddock_api_types::staff::{
    Platforms, PresenceStatus, StaffAway, StaffMember, StaffStatus, UnknownBecause,
};
use serde_json::json;

/// Where the page is.
pub(super) const STAFF: &str = "/staff";
/// Where its script is.
const SCRIPT: &str = "/assets/staff.js";
/// The script. What it writes of a member is what [`Person`] writes, under the names of the same parts.
const CODE: &str = include_str!("../../templates/staff/staff.js");

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(STAFF, get(roster))
        .route(SCRIPT, get(script))
}

#[derive(Template)]
#[template(path = "staff/roster.html")]
struct Roster {
    page: Page,
    guild: GuildId,
    /// What the script says of statuses, as JSON.
    words: String,
    people: Vec<Person>,
    /// Somebody who is added later.
    blank: Person,
    /// When it was made.
    minute: Timestamp,
}

/// A member in words. What is empty is hidden.
#[derive(Template, Default)]
#[template(path = "staff/person.html")]
struct Person {
    user_id: String,
    name: String,
    title: String,
    status: &'static str,
    label: &'static str,
    because: &'static str,
    activity: String,
    custom: String,
    platforms: String,
    since: Option<Moment>,
    seen: Option<Moment>,
    duty: Option<Moment>,
    used: Option<Moment>,
    away: String,
}

/// A moment, and how long ago it was.
#[derive(Clone)]
struct Moment {
    at: Timestamp,
    full: String,
    ago: String,
}

async fn roster(headers: HeaderMap, signed_in: SignedIn) -> Result<Response, ApiError> {
    let op = &signed_in.op;
    let roster = service::roster(op).await?;
    let people = roster.members.iter();
    Ok(pages::show_live(
        &headers,
        &Roster {
            page: signed_in.page("Staff"),
            guild: op.guild(),
            words: words().to_string(),
            people: people.map(|it| Person::of(it, op.at)).collect(),
            blank: Person::default(),
            minute: to_minute(op.at),
        },
    ))
}

async fn script(headers: HeaderMap) -> Response {
    pages::asset(&headers, "text/javascript; charset=utf-8", CODE)
}

impl Person {
    fn of(member: &StaffMember, now: Timestamp) -> Self {
        let moment = |at: Timestamp| Moment::of(at, now);
        Self {
            user_id: member.user_id.to_string(),
            name: member.display_name.clone(),
            title: member.title.clone().unwrap_or_default(),
            status: name(member.discord_status),
            label: label(member.discord_status),
            because: member.unknown_because.map_or("", because),
            activity: member.discord_activity.clone().unwrap_or_default(),
            custom: member.discord_custom_status.clone().unwrap_or_default(),
            platforms: platforms(member.platforms, member.discord_status),
            since: member.discord_status_updated.map(moment),
            // Of whoever is there it is now.
            seen: member.last_seen.map(to_minute).map(moment),
            duty: member.on_duty_since.map(moment),
            used: member.last_interaction.map(moment),
            away: member.away.as_ref().map_or_else(String::new, |away| {
                let now = if member.is_away { "now, " } else { "" };
                format!("{now}{}", days(away))
            }),
        }
    }

    fn moments(&self) -> [(&'static str, &'static str, Option<Moment>); 4] {
        [
            ("Since", "since", self.since.clone()),
            ("Last seen", "seen", self.seen.clone()),
            ("On duty (said)", "duty", self.duty.clone()),
            ("Last used Paddock", "used", self.used.clone()),
        ]
    }
}

impl Moment {
    fn of(at: Timestamp, now: Timestamp) -> Self {
        Self {
            at,
            full: pages::full_time(&at),
            ago: ago(now.duration_since(at)),
        }
    }
}

/// The minute that it is in, so that a page that says the same is the same.
fn to_minute(at: Timestamp) -> Timestamp {
    let minute = TimestampRound::new().smallest(Unit::Minute);
    at.round(minute.mode(RoundMode::Trunc)).unwrap_or(at)
}

fn name(status: StaffStatus) -> &'static str {
    match status {
        StaffStatus::Online => "online",
        StaffStatus::Idle => "idle",
        StaffStatus::Dnd => "dnd",
        StaffStatus::Offline => "offline",
        StaffStatus::Unknown => "unknown",
    }
}

fn label(status: StaffStatus) -> &'static str {
    match status {
        StaffStatus::Online => "Online",
        StaffStatus::Idle => "Idle",
        StaffStatus::Dnd => "Do not disturb",
        StaffStatus::Offline => "Offline",
        StaffStatus::Unknown => "Unknown",
    }
}

fn because(because: UnknownBecause) -> &'static str {
    match because {
        UnknownBecause::BotOffline => "The bot has not been heard of for more than two minutes.",
        UnknownBecause::IntentMissing => "Discord does not let the bot see it.",
        UnknownBecause::NotSeen => "Not seen since the bot began to watch.",
        UnknownBecause::NotInServer => "Has left the server.",
    }
}

/// Each kind of device under its name in the API.
fn devices(on: Platforms) -> [(&'static str, &'static str, Option<PresenceStatus>); 5] {
    [
        ("desktop", "computer", on.desktop),
        ("mobile", "phone", on.mobile),
        ("web", "browser", on.web),
        ("embedded", "console", on.embedded),
        ("vr", "headset", on.vr),
    ]
}

/// The devices that somebody is on, with the status there where it is another.
fn platforms(on: Platforms, status: StaffStatus) -> String {
    let on = devices(on).into_iter().filter_map(|(_, device, there)| {
        let there = super::model::shown(there?);
        Some(if there == status {
            device.to_owned()
        } else {
            format!("{device} ({})", label(there).to_lowercase())
        })
    });
    on.collect::<Vec<_>>().join(", ")
}

/// What the script is given, so that it says what the page does.
fn words() -> serde_json::Value {
    use StaffStatus as S;
    let all = [S::Online, S::Idle, S::Dnd, S::Offline, S::Unknown];
    let statuses = all.map(|it| (name(it).to_owned(), json!(label(it))));
    let devices = devices(Platforms::default());
    let devices = devices.map(|(name, device, _)| (name.to_owned(), json!(device)));
    json!({
        "status": serde_json::Map::from_iter(statuses),
        "device": serde_json::Map::from_iter(devices),
        "because": {
            "bot_offline": because(UnknownBecause::BotOffline),
            "intent_missing": because(UnknownBecause::IntentMissing),
            "not_seen": because(UnknownBecause::NotSeen),
            "not_in_server": because(UnknownBecause::NotInServer),
        },
    })
}

fn days(away: &StaffAway) -> String {
    let day = |day: Date| day.strftime("%-d %B %Y").to_string();
    let (from, until) = (day(away.from), day(away.until));
    match &away.reason {
        Some(reason) => format!("{from} to {until}: {reason}"),
        None => format!("{from} to {until}"),
    }
}

fn ago(time: SignedDuration) -> String {
    let minutes = time.as_mins();
    let (count, unit) = match minutes {
        ..1 => return "just now".to_owned(),
        1..60 => (minutes, "minute"),
        60..1440 => (minutes / 60, "hour"),
        _ => (minutes / 1440, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural} ago")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_the_largest_unit_that_has_passed() {
        for (seconds, expected) in [
            (-5, "just now"),
            (59, "just now"),
            (60, "1 minute ago"),
            (3599, "59 minutes ago"),
            (3600, "1 hour ago"),
            (86_399, "23 hours ago"),
            (86_400, "1 day ago"),
            (864_000, "10 days ago"),
        ] {
            assert_eq!(ago(SignedDuration::from_secs(seconds)), expected);
        }
    }

    #[test]
    fn a_device_says_its_status_where_it_is_another() {
        let on = Platforms {
            desktop: Some(PresenceStatus::Dnd),
            vr: Some(PresenceStatus::Idle),
            ..Platforms::default()
        };
        assert_eq!(platforms(on, StaffStatus::Dnd), "computer, headset (idle)");
        let nowhere = platforms(Platforms::default(), StaffStatus::Dnd);
        assert_eq!(nowhere, "");
    }
}
