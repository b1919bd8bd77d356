//! Pages: how a member drives.

use super::model::chart::{self, Chart, HEIGHT, WIDTH};
use super::service;
use crate::error::ApiError;
use crate::page::PageRequest;
use crate::pages::{self, Page, SignedIn};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use paddock_api_types::ErrorCode;
use paddock_api_types::driving::{
    BestLap, DrivenRace, DrivingState, DrivingTotals, MemberDriving, MemberRef,
};
use paddock_api_types::results::ResultOutcome;
use serde::Deserialize;

/// Where one's own races are.
pub(super) const OWN: &str = "/drivers/me";
/// Races on a page, and in its charts.
const RACES: u32 = 30;

pub(super) fn router() -> Router<AppState> {
    Router::new().route("/drivers/{member}", get(driver))
}

#[derive(Template)]
#[template(path = "results/driver.html")]
struct Driver {
    page: Page,
    driving: MemberDriving,
    /// Names and figures.
    totals: Vec<(&'static str, String)>,
    races: Vec<RaceRow>,
    best_laps: Vec<[String; 4]>,
    charts: Vec<Chart>,
    /// Where the page with older races is.
    older: Option<String>,
    /// It is the visitor who is shown.
    own: bool,
}

/// A row of the table of races.
struct RaceRow {
    raced_at: Timestamp,
    cells: [String; 10],
}

#[derive(Deserialize)]
struct Part {
    cursor: Option<String>,
}

async fn driver(
    Path(member): Path<String>,
    Query(part): Query<Part>,
    signed_in: SignedIn,
) -> Result<Response, ApiError> {
    // What no id is leads nowhere, like the id of nobody.
    let nobody = |_| ApiError::new(ErrorCode::MemberNotFound, "there is no such member");
    let member: MemberRef = member.parse().map_err(nobody)?;
    let op = &signed_in.op;
    let driving = service::driving(op, member).await?;
    let page = PageRequest::parse(Some(RACES), part.cursor.as_deref())?;
    let races = service::races(op, member, page).await?;
    let path = format!("/drivers/{member}");
    let older = races.next_cursor.as_deref();
    Ok(pages::show(&Driver {
        page: signed_in.page(&title(&signed_in, &driving)),
        own: op.actor.user_id == Some(driving.user_id),
        charts: chart::charts(&races.items),
        older: older.map(|cursor| pages::with_query(&path, "cursor", cursor)),
        totals: totals(&driving.totals),
        races: races.items.iter().map(race_row).collect(),
        best_laps: driving.best_laps.iter().map(best_lap).collect(),
        driving,
    }))
}

fn title(signed_in: &SignedIn, driving: &MemberDriving) -> String {
    if signed_in.op.actor.user_id == Some(driving.user_id) {
        "Your races".to_owned()
    } else {
        format!("Races of {}", driving.display_name)
    }
}

impl Driver {
    /// Why there is nothing to see.
    fn reason(&self) -> Option<&'static str> {
        match (self.driving.state, self.own) {
            (DrivingState::Shown, _) => None,
            (DrivingState::NotLinked, true) => Some(
                "You have not said which iRacing account is yours. Connect it on the page of connected \
                 accounts, or use /link in Discord.",
            ),
            (DrivingState::NotLinked, false) => Some("This member has linked no iRacing account."),
            (DrivingState::NoConsent, _) => {
                Some("This member has not agreed that others see what they drive.")
            }
            (DrivingState::NoResults, _) => {
                Some("No result that is kept here has a race of this account.")
            }
        }
    }
}

fn totals(of: &DrivingTotals) -> Vec<(&'static str, String)> {
    vec![
        ("Races", of.races.to_string()),
        ("Wins", of.wins.to_string()),
        ("Podiums", of.podiums.to_string()),
        ("Best finish", or_dash(of.best_finish)),
        ("Average finish", rate(of.average_finish)),
        ("Laps", of.laps.to_string()),
        ("Laps in the lead", of.laps_led.to_string()),
        ("Incidents", of.incidents.to_string()),
        ("Incidents per race", rate(of.incidents_per_race)),
        ("In the latest ten", rate(of.incidents_lately)),
        ("In the ten before", rate(of.incidents_before)),
    ]
}

fn race_row(race: &DrivenRace) -> RaceRow {
    let state = if race.is_final { "" } else { ", provisional" };
    RaceRow {
        raced_at: race.raced_at,
        cells: [
            track(race.track_name.as_ref(), race.track_config.as_ref()),
            league(race).to_owned(),
            or_dash(race.round),
            or_dash(race.start_position),
            or_dash(race.class_position.or(race.position)),
            or_dash(race.laps),
            or_dash(race.best_lap.map(chart::lap)),
            or_dash(race.incidents),
            rate(race.incidents_trend),
            format!("{}{state}", outcome(race)),
        ],
    }
}

fn best_lap(best: &BestLap) -> [String; 4] {
    [
        track(best.track_name.as_ref(), best.track_config.as_ref()),
        or_dash(best.car.as_ref()),
        chart::lap(best.best_lap),
        best.races.to_string(),
    ]
}

/// A track with its layout.
fn track(name: Option<&String>, layout: Option<&String>) -> String {
    let name = name.map_or("Unknown track", String::as_str);
    layout.map_or_else(|| name.to_owned(), |layout| format!("{name} ({layout})"))
}

/// A value that may not be known.
fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// A mean with one decimal.
fn rate(mean: Option<f64>) -> String {
    or_dash(mean.map(|mean| format!("{mean:.1}")))
}

fn outcome(race: &DrivenRace) -> &'static str {
    match race.outcome {
        ResultOutcome::Finished => "finished",
        ResultOutcome::DidNotStart => "did not start",
        ResultOutcome::Disconnected => "disconnected",
        ResultOutcome::Disqualified => "disqualified",
        ResultOutcome::Retired => "out",
    }
}

/// What a race belongs to.
fn league(race: &DrivenRace) -> &str {
    let name = race
        .league_season_name
        .as_ref()
        .or(race.series_name.as_ref());
    name.or(race.session_name.as_ref())
        .map_or("–", String::as_str)
}
