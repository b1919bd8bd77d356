//! How a member drives: races, totals and rounds, as far as the caller may see them.

use crate::members::Member;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::results::model::ResultError;
use crate::results::model::driving::{Insight, Race, insight, trend};
use crate::results::store::driving;
use crate::{guilds, league, members};
use paddock_api_types::Page;
use paddock_api_types::driving::{
    DrivenRace, DrivingState, DrivingTotals, MemberDriving, MemberRef,
};
use paddock_api_types::members::Level;

/// How a member drives, over all races that are kept.
pub(crate) async fn driving(
    op: &Operation,
    member: MemberRef,
) -> Result<MemberDriving, ResultError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let (of, seen) = of_whom(op, member).await?;
    let nothing = |state| MemberDriving {
        user_id: of.user_id,
        display_name: of.display_name.clone(),
        state,
        iracing_id: seen.account.ok().filter(|_| seen.named),
        totals: DrivingTotals::default(),
        best_laps: Vec::new(),
        seasons: Vec::new(),
    };
    let account = match seen.account {
        Ok(account) => account,
        Err(state) => return Ok(nothing(state)),
    };
    let totals = driving::sums(db, guild, account).await?.totals();
    if totals.races == 0 {
        return Ok(nothing(DrivingState::NoResults));
    }
    Ok(MemberDriving {
        totals,
        best_laps: driving::best_laps(db, guild, account).await?,
        seasons: driving::seasons(db, guild, account).await?,
        ..nothing(DrivingState::Shown)
    })
}

/// Races of a member, the latest first; none where they are not shown.
pub(crate) async fn races(
    op: &Operation,
    member: MemberRef,
    page: PageRequest<2>,
) -> Result<Page<DrivenRace>, ResultError> {
    let (_, seen) = of_whom(op, member).await?;
    let Ok(account) = seen.account else {
        return Ok(Page {
            items: Vec::new(),
            next_cursor: None,
        });
    };
    let rows = driving::races(&op.ctx.db, op.guild(), account, page).await?;
    let incidents: Vec<_> = rows.iter().map(|it| it.drive.row.incidents).collect();
    let page = page.page(rows, Race::key);
    let races = page.items.into_iter().enumerate();
    Ok(Page {
        items: races
            .map(|(index, race)| race.into_wire(trend(&incidents, index)))
            .collect(),
        next_cursor: page.next_cursor,
    })
}

/// Who is asked for, and what of them the caller may see.
async fn of_whom(op: &Operation, member: MemberRef) -> Result<(Member, Insight), ResultError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let (user, unknown) = match member.named() {
        None => (op.actor.user_id, ResultError::NotRegistered),
        named => (named, ResultError::MemberNotFound),
    };
    let Some(user) = user else {
        return Err(unknown);
    };
    let Some(of) = members::service::lookup(db, guild, user).await? else {
        return Err(unknown);
    };
    let link = league::service::link(db, guild, user).await?;
    let consent = link.as_ref().is_some_and(|link| link.consent)
        || guilds::service::settings(db, guild)
            .await?
            .league_holds_consent;
    let own = op.actor.user_id == Some(user);
    let admin = op.actor.level >= Level::Admin;
    let account = link.map(|link| link.iracing_id);
    Ok((of, insight(account, (own, admin, consent))))
}
