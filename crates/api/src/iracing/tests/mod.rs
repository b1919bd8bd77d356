//! Connected accounts on a database, against a stand-in for iRacing that can fail in every way.

mod budget;
mod connect;
mod keys;
mod revoke;
mod sync;
mod tokens;

use super::model::{AccountKey, IracingError, SignInFailure};
use super::service::{self, Returned};
use super::store::accounts;
use crate::clock::{Clock as _, SystemClock};
use crate::config::{Iracing, Reader};
use crate::context::Context;
use crate::operation::Operation;
use crate::testing::{TestContext, guild, user};
use paddock_api_types::iracing::IracingStatus;
use paddock_api_types::members::Level;
use paddock_iracing::AccessToken;
use paddock_sim_iracing::{Options, SimIracing};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

const MARA: i64 = 812_345;
const TOKEN: &str = "oauth2/token";
const REVOKE: &str = "oauth2/revoke/current";

/// An installation with a client of iRacing, and member 10, who is verified.
struct Track {
    test: TestContext,
    sim: SimIracing,
    settings: HashMap<String, String>,
}

impl Track {
    async fn new() -> Self {
        Self::with(Options::default()).await
    }

    async fn with(options: Options) -> Self {
        let _already = rustls::crypto::ring::default_provider().install_default();
        let redirect = "http://127.0.0.1:8000/auth/iracing/callback".to_owned();
        let (id, secret) = (options.client_id.clone(), options.client_secret.clone());
        let options = Options {
            redirect_uris: vec![redirect],
            ..options
        };
        let sim = SimIracing::start(options).await.unwrap();
        let settings: HashMap<String, String> = [
            ("IRACING_CLIENT_ID", id),
            ("IRACING_CLIENT_SECRET", secret),
            ("IRACING_OAUTH_URL", sim.oauth_url()),
            ("IRACING_DATA_URL", sim.data_url()),
        ]
        .map(|(key, value)| (key.to_owned(), value))
        .into();
        let test = TestContext::with_settings(&settings).await;
        // The stand-in lives in the present.
        let behind = SystemClock.now().duration_since(test.clock.now());
        test.clock.advance(behind.try_into().unwrap());
        test.verified(10, "Ada").await;
        Self {
            test,
            sim,
            settings,
        }
    }

    /// The same, and Ada has connected her account.
    async fn connected() -> Self {
        // Boxed, as are all that are large.
        let track = Box::pin(Self::new()).await;
        Box::pin(track.connect()).await.unwrap();
        track
    }

    fn ctx(&self) -> &Context {
        &self.test.ctx
    }

    fn op(&self) -> Operation {
        self.test.by(10, Level::Verified)
    }

    /// What member 10 does who signs in with iRacing.
    async fn connect(&self) -> Result<(), IracingError> {
        let page = service::start(&self.op()).await?;
        self.come_back(&self.sim.approve(&page, MARA).unwrap())
            .await
    }

    /// What a browser does that iRacing sends back.
    async fn come_back(&self, address: &str) -> Result<(), IracingError> {
        service::finish(self.ctx(), returned(address)).await
    }

    async fn status(&self) -> IracingStatus {
        service::status(&self.op()).await.unwrap()
    }

    async fn token(&self) -> Result<AccessToken, String> {
        let token = service::token(self.ctx(), ada(), None).await;
        token.map_err(|error| error.to_string())
    }

    async fn stored(&self) -> super::model::Tokens {
        let stored = accounts::tokens(&self.ctx().db, ada()).await;
        stored.unwrap().expect("Ada is connected")
    }

    /// Effects that tell Ada that the connection ended.
    async fn told(&self) -> usize {
        let page = crate::page::PageRequest::parse(Some(200), None).unwrap();
        let effects = crate::effects::service::list(&self.test.admin(), None, page).await;
        let effects = effects.unwrap().items.into_iter();
        effects
            .filter(|it| format!("{:?}", it.action).contains("IracingConnectionEnded"))
            .count()
    }

    /// As after a restart: what was known of iRacing's weather and budget is forgotten.
    fn restart(&mut self) {
        let mut extensions = (*self.test.ctx.extensions).clone();
        extensions.insert(Iracing::read(&mut Reader::new(&self.settings)));
        self.test.ctx.extensions = Arc::new(extensions);
    }

    fn minutes(&self, minutes: u64) {
        self.test.clock.advance(Duration::from_mins(minutes));
        self.sim.advance(Duration::from_mins(minutes));
    }
}

fn ada() -> AccountKey {
    AccountKey {
        guild: guild(1),
        user: user(10),
    }
}

fn returned(address: &str) -> Returned {
    let url: url::Url = address.parse().unwrap();
    let of = |name: &str| {
        let mut pairs = url.query_pairs();
        pairs
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    };
    Returned {
        state: of("state"),
        code: of("code"),
        error: of("error"),
    }
}

fn failure(outcome: Result<(), IracingError>) -> SignInFailure {
    match outcome {
        Err(IracingError::SignIn(failure)) => failure,
        other => panic!("{other:?}"),
    }
}
