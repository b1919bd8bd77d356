//! Reading: the roster of claims, one number, one's own, and what is free.

use super::{everywhere, nearest, scope, taken};
use crate::db::{Database, Error, Reading};
use crate::league;
use crate::numbers::model::{
    Claim, NumberError, covers, roster_keeps, sort_key, state, with_number,
};
use crate::numbers::store;
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::numbers::{
    ListNumberClaimsQuery, MyNumbers, NumberClaim, NumberRange, NumberState, NumberStatus,
    TradeState,
};
use paddock_api_types::{CarNumber, GuildId, NumberClassId, Page, UserId};
use std::collections::BTreeSet;

/// Values that one page of free numbers looks at.
const WINDOW: u16 = 1_000;
/// Claims read at a time where all are wanted.
const BATCH: u32 = 2_000;

/// Claims, lowest number first.
pub(crate) async fn list(
    op: &Operation,
    query: &ListNumberClaimsQuery,
    page: PageRequest<2>,
) -> Result<Page<NumberClaim>, NumberError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    if let Some(class) = query.class_id {
        let found = store::classes::lookup(db, guild, class).await?;
        found.ok_or(NumberError::ClassNotFound)?;
    }
    let claims = store::claims::list(db, guild, query.class_id, page).await?;
    let page = page.page(claims, cursor);
    let items = compared(db, guild, page.items).await?;
    Ok(Page {
        items,
        next_cursor: page.next_cursor,
    })
}

fn cursor(claim: &Claim) -> [i64; 2] {
    let key = sort_key(&claim.number);
    [key, claim.class.stored()]
}

/// Claims in their order, as others see them.
pub(super) async fn compared(
    db: &Database,
    guild: GuildId,
    claims: Vec<Claim>,
) -> Result<Vec<NumberClaim>, Error> {
    let (Some(first), Some(last)) = (claims.first(), claims.last()) else {
        return Ok(Vec::new());
    };
    let (first, last) = (first.number.value(), last.number.value());
    let mut drivers = league::service::drivers_between(db, guild, first, last).await?;
    // As the claims are: the database puts `01` before `1`.
    drivers.sort_by(|one, other| one.number.cmp(&other.number));
    // Only where somebody on the roster has such a number does it matter who holds it elsewhere.
    let on_roster = |number: &&CarNumber| {
        let drivers = with_number(&drivers, number, |it| &it.number);
        !drivers.is_empty()
    };
    let numbers = claims.iter().map(|it| &it.number).filter(on_roster);
    let numbers = numbers.collect::<BTreeSet<_>>().into_iter();
    let every_class = store::claims::with_numbers(&mut Reading::Now(db), guild, numbers).await?;
    let compare = |claim: Claim| {
        let others = with_number(&every_class, &claim.number, |it| &it.number);
        let drivers = with_number(&drivers, &claim.number, |it| &it.number);
        let state = state(&claim, others, drivers);
        claim.wire(state)
    };
    Ok(claims.into_iter().map(compare).collect())
}

/// Every claim of a guild, by number and class.
pub(crate) async fn all_claims(db: &Database, guild: GuildId) -> Result<Vec<Claim>, Error> {
    let mut all: Vec<Claim> = Vec::new();
    loop {
        let page = PageRequest {
            limit: BATCH,
            after: all.last().map(cursor),
        };
        let rows = store::claims::list(db, guild, None, page).await?;
        let page = page.page(rows, cursor);
        all.extend(page.items);
        if page.next_cursor.is_none() {
            return Ok(all);
        }
    }
}

/// Free numbers as ranges, from a window of values.
pub(crate) async fn available(
    op: &Operation,
    class: Option<NumberClassId>,
    page: PageRequest<1>,
) -> Result<Page<NumberRange>, NumberError> {
    let from = &mut Reading::Now(&op.ctx.db);
    let (scope, _) = scope(from, op, class).await?;
    let first = page.after.map_or(i64::from(scope.min), |[last]| last + 1);
    let first = u16::try_from(first).unwrap_or(u16::MAX).max(scope.min);
    if first > scope.max {
        return Ok(Page::whole(Vec::new()));
    }
    let last = first.saturating_add(WINDOW - 1).min(scope.max);
    let taken = taken(from, op.guild(), scope.key(), first, last).await?;
    let ranges = taken.free_for(op.actor.user_id, op.at).ranges();
    let mut page = page.page(ranges, |range| [i64::from(range.last)]);
    if page.next_cursor.is_none() && last < scope.max {
        page.next_cursor = Some(PageRequest::cursor([i64::from(last)]));
    }
    Ok(page)
}

/// How a number stands for the caller.
pub(crate) async fn status(
    op: &Operation,
    number: &CarNumber,
    class: Option<NumberClassId>,
) -> Result<NumberStatus, NumberError> {
    let user = op.actor.user_id;
    let from = &mut Reading::Now(&op.ctx.db);
    let guild = op.guild();
    let (scope, _) = scope(from, op, class).await?;
    let (class, value) = (scope.key(), number.value());
    let claims = everywhere(&mut *from, op, number).await?;
    let rows = store::reservations::overlapping(&mut *from, guild, class, value, value).await?;
    let drivers = league::service::drivers_between(&mut *from, guild, value, value).await?;
    let claim = claims.iter().find(|it| it.class == class);
    let reservations = store::reservations::reservations(rows);
    let covering = reservations.iter();
    let covering = covering.filter(|it| covers(it, number, op.at));
    let reservation = covering.max_by_key(|it| (it.number.is_some(), it.user_id == user));
    let is_other = |of: Option<UserId>| of.is_none() || of != user;
    let on_roster = match user {
        Some(user) => roster_keeps(number, user, &claims, &drivers),
        None => drivers.iter().any(|it| it.number == *number),
    };
    let stands = match reservation {
        _ if !scope.contains(number) => NumberState::OutOfRange,
        _ if claim.is_some() => NumberState::Claimed,
        Some(it) if is_other(it.user_id) => NumberState::Reserved,
        _ if on_roster => NumberState::OnRoster,
        _ => NumberState::Free,
    };
    let waiting = store::waits::count(&mut *from, guild, class, number).await?;
    let nearest = nearest(from, op, &scope, number, user).await?;
    let compare = |claim: &Claim| {
        let state = state(claim, &claims, &drivers);
        claim.clone().wire(state)
    };
    Ok(NumberStatus {
        number: number.clone(),
        state: stands,
        claim: claim.map(compare),
        reservation: reservation.cloned().map(|mut it| {
            // A remark is between admins.
            it.note = None;
            it
        }),
        class: scope.class,
        waiting,
        nearest,
    })
}

/// Everything that the caller has to do with numbers.
pub(crate) async fn mine(op: &Operation) -> Result<MyNumbers, NumberError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let user = super::caller(op)?;
    let claims = store::claims::of_member(db, guild, user).await?;
    let rows = store::reservations::of_member(db, guild, user).await?;
    let mut reservations = store::reservations::reservations(rows);
    reservations.retain(|it| it.until.is_none_or(|until| op.at < until));
    let page = PageRequest {
        limit: 100,
        after: None,
    };
    let mut trades = store::trades::of_member(db, guild, user, page).await?;
    trades.retain(|trade| trade.state == TradeState::Open && op.at < trade.expires_at);
    Ok(MyNumbers {
        claims: compared(db, guild, claims).await?,
        reservations,
        waiting: store::waits::of_member(db, guild, user).await?,
        trades,
        link: league::service::link(db, guild, user).await?,
    })
}
