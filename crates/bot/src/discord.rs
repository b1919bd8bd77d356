//! Discord's REST API: two clients, and the classification of their errors.

use crate::config::{Config, Error};
use secrecy::ExposeSecret;
use std::{
    fmt,
    future::IntoFuture as _,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;
use twilight_http::{
    Client,
    api_error::ApiError,
    client::InteractionClient,
    error::{Error as HttpError, ErrorType},
    response::{DeserializeBodyError, Response, ResponseFuture},
};
use twilight_model::{
    channel::message::AllowedMentions,
    gateway::connection_info::BotConnectionInfo,
    http::interaction::InteractionResponse,
    id::{
        Id,
        marker::{ApplicationMarker, InteractionMarker},
    },
    oauth::{Application, ApplicationFlags},
};

/// How long one first response may take, of the three seconds that Discord allows in all.
const CALLBACK_TIMEOUT: Duration = Duration::from_millis(2500);
/// How long to wait at least for the answer to a request that was sent just before its deadline.
const MIN_ANSWER_TIMEOUT: Duration = Duration::from_millis(2500);
/// How often one request is sent at most. twilight repeats a global 429 immediately and forever.
const ATTEMPTS: u32 = 3;
/// First and longest pause between two attempts at something that has to succeed.
const PAUSES: (Duration, Duration) = (Duration::from_secs(1), Duration::from_mins(1));

/// Both clients, and the application that they act for.
#[derive(Debug)]
pub(crate) struct Discord {
    /// The client for everything but first responses.
    pub(crate) main: Client,
    /// The client for first responses. It has no rate limiter, because that of twilight would send them
    /// one after another, behind every other request that belongs to no channel, guild or webhook.
    callbacks: Client,
    application: Id<ApplicationMarker>,
}

/// What Discord says about the bot at the start.
pub(crate) struct Introduction {
    pub(crate) discord: Discord,
    pub(crate) gateway: BotConnectionInfo,
    /// The flags of our application, which name its privileged intents.
    pub(crate) flags: Option<ApplicationFlags>,
}

/// Asks Discord for our application and gateway, until it answers or the bot is stopped (`None`).
pub(crate) async fn connect(
    config: &Config,
    stop: &CancellationToken,
) -> Result<Option<Introduction>, Error> {
    let (main, callbacks) = clients(config);
    let mut pause = Backoff::default();
    loop {
        match stop.run_until_cancelled(introduce(&main)).await {
            None => return Ok(None),
            Some(Ok((application, gateway))) => {
                let discord = Discord {
                    main,
                    callbacks,
                    application: application.id,
                };
                return Ok(Some(Introduction {
                    discord,
                    gateway,
                    flags: application.flags,
                }));
            }
            Some(Err(Fault::Unauthorized)) => return Err(Error::InvalidToken),
            Some(Err(fault)) => {
                tracing::warn!(%fault, "Discord does not introduce us; trying again");
            }
        }
        if stop.run_until_cancelled(pause.wait()).await.is_none() {
            return Ok(None);
        }
    }
}

fn clients(config: &Config) -> (Client, Client) {
    let mut main = Client::builder()
        .token(config.token.expose_secret().to_owned())
        .default_allowed_mentions(AllowedMentions::default());
    let mut callbacks = Client::builder()
        .ratelimiter(None)
        .timeout(CALLBACK_TIMEOUT);
    if let Some(host) = &config.rest_proxy {
        main = main.proxy(host.clone(), true);
        callbacks = callbacks.proxy(host.clone(), true);
    }
    (main.build(), callbacks.build())
}

async fn introduce(main: &Client) -> Result<(Application, BotConnectionInfo), Fault> {
    let application = read_application(main).await?;
    let gateway = send(main.gateway().authed().into_future())
        .await?
        .model()
        .await?;
    Ok((application, gateway))
}

async fn read_application(main: &Client) -> Result<Application, Fault> {
    let request = main.current_user_application().into_future();
    Ok(send(request).await?.model().await?)
}

impl Discord {
    /// The endpoints of our application, through the main client.
    pub(crate) fn interactions(&self) -> InteractionClient<'_> {
        self.main.interaction(self.application)
    }

    /// The id of our application.
    pub(crate) fn application(&self) -> u64 {
        self.application.get()
    }

    /// The flags of our application as they are now.
    pub(crate) async fn flags(&self) -> Result<Option<ApplicationFlags>, Fault> {
        Ok(read_application(&self.main).await?.flags)
    }

    /// Sends the first response to an interaction.
    pub(crate) async fn respond(
        &self,
        interaction: Id<InteractionMarker>,
        token: &str,
        response: &InteractionResponse,
    ) -> Result<(), Fault> {
        let callbacks = self.callbacks.interaction(self.application);
        let sending = callbacks
            .create_response(interaction, token, response)
            .into_future();
        match tokio::time::timeout(CALLBACK_TIMEOUT, sending).await {
            Ok(outcome) => outcome.map(drop).map_err(Fault::from),
            Err(_) => Err(Fault::timeout()),
        }
    }

    #[cfg(test)]
    pub(crate) fn for_tests(config: &Config) -> Self {
        let (main, callbacks) = clients(config);
        Self {
            main,
            callbacks,
            application: Id::new(100),
        }
    }
}

