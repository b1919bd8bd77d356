//! Results, and their rules.

pub(crate) mod audited;
pub(crate) mod chart;
pub(crate) mod content;
pub(crate) mod differences;
pub(crate) mod driving;
pub(crate) mod files;
pub(crate) mod outcome;
pub(crate) mod raw;
pub(crate) mod rounds;
pub(crate) mod seen;
pub(crate) mod settings;

use crate::attendance::AttendanceError;
use crate::operation::{Failure, fails};
use content::Header;
use jiff::Timestamp;
use paddock_api_types::results::{ImportOutcome, ResultDifference, ResultSource};
use paddock_api_types::{SubsessionId, UserId};

/// Why an operation on results was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ResultError {
    /// No result of this subsession is kept.
    #[error("no result of this subsession is kept")]
    NotFound,
    /// The file holds no result.
    #[error("the file cannot be read: expected {expected}")]
    Unreadable {
        /// What was expected.
        expected: String,
    },
    /// It is final.
    #[error("the result is final")]
    Final,
    /// What is kept has more in it.
    #[error("the result that is kept has all sessions, and a CSV file has the race only")]
    Poorer,
    /// Nothing is kept of what iRacing gave.
    #[error("nothing is kept of what iRacing gave of this result")]
    RawNotKept,
    /// A file with everybody's names needs everybody's consent.
    #[error("the guild does not say that the league holds its drivers' consent")]
    NoConsent,
    /// The caller is not registered.
    #[error("register first")]
    NotRegistered,
    /// No such member in this guild.
    #[error("there is no such member")]
    MemberNotFound,
    /// It belongs to no round.
    #[error("the result belongs to no round of a league's season")]
    NoRound,
    /// Its round is matched with no session.
    #[error("the round is matched with no attendance session")]
    NotMatched,
    /// The session is matched with another round.
    #[error("the attendance session is matched with another round")]
    SessionMatched,
    /// Attendance refused.
    #[error(transparent)]
    Attendance(AttendanceError),
    /// A value that is not allowed.
    #[error("{field}: expected {expected}")]
    Invalid {
        /// Which.
        field: &'static str,
        /// What was expected.
        expected: String,
    },
    /// Something else.
    #[error(transparent)]
    Failure(Failure),
}
fails!(ResultError);

impl From<AttendanceError> for ResultError {
    fn from(error: AttendanceError) -> Self {
        match error {
            // A failure that a retry may resolve must stay recognisable as one.
            AttendanceError::Failure(failure) => Self::Failure(failure),
            refused => Self::Attendance(refused),
        }
    }
}

impl From<Withheld> for ResultError {
    fn from(why: Withheld) -> Self {
        match why {
            Withheld::Final => Self::Final,
            Withheld::Poorer => Self::Poorer,
        }
    }
}

/// What became of a result that was handed in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kept {
    /// It was not known before.
    New,
    /// It was known, with the same content.
    Same,
    /// It took the place of what was known.
    Corrected(Vec<ResultDifference>),
    /// It differs, and what was known stayed.
    Withheld(Withheld, Vec<ResultDifference>),
}

impl Kept {
    /// As it is told, with the differences.
    pub(crate) fn told(self) -> (ImportOutcome, Vec<ResultDifference>) {
        match self {
            Self::New => (ImportOutcome::New, Vec::new()),
            Self::Same => (ImportOutcome::Same, Vec::new()),
            Self::Corrected(found) => (ImportOutcome::Correction, found),
            Self::Withheld(Withheld::Final, found) => (ImportOutcome::CorrectionOfFinal, found),
            Self::Withheld(Withheld::Poorer, found) => (ImportOutcome::Poorer, found),
        }
    }
}

/// Why a result that differs did not take the place of the one that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Withheld {
    /// That one is final.
    Final,
    /// It comes from a CSV file, which has the race only, and that one has all.
    Poorer,
}

/// A result as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Known {
    pub(crate) header: Header,
    /// When it was raced or, where nobody says so, imported.
    pub(crate) raced_at: Timestamp,
    pub(crate) source: ResultSource,
    pub(crate) imported_at: Timestamp,
    /// Who imported it; Paddock itself where it was read from iRacing.
    pub(crate) imported_by: Option<UserId>,
    pub(crate) is_final: bool,
    /// It counts for no points.
    pub(crate) is_void: bool,
    pub(crate) version: i64,
}

impl Known {
    /// Why this result may not be replaced by one of that source.
    pub(crate) fn withholds(&self, source: ResultSource) -> Option<Withheld> {
        if self.is_final {
            return Some(Withheld::Final);
        }
        let poorer = source == ResultSource::Csv && self.source != ResultSource::Csv;
        poorer.then_some(Withheld::Poorer)
    }
}

/// A result with its round.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Listed {
    pub(crate) known: Known,
    pub(crate) round_season: Option<i64>,
    pub(crate) round_number: Option<i64>,
    pub(crate) round_chosen: Option<bool>,
}

impl Listed {
    /// By what results are in order, the latest first.
    pub(crate) fn key(&self) -> [i64; 2] {
        let known = &self.known;
        [known.raced_at.as_millisecond(), known.header.subsession_id]
    }
}

/// The id as it is on the wire; none that is kept is below 1.
pub(crate) fn subsession_id(id: i64) -> SubsessionId {
    SubsessionId::new(id.max(1)).expect("at least 1")
}

/// A row of a driver, whichever session it is of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Own {
    pub(crate) drive: Drive,
    pub(crate) is_final: bool,
    pub(crate) is_void: bool,
}

/// A driver's part in a subsession: their row in its last session in which they took part.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drive {
    pub(crate) header: Header,
    /// The session of the row: 6 is a race.
    pub(crate) session_kind: Option<i64>,
    pub(crate) session_name: Option<String>,
    pub(crate) row: content::Row,
}
