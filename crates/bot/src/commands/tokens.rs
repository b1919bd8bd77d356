//! `/token`: the member's own API tokens.

use super::{picked::each, prelude::*};
use crate::{
    dispatch::{Candidate, Candidates, Typed},
    replies::{Pick, tokens as texts},
};
use api::{
    Bounded as _, Name, TokenId, TokenMinutes,
    tokens::{AccessToken, CreateToken},
};

const MINUTES_PER_DAY: i64 = 24 * 60;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, token);
    dispatch.list(&TOKENS);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "token", desc = "Your tokens for the API")]
enum TokenCommand {
    #[command(name = "create")]
    Create(Create),
    #[command(name = "list")]
    List(ListTokens),
    #[command(name = "revoke")]
    Revoke(Revoke),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "create", desc = "Create a token; it is shown once")]
struct Create {
    /// What it is for
    name: Text<Name>,
    /// Days until it expires
    #[command(min_value = 1, max_value = 3650)]
    days: Option<i64>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Your tokens, newest first")]
struct ListTokens {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "revoke", desc = "Make a token stop working immediately")]
struct Revoke {
    /// Token
    token: Picked<AccessToken>,
}

const TOKENS: List<(), AccessToken> = List {
    action: "tokens",
    size: |()| 10,
    rows: |call, (), page| Box::pin(async move { call.api.list_tokens(&page).await }),
    title: |()| texts::TITLE.into(),
    empty: |()| texts::NONE.into(),
    line: texts::line,
};

/// The member's tokens that work.
impl Pickable for AccessToken {
    type Id = TokenId;
    const PICK: Pick = texts::ONE;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        let mut tokens = call.api.list_tokens(&pages::all()).await?.items;
        tokens.retain(|token| token.active);
        Ok(each(&tokens, |token| {
            Candidate::new(&token.name, texts::choice(token), token.id)
        }))
    }
}

async fn token(call: Call, options: TokenCommand) -> Outcome {
    let reply = match options {
        TokenCommand::Create(options) => create(&call, options).await?,
        TokenCommand::List(ListTokens {}) => TOKENS.first(&call, &()).await?,
        TokenCommand::Revoke(Revoke { token }) => {
            call.write().revoke_token(token.id()?).await?;
            Reply::text(texts::REVOKED)
        }
    };
    Ok(reply.into())
}

async fn create(call: &Call, options: Create) -> Result<Reply, Failure> {
    let token = CreateToken {
        name: options.name.0,
        expires_in_minutes: options
            .days
            .map(|days| TokenMinutes::clamped(days.saturating_mul(MINUTES_PER_DAY))),
    };
    Ok(texts::created(&call.write().create_token(&token).await?))
}