/// Sends a request of the main client a few times at most.
pub(crate) async fn send<T: Unpin>(request: ResponseFuture<T>) -> Result<Response<T>, Fault> {
    limit(request, || true).await.map_err(Fault::from)
}

/// Sends a request if that can be done before the deadline. Waits for its answer until then, or a
/// little longer if it was sent just before.
pub(crate) async fn send_before<T: Unpin>(
    request: ResponseFuture<T>,
    deadline: Instant,
) -> Result<Response<T>, Fault> {
    let request = limit(request, move || Instant::now() < deadline);
    match timeout_at(deadline.max(Instant::now() + MIN_ANSWER_TIMEOUT), request).await {
        Ok(outcome) => outcome.map_err(Fault::from),
        Err(_) => Err(Fault::timeout()),
    }
}

/// Limits how often twilight sends a request, which must also be allowed at each time.
fn limit<T>(
    mut request: ResponseFuture<T>,
    is_allowed: impl Fn() -> bool + Send + Sync + 'static,
) -> ResponseFuture<T> {
    let attempts = AtomicU32::new(0);
    request.set_pre_flight(move || {
        attempts.fetch_add(1, Ordering::Relaxed) < ATTEMPTS && is_allowed()
    });
    request
}

/// Sends an idempotent request, and repeats it when Discord or the connection to it fails.
pub(crate) async fn send_repeatable<T: Unpin>(
    request: impl Fn() -> ResponseFuture<T>,
) -> Result<Response<T>, Fault> {
    let mut pause = Backoff::default();
    let mut left = ATTEMPTS;
    loop {
        left -= 1;
        match send(request()).await {
            Err(Fault::Unreachable(_) | Fault::RateLimited) if left > 0 => pause.wait().await,
            outcome => return outcome,
        }
    }
}

/// Why Discord did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The token is not valid (any more).
    Unauthorized,
    /// Discord refused, with one of its error codes (0 where it gave none).
    Refused {
        status: u16,
        code: u64,
        message: String,
    },
    /// Discord limited the rate each time the request was sent.
    RateLimited,
    /// Discord or the connection to it failed.
    Unreachable(String),
    /// The request was not sent, because it exceeds one of Discord's limits.
    Invalid(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unauthorized => formatter.write_str("the bot token is not valid"),
            Self::Refused {
                status,
                code,
                message,
            } => {
                write!(formatter, "{message} (status {status}, code {code})")
            }
            Self::RateLimited => formatter.write_str("Discord limits the rate of requests"),
            Self::Unreachable(why) => write!(formatter, "Discord cannot be reached: {why}"),
            Self::Invalid(why) => write!(formatter, "the request is not valid: {why}"),
        }
    }
}

impl Fault {
    fn timeout() -> Self {
        Self::Unreachable("no answer in time".to_owned())
    }
}

impl From<HttpError> for Fault {
    fn from(error: HttpError) -> Self {
        let (kind, source) = error.into_parts();
        let source = || source.map_or_else(String::new, |source| source.to_string());
        match kind {
            ErrorType::Unauthorized | ErrorType::CreatingHeader { .. } => Self::Unauthorized,
            ErrorType::Response { error, status, .. } => refused(status.get(), &error),
            ErrorType::RequestCanceled => Self::RateLimited,
            ErrorType::RequestTimedOut => Self::timeout(),
            ErrorType::RequestError => Self::Unreachable(source()),
            ErrorType::Parsing { .. } => Self::Unreachable("an answer that is not JSON".to_owned()),
            ErrorType::Validation | ErrorType::Json | ErrorType::BuildingRequest => {
                Self::Invalid(source())
            }
            _ => Self::Invalid("an error that this version does not know".to_owned()),
        }
    }
}

impl From<DeserializeBodyError> for Fault {
    fn from(error: DeserializeBodyError) -> Self {
        Self::Unreachable(format!("an answer that cannot be read: {error}"))
    }
}

fn refused(status: u16, error: &ApiError) -> Fault {
    match (status, error) {
        (401, _) => Fault::Unauthorized,
        (429, _) => Fault::RateLimited,
        (500.., _) => Fault::Unreachable(format!("status {status}")),
        (_, ApiError::General(general)) => Fault::Refused {
            status,
            code: general.code,
            message: general.message.clone(),
        },
        _ => Fault::Refused {
            status,
            code: 0,
            message: error.to_string(),
        },
    }
}

/// Pauses between attempts, each twice as long as the one before.
#[derive(Debug)]
pub(crate) struct Backoff {
    next: Duration,
}

impl Default for Backoff {
    fn default() -> Self {
        Self { next: PAUSES.0 }
    }
}

impl Backoff {
    /// The next pause: 1, 2, 4 … 60 seconds.
    pub(crate) fn next(&mut self) -> Duration {
        let pause = self.next;
        self.next = (pause * 2).min(PAUSES.1);
        pause
    }

    /// Waits for the next pause.
    pub(crate) async fn wait(&mut self) {
        tokio::time::sleep(self.next()).await;
    }

    /// Starts over with a short pause, after a success.
    pub(crate) fn reset(&mut self) {
        *self = Self::default();
    }
}
