//! What OAuth gave out.

use std::collections::HashMap;

use crate::snowflake::Snowflake;

/// Codes and tokens that were given out.
#[derive(Default)]
pub(crate) struct OAuthState {
    pub(crate) codes: HashMap<String, Code>,
    pub(crate) tokens: HashMap<String, Token>,
    given: u64,
}

/// What a code is redeemed for, and by whom.
pub(crate) struct Code {
    pub(crate) user: Snowflake,
    pub(crate) redirect_uri: String,
    pub(crate) challenge: Option<String>,
    pub(crate) expires_ms: i64,
}

/// An access token.
pub(crate) struct Token {
    pub(crate) user: Snowflake,
    pub(crate) expires_ms: i64,
}

impl OAuthState {
    /// A text that was not given before.
    pub(crate) fn give(&mut self, what: &str) -> String {
        self.given += 1;
        format!("sim-{what}-{}", self.given)
    }
}
