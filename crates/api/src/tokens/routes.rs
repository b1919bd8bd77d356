//! Paths of tokens.

use super::jwt::{Claims, JwtKey};
use super::model::{SeenToken, TokenError};
use super::service;
use crate::auth::{GuestCaller, VerifiedCaller};
use crate::error::ApiError;
use crate::http::{Json, Path, Query};
use crate::page::PageRequest;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use paddock_api_types::tokens::{AccessToken, CreateToken, CreatedToken};
use paddock_api_types::{ErrorCode, Page, PageQuery, TokenId};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create_token, list_tokens))
        .routes(routes!(revoke_token))
}

/// Make a token.
///
/// The JWT is in this answer and nowhere else. Needs level verified, and an admin's approval of
/// API access.
#[utoipa::path(post, path = "/api/tokens", tag = "tokens", request_body = CreateToken,
    responses((status = 201, description = "The token", body = CreatedToken)))]
async fn create_token(
    VerifiedCaller(op): VerifiedCaller,
    State(key): State<JwtKey>,
    Json(create): Json<CreateToken>,
) -> Result<(StatusCode, Json<CreatedToken>), ApiError> {
    let token = service::create(&op, &create).await?;
    // Signed from the row, so that a repeated request is answered with the very same token, and no
    // secret is stored.
    let (issued_at, expires_at) = (token.created_at, token.expires_at);
    let claims = Claims::new(
        token.user_id,
        token.guild_id,
        token.id,
        issued_at,
        expires_at,
    );
    let created = CreatedToken {
        token: key.sign(&claims),
        access_token: SeenToken {
            token,
            active: true,
        }
        .into(),
    };
    Ok((StatusCode::CREATED, Json(created)))
}

/// The caller's tokens, newest first.
#[utoipa::path(get, path = "/api/tokens", tag = "tokens", params(PageQuery),
    responses((status = 200, description = "A page of tokens", body = Page<AccessToken>)))]
async fn list_tokens(
    GuestCaller(op): GuestCaller,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<AccessToken>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::list(&op, page).await?.map(Into::into)))
}

/// Revoke a token.
///
/// It stops working at once.
#[utoipa::path(delete, path = "/api/tokens/{token_id}", tag = "tokens",
    params(("token_id" = TokenId, Path, description = "The token")),
    responses((status = 204, description = "Revoked")))]
async fn revoke_token(
    GuestCaller(op): GuestCaller,
    Path(id): Path<TokenId>,
) -> Result<StatusCode, ApiError> {
    service::revoke(&op, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<SeenToken> for AccessToken {
    fn from(SeenToken { token, active }: SeenToken) -> Self {
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
            TokenError::NotFound => {
                Self::new(StatusCode::NOT_FOUND, ErrorCode::TokenNotFound, detail)
            }
            TokenError::NotVerified => {
                Self::new(StatusCode::CONFLICT, ErrorCode::MemberNotVerified, detail)
            }
            TokenError::ApiAccessRequired => {
                Self::new(StatusCode::FORBIDDEN, ErrorCode::ApiAccessRequired, detail)
            }
            TokenError::LimitReached { limit } => {
                Self::new(StatusCode::CONFLICT, ErrorCode::TokenLimitReached, detail)
                    .param("limit", limit)
            }
            TokenError::Invalid { field, .. } => Self::invalid_value(field, detail),
            TokenError::Failure(failure) => failure.into(),
        }
    }
}
