//! What a subsession is worth to each of its drivers.

use crate::results::{self, Row, Session};
use paddock_api_types::results::ResultOutcome;
use paddock_api_types::scoring::{ResultRule, ScoringMode};
use paddock_api_types::{Percent, RacePoints};
use std::collections::BTreeMap;

/// Sessions of qualifying: lone and open.
const QUALIFYING: [i64; 2] = [4, 5];

/// Whose a score is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Driver {
    /// An account of iRacing's.
    Account(i64),
    /// Nobody who is known any more.
    Car(Option<String>),
}

/// What a driver has of a subsession, or of a round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) points: i64,
    /// Positions in last races.
    pub(crate) finishes: Vec<i64>,
    /// As on the car, the latest.
    pub(crate) car_number: Option<String>,
}

/// Scores by driver.
pub(crate) type Scores = BTreeMap<Driver, Score>;

/// What a subsession is worth. A score may be 0 points.
pub(crate) fn scores(rule: &ResultRule, sessions: &[Session], rows: &[Row]) -> Scores {
    let mut scores = Scores::new();
    // The number of a session counts up to the main event.
    let races = sessions.iter().filter(|it| it.is_race());
    let last_race = races.map(|it| it.number).max();
    let qualifying = sessions.iter().filter(|it| is_qualifying(it));
    let last_qualifying = qualifying.map(|it| it.number).max();
    for session in sessions {
        let all: Vec<&Row> = rows
            .iter()
            .filter(|row| row.session_number == session.number)
            .collect();
        let part = Part { rule, rows, all };
        if rule.mode == ScoringMode::LeaguePoints {
            part.league_points(&mut scores);
        }
        let is_last = last_race == Some(session.number);
        for group in part.groups() {
            let counted = part.counted(&group, session.is_race());
            if is_last {
                part.finishes(&counted, &mut scores);
            }
            if rule.mode == ScoringMode::LeaguePoints {
                continue;
            }
            if is_qualifying(session) {
                part.table(&counted, &rule.qualifying, &mut scores);
                if last_qualifying == Some(session.number) {
                    part.best(
                        &counted,
                        rule.pole,
                        |it| first(Some(it.position)),
                        &mut scores,
                    );
                }
            } else if is_last {
                part.table(&counted, &rule.race, &mut scores);
                part.bonuses(&counted, last_qualifying.is_none(), &mut scores);
            } else if session.is_race() {
                part.table(&counted, &rule.heat, &mut scores);
            }
        }
    }
    scores
}

fn is_qualifying(session: &Session) -> bool {
    session.kind.is_some_and(|kind| QUALIFYING.contains(&kind))
}

/// A row that scores, and its position among those of its field that iRacing did not drive.
struct Counted<'a> {
    row: &'a Row,
    position: i64,
}

/// A session, as a rule sees it.
struct Part<'a> {
    rule: &'a ResultRule,
    /// Of all sessions.
    rows: &'a [Row],
    /// Of this one.
    all: Vec<&'a Row>,
}

