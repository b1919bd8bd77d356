//! Operations on scores.

use super::model::scores::{Driver, scores};
use super::model::standings::{Rounds, add, table};
use super::model::{ScoringError, check};
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::{league, results, seasons};
use paddock_api_types::results::SubsessionKind;
use paddock_api_types::scoring::{
    NotLinked, ResultRule, ResultStanding, ResultStandings, RoundPoints,
};
use paddock_api_types::{SeasonId, UserId};
use std::collections::BTreeMap;

/// The table of a league's season by a rule. Writes nothing.
pub(crate) async fn preview(
    op: &Operation,
    id: SeasonId,
    rule: &ResultRule,
) -> Result<ResultStandings, ScoringError> {
    seasons::service::get(op, id).await?;
    check(rule)?;
    let links = league::service::links(&op.ctx.db, op.guild()).await?;
    let accounts = links.iter().map(|link| (link.iracing_id, link.user_id));
    let accounts = &accounts.collect::<BTreeMap<_, _>>();
    // One transaction: a result that is corrected meanwhile is in it as a whole or not at all.
    op.write(|mut tx| async move {
        let rounds = rounds(&mut tx, op, rule).await?;
        let standings = ResultStandings {
            season_id: id,
            rounds: rounds.keys().copied().collect(),
            items: items(&mut tx, op, id, (rule, &rounds, accounts)).await?,
            not_linked: not_linked(&rounds, accounts),
        };
        Ok(op.commit(tx, standings).await?)
    })
    .await
}

/// What every round of the league's season is worth to whoever drove in it.
async fn rounds(tx: &mut Transaction, op: &Operation, rule: &ResultRule) -> Result<Rounds, Error> {
    let (guild, season) = (op.guild(), rule.league_season_id);
    let mut rounds = Rounds::new();
    for part in results::service::rounds_of_season(&mut *tx, guild, season).await? {
        let found = results::service::content(tx, guild, part.subsession_id).await?;
        let Some((_, content)) = found else { continue };
        if content.header.kind() == SubsessionKind::Official && !rule.count_official {
            continue;
        }
        let round = rounds.entry(part.number).or_default();
        add(round, scores(rule, &content.sessions, &content.rows));
    }
    Ok(rounds)
}

async fn items(
    tx: &mut Transaction,
    op: &Operation,
    id: SeasonId,
    (rule, rounds, accounts): (&ResultRule, &Rounds, &BTreeMap<i64, UserId>),
) -> Result<Vec<ResultStanding>, Error> {
    let drop = i64::from(rule.drop_rounds);
    let rows = table(rounds, accounts, usize::try_from(drop).unwrap_or_default());
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
            wins: row.wins,
            rounds: row.rounds.into_iter().map(of_round).collect(),
        });
    }
    Ok(items)
}

fn not_linked(rounds: &Rounds, accounts: &BTreeMap<i64, UserId>) -> Vec<NotLinked> {
    let all = rounds
        .iter()
        .flat_map(|(round, scores)| scores.iter().map(move |it| (*round, it)));
    let unknown = all.filter(|(_, (driver, score))| {
        let linked = matches!(driver, Driver::Account(id) if accounts.contains_key(id));
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
