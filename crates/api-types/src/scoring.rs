//! Points of a season from results of races.

use crate::{
    DropRounds, PenaltyId, PenaltyPoints, Percent, RacePoints, Reason, RoundNumber, SeasonId,
    Timestamp, UserId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who says what a result is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScoringMode {
    /// iRacing: its league points of all sessions of a subsession are added up, as they are. Of the
    /// rule below hold `count_official`, `min_share_percent` and `drop_rounds`, and for wins and
    /// finishes `per_class`, `min_laps_percent` and `score_disconnected`.
    LeaguePoints,
    /// The tables below, by finishing position.
    Table,
}

/// What results of a league's season are worth in a season of Paddock's.
///
/// Drivers of iRacing's own never score, and nobody stands behind them. Who did not start or was
/// disqualified scores nothing in a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultRule {
    /// The season of the league, by iRacing's id; at least 1.
    pub league_season_id: i64,
    /// Who says what a result is worth.
    pub mode: ScoringMode,
    /// Positions, bonuses and the winner's laps are those of each class, not of the whole field.
    #[serde(default)]
    pub per_class: bool,
    /// Points of the first, the second and so on in qualifying, at most 100 of them.
    #[serde(default)]
    pub qualifying: Vec<RacePoints>,
    /// The same in each race before the last one.
    #[serde(default)]
    pub heat: Vec<RacePoints>,
    /// The same in the last race of a subsession, the feature.
    #[serde(default)]
    pub race: Vec<RacePoints>,
    /// For who was first in the last qualifying. Without qualifying, for who started the last race
    /// from first.
    #[serde(default)]
    pub pole: RacePoints,
    /// For the fastest lap of the last race, among those who score there; whoever shares it has it.
    #[serde(default)]
    pub fastest_lap: RacePoints,
    /// For most laps led in the last race, likewise.
    #[serde(default)]
    pub most_laps_led: RacePoints,
    /// Who drove less of the winner's laps scores nothing in that race, in percent.
    #[serde(default)]
    pub min_laps_percent: Percent,
    /// What a team scores counts for each of its drivers who drove at least so much of its laps, in
    /// percent, and at least one.
    #[serde(default)]
    pub min_share_percent: Percent,
    /// Who lost the connection scores by their position.
    #[serde(default)]
    pub score_disconnected: bool,
    /// Official sessions count too.
    #[serde(default)]
    pub count_official: bool,
    /// How many rounds do not count, for each driver their worst; a round that they missed is worth 0.
    /// One round counts in any case. Wins and finishes of all rounds decide ties.
    #[serde(default)]
    pub drop_rounds: DropRounds,
}

/// The table of a league's season by a rule.
///
/// Void results count nowhere in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResultStandings {
    /// Of which season.
    pub season_id: SeasonId,
    /// Numbers of the rounds that are in it.
    pub rounds: Vec<i64>,
    /// Those of them in which a result is provisional: its points reach no ledger yet.
    pub provisional: Vec<i64>,
    /// Members with a linked account, most points first.
    pub items: Vec<ResultStanding>,
    /// Whoever else scored, by round.
    pub not_linked: Vec<NotLinked>,
}

/// A member in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResultStanding {
    /// 1, 2, 2, 4: one more than there are members who are ahead by points, then wins, then best finishes.
    pub place: u32,
    /// Who.
    pub user_id: UserId,
    /// Has joined the season.
    pub joined: bool,
    /// The points that count, without those that penalties take.
    pub points: i64,
    /// Points that penalties take.
    pub penalty: i64,
    /// Last races won.
    pub wins: u32,
    /// Every round, by number.
    pub rounds: Vec<RoundPoints>,
}

/// What a round gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoundPoints {
    /// Its number.
    pub number: i64,
    /// How many points.
    pub points: i64,
    /// It is one of the worst, and does not count.
    pub dropped: bool,
}

/// A car that scored, of nobody who is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NotLinked {
    /// The number of the round.
    pub round: i64,
    /// As on the car.
    pub car_number: Option<String>,
    /// How many points.
    pub points: i64,
}

/// Takes points from a member, in the words of who decides about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddPenalty {
    /// Whose. A verified member who has not joined joins by it.
    pub user_id: UserId,
    /// How many.
    pub points: PenaltyPoints,
    /// For what happened in this round. No penalty is dropped with a round.
    #[serde(default)]
    pub round: Option<RoundNumber>,
    /// Why.
    pub reason: Reason,
}

/// A penalty: an entry of the ledger of its own, until it is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Penalty {
    /// Time-ordered.
    pub id: PenaltyId,
    /// In which season.
    pub season_id: SeasonId,
    /// Whose.
    pub user_id: UserId,
    /// How many points it takes.
    pub points: i64,
    /// For what happened in this round.
    pub round: Option<i64>,
    /// Why.
    pub reason: String,
    /// When.
    pub imposed_at: Timestamp,
}

/// What results are worth to a member in a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResultCredit {
    /// In which season.
    pub season_id: SeasonId,
    /// Whose.
    pub user_id: UserId,
    /// How many points they were given.
    pub points: i64,
    /// The rounds that count.
    pub rounds: Vec<CreditedRound>,
}

/// What a round that counts gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CreditedRound {
    /// Its number.
    pub number: i64,
    /// How many points.
    pub points: i64,
}
