//! Leagues, their rosters and their seasons.

use super::lenient;
use super::session::{SessionCar, Track};
use jiff::Timestamp;
use serde::Deserialize;

/// The members of a league: `league/roster`, or the roster of `league/get`.
///
/// A number may stand there twice, and leagues of thousands have none at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// Which league, where the answer or the file says so.
    pub league_id: Option<i64>,
    /// Its name; only `league/get` has it.
    pub league_name: Option<String>,
    /// Number of members that iRacing states besides the list.
    pub roster_count: Option<i64>,
    /// Whether only members see the roster.
    pub private_roster: Option<bool>,
    /// The entries, in iRacing's order.
    pub members: Vec<RosterMember>,
    /// Number of entries without a customer id. They are left out.
    pub unreadable: usize,
}

impl Roster {
    pub(crate) fn from_members(members: Vec<RosterMember>) -> Self {
        let all = members.len();
        let members: Vec<_> = members.into_iter().filter(|it| it.cust_id > 0).collect();
        Self {
            league_id: None,
            league_name: None,
            roster_count: None,
            private_roster: None,
            unreadable: all - members.len(),
            members,
        }
    }

    /// Whether the list holds as many readable entries as iRacing says that there are.
    ///
    /// It does not where the roster is private and hidden from who asked. Who compares two rosters
    /// must not conclude then that everybody else left.
    pub fn is_complete(&self) -> bool {
        let count = self.roster_count.map(usize::try_from);
        self.unreadable == 0 && !matches!(count, Some(Ok(count)) if count > self.members.len())
    }
}

impl<'de> Deserialize<'de> for Roster {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let league = League::deserialize(deserializer)?;
        league
            .into_roster()
            .ok_or_else(|| serde::de::Error::missing_field("roster"))
    }
}

/// An entry of a roster.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct RosterMember {
    /// Customer id, by which iRacing knows a person.
    #[serde(deserialize_with = "lenient::id")]
    pub cust_id: i64,
    /// Name in iRacing. To show it takes the person's consent.
    #[serde(deserialize_with = "lenient::text")]
    pub display_name: Option<String>,
    /// Number that the league assigned, as it is written there: `7`, `07` and `007` differ.
    #[serde(deserialize_with = "lenient::car_number")]
    pub car_number: Option<String>,
    /// Name within the league.
    #[serde(deserialize_with = "lenient::text")]
    pub nick_name: Option<String>,
    /// Owns the league.
    #[serde(deserialize_with = "lenient::flag")]
    pub owner: bool,
    /// Administers the league.
    #[serde(deserialize_with = "lenient::flag")]
    pub admin: bool,
    /// When they joined.
    #[serde(deserialize_with = "lenient::time")]
    pub league_member_since: Option<Timestamp>,
}

/// A league: `league/get`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct League {
    /// Its id.
    #[serde(deserialize_with = "lenient::id")]
    pub league_id: i64,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub league_name: Option<String>,
    /// Customer id of the owner.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub owner_id: Option<i64>,
    /// When it was founded.
    #[serde(deserialize_with = "lenient::time")]
    pub created: Option<Timestamp>,
    /// Whether only members see the roster.
    #[serde(deserialize_with = "lenient::maybe")]
    pub private_roster: Option<bool>,
    /// Whether only members see the schedule.
    #[serde(deserialize_with = "lenient::maybe")]
    pub private_schedule: Option<bool>,
    /// Whether only members see results.
    #[serde(deserialize_with = "lenient::maybe")]
    pub private_results: Option<bool>,
    /// Whoever asked owns it.
    #[serde(deserialize_with = "lenient::flag")]
    pub is_owner: bool,
    /// Whoever asked administers it.
    #[serde(deserialize_with = "lenient::flag")]
    pub is_admin: bool,
    /// Whoever asked is a member of it.
    #[serde(deserialize_with = "lenient::flag")]
    pub is_member: bool,
    /// Number of members.
    #[serde(deserialize_with = "lenient::whole")]
    pub roster_count: Option<i64>,
    /// The members, where whoever asked may see them. Entries without customer id have 0.
    #[serde(deserialize_with = "lenient::whole_list")]
    pub roster: Option<Vec<RosterMember>>,
}

