//! Signing in: the authorization code with PKCE, refreshing, and `password_limited`.

use crate::client::From;
use crate::delivery::parse;
use crate::model::lenient;
use crate::refusal::{Grant, fault};
use crate::transport;
use crate::{
    AccessToken, Client, Credentials, Error, PkceVerifier, Profile, RefreshToken, Scope, TokenPair,
    mask,
};
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse,
    BasicTokenType,
};
use oauth2::url::form_urlencoded;
use oauth2::{
    AsyncHttpClient, AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken,
    EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, RequestTokenError, StandardRevocableToken, TokenUrl,
};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use reqwest::{Method, Request, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::pin::Pin;
use std::time::Duration;

/// How long an access token lasts if the answer does not say.
const USUAL_LIFETIME: i64 = 600;

/// A member's way to iRacing's page on which they sign in, and back.
#[derive(Debug, Clone, Copy)]
pub struct SignIn<'a> {
    /// Where iRacing sends them afterwards: byte for byte as it is registered.
    pub redirect_uri: &'a str,
    /// What they are asked to allow.
    pub scopes: &'a [Scope],
    /// Comes back with the code, so that nobody can slip in a code of their own. Unguessable.
    pub state: &'a str,
    /// Kept until the code comes back.
    pub verifier: &'a PkceVerifier,
    /// Asks for a second factor also where the browser is known.
    pub verify: bool,
}

type OAuth = oauth2::Client<
    BasicErrorResponse,
    Granted,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

impl Client {
    /// URL of the page on which a member signs in.
    ///
    /// iRacing sends them back with `code` and `state`, or with `error`.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if the redirect URI is no URL.
    pub fn authorize_url(&self, sign_in: &SignIn<'_>) -> Result<String, Error> {
        let state = CsrfToken::new(sign_in.state.to_owned());
        let verifier = PkceCodeVerifier::new(sign_in.verifier.expose().to_owned());
        let scopes = sign_in.scopes.iter().map(|it| it.as_str().to_owned());
        let oauth = self.oauth()?;
        let mut request = oauth
            .authorize_url(|| state)
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .set_redirect_uri(Cow::Owned(redirect(sign_in.redirect_uri)?))
            .add_scopes(scopes.map(oauth2::Scope::new));
        if sign_in.verify {
            request = request.add_extra_param("prompt", "verify");
        }
        let (url, _) = request.url();
        Ok(url.into())
    }

    /// Redeems the code with which a member came back. It works once.
    ///
    /// # Errors
    ///
    /// [`Error::SignInAgain`] if the code was used, is too old, or belongs to another verifier.
    pub async fn exchange_code(
        &self,
        code: &str,
        redirect_uri: &str,
        verifier: &PkceVerifier,
    ) -> Result<TokenPair, Error> {
        let oauth = self.oauth()?;
        let http = Http(self.clone());
        let granted = oauth
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .set_pkce_verifier(PkceCodeVerifier::new(verifier.expose().to_owned()))
            .set_redirect_uri(Cow::Owned(redirect(redirect_uri)?))
            .request_async(&http)
            .await;
        granted.map_err(grant_error)?.into_pair()
    }

    /// Gives up a refresh token for the next pair.
    ///
    /// The old token is dead from the moment that iRacing hears of this, whether the answer arrives
    /// or not. So store the new pair before it is used, and have one worker at a time refresh an
    /// account. It is sent once; after [`Error::RetryLater`] the old token may be tried again.
    ///
    /// # Errors
    ///
    /// [`Error::SignInAgain`] if the token was used, has expired or was revoked.
    pub async fn refresh(&self, refresh_token: &RefreshToken) -> Result<TokenPair, Error> {
        let oauth = self.oauth()?;
        let http = Http(self.clone());
        let token = oauth2::RefreshToken::new(refresh_token.expose().to_owned());
        let granted = oauth
            .exchange_refresh_token(&token)
            .request_async(&http)
            .await;
        granted.map_err(grant_error)?.into_pair()
    }

