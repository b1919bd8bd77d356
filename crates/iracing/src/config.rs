//! How to reach iRacing, and as which registered client.

use crate::Error;
use reqwest::Url;
use secrecy::SecretString;
use std::fmt;
use std::time::Duration;

/// How to reach iRacing, and as which registered client.
///
/// [`Config::new`] fills in what iRacing documents; only tests need other addresses.
#[derive(Debug, Clone)]
pub struct Config {
    /// Client id, as iRacing issued it.
    pub client_id: String,
    /// Client secret, as iRacing issued it; the client masks it. Clients that cannot keep a secret
    /// have none.
    pub client_secret: Option<SecretString>,
    /// Base of the authorization server.
    pub oauth_url: String,
    /// Base of the Data API, without `/data`.
    pub data_url: String,
    /// How long one request may take, with its answer.
    pub request_timeout: Duration,
    /// How often a reading is tried while iRacing fails; 1 tries once. Sign-ins are never repeated.
    pub tries: u32,
    /// Pause before the second try, where iRacing asks for none. It doubles with each, and up to a
    /// quarter is added by chance, so that many clients do not come back at the same moment.
    pub first_pause: Duration,
    /// Longest pause that is waited for within a call. What takes longer is
    /// [`Error::RetryLater`].
    pub longest_pause: Duration,
    /// How long nothing is asked once iRacing has announced maintenance without saying how long.
    pub maintenance_pause: Duration,
    /// Largest body that is read, in bytes.
    pub body_limit: usize,
    /// Share of the requests of a window, in percent, that [`crate::Client::in_background`] leaves
    /// to others.
    pub reserve_percent: u32,
}

impl Config {
    /// The client of this id, at iRacing's own addresses.
    pub fn new(client_id: impl Into<String>) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: None,
            oauth_url: "https://oauth.iracing.com/oauth2".to_owned(),
            data_url: "https://members-ng.iracing.com".to_owned(),
            request_timeout: Duration::from_secs(30),
            tries: 4,
            first_pause: Duration::from_millis(500),
            longest_pause: Duration::from_secs(20),
            maintenance_pause: Duration::from_mins(1),
            body_limit: 64 << 20,
            reserve_percent: 20,
        }
    }

    /// With the secret of a client that has one.
    #[must_use]
    pub fn with_secret(mut self, secret: impl Into<String>) -> Self {
        self.client_secret = Some(SecretString::from(secret.into()));
        self
    }

    pub(crate) fn bases(&self) -> Result<(Url, Url), Error> {
        Ok((base(&self.oauth_url)?, base(&self.data_url)?))
    }
}

/// A base URL, without the slash at its end.
fn base(text: &str) -> Result<Url, Error> {
    let invalid = || Error::Config(format!("not an http or https URL: {text}"));
    let url = Url::parse(text.trim_end_matches('/')).map_err(|_| invalid())?;
    let fits = matches!(url.scheme(), "http" | "https") && url.query().is_none();
    // Credentials in it would end up in logs.
    let fits = fits && url.username().is_empty() && url.password().is_none();
    fits.then_some(url).ok_or_else(invalid)
}

/// Account for [`crate::Client::password_limited`]: one that iRacing has registered for the client.
#[derive(Clone)]
pub struct Credentials {
    /// E-mail address.
    pub username: String,
    /// Password; the client masks it.
    pub password: SecretString,
}

impl Credentials {
    /// Credentials of an account.
    pub fn new(username: impl Into<String>, password: impl Into<String>) -> Self {
        Self {
            username: username.into(),
            password: SecretString::from(password.into()),
        }
    }
}

/// Says neither: the name is an e-mail address.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").finish_non_exhaustive()
    }
}
