//! Operations on differences.

use super::model::{compare, counts, key};
use crate::db::Error;
use crate::league::LeagueError;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::{guilds, league, numbers};
use paddock_api_types::Page;
use paddock_api_types::league::{Difference, DifferenceKind, LeagueSync};

/// Where rosters come from, and how claims compare with the current one.
pub(crate) async fn get(op: &Operation) -> Result<LeagueSync, LeagueError> {
    let state = league::service::state(op).await?;
    let reads = state.live && state.league_id.is_some();
    Ok(LeagueSync {
        league_id: state.league_id,
        live: state.live,
        rosters: state.rosters,
        tried_at: state.last.map(|last| last.tried_at),
        failure: state.last.and_then(|last| last.failure),
        next_at: state.last.filter(|_| reads).map(|last| last.next_at),
        counts: counts(&all(op).await?),
    })
}

/// Reads the roster from iRacing now.
pub(crate) async fn sync(op: &Operation) -> Result<LeagueSync, LeagueError> {
    // Looked at first: what iRacing is asked is no part of a transaction.
    if let Some(answer) = op.first_answer().await? {
        return Ok(answer);
    }
    league::service::sync(op).await?;
    let state = &get(op).await?;
    op.write(|tx| async move { Ok(op.commit(tx, state.clone()).await?) })
        .await
}

/// How claims and roster differ, by kind, number and class.
pub(crate) async fn list(
    op: &Operation,
    kind: Option<DifferenceKind>,
    page: PageRequest<4>,
) -> Result<Page<Difference>, LeagueError> {
    let all = all(op).await?.into_iter();
    let wanted = all
        .filter(|it| kind.is_none_or(|kind| it.kind == kind))
        .skip_while(|it| page.after.is_some_and(|after| key(it) <= after));
    let rows = wanted.take(page.limit as usize + 1).collect();
    Ok(page.page(rows, key))
}

async fn all(op: &Operation) -> Result<Vec<Difference>, Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let consent = guilds::service::settings(db, guild)
        .await?
        .league_holds_consent;
    let roster = league::service::current_roster(db, guild).await?;
    let links = league::service::links(db, guild).await?;
    let claims = numbers::service::all_claims(db, guild).await?;
    Ok(compare(&claims, &roster, &links, consent))
}
