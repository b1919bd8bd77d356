//! API tokens: JWTs that a member made for themselves.

use crate::{Name, Timestamp, TokenId, TokenMinutes};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Makes a token.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateToken {
    /// What it is for, 1 to 60 characters.
    #[schema(example = "results spreadsheet")]
    pub name: Name,
    /// How long it lives, in minutes; at most, and by default, the configured
    /// `ACCESS_TOKEN_EXPIRE_MINUTES`.
    pub expires_in_minutes: Option<TokenMinutes>,
}

/// A token that was just made. The secret is shown this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CreatedToken {
    /// The JWT, for `Authorization: Bearer …`.
    pub token: String,
    /// What is kept about it.
    pub access_token: AccessToken,
}

/// What is kept about a token; never the token itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccessToken {
    /// The `jti` claim.
    pub id: TokenId,
    /// What it is for.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it stops working by itself.
    pub expires_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Timestamp>,
    /// When its owner revoked it.
    pub revoked_at: Option<Timestamp>,
    /// Works: neither expired nor revoked, and the approval under which it was made still stands.
    pub active: bool,
}
