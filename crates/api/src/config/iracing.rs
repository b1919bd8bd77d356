//! How to reach iRacing, and as which registered client.

use super::Reader;
use paddock_iracing::{Client, Config, Error};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use url::Url;

/// iRacing, as far as this installation may ask it: nothing without a client id.
#[derive(Clone, Default)]
pub(crate) struct Iracing(Option<Arc<Access>>);

/// The registered client. All parts share it, and so its budget of requests.
pub(crate) struct Access {
    config: Config,
    client: OnceLock<Client>,
}

impl Iracing {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let addresses = ["IRACING_OAUTH_URL", "IRACING_DATA_URL"].map(|key| reader.address(key));
        let (Some(id), [Ok(oauth), Ok(data)]) = (reader.get("IRACING_CLIENT_ID"), addresses) else {
            return Self(None);
        };
        let mut config = Config::new(id);
        if let Some(secret) = reader.get("IRACING_CLIENT_SECRET") {
            config = config.with_secret(secret);
        }
        config.oauth_url = oauth.unwrap_or(config.oauth_url);
        config.data_url = data.unwrap_or(config.data_url);
        // Whatever fails is tried again later, so no call has to survive everything.
        config.tries = 2;
        config.request_timeout = Duration::from_secs(10);
        config.longest_pause = Duration::from_secs(3);
        let client = OnceLock::new();
        Self(Some(Arc::new(Access { config, client })))
    }

    pub(crate) fn access(&self) -> Option<&Arc<Access>> {
        self.0.as_ref()
    }
}

impl Access {
    /// Where people sign in.
    pub(crate) fn origin(&self) -> Option<String> {
        let url = Url::parse(&self.config.oauth_url).ok()?;
        Some(url.origin().ascii_serialization())
    }

    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// The client, made when it is first needed.
    ///
    /// # Errors
    ///
    /// [`Error::Config`].
    pub(crate) fn client(&self) -> Result<&Client, Error> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let client = Client::new(self.config.clone())?;
        Ok(self.client.get_or_init(|| client))
    }
}
