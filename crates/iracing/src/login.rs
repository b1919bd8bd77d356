//! What is known of refused sign-ins, so that none is repeated into the lock-out.

use crate::{Credentials, Error, Weather, mask};
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};
use std::time::Duration;
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::Instant;

/// Remembers the last refusal.
#[derive(Debug, Default)]
pub(crate) struct Logins(Mutex<Option<Latch>>);

#[derive(Debug)]
struct Latch {
    whose: [u8; 32],
    error: Error,
    /// [`None`] holds until other credentials come.
    until: Option<Instant>,
}

/// The one attempt that is made at a time.
pub(crate) struct Attempt<'l> {
    latch: MutexGuard<'l, Option<Latch>>,
    whose: [u8; 32],
}

impl Logins {
    /// Waits for attempts that are under way.
    ///
    /// # Errors
    ///
    /// What the same credentials were refused with before.
    pub(crate) async fn attempt(&self, credentials: &Credentials) -> Result<Attempt<'_>, Error> {
        let password = mask(credentials.password.expose_secret(), &credentials.username);
        let whose = format!("{} {}", credentials.username, password.expose_secret());
        let whose = Sha256::digest(whose).into();
        let latch = self.0.lock().await;
        match latch.as_ref().filter(|it| it.whose == whose) {
            Some(Latch {
                error, until: None, ..
            }) => return Err(error.clone()),
            Some(Latch {
                until: Some(until), ..
            }) if *until > Instant::now() => {
                return Err(Error::RetryLater {
                    after: *until - Instant::now(),
                    why: Weather::RateLimited,
                });
            }
            _ => {}
        }
        Ok(Attempt { latch, whose })
    }

    /// Has the same credentials be tried again.
    pub(crate) async fn forget(&self) {
        *self.0.lock().await = None;
    }
}

impl Attempt<'_> {
    /// Remembers how it went.
    pub(crate) fn note<T>(mut self, outcome: &Result<T, Error>) {
        let until = match outcome {
            Err(Error::LoginRefused(_)) => None,
            Err(Error::RetryLater {
                after,
                why: Weather::RateLimited,
            }) => Some(Instant::now() + *after),
            _ => {
                *self.latch = None;
                return;
            }
        };
        let whose = self.whose;
        *self.latch = outcome.as_ref().err().map(|error| Latch {
            whose,
            error: error.clone(),
            until,
        });
    }
}

/// A sign-in is allowed about that often: twelve in an hour.
pub(crate) const BETWEEN_LOGINS: Duration = Duration::from_mins(5);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Refusal;

    fn refused() -> Error {
        Error::LoginRefused(Refusal {
            code: "access_denied".to_owned(),
            description: None,
            request_id: None,
        })
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_holds_until_other_credentials_come() {
        let logins = Logins::default();
        let wrong = Credentials::new("a@example.com", "wrong");
        let attempt = logins.attempt(&wrong).await.unwrap();
        attempt.note(&Err::<(), _>(refused()));
        tokio::time::advance(Duration::from_hours(24)).await;
        assert_eq!(logins.attempt(&wrong).await.err(), Some(refused()));
        logins.forget().await;
        let attempt = logins.attempt(&wrong).await.unwrap();
        attempt.note(&Err::<(), _>(refused()));
        let right = Credentials::new("a@example.com", "right");
        logins.attempt(&right).await.unwrap().note(&Ok(()));
        assert!(logins.attempt(&right).await.is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn a_limit_holds_for_its_time_and_weather_not_at_all() {
        let logins = Logins::default();
        let account = Credentials::new("a@example.com", "right");
        let limited = Error::RetryLater {
            after: Duration::from_mins(5),
            why: Weather::RateLimited,
        };
        let attempt = logins.attempt(&account).await.unwrap();
        attempt.note(&Err::<(), _>(limited));
        tokio::time::advance(Duration::from_mins(4)).await;
        let refused = logins.attempt(&account).await.err().unwrap();
        assert_eq!(refused.retry_after(), Some(Duration::from_mins(1)));
        tokio::time::advance(Duration::from_mins(1)).await;
        let unreachable = Error::RetryLater {
            after: Duration::from_mins(5),
            why: Weather::Unreachable,
        };
        let attempt = logins.attempt(&account).await.unwrap();
        attempt.note(&Err::<(), _>(unreachable));
        assert!(logins.attempt(&account).await.is_ok());
    }
}
