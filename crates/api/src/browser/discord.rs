//! Discord's side of a sign-in, as its public documents describe it: OAuth 2 with the scope `identify`,
//! and `/users/@me` once, with a token that is then dropped.

use super::model::BrowserError;
use crate::secret::Secret;
use jiff::SignedDuration;
use oauth2::basic::{BasicClient, BasicErrorResponseType};
use oauth2::{
    AsyncHttpClient, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    RequestTokenError, Scope, TokenResponse as _, TokenUrl,
};
use paddock_api_types::UserId;
use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::{Request, Response, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use std::pin::Pin;
use std::time::Duration;
use url::Url;

/// For one of the two requests. Both together end before the browser is given up.
const PATIENCE: Duration = Duration::from_secs(10);
/// No answer is larger, in bytes.
const LARGEST: usize = 64 << 10;

type OAuth = BasicClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

/// The operator's client at Discord.
#[derive(Debug)]
pub(super) struct Discord {
    /// Where it is, without a slash at the end.
    pub(super) address: String,
    pub(super) client_id: String,
    pub(super) client_secret: SecretString,
}

/// Why a request brought nothing, without what was sent or answered: both hold secrets.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("Discord does not answer just now")]
    Unavailable(Option<SignedDuration>),
    #[error("Discord's answer cannot be read")]
    Unusable,
}

impl Discord {
    /// The origin to which a sign-in leads.
    pub(super) fn origin(&self) -> Option<String> {
        let url = Url::parse(&self.address).ok()?;
        Some(url.origin().ascii_serialization())
    }

    /// The page on which the person says yes or no.
    pub(super) fn authorize_url(
        &self,
        state: &Secret,
        verifier: &Secret,
        redirect: &str,
    ) -> Result<String, BrowserError> {
        let verifier = PkceCodeVerifier::new(verifier.expose().to_owned());
        let state = CsrfToken::new(state.expose().to_owned());
        let (url, _) = self
            .oauth(redirect)?
            .authorize_url(|| state)
            .add_scope(Scope::new("identify".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            // Whoever has allowed it once is sent back without being asked.
            .add_extra_param("prompt", "none")
            .url();
        Ok(url.into())
    }

    /// Who came back with this code.
    pub(super) async fn identify(
        &self,
        code: &str,
        verifier: String,
        redirect: &str,
    ) -> Result<UserId, BrowserError> {
        let http = Http::new()?;
        let granted = self
            .oauth(redirect)?
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .set_pkce_verifier(PkceCodeVerifier::new(verifier))
            .request_async(&http)
            .await;
        let granted = granted.map_err(|error| match error {
            RequestTokenError::Request(fault) => fault.into(),
            RequestTokenError::ServerResponse(refusal) => {
                let kind = refusal.error();
                tracing::warn!(error = kind.as_ref(), "Discord refused a code");
                match kind {
                    BasicErrorResponseType::InvalidGrant => BrowserError::Stale,
                    _ => BrowserError::Unusable,
                }
            }
            _ => BrowserError::Unusable,
        })?;
        let me = http
            .me(&self.address, granted.access_token().secret())
            .await?;
        Ok(me)
    }

    fn oauth(&self, redirect: &str) -> Result<OAuth, BrowserError> {
        let unusable = |_| BrowserError::Unusable;
        let address = &self.address;
        let authorize = AuthUrl::new(format!("{address}/oauth2/authorize")).map_err(unusable)?;
        let token = TokenUrl::new(format!("{address}/api/v10/oauth2/token")).map_err(unusable)?;
        let redirect = RedirectUrl::new(redirect.to_owned()).map_err(unusable)?;
        let secret = self.client_secret.expose_secret().to_owned();
        Ok(BasicClient::new(ClientId::new(self.client_id.clone()))
            .set_client_secret(ClientSecret::new(secret))
            .set_auth_uri(authorize)
            .set_token_uri(token)
            .set_redirect_uri(redirect))
    }
}

impl From<Fault> for BrowserError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Unavailable(after) => Self::Unavailable { after },
            Fault::Unusable => Self::Unusable,
        }
    }
}

/// What is read of a user. The name is what our rows say.
#[derive(Deserialize)]
struct Me {
    id: UserId,
}

/// Connections to Discord, for one sign-in: there are few, and none waits for another.
struct Http(reqwest::Client);

impl Http {
    fn new() -> Result<Self, Fault> {
        let client = reqwest::Client::builder()
            .user_agent(concat!("paddock/", env!("CARGO_PKG_VERSION")))
            .timeout(PATIENCE)
            // A redirect would carry the code or the token somewhere else.
            .redirect(reqwest::redirect::Policy::none())
            .build();
        client.map(Self).map_err(|_| Fault::Unusable)
    }

    async fn me(&self, address: &str, token: &str) -> Result<UserId, Fault> {
        let request = self.0.get(format!("{address}/api/v10/users/@me"));
        let request = request.bearer_auth(token).build();
        let answer = self.send(request.map_err(|_| Fault::Unusable)?).await?;
        let me: Result<Me, _> = serde_json::from_slice(answer.body());
        let me = me.ok().filter(|_| answer.status().is_success());
        me.map(|me| me.id).ok_or(Fault::Unusable)
    }

    async fn send(&self, request: Request) -> Result<HttpResponse, Fault> {
        let response = self.0.execute(request).await.map_err(unreachable)?;
        let (status, after) = (response.status(), retry_after(response.headers()));
        if status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error() {
            tracing::warn!(status = status.as_u16(), "Discord does not answer");
            return Err(Fault::Unavailable(after));
        }
        let body = body(response).await?;
        let mut answer = HttpResponse::new(body);
        *answer.status_mut() = status;
        Ok(answer)
    }
}

async fn body(mut response: Response) -> Result<Vec<u8>, Fault> {
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(unreachable)? {
        if body.len() + part.len() > LARGEST {
            return Err(Fault::Unusable);
        }
        body.extend_from_slice(&part);
    }
    Ok(body)
}

/// Discord gives seconds, with a fraction in places.
fn retry_after(headers: &HeaderMap) -> Option<SignedDuration> {
    let seconds: f64 = headers
        .get(RETRY_AFTER)?
        .to_str()
        .ok()?
        .trim()
        .parse()
        .ok()?;
    SignedDuration::try_from_secs_f64(seconds.clamp(0.0, 3600.0)).ok()
}

fn unreachable(error: reqwest::Error) -> Fault {
    let error = error.without_url();
    tracing::warn!(%error, "Discord cannot be reached");
    Fault::Unavailable(None)
}

/// As the `oauth2` crate calls it. Its futures are boxed, so that those of callers are `Send`.
impl<'c> AsyncHttpClient<'c> for Http {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Fault>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async {
            let request = Request::try_from(request).map_err(|_| Fault::Unusable)?;
            self.send(request).await
        })
    }
}
