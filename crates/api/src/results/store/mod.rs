//! Statements of results.

pub(super) mod driving;
pub(super) mod matches;
pub(super) mod raw;
pub(super) mod results;
pub(super) mod rounds;
pub(super) mod rows;
pub(super) mod seen;
pub(super) mod settings;

/// Whether a row of `result_rows`, with its `result_sessions`, is of a race that its driver started: with a
/// lap, or out for a reason that is none of not having started. A driver of a team needs a lap of their
/// own, because the reason is the team's. `outcome` says the same of a row in hand.
const STARTED_A_RACE: &str = "kind = 6 AND (laps > 0 OR (team_place IS NULL \
     AND COALESCE(reason_out_id, 0) NOT IN (0, 32)))";
