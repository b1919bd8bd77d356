//! Tokens, and what is needed to obtain them. None of these shows its value in `Debug`.

use crate::Error;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;

/// What opens the Data API, for some minutes. Treat it as opaque.
#[derive(Debug, Clone)]
pub struct AccessToken(SecretString);

/// What gives the next [`TokenPair`], once.
#[derive(Debug, Clone)]
pub struct RefreshToken(SecretString);

macro_rules! secret {
    ($name:ident) => {
        impl $name {
            /// A token that was stored.
            pub fn new(token: impl Into<String>) -> Self {
                Self(SecretString::from(token.into()))
            }

            /// The token itself, to store it encrypted.
            pub fn expose(&self) -> &str {
                self.0.expose_secret()
            }
        }
    };
}

secret!(AccessToken);
secret!(RefreshToken);

/// What a sign-in or a refresh gives.
///
/// Store it durably before anything else: the refresh token with which it was obtained is dead.
#[derive(Debug, Clone)]
pub struct TokenPair {
    /// Opens the Data API.
    pub access_token: AccessToken,
    /// Gives the next pair; sign-ins that only prove an identity have none.
    pub refresh_token: Option<RefreshToken>,
    /// How long the access token lasts from now on; iRacing's usual 10 minutes if it does not say.
    pub expires_in: Duration,
    /// How long the refresh token lasts from now on, where iRacing says so.
    pub refresh_expires_in: Option<Duration>,
    /// What was granted, which may be less than what was asked for.
    pub scopes: Vec<String>,
}

impl TokenPair {
    /// Whether a scope was granted.
    pub fn grants(&self, scope: Scope) -> bool {
        self.scopes.iter().any(|it| it == scope.as_str())
    }
}

/// What a member allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Reading the Data API.
    Auth,
    /// Name and customer id.
    Profile,
}

impl Scope {
    /// As iRacing spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auth => "iracing.auth",
            Self::Profile => "iracing.profile",
        }
    }
}

/// Proof that whoever redeems a code is who asked for it (RFC 7636, S256).
#[derive(Debug, Clone)]
pub struct PkceVerifier(SecretString);

impl PkceVerifier {
    /// A verifier of 32 random bytes.
    pub fn from_random(bytes: [u8; 32]) -> Self {
        Self(SecretString::from(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// One that was stored while the member was away.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if it is none.
    pub fn restore(text: impl Into<String>) -> Result<Self, Error> {
        let text = text.into();
        let unreserved = |it: u8| it.is_ascii_alphanumeric() || b"-._~".contains(&it);
        if (43..=128).contains(&text.len()) && text.bytes().all(unreserved) {
            Ok(Self(SecretString::from(text)))
        } else {
            Err(Error::Config("not a PKCE verifier".to_owned()))
        }
    }

    /// The verifier itself, to store it.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_secret_is_shown() {
        let verifier = PkceVerifier::from_random([7; 32]);
        let pair = TokenPair {
            access_token: AccessToken::new("access-7f"),
            refresh_token: Some(RefreshToken::new("refresh-7f")),
            expires_in: Duration::from_mins(10),
            refresh_expires_in: None,
            scopes: vec!["iracing.auth".to_owned()],
        };
        let shown = format!("{pair:?} {verifier:?}");
        for secret in ["access-7f", "refresh-7f", verifier.expose()] {
            assert!(!shown.contains(secret), "{shown}");
        }
        assert!(pair.grants(Scope::Auth) && !pair.grants(Scope::Profile));
    }

    #[test]
    fn a_verifier_survives_being_stored() {
        let verifier = PkceVerifier::from_random([250; 32]);
        let again = PkceVerifier::restore(verifier.expose()).unwrap();
        assert_eq!(again.expose(), verifier.expose());
        for bad in [
            "",
            "short",
            &"a".repeat(129),
            &"é".repeat(30),
            &" ".repeat(50),
        ] {
            assert!(PkceVerifier::restore(bad).is_err(), "{bad}");
        }
    }
}
