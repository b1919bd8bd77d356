//! Operations of tokens.

use super::jwt::{Claims, JwtKey};
use super::model::{Token, TokenError, TokenView};
use super::service;
use crate::error::ApiError;
use crate::http::Routes;
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::tokens as ops;
use paddock_api_types::tokens::{AccessToken, CreatedToken};

pub(crate) fn router() -> Routes {
    Routes::new()
        .on(ops::create_token, async |op, it| {
            let token = service::create(&op, &it.body).await;
            token.map(|token| created(&it.state.jwt, token))
        })
        .list(ops::list_tokens, async |op, _, page| {
            let tokens = service::list(&op, page).await;
            tokens.map(|page| page.map(AccessToken::from))
        })
        .on(ops::revoke_token, async |op, it| {
            service::revoke(&op, it.path).await
        })
}

/// Signed from the row, so that a repeated request is answered with the very same token, and no secret
/// is stored.
fn created(key: &JwtKey, token: Token) -> CreatedToken {
    let (issued_at, expires_at) = (token.created_at, token.expires_at);
    let (user, guild) = (token.user_id, token.guild_id);
    let claims = Claims::new(user, guild, token.id, issued_at, expires_at);
    let active = true;
    CreatedToken {
        token: key.sign(&claims),
        access_token: TokenView { token, active }.into(),
    }
}

impl From<TokenView> for AccessToken {
    fn from(TokenView { token, active }: TokenView) -> Self {
        Self {
            id: token.id,
            name: token.name,
            created_at: token.created_at,
            expires_at: token.expires_at,
            last_used_at: token.last_used_at,
            revoked_at: token.revoked_at,
            active,
        }
    }
}

impl From<TokenError> for ApiError {
    fn from(error: TokenError) -> Self {
        let detail = error.to_string();
        match error {
            TokenError::NotFound => Self::new(ErrorCode::TokenNotFound, detail),
            TokenError::NotVerified => Self::new(ErrorCode::MemberNotVerified, detail),
            TokenError::ApiAccessRequired => Self::new(ErrorCode::ApiAccessRequired, detail),
            TokenError::LimitReached { limit } => {
                Self::new(ErrorCode::TokenLimitReached, detail).param("limit", limit)
            }
            TokenError::StoredLimitReached { limit } => {
                Self::new(ErrorCode::StoredTokenLimitReached, detail).param("limit", limit)
            }
            TokenError::NameTaken => Self::new(ErrorCode::TokenNameTaken, detail).field("name"),
            TokenError::Invalid { field, .. } => Self::invalid_value(field, detail),
            TokenError::Failure(failure) => failure.into(),
        }
    }
}
