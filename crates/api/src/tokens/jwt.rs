//! The signed form of a token.

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use paddock_api_types::{GuildId, TokenId, UserId};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

const ISSUER: &str = "paddock";
const AUDIENCE: &str = "paddock-api";

/// Claims of RFC 7519, and `gid` for the guild.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Claims {
    /// Issuer.
    pub iss: String,
    /// Audience.
    pub aud: String,
    /// The member's Discord user.
    pub sub: UserId,
    /// The guild: a token is good for one.
    pub gid: GuildId,
    /// The token's row.
    pub jti: TokenId,
    /// Issued at, in seconds since 1970.
    pub iat: i64,
    /// Expires at, in seconds since 1970.
    pub exp: i64,
}

impl Claims {
    /// Claims of a token as it is stored. The same token has the same claims whenever it is signed.
    pub(crate) fn new(
        sub: UserId,
        gid: GuildId,
        jti: TokenId,
        issued_at: Timestamp,
        expires_at: Timestamp,
    ) -> Self {
        let (iss, aud) = (ISSUER.to_owned(), AUDIENCE.to_owned());
        Self {
            iss,
            aud,
            sub,
            gid,
            jti,
            iat: issued_at.as_second(),
            exp: expires_at.as_second(),
        }
    }
}

/// Signs and checks tokens.
#[derive(Clone)]
pub(crate) struct JwtKey {
    algorithm: Algorithm,
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
}

impl JwtKey {
    /// A key for one of the HMAC algorithms.
    pub(crate) fn new(secret: &SecretString, algorithm: Algorithm) -> Self {
        let secret = secret.expose_secret().as_bytes();
        let mut validation = Validation::new(algorithm);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["iss", "aud", "sub", "exp"]);
        // Judged by the row and our own clock, which tests hold still.
        validation.validate_exp = false;
        Self {
            algorithm,
            encoding: EncodingKey::from_secret(secret),
            decoding: DecodingKey::from_secret(secret),
            validation,
        }
    }

    /// The JWT.
    pub(crate) fn sign(&self, claims: &Claims) -> String {
        jsonwebtoken::encode(&Header::new(self.algorithm), claims, &self.encoding)
            .expect("an HMAC can always be made of plain data")
    }

    /// What a JWT says, if we signed it. Whether it still holds is for the row to say.
    pub(crate) fn verify(&self, token: &str) -> Option<Claims> {
        let verified = jsonwebtoken::decode::<Claims>(token, &self.decoding, &self.validation);
        verified.ok().map(|data| data.claims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(secret: &str, algorithm: Algorithm) -> JwtKey {
        JwtKey::new(&SecretString::from(secret), algorithm)
    }

    fn claims() -> Claims {
        let id = 175_928_847_299_117_063;
        let (sub, gid) = (UserId::new(id).unwrap(), GuildId::new(id + 1).unwrap());
        let issued_at: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let expires_at = issued_at + jiff::SignedDuration::from_hours(1);
        Claims::new(
            sub,
            gid,
            TokenId::new(id + 2).unwrap(),
            issued_at,
            expires_at,
        )
    }

    #[test]
    fn what_is_signed_is_recognised() {
        let key = key("one", Algorithm::HS256);
        assert_eq!(key.verify(&key.sign(&claims())), Some(claims()));
    }

    #[test]
    fn what_somebody_else_signed_is_not() {
        let token = key("one", Algorithm::HS256).sign(&claims());
        assert_eq!(key("two", Algorithm::HS256).verify(&token), None);
        assert_eq!(
            key("one", Algorithm::HS512).verify(&token),
            None,
            "another algorithm"
        );
        let other = Claims {
            aud: "another-api".to_owned(),
            ..claims()
        };
        let key = key("one", Algorithm::HS256);
        assert_eq!(key.verify(&key.sign(&other)), None, "for somebody else");
    }

    #[test]
    fn an_unsigned_token_is_not_recognised() {
        // {"alg":"none"} with the right claims and no signature.
        let token = key("one", Algorithm::HS256).sign(&claims());
        let payload = token.split('.').nth(1).unwrap();
        let unsigned = format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{payload}.");
        assert_eq!(key("one", Algorithm::HS256).verify(&unsigned), None);
    }
}
