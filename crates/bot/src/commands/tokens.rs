//! `/token`: the member's own API tokens.

use crate::{
    answer::{Answer, Choices, Failure, Reply},
    call::Call,
    commands::suggest,
    dispatch::{Dispatch, Later, Outcome, Pressed, Typed},
    pages::{self, Look, Position},
    replies::tokens as texts,
};
use paddock_api_types::{TokenId, tokens::CreateToken};
use twilight_interactions::command::{CommandModel, CreateCommand};

/// Action of the buttons under `/token list`.
const PAGE: &str = "tokens";
/// Tokens on one page.
const PAGE_SIZE: u32 = 10;
const MINUTES_PER_DAY: u32 = 24 * 60;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(token);
    dispatch.autocomplete(complete);
    dispatch.button(PAGE, Later::Update, turn);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "token",
    desc = "Your tokens for the API",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Token {
    #[command(name = "create")]
    Create(Create),
    #[command(name = "list")]
    List(List),
    #[command(name = "revoke")]
    Revoke(Revoke),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "create", desc = "Make a token; it is shown once")]
struct Create {
    /// What it is for
    #[command(min_length = 1, max_length = 60)]
    name: String,
    /// How many days it lives
    #[command(min_value = 1, max_value = 3650)]
    days: Option<i64>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Your tokens, newest first")]
struct List {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "revoke", desc = "Make a token stop working at once")]
struct Revoke {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    token: String,
}

async fn token(call: Call, options: Token) -> Outcome {
    let reply = match options {
        Token::Create(options) => create(&call, options).await?,
        Token::List(List {}) => page(&call, Position::first("-")).await?,
        Token::Revoke(Revoke { token }) => revoke(&call, &token).await?,
    };
    Ok(reply.into())
}

async fn create(call: &Call, options: Create) -> Result<Reply, Failure> {
    let days = options.days.and_then(|days| u32::try_from(days).ok());
    let token = CreateToken {
        name: options.name,
        expires_in_minutes: days.map(|days| days.saturating_mul(MINUTES_PER_DAY)),
    };
    Ok(texts::created(&call.write().create_token(&token).await?))
}

async fn revoke(call: &Call, token: &str) -> Result<Reply, Failure> {
    let token: TokenId = suggest::picked(token, texts::ONE)?;
    call.write().revoke_token(token).await?;
    Ok(Reply::text(texts::REVOKED))
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    Ok(Answer::Update(
        page(&call, Position::read(&pressed.arguments)?).await?,
    ))
}

async fn page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let fetch = async |limit, cursor| {
        let page = pages::query(limit, cursor);
        call.api.list_tokens(&page).await
    };
    let look = Look {
        action: PAGE,
        title: texts::TITLE,
        empty: texts::NONE,
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::line).await
}

async fn complete(call: Call, typed: Typed) -> Choices {
    let mut tokens = suggest::rows(call.api.list_tokens(&suggest::all()).await);
    tokens.retain(|token| token.active);
    suggest::choices(&typed, &tokens, texts::choice, |token| token.id)
}
