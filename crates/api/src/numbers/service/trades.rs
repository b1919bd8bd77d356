//! Offers to swap numbers, or to give one.

use super::claim::{compared, within_limit};
use super::{announce, caller, everywhere, tell, the_one};
use crate::audit;
use crate::context::Context;
use crate::db::Transaction;
use crate::guilds;
use crate::members::{self, Member};
use crate::numbers::model::{Claim, ClassKey, MAX_OFFERS, NumberError, OFFER, must_be_open};
use crate::numbers::store;
use crate::numbers::store::trades::Stored;
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::effects::Notice;
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::numbers::{NumberTrade, OfferNumberTrade, TradeState};
use paddock_api_types::{CarNumber, GuildId, NumberTradeId, Page, UserId};

/// Offers to and by the caller, newest first.
pub(crate) async fn list_trades(
    op: &Operation,
    page: PageRequest<1>,
) -> Result<Page<NumberTrade>, NumberError> {
    let user = caller(op)?;
    let rows = store::trades::of_member(&op.ctx.db, op.guild(), user, page).await?;
    Ok(page.page(rows, |trade| [trade.id.get()]))
}

/// Every offer to and by a member.
pub(super) async fn all_of_member(
    op: &Operation,
    user: UserId,
) -> Result<Vec<NumberTrade>, crate::db::Error> {
    let page = PageRequest {
        limit: u32::from(u16::MAX),
        after: None,
    };
    store::trades::of_member(&op.ctx.db, op.guild(), user, page).await
}

/// Offers a number of the caller to another member.
pub(crate) async fn offer(
    op: &Operation,
    offer: &OfferNumberTrade,
) -> Result<NumberTrade, NumberError> {
    let from = caller(op)?;
    let to = offer.user_id;
    if from == to {
        return Err(NumberError::ToOneself);
    }
    op.write(|mut tx| async move {
        let guild = op.guild();
        let held = everywhere(&mut tx, op, &offer.gives).await?;
        let own = held.iter().filter(|claim| claim.user_id == from);
        let given = the_one(own.cloned().collect(), offer.class_id)?.ok_or_else(|| {
            let holder = held.first().map(|claim| claim.user_id);
            NumberError::NotHeld { holder }
        })?;
        taking_part(&mut tx, op, to).await?;
        if let Some(wants) = &offer.wants {
            let claim = store::claims::lookup(&mut tx, guild, given.class, wants).await?;
            let holder = claim.map(|claim| claim.user_id);
            if holder != Some(to) {
                return Err(NumberError::NotHeld { holder });
            }
        }
        let mut member = taking_part(&mut tx, op, from).await?;
        members::service::claim(&mut tx, guild, &mut member).await?;
        let open = store::trades::count_open(&mut tx, guild, from, op.at).await?;
        if open >= i64::from(MAX_OFFERS) {
            let limit = MAX_OFFERS;
            return Err(NumberError::LimitReached { limit });
        }
        let trade = NumberTrade {
            id: op.ctx.next_id(),
            class_id: given.class_id(),
            class_name: given.class_name,
            from_user_id: from,
            to_user_id: to,
            gives: offer.gives.clone(),
            wants: offer.wants.clone(),
            state: TradeState::Open,
            created_at: op.at,
            expires_at: op.at + OFFER,
        };
        store::trades::insert(&mut tx, guild, &trade).await?;
        audit::created(&mut tx, op, "number_trade.offered", &trade).await?;
        let settings = guilds::service::settings(&mut tx, guild).await?;
        let notice = Notice::NumberTradeOffered {
            guild_name: guilds::service::name(&mut tx, guild).await?,
            trade: Box::new(trade.clone()),
        };
        tell(&mut tx, op, &settings, to, notice).await?;
        Ok(op.commit_about(tx, to, trade).await?)
    })
    .await
}

/// A member who may hold numbers.
async fn taking_part(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
) -> Result<Member, NumberError> {
    let member = members::service::lookup(tx, op.guild(), user).await?;
    let member = member.ok_or(NumberError::MemberNotFound)?;
    if member.takes_part() {
        Ok(member)
    } else {
        Err(NumberError::MemberNotVerified)
    }
}

/// Accepts an offer to the caller: the numbers change hands.
pub(crate) async fn accept(op: &Operation, id: NumberTradeId) -> Result<NumberTrade, NumberError> {
    let user = caller(op)?;
    op.write(|mut tx| async move {
        let guild = op.guild();
        let mut stored = decidable(&mut tx, op, id, user, Side::To).await?;
        let trade = stored.trade.clone();
        let settings = guilds::service::settings(&mut tx, guild).await?;
        let (from, to) = (trade.from_user_id, trade.to_user_id);
        let mut receiver = taking_part(&mut tx, op, to).await?;
        // The giver may have left since.
        let member = members::service::lookup(&mut tx, guild, from).await?;
        let member = member.filter(Member::takes_part);
        member.ok_or(NumberError::TradeBroken)?;
        let class = stored.class();
        let given = held_by(&mut tx, op, class, &trade.gives, from).await?;
        let wanted = if let Some(wants) = &trade.wants {
            Some(held_by(&mut tx, op, class, wants, to).await?)
        } else {
            within_limit(&mut tx, op, &settings, class, to).await?;
            None
        };
        // Against a claim, or another gift, of the receiver at the same time.
        members::service::claim(&mut tx, guild, &mut receiver).await?;
        hand_over(&mut tx, op, &settings, given, to).await?;
        if let Some(wanted) = wanted {
            hand_over(&mut tx, op, &settings, wanted, from).await?;
        }
        decide(&mut tx, op, &mut stored, TradeState::Accepted).await?;
        let about = stored.trade.from_user_id;
        tell_giver(&mut tx, op, &settings, &stored).await?;
        Ok(op.commit_about(tx, about, stored.trade).await?)
    })
    .await
}

