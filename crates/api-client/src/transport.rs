//! How a request travels: credentials, headers, repetition, and the reading of answers.

use crate::Error;
use paddock_api_types::operations::{ASKING_LIMIT, Csv};
use paddock_api_types::results::ResultFile;
use paddock_api_types::{ChannelId, GuildId, Problem, RoleId, UserId, headers};
use reqwest::{Method, RequestBuilder, Response, StatusCode, header};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use std::{sync::Arc, time::Duration};

/// How long one try of one request may take. Long polls are given their own waiting time on top.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(10);

/// How long one try may take where the API itself waits for another service, such as iRacing.
pub const ASKING_TIMEOUT: Duration = REQUEST_TIMEOUT.saturating_add(ASKING_LIMIT);

/// How long a file may take.
pub(crate) const DOWNLOAD_TIMEOUT: Duration = Duration::from_mins(5);

/// Pauses before the second and the third try.
const PAUSES: [Duration; 2] = [Duration::from_millis(100), Duration::from_millis(400)];

/// Client of one API. Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    base_url: Arc<str>,
    credential: Credential,
    idempotency_key: Option<Arc<str>>,
    request_id: Option<Arc<str>>,
}

#[derive(Debug, Clone)]
enum Credential {
    None,
    Token(SecretString),
    Bot {
        key: SecretString,
        acting: Option<Arc<Acting>>,
    },
}

/// For whom the bot speaks, all of it from Discord's interaction and nothing of it typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    /// Discord server.
    pub guild_id: GuildId,
    /// Discord user.
    pub user_id: UserId,
    /// Discord channel.
    pub channel_id: Option<ChannelId>,
    /// The member's roles, without @everyone.
    pub role_ids: Vec<RoleId>,
    /// The member's permissions: Discord's bit set.
    pub permissions: u64,
}

