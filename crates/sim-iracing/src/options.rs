//! The options of a simulated iRacing.

use crate::seed::{self, LeagueSeed};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

/// Options to start with; the default suits most tests.
#[derive(Clone, Debug)]
pub struct Options {
    /// Address of the authorization server and the Data API. Port 0 (the default) takes a free one.
    pub listen: SocketAddr,
    /// Address of the host of signed links.
    pub listen_links: SocketAddr,
    /// The registered client's id.
    pub client_id: String,
    /// Its secret, unmasked. That of the default masks to a text with `+` and `/`.
    pub client_secret: String,
    /// Its redirect URIs. Without any, every `http` URI of this machine counts as registered.
    pub redirect_uris: Vec<String>,
    /// The account that is registered for `password_limited`.
    pub account: Account,
    /// The leagues.
    pub leagues: Vec<LeagueSeed>,
    /// How long an access token is valid. iRacing: 10 min.
    pub access_lifetime: Duration,
    /// How long a refresh token is valid. iRacing: 7 days.
    pub refresh_lifetime: Duration,
    /// Whether presenting a refresh token again ends its session. iRacing's documents do not say.
    pub replay_ends_session: bool,
    /// Requests that the Data API answers in a window. iRacing: about 240.
    pub rate_limit: u32,
    /// How long a window is.
    pub rate_window: Duration,
    /// Sign-ins by `password_limited` in an hour. iRacing: 12.
    pub logins_per_hour: usize,
    /// How long a signed link works.
    pub link_lifetime: Duration,
    /// Rows in a chunk.
    pub chunk_size: usize,
    /// Whether dropping the handle panics if something was requested that is not simulated.
    pub strict: bool,
}

/// An account of iRacing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// E-mail address.
    pub username: String,
    /// Password, unmasked.
    pub password: String,
    /// Whose it is.
    pub cust_id: i64,
}

impl Default for Options {
    fn default() -> Self {
        let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self {
            listen: any,
            listen_links: any,
            client_id: "sim-client".to_owned(),
            client_secret: "sim-secret-138".to_owned(),
            redirect_uris: Vec::new(),
            account: Account {
                username: "race.control@example.org".to_owned(),
                // Masks to a text with `+` and `/`, too.
                password: "sim-password-53".to_owned(),
                cust_id: seed::OWNER_ID,
            },
            leagues: vec![LeagueSeed::example()],
            access_lifetime: Duration::from_mins(10),
            refresh_lifetime: Duration::from_hours(7 * 24),
            replay_ends_session: false,
            rate_limit: 240,
            rate_window: Duration::from_mins(1),
            logins_per_hour: 12,
            link_lifetime: Duration::from_mins(15),
            chunk_size: 500,
            strict: true,
        }
    }
}

impl From<SocketAddr> for Options {
    fn from(listen: SocketAddr) -> Self {
        Self {
            listen,
            ..Self::default()
        }
    }
}
