//! What the audit log says of results: whose they are, never who drove.

use super::Known;
use crate::audit::{Under, audited};
use paddock_api_types::results::ResultSettings;
use paddock_api_types::{AttendanceSessionId, GuildId};

/// A result that came in.
pub(crate) struct Received<'r> {
    pub(crate) known: &'r Known,
    /// Rows of drivers and teams.
    pub(crate) rows: usize,
    /// How many differences there were to what was known.
    pub(crate) differences: usize,
}

audited! { it: Received<'_> => "result:{}", it.known.header.subsession_id;
    always: source = it.known.source, league_season_id = it.known.header.league_season_id,
        rows, differences;
}

audited! { settings: Under<'_, GuildId, ResultSettings> => "guild:{}", settings.0;
    once_changed: raw_retention_days;
}

audited! { known: Known => "result:{}", known.header.subsession_id;
    throughout: source, is_final, is_void;
}

/// The round of a subsession.
#[derive(Clone, Copy)]
pub(crate) struct Round {
    pub(crate) subsession_id: i64,
    pub(crate) league_season_id: Option<i64>,
    pub(crate) number: Option<i64>,
}

audited! { round: Round => "result:{}", round.subsession_id;
    throughout: league_season_id, round = round.number;
}

/// A round that counts as attendance of a session.
#[derive(Clone, Copy)]
pub(crate) struct Matched {
    pub(crate) subsession_id: i64,
    pub(crate) league_season_id: i64,
    pub(crate) round: i64,
    pub(crate) session_id: AttendanceSessionId,
}

audited! { it: Matched => "result:{}", it.subsession_id;
    always: league_season_id, round;
    throughout: session_id;
}