impl Client {
    /// A client without a credential for the API at `base_url`, such as `http://127.0.0.1:8000`.
    pub fn new(base_url: &str) -> Result<Self, Error> {
        let base_url = base_url.trim_end_matches('/');
        let invalid = || Error::InvalidBaseUrl(base_url.to_owned());
        let parsed = reqwest::Url::parse(base_url).map_err(|_| invalid())?;
        if !matches!(parsed.scheme(), "http" | "https") {
            return Err(invalid());
        }
        let mut http = reqwest::Client::builder()
            .user_agent(concat!("paddock-api-client/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(Duration::from_secs(3))
            .pool_idle_timeout(Duration::from_mins(1))
            // A redirect would carry the credential somewhere else.
            .redirect(reqwest::redirect::Policy::none());
        if parsed.scheme() == "http" {
            // Nobody shows a certificate: those of the system need not be read and kept.
            http = http.tls_certs_only([]);
        }
        Ok(Self {
            http: http.build()?,
            base_url: base_url.into(),
            credential: Credential::None,
            idempotency_key: None,
            request_id: None,
        })
    }

    /// The same API, as the member who made this token.
    #[must_use]
    pub fn with_token(&self, token: impl Into<String>) -> Self {
        Self {
            credential: Credential::Token(SecretString::from(token.into())),
            ..self.clone()
        }
    }

    /// The same API, as the bot.
    #[must_use]
    pub fn with_bot_key(&self, key: impl Into<String>) -> Self {
        let key = SecretString::from(key.into());
        Self {
            credential: Credential::Bot { key, acting: None },
            ..self.clone()
        }
    }

    /// The bot, speaking for a member.
    ///
    /// # Panics
    ///
    /// Without [`Client::with_bot_key`] before it: only the bot speaks for others.
    #[must_use]
    pub fn acting(&self, acting: Acting) -> Self {
        let Credential::Bot { key, .. } = &self.credential else {
            panic!("only the bot speaks for others");
        };
        let acting = Some(Arc::new(acting));
        Self {
            credential: Credential::Bot {
                key: key.clone(),
                acting,
            },
            ..self.clone()
        }
    }

    /// Marks the next write, so that repeating it cannot perform it twice. One key, one write.
    #[must_use]
    pub fn with_idempotency_key(&self, key: impl Into<String>) -> Self {
        Self {
            idempotency_key: Some(key.into().into()),
            ..self.clone()
        }
    }

    /// Sends this request id, under which the API's log tells what happened.
    #[must_use]
    pub fn with_request_id(&self, id: impl Into<String>) -> Self {
        Self {
            request_id: Some(id.into().into()),
            ..self.clone()
        }
    }

    pub(crate) fn call(&self, method: &str, path: &str) -> Call<'_> {
        let method = Method::from_bytes(method.as_bytes()).expect("methods are HTTP's own");
        let repeatable = method == Method::GET || self.idempotency_key.is_some();
        let request = self
            .http
            .request(method, format!("{}{path}", self.base_url))
            .timeout(REQUEST_TIMEOUT);
        Call {
            request: self.identify(request),
            repeatable,
            client: self,
        }
    }

    fn identify(&self, mut request: RequestBuilder) -> RequestBuilder {
        match &self.credential {
            Credential::None => {}
            Credential::Token(token) => request = request.bearer_auth(token.expose_secret()),
            Credential::Bot { key, acting } => {
                let mut value = header::HeaderValue::from_str(key.expose_secret())
                    .unwrap_or_else(|_| header::HeaderValue::from_static(""));
                value.set_sensitive(true);
                request = request.header(headers::API_KEY, value);
                if let Some(acting) = acting {
                    request = name_actor(request, acting);
                }
            }
        }
        if let Some(key) = &self.idempotency_key {
            request = request.header(headers::IDEMPOTENCY_KEY, &**key);
        }
        if let Some(id) = &self.request_id {
            request = request.header(headers::REQUEST_ID, &**id);
        }
        request
    }
}

fn name_actor(request: RequestBuilder, acting: &Acting) -> RequestBuilder {
    let roles: Vec<_> = acting.role_ids.iter().map(ToString::to_string).collect();
    let mut request = request
        .header(headers::GUILD_ID, acting.guild_id.get())
        .header(headers::USER_ID, acting.user_id.get())
        .header(headers::ROLE_IDS, roles.join(","))
        .header(headers::PERMISSIONS, acting.permissions);
    if let Some(channel) = acting.channel_id {
        request = request.header(headers::CHANNEL_ID, channel.get());
    }
    request
}

/// One request in the making.
pub(crate) struct Call<'c> {
    client: &'c Client,
    request: RequestBuilder,
    repeatable: bool,
}