impl League {
    /// The roster, if there is one.
    pub fn into_roster(self) -> Option<Roster> {
        Some(Roster {
            league_id: (self.league_id != 0).then_some(self.league_id),
            league_name: self.league_name,
            roster_count: self.roster_count,
            private_roster: self.private_roster,
            ..Roster::from_members(self.roster?)
        })
    }
}

/// A league that somebody belongs to: an entry of `league/membership`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Membership {
    /// Which league.
    #[serde(deserialize_with = "lenient::id")]
    pub league_id: i64,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub league_name: Option<String>,
    /// Owns it.
    #[serde(deserialize_with = "lenient::flag")]
    pub owner: bool,
    /// Administers it.
    #[serde(deserialize_with = "lenient::flag")]
    pub admin: bool,
    /// Number in it.
    #[serde(deserialize_with = "lenient::car_number")]
    pub car_number: Option<String>,
    /// Name in it.
    #[serde(deserialize_with = "lenient::text")]
    pub nick_name: Option<String>,
}

/// The seasons of a league: `league/seasons`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LeagueSeasons {
    /// Which league.
    #[serde(default, deserialize_with = "lenient::id")]
    pub league_id: i64,
    /// Its seasons.
    #[serde(deserialize_with = "lenient::list")]
    pub seasons: Vec<LeagueSeason>,
}

/// A season of a league.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct LeagueSeason {
    /// Its id; `league_season_id` elsewhere.
    #[serde(deserialize_with = "lenient::id")]
    pub season_id: i64,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub season_name: Option<String>,
    /// Goes on.
    #[serde(deserialize_with = "lenient::flag")]
    pub active: bool,
    /// Hidden from members.
    #[serde(deserialize_with = "lenient::flag")]
    pub hidden: bool,
    /// Number of results that are not counted.
    #[serde(deserialize_with = "lenient::whole")]
    pub num_drops: Option<i64>,
    /// Name of the points system.
    #[serde(deserialize_with = "lenient::text")]
    pub points_system_name: Option<String>,
}

/// The sessions of a season of a league: `league/season_sessions`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SeasonSessions {
    /// Which league.
    #[serde(default, deserialize_with = "lenient::id")]
    pub league_id: i64,
    /// Which season.
    #[serde(default, deserialize_with = "lenient::id")]
    pub season_id: i64,
    /// Its sessions.
    #[serde(deserialize_with = "lenient::list")]
    pub sessions: Vec<SeasonSession>,
}

/// A session of a season, before it or after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct SeasonSession {
    /// Its id before it is launched.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub private_session_id: Option<i64>,
    /// Its id once it was launched. Results go by `subsession_id`.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub session_id: Option<i64>,
    /// Id of its results; there is none before it is run.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub subsession_id: Option<i64>,
    /// When it is launched.
    #[serde(deserialize_with = "lenient::time")]
    pub launch_at: Option<Timestamp>,
    /// 1 future, 2 in progress, 3 did not launch, 4 complete.
    #[serde(deserialize_with = "lenient::whole")]
    pub status: Option<i64>,
    /// Has results.
    #[serde(deserialize_with = "lenient::flag")]
    pub has_results: bool,
    /// Where.
    #[serde(deserialize_with = "lenient::object")]
    pub track: Option<Track>,
    /// In which cars.
    #[serde(deserialize_with = "lenient::list")]
    pub cars: Vec<SessionCar>,
    /// Minutes of practice.
    #[serde(deserialize_with = "lenient::whole")]
    pub practice_length: Option<i64>,
    /// Minutes of qualifying.
    #[serde(deserialize_with = "lenient::whole")]
    pub qualify_length: Option<i64>,
    /// Minutes of the race.
    #[serde(deserialize_with = "lenient::whole")]
    pub race_length: Option<i64>,
    /// Laps of the race; 0 if only minutes count.
    #[serde(deserialize_with = "lenient::whole")]
    pub race_laps: Option<i64>,
    /// Who won: a customer id, or a team's, which is negative.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub winner_id: Option<i64>,
}
