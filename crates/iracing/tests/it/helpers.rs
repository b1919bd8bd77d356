//! A simulated iRacing and a client of it.

use paddock_iracing::{AccessToken, Client, Config, Credentials, Scope, TokenPair};
use paddock_sim_iracing::{Options, SimIracing};
use std::sync::mpsc;
use std::time::Duration;

/// Where members come back to.
pub(crate) const BACK: &str = "http://127.0.0.1:8000/link/iracing?from=iracing";

/// A simulator, and the configuration of its client, which does not wait long between tries.
pub(crate) async fn start(options: Options) -> (SimIracing, Config) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let secret = options.client_secret.clone();
    let sim = SimIracing::start(options).await.unwrap();
    let config = Config {
        oauth_url: sim.oauth_url(),
        data_url: sim.data_url(),
        first_pause: Duration::from_millis(1),
        ..Config::new("sim-client").with_secret(secret)
    };
    (sim, config)
}

/// The account that the simulator knows.
pub(crate) fn account() -> Credentials {
    let account = Options::default().account;
    Credentials::new(account.username, account.password)
}

pub(crate) async fn sign_in(client: &Client) -> TokenPair {
    let scopes = [Scope::Auth, Scope::Profile];
    client.password_limited(&account(), &scopes).await.unwrap()
}

/// A simulator, a client, and a token.
pub(crate) async fn signed_in(options: Options) -> (SimIracing, Client, AccessToken) {
    let (sim, config) = start(options).await;
    let client = Client::new(config).unwrap();
    let token = sign_in(&client).await.access_token;
    (sim, client, token)
}

/// Has paused time stand still while sockets are waited for; without this it jumps to the next time-out as soon as
/// nobody else has something to do. It passes only by `tokio::time::advance`.
pub(crate) struct StandStill(
    #[expect(dead_code, reason = "ends by being dropped")] mpsc::Sender<()>,
);

pub(crate) fn stand_still() -> StandStill {
    let (sender, receiver) = mpsc::channel::<()>();
    // Time does not jump while a blocking task runs.
    tokio::task::spawn_blocking(move || receiver.recv());
    StandStill(sender)
}

/// Waits until something is so, while time stands still.
pub(crate) async fn until(mut wanted: impl FnMut() -> bool) {
    while !wanted() {
        tokio::task::yield_now().await;
    }
}