/// A number of the offer, which must still be with who had it.
async fn held_by(
    tx: &mut Transaction,
    op: &Operation,
    class: ClassKey,
    number: &CarNumber,
    user: UserId,
) -> Result<Claim, NumberError> {
    let claim = store::claims::lookup(tx, op.guild(), class, number).await?;
    let claim = claim.filter(|claim| claim.user_id == user);
    claim.ok_or(NumberError::TradeBroken)
}

async fn hand_over(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    claim: Claim,
    to: UserId,
) -> Result<(), NumberError> {
    let guild = op.guild();
    let after = Claim {
        user_id: to,
        claimed_at: op.at,
        release_at: None,
        ..claim.clone()
    };
    store::claims::update(tx, guild, &after).await?;
    audit::changed(tx, op, "number.traded", &claim, &after).await?;
    store::waits::delete(tx, guild, after.class, &after.number, to).await?;
    // Read again, with the name of who has it now.
    let handed = store::claims::lookup(&mut *tx, guild, after.class, &after.number).await?;
    if let Some(handed) = handed {
        let claim = Box::new(compared(tx, op, handed).await?);
        announce(tx, op, settings, Notice::NumberClaimed { claim }).await?;
    }
    Ok(())
}

/// Declines an offer to the caller.
pub(crate) async fn decline(op: &Operation, id: NumberTradeId) -> Result<NumberTrade, NumberError> {
    close(op, id, Side::To, TradeState::Declined).await
}

/// Withdraws an offer of the caller.
pub(crate) async fn cancel(op: &Operation, id: NumberTradeId) -> Result<NumberTrade, NumberError> {
    close(op, id, Side::From, TradeState::Cancelled).await
}

async fn close(
    op: &Operation,
    id: NumberTradeId,
    side: Side,
    state: TradeState,
) -> Result<NumberTrade, NumberError> {
    let user = caller(op)?;
    op.write(|mut tx| async move {
        let mut stored = decidable(&mut tx, op, id, user, side).await?;
        decide(&mut tx, op, &mut stored, state).await?;
        if side == Side::To {
            let settings = guilds::service::settings(&mut tx, op.guild()).await?;
            tell_giver(&mut tx, op, &settings, &stored).await?;
        }
        let about = match side {
            Side::From => stored.trade.to_user_id,
            Side::To => stored.trade.from_user_id,
        };
        Ok(op.commit_about(tx, about, stored.trade).await?)
    })
    .await
}

/// An offer that nobody decided in time.
pub(super) async fn expire(
    ctx: &Context,
    guild: GuildId,
    id: NumberTradeId,
    to: UserId,
) -> Result<(), NumberError> {
    let op = &Operation::system(ctx, guild);
    op.write(|mut tx| async move {
        let stored = store::trades::lookup(&mut tx, guild, id, to).await?;
        let is_due =
            |it: &Stored| it.trade.state == TradeState::Open && it.trade.expires_at <= op.at;
        if let Some(mut stored) = stored.filter(is_due) {
            let settings = guilds::service::settings(&mut tx, guild).await?;
            decide(&mut tx, op, &mut stored, TradeState::Expired).await?;
            tell_giver(&mut tx, op, &settings, &stored).await?;
        }
        Ok::<_, NumberError>(op.commit(tx, ()).await?)
    })
    .await
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    From,
    To,
}

/// An offer that the caller, on this side of it, can decide now.
async fn decidable(
    tx: &mut Transaction,
    op: &Operation,
    id: NumberTradeId,
    user: UserId,
    side: Side,
) -> Result<Stored, NumberError> {
    let stored = store::trades::lookup(tx, op.guild(), id, user).await?;
    let decider = |trade: &NumberTrade| match side {
        Side::From => trade.from_user_id,
        Side::To => trade.to_user_id,
    };
    let stored = stored.filter(|stored| decider(&stored.trade) == user);
    let stored = stored.ok_or(NumberError::TradeNotFound)?;
    must_be_open(&stored.trade, op.at)?;
    Ok(stored)
}

async fn decide(
    tx: &mut Transaction,
    op: &Operation,
    stored: &mut Stored,
    state: TradeState,
) -> Result<(), NumberError> {
    let before = stored.trade.clone();
    stored.trade.state = state;
    store::trades::update(tx, op.guild(), stored).await?;
    let action = match state {
        TradeState::Open => unreachable!("an open offer is not decided"),
        TradeState::Accepted => "number_trade.accepted",
        TradeState::Declined => "number_trade.declined",
        TradeState::Cancelled => "number_trade.cancelled",
        TradeState::Expired => "number_trade.expired",
    };
    Ok(audit::changed(tx, op, action, &before, &stored.trade).await?)
}

async fn tell_giver(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    stored: &Stored,
) -> Result<(), NumberError> {
    let notice = Notice::NumberTradeDecided {
        guild_name: guilds::service::name(&mut *tx, op.guild()).await?,
        trade: Box::new(stored.trade.clone()),
    };
    Ok(tell(tx, op, settings, stored.trade.from_user_id, notice).await?)
}
