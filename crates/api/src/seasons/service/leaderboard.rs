//! Tables and summaries.

use super::first_pages::{Top, first_page};
use super::points::rank_at;
use super::{season, whose};
use crate::members;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::model::SeasonError;
use crate::seasons::model::places;
use crate::seasons::model::ranks::Ladder;
use crate::seasons::store;
use crate::seasons::store::standings::Listed;
use paddock_api_types::points::{Leaderboard, LeaderboardRow, SeasonSummary};
use paddock_api_types::{Page, SeasonId, UserId};
use std::sync::Arc;

/// Entries of the ledger in a summary.
const CHANGES: u32 = 50;

/// A page of a season's table, and the caller's own row.
pub(crate) async fn leaderboard(
    op: &Operation,
    id: SeasonId,
    page: PageRequest<2>,
) -> Result<Leaderboard, SeasonError> {
    // Boxed: it is large.
    let read = || Box::pin(read(op, id, page));
    let top = match page.after {
        None => first_page(op, id, page.limit, read).await?,
        Some(_) => Arc::new(read().await?),
    };
    let items = top.page.items.clone();
    let me = match op.actor.user_id {
        Some(user) => match items.iter().find(|row| row.user_id == user) {
            Some(row) => Some(row.clone()),
            None => own_row(op, id, user, &top.ladder).await?,
        },
        None => None,
    };
    Ok(Leaderboard {
        season: top.season.clone().into_wire(op.at),
        items,
        me,
        next_cursor: top.page.next_cursor.clone(),
    })
}

/// Reads a page.
async fn read(op: &Operation, id: SeasonId, page: PageRequest<2>) -> Result<Top, SeasonError> {
    let db = &op.ctx.db;
    let season = season(db, op, id).await?;
    let rows = store::standings::leaderboard(db, op.guild(), id, page).await?;
    let is_first_page = page.after.is_none();
    let page = page.page(rows, |row| [row.points, row.reached_id]);
    let ladder = store::ranks::ladder(db, op.guild(), id).await?;
    let page = Page {
        items: placed(op, id, page.items, is_first_page, &ladder).await?,
        next_cursor: page.next_cursor,
    };
    Ok(Top {
        season,
        ladder,
        page,
    })
}

/// Gives the rows of a page their places. On a later page two have to be asked for: that of the
/// first row, and that of the first one with fewer points; the others are counted from there.
async fn placed(
    op: &Operation,
    season: SeasonId,
    rows: Vec<Listed>,
    is_first_page: bool,
    ladder: &Ladder,
) -> Result<Vec<LeaderboardRow>, SeasonError> {
    let points: Vec<_> = rows.iter().map(|row| row.points).collect();
    let places = if is_first_page || rows.is_empty() {
        places::from_the_top(&points)
    } else {
        let first = place(op, season, points[0]).await?;
        let second = match points.get(places::equal_at_first(&points)) {
            Some(points) => place(op, season, *points).await?,
            None => first,
        };
        places::places(&points, first, second)
    };
    Ok(ranked(rows, places, ladder))
}

/// The rows of a table with their places and ranks.
pub(super) fn ranked(rows: Vec<Listed>, places: Vec<u32>, ladder: &Ladder) -> Vec<LeaderboardRow> {
    rows.into_iter()
        .zip(places)
        .map(|(row, place)| LeaderboardRow {
            place,
            user_id: row.user_id,
            display_name: row.display_name,
            points: row.points,
            rank: rank_at(ladder, row.points),
        })
        .collect()
}

async fn place(op: &Operation, season: SeasonId, points: i64) -> Result<u32, SeasonError> {
    let above = store::counts::above(&op.ctx.db, op.guild(), season, points).await?;
    Ok(after(above))
}

/// The place of whoever comes after so many.
fn after(above: i64) -> u32 {
    u32::try_from(above + 1).unwrap_or(u32::MAX)
}

/// A member's row, wherever it stands; `None` of those who are not in the table.
async fn own_row(
    op: &Operation,
    season: SeasonId,
    user: UserId,
    ladder: &Ladder,
) -> Result<Option<LeaderboardRow>, SeasonError> {
    let own = store::standings::own_row(&op.ctx.db, op.guild(), season, user).await?;
    Ok(own.and_then(|own| ranked(vec![own.row], vec![after(own.above)], ladder).pop()))
}

/// How the caller stands, or, for admins, anybody.
pub(crate) async fn summary(
    op: &Operation,
    id: SeasonId,
    user: Option<UserId>,
) -> Result<SeasonSummary, SeasonError> {
    let user = whose(op, user)?;
    let db = &op.ctx.db;
    let guild = op.guild();
    let season = season(db, op, id).await?;
    let member = members::service::lookup(db, guild, user).await?;
    let own = op.actor.user_id == Some(user);
    let member = member.ok_or(if own {
        SeasonError::NotRegistered
    } else {
        SeasonError::MemberNotFound
    })?;
    let standing = store::standings::lookup(db, guild, id, user).await?;
    let points = standing.as_ref().map_or(0, |standing| standing.points);
    let place = match standing.as_ref().filter(|standing| standing.listed) {
        Some(_) => Some(place(op, id, points).await?),
        None => None,
    };
    let ladder = store::ranks::ladder(db, op.guild(), id).await?;
    let pending = store::submissions::count_pending(db, guild, user, id).await?;
    Ok(SeasonSummary {
        season: season.into_wire(op.at),
        user_id: user,
        display_name: member.display_name,
        joined_at: standing.map(|standing| standing.joined_at),
        points,
        place,
        rank: rank_at(&ladder, points),
        next_rank: ladder.next(points),
        pending_submissions: u32::try_from(pending).unwrap_or(u32::MAX),
        items: store::submissions::totals(db, guild, user, id).await?,
        changes: store::ledger::besides_submissions(db, guild, id, user, CHANGES).await?,
        awards: store::awards::of_member(db, guild, user, Some(id), false).await?,
    })
}
