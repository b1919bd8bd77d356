//! Secrets that somebody holds for a while, in a cookie or an address, and what is stored of them.

use crate::db::{Column, Encode, Value};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};

/// 256 random bits, as they stand in a cookie or an address.
#[derive(Debug, Clone)]
pub(crate) struct Secret(SecretString);

impl Secret {
    /// One of these random bytes.
    pub(crate) fn from_random(bytes: [u8; 32]) -> Self {
        Self(URL_SAFE_NO_PAD.encode(bytes).into())
    }

    /// One that was given to somebody before, if it looks like one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        (bytes.len() == 32).then(|| Self(text.into()))
    }

    /// The text itself.
    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// What is stored of it.
    pub(crate) fn hash(&self) -> Hash {
        Hash(Sha256::digest(self.expose()).into())
    }
}

/// SHA-256 of a secret. The secret has 256 bits, so that it cannot be guessed from this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Hash([u8; 32]);

impl Hash {
    /// The hash itself, which tells it from others.
    pub(crate) fn bytes(self) -> [u8; 32] {
        self.0
    }

    /// As it is stored.
    pub(crate) fn text(self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// From what is stored.
    fn of(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        bytes.try_into().ok().map(Self)
    }
}

impl Encode for Hash {
    fn encode(&self) -> Value<'_> {
        Value::Text(self.text().into())
    }
}

impl Column for Hash {
    type Raw = String;

    fn decode(raw: String) -> Result<Self, String> {
        Self::of(&raw).ok_or(raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_of_a_secret_is_its_hash() {
        let secret = Secret::from_random([7; 32]);
        assert_eq!(secret.expose().len(), 43);
        assert_eq!(
            Secret::parse(secret.expose()).unwrap().hash(),
            secret.hash()
        );
        assert_eq!(Hash::of(&secret.hash().text()), Some(secret.hash()));
        assert!(!format!("{secret:?}").contains(secret.expose()));
        for wrong in ["", "abc", "=", &"ä".repeat(20), &"a".repeat(44)] {
            assert!(Secret::parse(wrong).is_none(), "{wrong}");
        }
    }
}
