//! What results are worth.

pub(super) mod audited;
pub(super) mod credits;
pub(super) mod scores;
pub(super) mod standings;

use crate::operation::{Failure, fails};
use crate::seasons::SeasonError;
use paddock_api_types::scoring::ResultRule;

/// Positions that a table has at most.
const LONGEST_TABLE: usize = 100;

/// Why an operation on scores was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ScoringError {
    /// A value that is not allowed.
    #[error("{field}: expected {expected}")]
    Invalid {
        /// Which.
        field: &'static str,
        /// What was expected.
        expected: &'static str,
    },
    /// The season has no rule.
    #[error("results are worth nothing in this season")]
    NoRule,
    /// No such penalty in this season.
    #[error("no such penalty in this season")]
    PenaltyNotFound,
    /// The season refuses it.
    #[error(transparent)]
    Season(SeasonError),
    /// Something else.
    #[error(transparent)]
    Failure(Failure),
}
fails!(ScoringError);

impl From<SeasonError> for ScoringError {
    fn from(error: SeasonError) -> Self {
        match error {
            // So that a transaction that ran into another one is repeated.
            SeasonError::Failure(failure) => Self::Failure(failure),
            refused => Self::Season(refused),
        }
    }
}

/// Whether a rule makes sense.
pub(super) fn check(rule: &ResultRule) -> Result<(), ScoringError> {
    if rule.league_season_id < 1 {
        return Err(ScoringError::Invalid {
            field: "league_season_id",
            expected: "at least 1",
        });
    }
    let tables = [
        ("qualifying", &rule.qualifying),
        ("heat", &rule.heat),
        ("race", &rule.race),
    ];
    match tables.iter().find(|(_, table)| table.len() > LONGEST_TABLE) {
        Some((field, _)) => Err(ScoringError::Invalid {
            field,
            expected: "at most 100 positions",
        }),
        None => Ok(()),
    }
}
