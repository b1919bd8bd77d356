//! Texts about how a member drives.

use super::{
    BLUE,
    format::{count, escape, relative, shorten},
    results::lap,
};
use crate::answer::Reply;
use crate::charts::{Chart, Curve};
use paddock_api_types::driving::{
    BestLap, DrivenRace, DrivingState, DrivingTotals, MemberDriving, MemberRef, RoundsDriven,
};
use paddock_api_types::results::ResultOutcome;
use std::fmt::Write as _;
use twilight_model::channel::message::Embed;
use twilight_util::builder::embed::{EmbedBuilder, EmbedFieldBuilder};

/// What the charts show, for those who do not see them.
pub(crate) const DRAWN: &str = "Charts of the latest races: incidents with their trend, finish positions, \
     and best laps. The races below have the same figures.";
/// Title of the races.
pub(crate) const RACES: &str = "Races";
/// Best laps and seasons that are shown of each.
const SHOWN: usize = 6;
/// Characters of a name on a line.
const NAME: usize = 40;

/// Why nothing is shown.
pub(crate) fn nothing(driving: &MemberDriving, member: MemberRef) -> Reply {
    let who = format!("<@{}>", driving.user_id);
    let own = member == MemberRef::ME;
    Reply::text(match driving.state {
        DrivingState::NotLinked if own => "You have not said which iRacing account is yours. `/link` \
             does, or `/connect`, which proves it."
            .to_owned(),
        DrivingState::NotLinked => format!("{who} has linked no iRacing account."),
        DrivingState::NoConsent => {
            format!("{who} has not agreed that others see what they drive. `/link` is where they can.")
        }
        DrivingState::NoResults | DrivingState::Shown if own => {
            "No result that is kept has a race of your account. Results come from `/syncsessions`, or \
             from an admin who imports them."
                .to_owned()
        }
        DrivingState::NoResults | DrivingState::Shown => {
            format!("No result that is kept has a race of {who}.")
        }
    })
}

/// Totals, best laps and rounds.
pub(crate) fn summary(driving: &MemberDriving) -> Embed {
    let mut card = EmbedBuilder::new()
        .title("Driver")
        .description(format!(
            "<@{}>\n{}",
            driving.user_id,
            totals(&driving.totals)
        ))
        .color(BLUE);
    let mut add = |name: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let field = EmbedFieldBuilder::new(name, lines.join("\n"));
            card = card.clone().field(field);
        }
    };
    add(
        "Rounds driven",
        driving.seasons.iter().take(SHOWN).map(season).collect(),
    );
    add(
        "Best laps",
        driving.best_laps.iter().take(SHOWN).map(best).collect(),
    );
    card.build()
}

fn totals(totals: &DrivingTotals) -> String {
    let mut text = format!(
        "**{}** · {} · {}",
        count(totals.races.into(), "race"),
        count(totals.wins.into(), "win"),
        match totals.podiums {
            1 => "1 podium".to_owned(),
            podiums => format!("{podiums} podiums"),
        },
    );
    if let (Some(best), Some(mean)) = (totals.best_finish, totals.average_finish) {
        let _ = write!(text, "\nBest finish P{best}, P{mean:.1} on average");
    }
    let _ = write!(
        text,
        "\n{}, {} in the lead",
        count(totals.laps, "lap"),
        totals.laps_led
    );
    if let Some(rate) = totals.incidents_per_race {
        let _ = write!(text, "\n{}x, {rate:.1} a race", totals.incidents);
    }
    if let (Some(lately), Some(before)) = (totals.incidents_lately, totals.incidents_before) {
        let _ = write!(
            text,
            "; {lately:.1} in the latest ten races, {before:.1} in those before"
        );
    }
    if let Some(at) = totals.last_raced_at {
        let _ = write!(text, "\nLast raced {}", relative(at));
    }
    text
}