impl<'a> Part<'a> {
    /// Solo drivers and teams: the whole field, or those of each class.
    fn groups(&self) -> Vec<Vec<&'a Row>> {
        let mut groups: BTreeMap<Option<i64>, Vec<&Row>> = BTreeMap::new();
        let entries = self.all.iter().filter(|it| it.team_place.is_none());
        for row in entries.filter(|row| !row.ai) {
            let class = row.class_id.filter(|_| self.rule.per_class);
            groups.entry(class).or_default().push(row);
        }
        groups.into_values().collect()
    }

    /// Who scores. The position of a row that does not is nobody else's.
    fn counted(&self, group: &[&'a Row], is_race: bool) -> Vec<Counted<'a>> {
        let placed = group.iter().filter(|row| row.position.is_some());
        let mut placed: Vec<&Row> = placed.copied().collect();
        placed.sort_by_key(|row| row.position);
        let winner = placed.first().map_or(0, |row| self.laps(row));
        let least = self.rule.min_laps_percent;
        let positions = (1..)
            .zip(placed)
            .map(|(position, row)| Counted { row, position });
        positions
            .filter(|it| self.scores(it.row))
            .filter(|it| !is_race || reaches(self.laps(it.row), winner, least))
            .collect()
    }

    fn laps(&self, row: &Row) -> i64 {
        results::laps_driven(row, self.rows)
    }

    fn scores(&self, row: &Row) -> bool {
        match results::outcome(self.laps(row), row.reason_out_id) {
            ResultOutcome::Finished | ResultOutcome::Retired => true,
            ResultOutcome::Disconnected => self.rule.score_disconnected,
            ResultOutcome::DidNotStart | ResultOutcome::Disqualified => false,
        }
    }

    /// Whom a row stands for: its driver, or those of a team who drove enough of its laps.
    fn drivers(&self, entry: &'a Row) -> Vec<&'a Row> {
        if !entry.is_team() {
            return vec![entry];
        }
        let laps = self.laps(entry);
        let of_team = self
            .all
            .iter()
            .filter(|it| it.team_place == Some(entry.place));
        let enough = of_team.filter(|it| {
            let own = it.laps.unwrap_or_default();
            !it.ai && own > 0 && reaches(own, laps, self.rule.min_share_percent)
        });
        enough.copied().collect()
    }

    /// What iRacing gives; to the drivers of a team what it gives their team, or themselves where that
    /// has none.
    fn league_points(&self, scores: &mut Scores) {
        let entries = self.all.iter().filter(|it| it.team_place.is_none());
        for entry in entries.filter(|row| !row.ai) {
            let of_entry = entry.league_points.filter(|points| *points != 0);
            for driver in self.drivers(entry) {
                let points = of_entry.or(driver.league_points).unwrap_or_default();
                score(scores, entry, driver).points += points;
            }
        }
    }

    fn finishes(&self, counted: &[Counted<'a>], scores: &mut Scores) {
        for it in counted {
            for driver in self.drivers(it.row) {
                score(scores, it.row, driver).finishes.push(it.position);
            }
        }
    }

    fn table(&self, counted: &[Counted<'a>], table: &[RacePoints], scores: &mut Scores) {
        for it in counted {
            let index = usize::try_from(it.position - 1).ok();
            let points = index.and_then(|index| table.get(index)).copied();
            self.give(it.row, points.unwrap_or_default(), scores);
        }
    }

    fn bonuses(&self, counted: &[Counted<'a>], with_pole: bool, scores: &mut Scores) {
        let rule = self.rule;
        let led = |it: &Counted<'_>| it.row.laps_led.filter(|led| *led > 0).map(|led| -led);
        self.best(counted, rule.most_laps_led, led, scores);
        self.best(counted, rule.fastest_lap, |it| it.row.best_lap, scores);
        if with_pole {
            let start = |it: &Counted<'_>| {
                let row = it.row;
                first(if rule.per_class {
                    row.class_start_position
                } else {
                    row.start_position
                })
            };
            self.best(counted, rule.pole, start, scores);
        }
    }

    /// Rewards whoever has the least of something, all who share it.
    fn best(
        &self,
        counted: &[Counted<'a>],
        points: RacePoints,
        by: impl Fn(&Counted<'a>) -> Option<i64>,
        scores: &mut Scores,
    ) {
        let best = counted.iter().filter_map(&by).min();
        for it in counted.iter().filter(|it| best.is_some() && by(it) == best) {
            self.give(it.row, points, scores);
        }
    }

    fn give(&self, entry: &'a Row, points: RacePoints, scores: &mut Scores) {
        for driver in self.drivers(entry) {
            score(scores, entry, driver).points += i64::from(points);
        }
    }
}

/// Only the first place.
fn first(position: Option<i64>) -> Option<i64> {
    position.filter(|position| *position == 1)
}

/// Whether somebody drove at least so much of these laps.
fn reaches(laps: i64, of: i64, least: Percent) -> bool {
    laps.saturating_mul(100) >= of.saturating_mul(least.into())
}

fn score<'s>(scores: &'s mut Scores, entry: &Row, driver: &Row) -> &'s mut Score {
    let number = driver.car_number.as_ref().or(entry.car_number.as_ref());
    let key = match driver.cust_id {
        Some(cust_id) => Driver::Account(cust_id),
        None => Driver::Car(number.cloned()),
    };
    let score = scores.entry(key).or_default();
    if let Some(number) = number {
        score.car_number = Some(number.clone());
    }
    score
}

#[cfg(test)]
mod tests;
