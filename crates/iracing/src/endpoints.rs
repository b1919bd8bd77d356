//! The methods of the Data API that have a type here.

use crate::delivery::parse;
use crate::model::{
    Account, HostedResult, League, LeagueSeasons, Listing, Member, Members, Membership, Roster,
    ScheduledSession, SeasonSessions, Subsession,
};
use crate::{AccessToken, Client, Error};
use jiff::Timestamp;

/// What [`Client::search_hosted`] looks for. iRacing wants at least one of the first four.
#[derive(Debug, Clone, Default)]
pub struct HostedSearch {
    /// Driven by this member.
    pub cust_id: Option<i64>,
    /// Driven by this team; its id is negative.
    pub team_id: Option<i64>,
    /// Hosted by this member.
    pub host_cust_id: Option<i64>,
    /// Whose name begins so.
    pub session_name: Option<String>,
    /// Of this league.
    pub league_id: Option<i64>,
    /// Of this season of it.
    pub league_season_id: Option<i64>,
}

impl Client {
    /// A league with its roster: `league/get`.
    pub async fn league(&self, token: &AccessToken, league_id: i64) -> Result<League, Error> {
        let league_id = league_id.to_string();
        self.get(token, "league/get", &[("league_id", &league_id)])
            .await
    }

    /// The roster of a league: `league/roster`.
    ///
    /// A roster that is hidden from the token's member may come as [`Error::Forbidden`], or with fewer
    /// entries than it says that there are: see [`Roster::is_complete`].
    pub async fn league_roster(
        &self,
        token: &AccessToken,
        league_id: i64,
    ) -> Result<Roster, Error> {
        let id = league_id.to_string();
        let delivered = self
            .deliver(token, "league/roster", &[("league_id", &id)])
            .await?;
        let mut roster: Roster = parse(&delivered.body)?;
        // Which league, and how many there are, was said in the first part.
        if let Some(head) = delivered.head {
            let head: League = parse(&head)?;
            roster.roster_count = roster.roster_count.or(head.roster_count);
            roster.league_id = roster
                .league_id
                .or((head.league_id != 0).then_some(head.league_id));
        }
        if roster.league_id.is_some_and(|said| said != league_id) {
            return Err(Error::Garbage("it is about another league"));
        }
        roster.league_id = Some(league_id);
        Ok(roster)
    }

    /// The leagues of the token's member: `league/membership`.
    pub async fn league_membership(&self, token: &AccessToken) -> Result<Vec<Membership>, Error> {
        self.get(token, "league/membership", &[]).await
    }

    /// The seasons of a league: `league/seasons`; with finished ones if `retired`.
    pub async fn league_seasons(
        &self,
        token: &AccessToken,
        league_id: i64,
        retired: bool,
    ) -> Result<LeagueSeasons, Error> {
        let league_id = league_id.to_string();
        let retired = if retired { "1" } else { "0" };
        let parameters = [("league_id", &*league_id), ("retired", retired)];
        self.get(token, "league/seasons", &parameters).await
    }

    /// The sessions of a season of a league, run or not: `league/season_sessions`.
    pub async fn league_season_sessions(
        &self,
        token: &AccessToken,
        league_id: i64,
        season_id: i64,
    ) -> Result<SeasonSessions, Error> {
        let (league_id, season_id) = (league_id.to_string(), season_id.to_string());
        let parameters = [("league_id", &*league_id), ("season_id", &*season_id)];
        self.get(token, "league/season_sessions", &parameters).await
    }

    /// Sessions to come and running ones of all leagues of the token's member:
    /// `league/cust_league_sessions`.
    pub async fn league_sessions(
        &self,
        token: &AccessToken,
    ) -> Result<Vec<ScheduledSession>, Error> {
        self.sessions(token, "league/cust_league_sessions").await
    }

    /// Hosted sessions that the token's member may join, watch, or has announced:
    /// `hosted/combined_sessions`.
    pub async fn hosted_sessions(
        &self,
        token: &AccessToken,
    ) -> Result<Vec<ScheduledSession>, Error> {
        self.sessions(token, "hosted/combined_sessions").await
    }

    async fn sessions(
        &self,
        token: &AccessToken,
        method: &str,
    ) -> Result<Vec<ScheduledSession>, Error> {
        let listing: Listing = self.get(token, method, &[]).await?;
        Ok(listing.sessions)
    }

    /// Hosted and league sessions that ended between two times, at most 90 days apart:
    /// `results/search_hosted`.
    ///
    /// To follow what is new, pass the latest `end_time` of before as `from`, and drop what is known.
    pub async fn search_hosted(
        &self,
        token: &AccessToken,
        search: &HostedSearch,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Vec<HostedResult>, Error> {
        let minute = |time: Timestamp| time.strftime("%Y-%m-%dT%H:%MZ").to_string();
        let mut parameters = vec![
            ("finish_range_begin", minute(from)),
            ("finish_range_end", minute(to)),
        ];
        let ids = [
            ("cust_id", search.cust_id),
            ("team_id", search.team_id),
            ("host_cust_id", search.host_cust_id),
            ("league_id", search.league_id),
            ("league_season_id", search.league_season_id),
        ];
        let given = ids
            .into_iter()
            .filter_map(|(name, id)| Some((name, id?.to_string())));
        parameters.extend(given);
        parameters.extend(
            search
                .session_name
                .clone()
                .map(|name| ("session_name", name)),
        );
        let parameters: Vec<_> = parameters.iter().map(|(name, it)| (*name, &**it)).collect();
        self.get_rows(token, "results/search_hosted", &parameters)
            .await
    }

    /// The results of a subsession: `results/get`. Mind that sessions have another id.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] also while the results are not ready.
    pub async fn results(
        &self,
        token: &AccessToken,
        subsession_id: i64,
    ) -> Result<Subsession, Error> {
        let answered = self.results_as_answered(token, subsession_id).await;
        answered.map(|(subsession, _)| subsession)
    }

    /// The same with what iRacing answered, for whoever keeps it: JSON, several megabytes at most.
    ///
    /// # Errors
    ///
    /// As with [`Client::results`].
    pub async fn results_as_answered(
        &self,
        token: &AccessToken,
        subsession_id: i64,
    ) -> Result<(Subsession, Vec<u8>), Error> {
        let id = subsession_id.to_string();
        let parameters = [("subsession_id", &*id)];
        let delivered = self.deliver(token, "results/get", &parameters).await?;
        Ok((parse(&delivered.body)?, delivered.body))
    }

    /// The token's member: `member/info`.
    pub async fn account(&self, token: &AccessToken) -> Result<Account, Error> {
        self.get(token, "member/info", &[]).await
    }

    /// Members by their customer ids, with their licences: `member/get`. Ask for 50 at most.
    pub async fn members(
        &self,
        token: &AccessToken,
        cust_ids: &[i64],
    ) -> Result<Vec<Member>, Error> {
        let ids: Vec<_> = cust_ids.iter().map(ToString::to_string).collect();
        let ids = ids.join(",");
        let parameters = [("cust_ids", &*ids), ("include_licenses", "true")];
        let members: Members = self.get(token, "member/get", &parameters).await?;
        Ok(members.members)
    }
}