fn season(it: &RoundsDriven) -> String {
    let name = it.league_season_name.as_deref();
    let name = name.map_or_else(
        || format!("Season {}", it.league_season_id),
        |name| escape(&shorten(name, NAME)),
    );
    format!("{name}: {} of {}", it.driven, it.held)
}

fn best(it: &BestLap) -> String {
    let track = track(it.track_name.as_deref(), it.track_config.as_deref());
    let car = it.car.as_deref();
    let car = car.map_or_else(String::new, |car| {
        format!(" · {}", escape(&shorten(car, NAME)))
    });
    format!("{} · {track}{car}", lap(it.best_lap))
}

fn track(name: Option<&str>, layout: Option<&str>) -> String {
    let name = escape(&shorten(name.unwrap_or("Unknown track"), NAME));
    match layout {
        Some(layout) => format!("{name} ({})", escape(&shorten(layout, NAME))),
        None => name,
    }
}

/// Charts of races that come newest first; none of fewer than two.
pub(crate) fn charts(races: &[DrivenRace]) -> Vec<Chart> {
    if races.len() < 2 {
        return Vec::new();
    }
    let of = |name, line, value: fn(&DrivenRace) -> Option<f64>| Curve {
        name,
        values: races.iter().rev().map(value).collect(),
        line,
    };
    let labels = races.iter().rev();
    let labels = labels.map(|it| it.raced_at.strftime("%-d %b").to_string());
    let labels: Vec<_> = labels.collect();
    let chart = |title, first_on_top, series| Chart {
        title,
        labels: labels.clone(),
        series,
        first_on_top,
    };
    let mut charts = vec![
        chart(
            "Incidents per race",
            false,
            vec![
                of("Incidents", false, |it| it.incidents.and_then(number)),
                of("Trend over five races", true, |it| it.incidents_trend),
            ],
        ),
        chart(
            "Finish position",
            true,
            vec![of("Finish", true, |it| {
                it.class_position.or(it.position).and_then(number)
            })],
        ),
        chart(
            "Best lap, in seconds",
            false,
            vec![of("Best lap", true, |it| it.best_lap.and_then(seconds))],
        ),
    ];
    charts.retain(|chart| {
        let mut values = chart.series.iter().flat_map(|it| it.values.iter());
        values.any(Option::is_some)
    });
    charts
}

fn number(number: i64) -> Option<f64> {
    i32::try_from(number).ok().map(f64::from)
}

/// Seconds, from 1/10000 s.
pub(super) fn seconds(ticks: i64) -> Option<f64> {
    number(ticks).map(|ticks| ticks / 10_000.0)
}

/// One line of the races.
pub(crate) fn race(race: &DrivenRace) -> String {
    let track = track(race.track_name.as_deref(), race.track_config.as_deref());
    let mut text = format!("**{track}** {}\n", relative(race.raced_at));
    let mut told = Vec::new();
    let league = race
        .league_season_name
        .as_ref()
        .or(race.series_name.as_ref());
    let league = league.or(race.session_name.as_ref());
    told.extend(league.map(|name| escape(&shorten(name, NAME))));
    told.extend(race.round.map(|number| format!("round {number}")));
    let start = race
        .start_position
        .map_or_else(String::new, |start| format!("P{start} → "));
    let finish = race.class_position.or(race.position);
    told.extend(finish.map(|finish| format!("{start}P{finish}")));
    told.extend(race.laps.map(|laps| count(laps, "lap")));
    told.extend(race.best_lap.map(|best| format!("best {}", lap(best))));
    told.extend(race.incidents.map(|points| format!("{points}x")));
    told.extend(match race.outcome {
        ResultOutcome::Finished => None,
        ResultOutcome::DidNotStart => Some("did not start".to_owned()),
        ResultOutcome::Disconnected => Some("disconnected".to_owned()),
        ResultOutcome::Disqualified => Some("disqualified".to_owned()),
        ResultOutcome::Retired => Some("out".to_owned()),
    });
    if !race.is_final {
        told.push("provisional".to_owned());
    }
    text.push_str(&told.join(" · "));
    text
}