    /// Signs in as an account that iRacing has registered for this client: once at the start, then
    /// [`Client::refresh`]. iRacing allows about twelve in an hour.
    ///
    /// Attempts are made one after another, and none is repeated. Once iRacing refuses one, the same
    /// credentials are not sent again by any clone of this client before
    /// [`Client::forget_refused_sign_in`].
    ///
    /// # Errors
    ///
    /// [`Error::LoginRefused`], and [`Error::RetryLater`] if there were too many.
    pub async fn password_limited(
        &self,
        credentials: &Credentials,
        scopes: &[Scope],
    ) -> Result<TokenPair, Error> {
        let attempt = self.shared.logins.attempt(credentials).await?;
        let outcome = self.send_password(credentials, scopes).await;
        attempt.note(&outcome);
        outcome
    }

    /// Has credentials that iRacing refused be sent again, once somebody has seen to the account.
    ///
    /// A few refusals lock an account, so let an hour pass before.
    pub async fn forget_refused_sign_in(&self) {
        self.shared.logins.forget().await;
    }

    async fn send_password(
        &self,
        credentials: &Credentials,
        scopes: &[Scope],
    ) -> Result<TokenPair, Error> {
        let config = &self.shared.config;
        let secret = self
            .masked_secret()
            .ok_or_else(|| Error::Config("password_limited takes a client secret".to_owned()))?;
        let password = mask(credentials.password.expose_secret(), &credentials.username);
        let scopes: Vec<_> = scopes.iter().map(|it| it.as_str()).collect();
        let body = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "password_limited")
            .append_pair("client_id", &config.client_id)
            .append_pair("client_secret", secret.expose_secret())
            .append_pair("username", credentials.username.trim())
            .append_pair("password", password.expose_secret())
            .append_pair("scope", &scopes.join(" "))
            .finish();
        let mut request = Request::new(Method::POST, self.oauth_endpoint("token"));
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        request.headers_mut().insert(CONTENT_TYPE, form);
        let json = HeaderValue::from_static("application/json");
        request.headers_mut().insert(ACCEPT, json);
        *request.body_mut() = Some(body.clone().into());
        let kind = Grant::Password;
        let received = self.shared.transport.send(request).await;
        let received = received.map_err(|error| self.with_time(error, kind.pause()))?;
        if let Some(error) = fault(&received, kind, body.as_bytes()) {
            return Err(self.with_time(error, kind.pause()));
        }
        parse::<Granted>(&received.body)?.into_pair()
    }

    /// Who signed in: `/iracing/profile`. It takes [`Scope::Profile`].
    pub async fn profile(&self, token: &AccessToken) -> Result<Profile, Error> {
        let url = self.oauth_endpoint("iracing/profile");
        let body = self.read(From::Authorization(token), &url).await?;
        parse(&body)
    }

    /// Ends the session to which an access token belongs, with its refresh token.
    pub async fn revoke(&self, token: &AccessToken) -> Result<(), Error> {
        let url = self.oauth_endpoint("revoke/current");
        let mut request = Request::new(Method::POST, url);
        transport::authorize(&mut request, token)?;
        let received = self.shared.transport.send(request).await;
        let outcome = received.and_then(|received| received.fault().map_or(Ok(()), Err));
        outcome.map_err(|error| self.with_time(error, self.shared.config.first_pause))
    }

    /// Sends what the `oauth2` crate made, once. Refusals are read here, because that crate drops
    /// headers.
    async fn send_grant(&self, request: HttpRequest) -> Result<HttpResponse, Error> {
        let sent = request.body().clone();
        let request = Request::try_from(request)
            .map_err(|_| Error::Config("the token endpoint is not usable".to_owned()))?;
        let kind = Grant::Other;
        let received = self.shared.transport.send(request).await;
        let received = received.map_err(|error| self.with_time(error, kind.pause()))?;
        match fault(&received, kind, &sent) {
            Some(error) => Err(self.with_time(error, kind.pause())),
            None => Ok(HttpResponse::new(received.body)),
        }
    }

    fn oauth(&self) -> Result<OAuth, Error> {
        let endpoint = |path| self.oauth_endpoint(path).to_string();
        let invalid = |_| Error::Config("the authorization server is not usable".to_owned());
        let id = ClientId::new(self.shared.config.client_id.clone());
        let mut client = oauth2::Client::new(id)
            .set_auth_uri(AuthUrl::new(endpoint("authorize")).map_err(invalid)?)
            .set_token_uri(TokenUrl::new(endpoint("token")).map_err(invalid)?)
            // iRacing reads credentials from the body only.
            .set_auth_type(AuthType::RequestBody);
        if let Some(secret) = self.masked_secret() {
            let secret = ClientSecret::new(secret.expose_secret().to_owned());
            client = client.set_client_secret(secret);
        }
        Ok(client)
    }

    fn masked_secret(&self) -> Option<SecretString> {
        let config = &self.shared.config;
        let secret = config.client_secret.as_ref()?.expose_secret();
        Some(mask(secret, &config.client_id))
    }

    fn oauth_endpoint(&self, path: &str) -> Url {
        let mut url = self.shared.oauth_url.clone();
        let path = format!("{}/{path}", url.path().trim_end_matches('/'));
        url.set_path(&path);
        url
    }
}

