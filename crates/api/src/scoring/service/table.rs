//! The table of a league's season.

use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::scoring::model::scores::{Driver, scores};
use crate::scoring::model::standings::{Rounds, Row, add, table};
use crate::scoring::model::{ScoringError, check};
use crate::scoring::store;
use crate::{league, results, seasons};
use paddock_api_types::results::SubsessionKind;
use paddock_api_types::scoring::{
    NotLinked, ResultRule, ResultStanding, ResultStandings, RoundPoints,
};
use paddock_api_types::{SeasonId, UserId};
use std::collections::{BTreeMap, BTreeSet};

/// Which results a table is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Results {
    /// All that are not void.
    All,
    /// Those of them that are final.
    Final,
}

/// What a table is made of.
pub(super) struct Table {
    rounds: Rounds,
    /// Rounds with a provisional result.
    provisional: BTreeSet<i64>,
    accounts: BTreeMap<i64, UserId>,
    penalties: BTreeMap<UserId, i64>,
    drop: usize,
}

/// The table by a rule that is not the season's, or not yet. Writes nothing.
pub(crate) async fn preview(
    op: &Operation,
    id: SeasonId,
    rule: &ResultRule,
) -> Result<ResultStandings, ScoringError> {
    seasons::service::get(op, id).await?;
    check(rule)?;
    told(op, id, (rule, Results::All)).await
}

/// The table by the season's rule, as the ledger has it.
pub(crate) async fn standings(
    op: &Operation,
    id: SeasonId,
) -> Result<ResultStandings, ScoringError> {
    seasons::service::get(op, id).await?;
    let stored = store::rule(&op.ctx.db, op.guild(), id).await?;
    let stored = stored.ok_or(ScoringError::NoRule)?;
    told(op, id, (&stored.rule, Results::Final)).await
}

/// In one transaction: a result that is corrected meanwhile is in it as a whole or not at all.
async fn told(
    op: &Operation,
    id: SeasonId,
    (rule, of): (&ResultRule, Results),
) -> Result<ResultStandings, ScoringError> {
    let standings = op.ctx.db.transact(|mut tx| async move {
        let table = Table::read(&mut tx, op, id, (rule, of)).await?;
        let rounds = table.rounds.keys().copied().collect();
        let standings = ResultStandings {
            season_id: id,
            rounds,
            provisional: table.provisional.iter().copied().collect(),
            items: items(&mut tx, op, id, table.rows()).await?,
            not_linked: table.not_linked(),
        };
        tx.commit(standings).await
    });
    Ok(standings.await?)
}

impl Table {
    /// Reads the results and whose they are.
    pub(super) async fn read(
        tx: &mut Transaction,
        op: &Operation,
        id: SeasonId,
        (rule, of): (&ResultRule, Results),
    ) -> Result<Self, Error> {
        let (guild, season) = (op.guild(), rule.league_season_id);
        let (mut rounds, mut provisional) = (Rounds::new(), BTreeSet::new());
        for part in results::service::rounds_of_season(&mut *tx, guild, season).await? {
            if part.is_void || (of == Results::Final && !part.is_final) {
                continue;
            }
            let found = results::service::content(tx, guild, part.subsession_id).await?;
            let Some((_, content)) = found else { continue };
            if content.header.kind() == SubsessionKind::Official && !rule.count_official {
                continue;
            }
            if !part.is_final {
                provisional.insert(part.number);
            }
            let round = rounds.entry(part.number).or_default();
            add(round, scores(rule, &content.sessions, &content.rows));
        }
        let links = league::service::links(&mut *tx, guild).await?;
        let accounts = links.iter().map(|link| (link.iracing_id, link.user_id));
        let drop = i64::from(rule.drop_rounds);
        Ok(Self {
            rounds,
            provisional,
            accounts: accounts.collect(),
            penalties: store::taken(tx, guild, id).await?.into_iter().collect(),
            drop: usize::try_from(drop).unwrap_or_default(),
        })
    }

    /// The rows of members, the best first.
    pub(super) fn rows(&self) -> Vec<Row<UserId>> {
        table(&self.rounds, &self.accounts, self.drop, &self.penalties)
    }

    fn not_linked(&self) -> Vec<NotLinked> {
        let all = self.rounds.iter();
        let all = all.flat_map(|(round, scores)| scores.iter().map(move |it| (*round, it)));
        let unknown = all.filter(|(_, (driver, score))| {
            let linked = matches!(driver, Driver::Account(id) if self.accounts.contains_key(id));
            !linked && score.points != 0
        });
        let cars = unknown.map(|(round, (_, score))| NotLinked {
            round,
            car_number: score.car_number.clone(),
            points: score.points,
        });
        let mut cars: Vec<_> = cars.collect();
        // Not in the order of customer ids, which would say something of them.
        cars.sort_by(|a, b| {
            let key = |it: &NotLinked| (it.round, -it.points, it.car_number.clone());
            key(a).cmp(&key(b))
        });
        cars
    }
}

async fn items(
    tx: &mut Transaction,
    op: &Operation,
    id: SeasonId,
    rows: Vec<Row<UserId>>,
) -> Result<Vec<ResultStanding>, Error> {
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let user_id = row.member;
        let of_round = |(number, points, dropped)| RoundPoints {
            number,
            points,
            dropped,
        };
        items.push(ResultStanding {
            place: row.place,
            user_id,
            joined: seasons::service::has_joined(&mut *tx, op.guild(), id, user_id).await?,
            points: row.points,
            penalty: row.penalty,
            wins: row.wins,
            rounds: row.rounds.into_iter().map(of_round).collect(),
        });
    }
    Ok(items)
}
