//! Making, listing, revoking and recognising tokens.

use super::model::{self, MAX_STORED, STORED_FOR, Token, TokenError, TokenView};
use super::store;
use crate::audit;
use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::members;
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::members::{MemberExport, MemberStatus};
use paddock_api_types::tokens::CreateToken;
use paddock_api_types::{GuildId, Page, Timestamp, TokenId, UserId};

/// Makes a token for the caller.
pub(crate) async fn create(op: &Operation, create: &CreateToken) -> Result<Token, TokenError> {
    let lifetime = model::lifetime(create.expires_in_minutes, op.ctx.token_lifetime)?;
    let user_id = caller(op)?;
    op.write(|mut tx| async move {
        let member = members::service::lookup(&mut tx, op.guild(), user_id).await?;
        let mut member = member
            .filter(|member| member.status == MemberStatus::Verified)
            .ok_or(TokenError::NotVerified)?;
        let approved_at = member
            .api_access_since
            .ok_or(TokenError::ApiAccessRequired)?;
        members::service::claim(&mut tx, op.guild(), &mut member).await?;
        let tokens = store::all(&mut tx, op.guild(), user_id).await?;
        let active = tokens
            .iter()
            .filter(|it| it.is_active(Some(approved_at), op.at));
        model::check_new(&create.name, active)?;
        // One that was revoked leaves a row and entries in the audit log, so that making and revoking
        // in turns would fill the disk.
        if tokens.len() >= MAX_STORED {
            return Err(TokenError::StoredLimitReached { limit: MAX_STORED });
        }
        let token = Token {
            id: op.ctx.next_id(),
            guild_id: op.guild(),
            user_id,
            name: create.name.to_string(),
            approved_at,
            created_at: op.at,
            expires_at: op.at + lifetime,
            last_used_at: None,
            revoked_at: None,
        };
        store::insert(&mut tx, &token).await?;
        audit::created(&mut tx, op, "token.created", &token).await?;
        Ok(op.commit(tx, token).await?)
    })
    .await
}

/// The caller's tokens, newest first, each with whether it works.
pub(crate) async fn list(
    op: &Operation,
    page: PageRequest<1>,
) -> Result<Page<TokenView>, TokenError> {
    let user = caller(op)?;
    let rows = store::list(&op.ctx.db, op.guild(), user, page).await?;
    let approval = approval(op).await?;
    let page = page.page(rows, |token| [token.id.get()]);
    Ok(page.map(|token| token.view(approval, op.at)))
}

/// Adds every token of a member to an export.
pub(crate) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let member = members::service::lookup(db, guild, user).await?;
    let approval = member.and_then(|member| member.api_access_since);
    let tokens = store::all(db, guild, user).await?.into_iter();
    let tokens = tokens.map(|token| token.view(approval, op.at).into());
    export.tokens = tokens.collect();
    Ok(())
}

/// Revokes one of the caller's tokens; one that was revoked before stays so.
pub(crate) async fn revoke(op: &Operation, id: TokenId) -> Result<(), TokenError> {
    let user = caller(op)?;
    op.write(|mut tx| async move {
        let tokens = store::all(&mut tx, op.guild(), user).await?;
        let token = tokens
            .into_iter()
            .find(|token| token.id == id)
            .ok_or(TokenError::NotFound)?;
        if store::revoke(&mut tx, id, op.guild(), user, op.at_ms()).await? {
            let revoked = Token {
                revoked_at: Some(op.at),
                ..token.clone()
            };
            audit::changed(&mut tx, op, "token.revoked", &token, &revoked).await?;
        }
        Ok(op.commit(tx, ()).await?)
    })
    .await
    .inspect(|()| op.ctx.rights_changed())
}

/// The row behind a token that somebody shows, if there is one, with a note that it was used.
pub(crate) async fn recognise(
    ctx: &Context,
    guild: GuildId,
    id: TokenId,
) -> Result<Option<Token>, Error> {
    store::lookup(&ctx.db, guild, id).await
}

/// Notes that a token was used, to the minute.
pub(crate) async fn note_use(ctx: &Context, token: &Token, now: Timestamp) -> Result<(), Error> {
    if !token.is_noted(now) {
        store::used(&ctx.db, token, now.as_millisecond()).await?;
    }
    Ok(())
}

/// Deletes tokens that ended long ago.
pub(crate) async fn purge(ctx: &Context) -> Result<(), Error> {
    let before = ctx.now() - STORED_FOR;
    store::purge(&ctx.db, before).await
}

/// Erases a member's tokens.
pub(crate) async fn erase(tx: &mut Transaction, op: &Operation, user: UserId) -> Result<(), Error> {
    store::erase(tx, op.guild(), user).await
}

async fn approval(op: &Operation) -> Result<Option<Timestamp>, TokenError> {
    match members::service::me(op).await {
        Ok(member) => Ok(member.api_access_since),
        Err(members::MemberError::Failure(failure)) => Err(failure.into()),
        Err(_) => Ok(None),
    }
}

fn caller(op: &Operation) -> Result<UserId, TokenError> {
    op.actor.user_id.ok_or(TokenError::NotVerified)
}
