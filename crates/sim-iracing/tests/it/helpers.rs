//! A simulator, and requests written by hand from iRacing's documents.

use paddock_sim_iracing::{Options, SimIracing};
use reqwest::{RequestBuilder, Response};
use serde_json::Value;

/// The default's client and account, as a form; masked, and encoded.
pub(crate) const SIGN_IN: &str = "grant_type=password_limited&client_id=sim-client\
    &client_secret=tEiB7k%2F%2BZkueYiYwxGGnR%2FL%2Bspe2RlH2%2FL03WzFA%2ByY%3D\
    &username=race.control%40example.org\
    &password=dJDKTsaHi0rsG%2FVTrP%2BzTPChA%2Bg14ICt4SmC%2FW4oanI%3D\
    &scope=iracing.auth+iracing.profile";

pub(crate) struct Sim {
    pub(crate) sim: SimIracing,
    pub(crate) http: reqwest::Client,
}

pub(crate) async fn start(options: Options) -> Sim {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let sim = SimIracing::start(options).await.unwrap();
    let http = reqwest::Client::builder();
    let http = http.redirect(reqwest::redirect::Policy::none());
    Sim {
        sim,
        http: http.build().unwrap(),
    }
}

impl Sim {
    /// A request to the token endpoint.
    pub(crate) fn token(&self, form: &str) -> RequestBuilder {
        self.http
            .post(format!("{}/token", self.sim.oauth_url()))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form.to_owned())
    }

    /// An access token.
    pub(crate) async fn access(&self) -> String {
        let granted = json(self.token(SIGN_IN)).await;
        granted["access_token"].as_str().unwrap().to_owned()
    }

    /// A request to the Data API.
    pub(crate) fn data(&self, method: &str, token: &str) -> RequestBuilder {
        let url = format!("{}/data/{method}", self.sim.data_url());
        self.http.get(url).bearer_auth(token)
    }

    /// A signed link, as an answer gives it.
    pub(crate) async fn link(&self) -> String {
        let token = self.access().await;
        let first = json(self.data("member/info", &token)).await;
        first["link"].as_str().unwrap().to_owned()
    }
}

/// The body of an answer.
pub(crate) async fn json(request: RequestBuilder) -> Value {
    request.send().await.unwrap().json().await.unwrap()
}

/// Status and body of an answer.
pub(crate) async fn outcome(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    (status, response.json().await.unwrap_or_default())
}

/// A header of an answer.
pub(crate) fn header<'r>(response: &'r Response, name: &str) -> Option<&'r str> {
    response.headers().get(name)?.to_str().ok()
}

/// Keys of an object, in order.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().unwrap();
    let mut keys: Vec<_> = object.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}