/// The client, as the `oauth2` crate calls it. Its futures are boxed, so that those of callers are
/// `Send`.
struct Http(Client);

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Error>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.0.send_grant(request))
    }
}

fn redirect(uri: &str) -> Result<RedirectUrl, Error> {
    RedirectUrl::new(uri.to_owned())
        .map_err(|_| Error::Config("the redirect URI is not a URL".to_owned()))
}

/// What the token endpoint gives. Read leniently: the pair in it is the only one there is.
#[derive(Debug, Serialize, Deserialize)]
struct Granted {
    access_token: oauth2::AccessToken,
    #[serde(default, deserialize_with = "lenient::text")]
    token_type: Option<String>,
    #[serde(default, deserialize_with = "lenient::whole")]
    expires_in: Option<i64>,
    #[serde(default)]
    refresh_token: Option<oauth2::RefreshToken>,
    #[serde(default, deserialize_with = "lenient::whole")]
    refresh_token_expires_in: Option<i64>,
    #[serde(default, deserialize_with = "lenient::text")]
    scope: Option<String>,
}

impl Granted {
    fn into_pair(self) -> Result<TokenPair, Error> {
        let kind = self.token_type.as_deref().unwrap_or("bearer");
        if !kind.eq_ignore_ascii_case("bearer") {
            return Err(Error::Garbage("its tokens are of an unknown kind"));
        }
        let seconds = |it| Duration::from_secs(u64::try_from(it).unwrap_or(0));
        let refresh = self.refresh_token;
        let scopes = self.scope.as_deref().unwrap_or_default();
        Ok(TokenPair {
            access_token: AccessToken::new(self.access_token.into_secret()),
            refresh_token: refresh.map(|it| RefreshToken::new(it.into_secret())),
            expires_in: seconds(self.expires_in.unwrap_or(USUAL_LIFETIME)),
            refresh_expires_in: self.refresh_token_expires_in.map(seconds),
            scopes: scopes.split_whitespace().map(str::to_owned).collect(),
        })
    }
}

impl oauth2::TokenResponse for Granted {
    type TokenType = BasicTokenType;

    fn access_token(&self) -> &oauth2::AccessToken {
        &self.access_token
    }

    fn token_type(&self) -> &BasicTokenType {
        &BasicTokenType::Bearer
    }

    fn expires_in(&self) -> Option<Duration> {
        Some(Duration::from_secs(u64::try_from(self.expires_in?).ok()?))
    }

    fn refresh_token(&self) -> Option<&oauth2::RefreshToken> {
        self.refresh_token.as_ref()
    }

    fn scopes(&self) -> Option<&Vec<oauth2::Scope>> {
        None
    }
}

/// The error of the `oauth2` crate holds bodies, which hold tokens.
fn grant_error(error: RequestTokenError<Error, BasicErrorResponse>) -> Error {
    match error {
        RequestTokenError::Request(error) => error,
        _ => Error::Garbage("it holds no token"),
    }
}
