//! What a member drove, from the results that are kept.

use crate::operations::PathParameter;
use crate::results::{ResultOutcome, SubsessionKind};
use crate::{InvalidId, SubsessionId, Timestamp, UserId};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};
use utoipa::ToSchema;

/// A member in a path: an id, or `me` for the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToSchema)]
#[schema(value_type = String, pattern = "^(me|[1-9][0-9]{0,18})$", example = "me")]
pub struct MemberRef(Option<UserId>);

impl MemberRef {
    /// The caller.
    pub const ME: Self = Self(None);

    /// The member that it names; none for the caller.
    pub const fn named(self) -> Option<UserId> {
        self.0
    }
}

impl From<UserId> for MemberRef {
    fn from(user: UserId) -> Self {
        Self(Some(user))
    }
}

const ME: &str = "me";

impl PathParameter for MemberRef {}

impl fmt::Display for MemberRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => formatter.write_str(ME),
            Some(user) => user.fmt(formatter),
        }
    }
}

impl FromStr for MemberRef {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        if text == ME {
            return Ok(Self::ME);
        }
        text.parse::<UserId>().map(Self::from)
    }
}

impl Serialize for MemberRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MemberRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// Whether the races of a member are shown, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DrivingState {
    /// They are shown.
    Shown,
    /// The member has linked no iRacing account.
    NotLinked,
    /// The member has not agreed that others see it.
    NoConsent,
    /// None of the results that are kept has a race of the account.
    NoResults,
}

/// How a member drives, over all races that are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MemberDriving {
    /// The member.
    pub user_id: UserId,
    /// Name from their registration.
    pub display_name: String,
    /// Whether there is something to show; otherwise everything below is empty.
    pub state: DrivingState,
    /// Customer id of the linked account: for the member, and for others where there is consent to
    /// show it.
    pub iracing_id: Option<i64>,
    /// Sums and rates.
    pub totals: DrivingTotals,
    /// The best lap on each track with each car, the track driven last first; 50 at most.
    pub best_laps: Vec<BestLap>,
    /// Rounds of league seasons that the member drove in, the latest season first; 20 at most.
    pub seasons: Vec<RoundsDriven>,
}

/// Sums and rates over all races of a member. Positions are those in the class; a race that ended in
/// a disqualification has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DrivingTotals {
    /// Races started.
    pub races: u32,
    /// Races won.
    pub wins: u32,
    /// Races finished in the first three.
    pub podiums: u32,
    /// Best finish position, from 1.
    pub best_finish: Option<i64>,
    /// Mean finish position.
    pub average_finish: Option<f64>,
    /// Laps driven.
    pub laps: i64,
    /// Laps in the lead.
    pub laps_led: i64,
    /// Incident points.
    pub incidents: i64,
    /// Mean incident points of a race.
    pub incidents_per_race: Option<f64>,
    /// The same of the latest ten races.
    pub incidents_lately: Option<f64>,
    /// The same of the ten races before those.
    pub incidents_before: Option<f64>,
    /// When the latest race was.
    pub last_raced_at: Option<Timestamp>,
}

/// The best lap of a member on a track with a car.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BestLap {
    /// Track.
    pub track_name: Option<String>,
    /// Its layout.
    pub track_config: Option<String>,
    /// Car.
    pub car: Option<String>,
    /// The lap, in 1/10000 s.
    pub best_lap: i64,
    /// Races there with that car.
    pub races: u32,
}

/// How many rounds of a league's season a member drove in, of those that were held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoundsDriven {
    /// Season of the league.
    pub league_season_id: i64,
    /// Its name.
    pub league_season_name: Option<String>,
    /// Rounds in which the member started a race.
    pub driven: u32,
    /// Rounds that were held.
    pub held: u32,
}

/// A race that a member started. With heats it is the last one of its subsession; for a driver of a
/// team it is what they drove themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DrivenRace {
    /// Of which subsession.
    pub subsession_id: SubsessionId,
    /// Whose session it was.
    pub kind: SubsessionKind,
    /// Name of the session.
    pub session_name: Option<String>,
    /// Name of the series.
    pub series_name: Option<String>,
    /// Season of the league: that of the round, where it belongs to one.
    pub league_season_id: Option<i64>,
    /// Name of the season that iRacing gives.
    pub league_season_name: Option<String>,
    /// Number of the round, from 1.
    pub round: Option<i64>,
    /// Track.
    pub track_name: Option<String>,
    /// Its layout.
    pub track_config: Option<String>,
    /// When it began or, where nobody says so, when it was imported.
    pub raced_at: Timestamp,
    /// Car.
    pub car: Option<String>,
    /// Finish position, from 1.
    pub position: Option<i64>,
    /// Finish position in the class, from 1.
    pub class_position: Option<i64>,
    /// Starting position, from 1.
    pub start_position: Option<i64>,
    /// Laps driven.
    pub laps: Option<i64>,
    /// Laps in the lead.
    pub laps_led: Option<i64>,
    /// Best lap, in 1/10000 s.
    pub best_lap: Option<i64>,
    /// Incident points.
    pub incidents: Option<i64>,
    /// Mean incident points of this race and the four before it: their trend.
    pub incidents_trend: Option<f64>,
    /// How it ended.
    pub outcome: ResultOutcome,
    /// The result is final; otherwise provisional.
    #[serde(rename = "final")]
    pub is_final: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_an_id_or_me() {
        assert_eq!("me".parse(), Ok(MemberRef::ME));
        let user = UserId::new(5).unwrap();
        assert_eq!("5".parse(), Ok(MemberRef::from(user)));
        assert_eq!(MemberRef::from(user).to_string(), "5");
        for text in ["", "Me", "0", "-1", "you"] {
            assert_eq!(text.parse::<MemberRef>(), Err(InvalidId), "{text}");
        }
        let json = serde_json::to_string(&MemberRef::ME).unwrap();
        assert_eq!(json, "\"me\"");
        assert_eq!(
            serde_json::from_str::<MemberRef>(&json).unwrap(),
            MemberRef::ME
        );
    }
}
