//! Discord's REST API: two clients, and what their errors mean.

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
};

/// Longest time that one first response may take; Discord gives three seconds in all.
const CALLBACK_LIMIT: Duration = Duration::from_millis(2500);
/// How long an answer is waited for at least, once the request is sent.
const ANSWER: Duration = Duration::from_millis(2500);
/// How often one request is sent at most. twilight repeats a global 429 at once and for ever.
const ATTEMPTS: u32 = 3;
/// First and longest pause between two tries of something that has to succeed.
const PAUSES: (Duration, Duration) = (Duration::from_secs(1), Duration::from_mins(1));

/// Both clients, and the application that they speak for.
#[derive(Debug)]
pub(crate) struct Discord {
    /// Everything but first responses.
    pub(crate) main: Client,
    /// First responses only: without rate limiter, because twilight would send them one after
    /// another, behind every other request that has no channel, guild or webhook of its own.
    callbacks: Client,
    application: Id<ApplicationMarker>,
}

/// What the developer portal and the gateway say at the start.
pub(crate) struct Introduction {
    pub(crate) discord: Discord,
    pub(crate) gateway: BotConnectionInfo,
}

/// Asks Discord who we are, until it answers or the bot is stopped (`None`).
pub(crate) async fn connect(
    config: &Config,
    stop: &CancellationToken,
) -> Result<Option<Introduction>, Error> {
    let (main, callbacks) = clients(config);
    let mut pause = Backoff::default();
    loop {
        let introduced = tokio::select! {
            introduced = introduce(&main) => introduced,
            () = stop.cancelled() => return Ok(None),
        };
        match introduced {
            Ok((application, gateway)) => {
                let discord = Discord {
                    main,
                    callbacks,
                    application,
                };
                return Ok(Some(Introduction { discord, gateway }));
            }
            Err(Fault::Unauthorized) => return Err(Error::InvalidToken),
            Err(fault) => {
                tracing::warn!(%fault, "Discord cannot be asked who we are; trying again");
            }
        }
        tokio::select! {
            () = pause.wait() => {}
            () = stop.cancelled() => return Ok(None),
        }
    }
}

fn clients(config: &Config) -> (Client, Client) {
    let mut main = Client::builder()
        .token(config.token.expose_secret().to_owned())
        .default_allowed_mentions(AllowedMentions::default());
    let mut callbacks = Client::builder().ratelimiter(None).timeout(CALLBACK_LIMIT);
    if let Some(host) = &config.rest_proxy {
        main = main.proxy(host.clone(), true);
        callbacks = callbacks.proxy(host.clone(), true);
    }
    (main.build(), callbacks.build())
}

async fn introduce(main: &Client) -> Result<(Id<ApplicationMarker>, BotConnectionInfo), Fault> {
    let application = send(main.current_user_application().into_future())
        .await?
        .model()
        .await?;
    let gateway = send(main.gateway().authed().into_future())
        .await?
        .model()
        .await?;
    Ok((application.id, gateway))
}

impl Discord {
    /// Endpoints of our application, through the main client.
    pub(crate) fn interactions(&self) -> InteractionClient<'_> {
        self.main.interaction(self.application)
    }

    /// Id of our application.
    pub(crate) fn application(&self) -> u64 {
        self.application.get()
    }

    /// The first response to an interaction.
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
        match tokio::time::timeout(CALLBACK_LIMIT, sending).await {
            Ok(outcome) => outcome.map(drop).map_err(Fault::from),
            Err(_) => Err(Fault::Unreachable("no answer in time".to_owned())),
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
pub(crate) async fn send<T: Unpin>(mut request: ResponseFuture<T>) -> Result<Response<T>, Fault> {
    let attempts = AtomicU32::new(0);
    request.set_pre_flight(move || attempts.fetch_add(1, Ordering::Relaxed) < ATTEMPTS);
    request.await.map_err(Fault::from)
}

/// Sends a request unless that can only be done after some moment, and waits for its answer until
/// then, or a little longer if it was sent shortly before.
pub(crate) async fn send_before<T: Unpin>(
    mut request: ResponseFuture<T>,
    moment: Instant,
) -> Result<Response<T>, Fault> {
    let attempts = AtomicU32::new(0);
    request.set_pre_flight(move || {
        attempts.fetch_add(1, Ordering::Relaxed) < ATTEMPTS && Instant::now() < moment
    });
    match timeout_at(moment.max(Instant::now() + ANSWER), request).await {
        Ok(outcome) => outcome.map_err(Fault::from),
        Err(_) => Err(Fault::Unreachable("no answer in time".to_owned())),
    }
}

/// Sends a request that may be performed twice, again when Discord or the way to it fails.
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
    /// Refused, with one of Discord's error codes (0 where it gave none).
    Refused {
        status: u16,
        code: u64,
        message: String,
    },
    /// Too many requests, more often than we were willing to repeat this one.
    RateLimited,
    /// A fault of Discord's, or of the way to it.
    Unreachable(String),
    /// The request never left: it breaks one of Discord's limits.
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
            Self::RateLimited => formatter.write_str("Discord asks to slow down"),
            Self::Unreachable(why) => write!(formatter, "Discord cannot be reached: {why}"),
            Self::Invalid(why) => write!(formatter, "the request is not valid: {why}"),
        }
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
            ErrorType::RequestTimedOut => Self::Unreachable("no answer in time".to_owned()),
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

/// Pauses that double.
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

    /// Waits that long.
    pub(crate) async fn wait(&mut self) {
        tokio::time::sleep(self.next()).await;
    }

    /// It worked: the next pause is short again.
    pub(crate) fn reset(&mut self) {
        *self = Self::default();
    }
}