impl Call<'_> {
    pub(crate) fn query<T: Serialize>(mut self, query: &T) -> Self {
        self.request = self.request.query(query);
        self
    }

    pub(crate) fn body(mut self, body: &impl Serialize) -> Self {
        self.request = self.request.json(body);
        self
    }

    /// What the bot reports of a whole server.
    pub(crate) fn report(self, body: &impl Serialize) -> Self {
        self.body(body)
    }

    pub(crate) fn file(mut self, file: &Csv) -> Self {
        self.request = self
            .request
            .header(header::CONTENT_TYPE, "text/csv")
            .body(file.0.clone());
        self
    }

    /// A result as iRacing gives it.
    pub(crate) fn result(mut self, file: &ResultFile) -> Self {
        let is_json = file.0.trim_start().starts_with('{');
        let kind = if is_json {
            "application/json"
        } else {
            "text/csv"
        };
        self.request = self
            .request
            .header(header::CONTENT_TYPE, kind)
            .body(file.0.clone());
        self.timeout(DOWNLOAD_TIMEOUT)
    }

    /// For operations that name a guild but no member.
    pub(crate) fn guild(mut self, guild: GuildId) -> Self {
        self.request = self.request.header(headers::GUILD_ID, guild.get());
        self
    }

    /// For operations that wait by themselves.
    pub(crate) fn timeout(mut self, timeout: Duration) -> Self {
        self.request = self.request.timeout(timeout);
        self
    }

    /// The answer: JSON; nothing at all; or a text or a file, whole, so that half of one is an error.
    pub(crate) async fn receive<T: DeserializeOwned>(self) -> Result<T, Error> {
        let (status, content) = self.content().await?;
        let read = match content {
            Content::Json(json) => serde_json::from_slice(&json),
            Content::Text(text) => T::deserialize(text.into_deserializer()),
        };
        read.map_err(|_| Error::UnexpectedAnswer { status })
    }

    /// The status, and what was answered.
    async fn content(self) -> Result<(u16, Content), Error> {
        let response = self.send().await?;
        let status = response.status().as_u16();
        let begins = |name, with: &[u8]| {
            let value = response.headers().get(name);
            value.is_some_and(|it| it.as_bytes().starts_with(with))
        };
        // A file of JSON is a text too: what it says is not ours.
        let is_file = begins(header::CONTENT_DISPOSITION, b"attachment");
        let is_json = !is_file && begins(header::CONTENT_TYPE, b"application/json");
        let body = response.bytes().await?;
        let content = if is_json {
            Content::Json(body.into())
        } else if body.is_empty() {
            Content::Json(b"null".to_vec())
        } else {
            let text = String::from_utf8(body.into());
            Content::Text(text.map_err(|_| Error::UnexpectedAnswer { status })?)
        };
        Ok((status, content))
    }

    async fn send(self) -> Result<Response, Error> {
        let mut pauses = PAUSES.iter().filter(|_| self.repeatable);
        loop {
            let request = self
                .request
                .try_clone()
                .expect("bodies are buffered")
                .build()?;
            let outcome = match self.client.http.execute(request).await {
                Ok(response) => read(response).await,
                Err(error) => Err(error.into()),
            };
            match outcome {
                Err(error) if error.is_transient() => match pauses.next() {
                    Some(pause) => tokio::time::sleep(*pause).await,
                    None => return Err(error),
                },
                outcome => return outcome,
            }
        }
    }
}

/// What is read as the type of an answer.
enum Content {
    Json(Vec<u8>),
    Text(String),
}

/// Tells answers from problems.
async fn read(response: Response) -> Result<Response, Error> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let retry_after = response
        .headers()
        .get(header::RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.parse().ok())
        .map(Duration::from_secs);
    match response.json::<Problem>().await {
        Ok(problem) => Err(Error::Problem {
            problem: Box::new(problem),
            retry_after,
        }),
        Err(error) if error.is_decode() => Err(unexpected(status)),
        Err(error) => Err(error.into()),
    }
}

fn unexpected(status: StatusCode) -> Error {
    Error::UnexpectedAnswer {
        status: status.as_u16(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use paddock_api_types::operations::{
        Endpoint, iracing::sync_iracing, league::get_league_sync, league::sync_league,
        league::upload_league_roster_csv,
    };

    fn timeout_of<E: Endpoint<Path = ()>>() -> Duration {
        // Without one there is no client, whether it speaks TLS or not.
        rustls::crypto::ring::default_provider()
            .install_default()
            .ok();
        let client = Client::new("http://127.0.0.1:1").unwrap();
        let request = client.endpoint::<E>(&()).request.build().unwrap();
        *request.timeout().unwrap()
    }

    #[test]
    fn whoever_waits_for_iracing_waits_longer_than_the_api_does() {
        // Until the API gives every request up.
        let given_up = Duration::from_secs(35);
        assert!(timeout_of::<sync_league>() > given_up);
        assert!(timeout_of::<sync_iracing>() > given_up);
        assert_eq!(timeout_of::<get_league_sync>(), REQUEST_TIMEOUT);
        assert_eq!(timeout_of::<upload_league_roster_csv>(), DOWNLOAD_TIMEOUT);
    }
}
