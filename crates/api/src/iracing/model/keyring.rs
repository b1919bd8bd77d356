//! Tokens at rest: sealed with XChaCha20-Poly1305, under the account that they belong to.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use std::fmt;

/// Length of a nonce: long enough to be drawn at random for ever.
pub(crate) const NONCE: usize = 24;

/// The keys of this installation.
#[derive(Clone)]
pub(crate) struct Keyring(Vec<Key>);

#[derive(Clone)]
struct Key {
    id: KeyId,
    cipher: XChaCha20Poly1305,
}

/// Tells keys apart; too short to find out a key by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KeyId(pub(crate) u32);

/// A sealed text, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sealed(pub(crate) String);

/// Why something cannot be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unopened {
    /// `TOKEN_ENCRYPTION_KEY` no longer holds the key.
    #[error("TOKEN_ENCRYPTION_KEY does not hold the key {:08x}, with which it was sealed", .0.0)]
    NoKey(KeyId),
    /// Damaged, or moved from another account.
    #[error("what was sealed with the key {:08x} is damaged", .0.0)]
    Damaged(KeyId),
}

impl Keyring {
    /// The first key seals, all of them open.
    pub(crate) fn new(secrets: &[SecretString]) -> Self {
        Self(secrets.iter().map(Key::new).collect())
    }

    /// The key that seals.
    ///
    /// # Panics
    ///
    /// When there is none: the caller of `App::build` fills in what the configuration leaves out.
    pub(crate) fn current(&self) -> KeyId {
        self.first().id
    }

    /// Seals a text so that it opens under this label alone.
    pub(crate) fn seal(&self, text: &str, label: &str, nonce: [u8; NONCE]) -> Sealed {
        let payload = Payload {
            msg: text.as_bytes(),
            aad: label.as_bytes(),
        };
        let sealed = self.first().cipher.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.expect("a token is far shorter than the cipher allows");
        Sealed(STANDARD.encode([&nonce[..], &sealed].concat()))
    }

    /// Opens what was sealed under this label.
    pub(crate) fn open(
        &self,
        sealed: &Sealed,
        id: KeyId,
        label: &str,
    ) -> Result<SecretString, Unopened> {
        let key = self.0.iter().find(|key| key.id == id);
        let key = key.ok_or(Unopened::NoKey(id))?;
        let opened = STANDARD.decode(&sealed.0).ok().and_then(|bytes| {
            let (nonce, msg) = bytes.split_first_chunk::<NONCE>()?;
            let aad = label.as_bytes();
            let payload = Payload { msg, aad };
            let opened = key.cipher.decrypt(&XNonce::from(*nonce), payload).ok()?;
            String::from_utf8(opened).ok()
        });
        opened.map(SecretString::from).ok_or(Unopened::Damaged(id))
    }

    fn first(&self) -> &Key {
        self.0.first().expect("a key is configured or generated")
    }
}

impl Key {
    fn new(secret: &SecretString) -> Self {
        let derived = |purpose: &str| {
            let text = format!("paddock {purpose}\0{}", secret.expose_secret());
            <[u8; 32]>::from(Sha256::digest(text))
        };
        let [a, b, c, d, ..] = derived("key id");
        Self {
            id: KeyId(u32::from_be_bytes([a, b, c, d])),
            cipher: XChaCha20Poly1305::new(&derived("token encryption").into()),
        }
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Keyring").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyring(secrets: &[&str]) -> Keyring {
        let secrets: Vec<_> = secrets.iter().map(|it| SecretString::from(*it)).collect();
        Keyring::new(&secrets)
    }

    #[test]
    fn what_was_sealed_opens_under_its_label_alone() {
        let keys = keyring(&["first"]);
        let sealed = keys.seal("token-7f", "account 1", [7; NONCE]);
        assert!(!sealed.0.contains("token"));
        let open = |label: &str| keys.open(&sealed, keys.current(), label);
        assert_eq!(open("account 1").unwrap().expose_secret(), "token-7f");
        assert!(matches!(open("account 2"), Err(Unopened::Damaged(_))));
        let other = keys.seal("token-7f", "account 1", [8; NONCE]);
        assert_ne!(sealed, other, "the same token looks different");
    }

    #[test]
    fn damage_is_noticed() {
        let keys = keyring(&["first"]);
        let sealed = keys.seal("token-7f", "account 1", [7; NONCE]);
        let mut bytes = STANDARD.decode(&sealed.0).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        for damaged in [STANDARD.encode(bytes), "AAAA".to_owned(), "?".to_owned()] {
            let opened = keys.open(&Sealed(damaged), keys.current(), "account 1");
            assert!(matches!(opened, Err(Unopened::Damaged(_))));
        }
    }

    #[test]
    fn an_old_key_opens_as_long_as_it_is_there() {
        let old = keyring(&["old"]);
        let sealed = old.seal("token-7f", "account 1", [7; NONCE]);
        let both = keyring(&["new", "old"]);
        assert_ne!(both.current(), old.current());
        assert!(both.open(&sealed, old.current(), "account 1").is_ok());
        let new = keyring(&["new"]);
        let gone = new.open(&sealed, old.current(), "account 1");
        assert!(matches!(gone, Err(Unopened::NoKey(id)) if id == old.current()));
    }
}
