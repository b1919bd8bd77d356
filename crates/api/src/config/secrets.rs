//! What must not be known outside.

use super::{Environment, Reader};
use jsonwebtoken::Algorithm;
use secrecy::{ExposeSecret, SecretString};
use std::collections::HashSet;
use std::time::Duration;

/// Shorter ones can be guessed.
const MIN_LENGTH: usize = 32;
const EXPECTED: &str = "at least 32 random characters, such as `openssl rand -hex 32` prints";

/// What must not be known outside. A secret that was not configured is `None`: development makes
/// one up.
#[derive(Debug)]
pub struct SecretsConfig {
    /// The bot's key.
    pub bot_api_key: Option<SecretString>,
    /// Signs tokens.
    pub jwt_secret_key: Option<SecretString>,
    /// The algorithm that signs tokens.
    pub jwt_algorithm: Algorithm,
    /// The longest lifetime of a token.
    pub token_lifetime: Duration,
    /// Seal what others entrust to us: the first seals, all of them open.
    pub token_encryption_keys: Vec<SecretString>,
}

impl SecretsConfig {
    pub(super) fn read(reader: &mut Reader<'_>, environment: Environment) -> Option<Self> {
        let bot_api_key = check_secret(reader, "BOT_API_KEY", environment);
        let jwt_secret_key = check_secret(reader, "JWT_SECRET_KEY", environment);
        if let (Some(bot), Some(jwt)) = (&bot_api_key, &jwt_secret_key)
            && bot.expose_secret() == jwt.expose_secret()
        {
            reader.fault(
                "JWT_SECRET_KEY",
                "expected a secret of its own, not that of BOT_API_KEY",
            );
        }
        let jwt_algorithm = match reader.get("ALGORITHM") {
            None | Some("HS256") => Some(Algorithm::HS256),
            Some("HS384") => Some(Algorithm::HS384),
            Some("HS512") => Some(Algorithm::HS512),
            Some(_) => {
                reader.fault("ALGORITHM", "expected HS256, HS384 or HS512");
                None
            }
        };
        let minutes = lifetime_minutes(reader);
        let token_encryption_keys = token_encryption_keys(reader, environment);
        Some(Self {
            token_encryption_keys,
            bot_api_key,
            jwt_secret_key,
            jwt_algorithm: jwt_algorithm?,
            token_lifetime: Duration::from_secs(u64::from(minutes?) * 60),
        })
    }
}

/// One key, or several with commas between them while one takes the place of another. Only what comes
/// from iRacing is sealed, so whoever does not connect to it needs none.
fn token_encryption_keys(reader: &mut Reader<'_>, environment: Environment) -> Vec<SecretString> {
    const KEY: &str = "TOKEN_ENCRYPTION_KEY";
    let Some(list) = reader.get(KEY) else {
        if environment == Environment::Production && reader.get("IRACING_CLIENT_ID").is_some() {
            reader.require(KEY, EXPECTED);
        }
        return Vec::new();
    };
    let keys = list.split(',').map(str::trim);
    keys.map(|key| checked(reader, KEY, key)).collect()
}

/// Defaults to 30 days; at most ten years, which is for ever in this trade.
fn lifetime_minutes(reader: &mut Reader<'_>) -> Option<u32> {
    const MAX: u32 = 10 * 366 * 24 * 60;
    let expected = format!("a number of minutes from 1 to {MAX}");
    reader.within("ACCESS_TOKEN_EXPIRE_MINUTES", 43_200, 1..=MAX, &expected)
}

/// A configured secret, faulted when it is missing in production, an example, or short.
pub fn check_secret(
    reader: &mut Reader<'_>,
    key: &str,
    environment: Environment,
) -> Option<SecretString> {
    let Some(secret) = reader.get(key) else {
        if environment == Environment::Production {
            reader.require(key, EXPECTED);
        }
        return None;
    };
    Some(checked(reader, key, secret))
}

fn checked(reader: &mut Reader<'_>, key: &str, secret: &str) -> SecretString {
    if is_example(secret) {
        reader.fault(key, format!("still the example; expected {EXPECTED}"));
    } else if secret.chars().count() < MIN_LENGTH {
        reader.fault(key, format!("too short; expected {EXPECTED}"));
    } else if !secret.bytes().all(|byte| byte.is_ascii_graphic()) || is_monotonous(secret) {
        reader.fault(key, format!("not random; expected {EXPECTED}"));
    }
    SecretString::from(secret)
}

/// What stands in example files and tutorials.
pub fn is_example(secret: &str) -> bool {
    const WORDS: [&str; 8] = [
        "change-me",
        "changeme",
        "change_me",
        "example",
        "secret-key",
        "your-",
        "your_",
        "placeholder",
    ];
    let secret = secret.to_ascii_lowercase();
    WORDS.iter().any(|word| secret.contains(word))
}

/// What a cat on the keyboard would type.
fn is_monotonous(secret: &str) -> bool {
    secret.chars().collect::<HashSet<_>>().len() < 6
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("change-me-to-32-random-characters-please", true)]
    #[case("your_jwt_secret_key_goes_in_here_please", true)]
    #[case("abababababababababababababababababababab", true)]
    #[case("5f3c8e0b9a7d4c21b6e8f0a1d2c3b4e5", false)]
    fn what_nobody_drew_at_random_is_recognised(#[case] secret: &str, #[case] found: bool) {
        assert_eq!(is_example(secret) || is_monotonous(secret), found);
    }
}
