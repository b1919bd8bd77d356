//! Why a request was turned away at the door. The log learns the reason, the caller only what helps
//! an honest one.

use crate::db;
use crate::error::ApiError;
use paddock_api_types::ErrorCode;
use paddock_api_types::members::Level;
use std::time::Duration;

/// One variant per reason.
#[derive(Debug, thiserror::Error)]
pub(super) enum Rejection {
    /// Neither a key nor a token.
    #[error("no credential")]
    NoCredential,
    /// A key and a token: whose rights would count?
    #[error("more than one credential")]
    SeveralCredentials,
    /// Not the bot's key.
    #[error("a wrong key")]
    WrongKey,
    /// Not `Bearer` and a JWT that we signed.
    #[error("a token that we did not sign")]
    ForeignToken,
    /// The row is gone, revoked, expired, or its approval has ended.
    #[error("a token that no longer works")]
    DeadToken,
    /// No such session, or one that has ended.
    #[error("a session that does not go on")]
    DeadSession,
    /// The bot's key, without saying for whom it speaks.
    #[error("the header {0} is missing")]
    MissingHeader(&'static str),
    /// A header that cannot be read.
    #[error("the header {0} cannot be read")]
    InvalidHeader(&'static str),
    /// A header that says who calls stands there twice: which of them counts, a proxy may see otherwise.
    #[error("the header {0} stands there more than once")]
    RepeatedHeader(&'static str),
    /// The caller is banned.
    #[error("a banned member")]
    Banned,
    /// The caller is no longer in the server.
    #[error("a member who left")]
    LeftGuild,
    /// The caller's level does not suffice.
    #[error("level {actual:?} where {required:?} is needed")]
    Level { required: Level, actual: Level },
    /// Too many requests.
    #[error("too many requests")]
    RateLimited(Duration),
    /// Storage.
    #[error(transparent)]
    Database(#[from] db::Error),
}

impl From<Rejection> for ApiError {
    fn from(rejection: Rejection) -> Self {
        tracing::debug!(reason = %rejection, "turned away");
        let unauthorized = |detail: &str| Self::new(ErrorCode::Unauthorized, detail);
        let forbidden = |code, detail: &str| Self::new(code, detail);
        let bad_request = |detail: String| Self::new(ErrorCode::InvalidRequest, detail);
        match rejection {
            Rejection::NoCredential => {
                unauthorized("This needs a credential: `Authorization: Bearer` with an API token.")
            }
            Rejection::WrongKey
            | Rejection::ForeignToken
            | Rejection::DeadToken
            | Rejection::DeadSession => {
                unauthorized("This credential is not valid, or not any more.")
            }
            Rejection::SeveralCredentials => {
                bad_request("Give one credential, not two.".to_owned())
            }
            Rejection::MissingHeader(name) => {
                bad_request(format!("The bot's key needs the header {name} with it.")).field(name)
            }
            Rejection::InvalidHeader(name) => bad_request(format!(
                "The header {name} has a value that it cannot have."
            ))
            .field(name),
            Rejection::RepeatedHeader(name) => {
                bad_request(format!("Give the header {name} once.")).field(name)
            }
            Rejection::Banned => forbidden(ErrorCode::Banned, "You are banned in this guild."),
            Rejection::LeftGuild => forbidden(
                ErrorCode::LeftGuild,
                "You are no longer in this Discord server.",
            ),
            Rejection::Level { required, actual } => {
                let required = db::name(required);
                forbidden(
                    ErrorCode::Forbidden,
                    &format!("This needs level {required}."),
                )
                .param("required", required)
                .param("actual", db::name(actual))
            }
            Rejection::RateLimited(wait) => {
                let detail = "Too many requests of this member, or too many failed attempts.";
                Self::new(ErrorCode::RateLimited, detail).retry_after(wait)
            }
            Rejection::Database(error) => error.into(),
        }
    }
}
