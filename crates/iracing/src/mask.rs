//! Masking, by which iRacing spares itself from receiving secrets in clear text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretString;
use sha2::{Digest, Sha256};

/// `base64(sha256(secret + lowercase identifier))`, with the standard alphabet and padding.
///
/// The identifier is the client id for the client's secret, and the e-mail address for a password.
/// The result may hold `+`, `/` and `=`, which a form has to percent-encode.
pub(crate) fn mask(secret: &str, identifier: &str) -> SecretString {
    let text = format!("{secret}{}", identifier.trim().to_lowercase());
    SecretString::from(STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    #[test]
    fn secrets_are_masked_with_what_they_belong_to() {
        for (secret, identifier, expected) in [
            (
                "pit-lane-secret-01",
                "Grid-Steward-Bot",
                "0C4gyEx3OxWgvcdMwZSmDI3qoD6kZCQFYj3SidV0pWI=",
            ),
            (
                "hunter2!",
                "Race.Control@Example.COM ",
                "WuKy7sMiBFtzlIgAt1o93vyVThrCQnohzUlPEyxdUKs=",
            ),
        ] {
            assert_eq!(mask(secret, identifier).expose_secret(), expected);
        }
    }
}
